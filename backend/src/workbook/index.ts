export type { MergedRange, SheetCell, SheetColumn } from './workbook.types.js';
export { writeWorkbook } from './write-workbook.js';
