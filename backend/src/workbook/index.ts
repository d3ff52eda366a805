export type { CellTone, MergedRange, SheetCell, SheetColumn, SheetSpec } from './workbook.types.js';
export { writeWorkbook } from './write-workbook.js';
