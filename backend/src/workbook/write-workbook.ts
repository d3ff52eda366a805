import type ExcelJS from 'exceljs';
import { rowHeights } from './row-heights.js';
import { heightOf } from './text-height.js';
import { NOTE_STYLE, styleOf, TITLE_STYLE } from './tones.js';
import type { SheetSpec } from './workbook.types.js';

/** A4 in the numbering of Excel. */
const A4 = 9;
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 };

/**
 * Writes sheets as the bytes of an .xlsx file: title, notes, frozen heading, merged cells, A4 landscape as wide as the
 * page with the heading repeated on every page.
 */
export async function writeWorkbook(sheets: readonly SheetSpec[], createdAt: Date): Promise<Buffer> {
  // Loaded with the first workbook: it takes a quarter of a second that no start needs.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.created = createdAt;
  workbook.modified = createdAt;
  for (const sheet of sheets) addSheet(workbook, sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, spec: SheetSpec): void {
  const headingRow = spec.notes.length + 2;
  const sheet = workbook.addWorksheet(spec.name, {
    views: [{ state: 'frozen', xSplit: 0, ySplit: headingRow, showGridLines: false }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: MARGINS,
      printTitlesRow: `${headingRow}:${headingRow}`,
    },
    headerFooter: { oddFooter: `&L${escaped(spec.footer)}&R第 &P 页，共 &N 页` },
  });
  sheet.columns = spec.columns.map(({ width }) => ({ width }));
  addHead(sheet, spec, headingRow);
  addBody(sheet, spec, headingRow + 1);
}

function addHead(sheet: ExcelJS.Worksheet, spec: SheetSpec, headingRow: number): void {
  const last = spec.columns.length;
  const wholeWidth = spec.columns.reduce((sum, { width }) => sum + width, 0);
  [spec.title, ...spec.notes].forEach((text, at) => {
    const row = sheet.getRow(at + 1);
    row.getCell(1).value = text;
    row.getCell(1).style = at === 0 ? TITLE_STYLE : NOTE_STYLE;
    row.height = at === 0 ? 30 : heightOf(text, wholeWidth);
    sheet.mergeCells(at + 1, 1, at + 1, last);
  });
  const heading = sheet.getRow(headingRow);
  heading.height = 32;
  spec.columns.forEach((column, at) => {
    heading.getCell(at + 1).value = column.heading;
    heading.getCell(at + 1).style = styleOf('head');
  });
}

function addBody(sheet: ExcelJS.Worksheet, spec: SheetSpec, firstRow: number): void {
  const heights = rowHeights(spec);
  spec.rows.forEach((cells, at) => {
    const row = sheet.getRow(firstRow + at);
    row.height = heights[at] ?? 20;
    cells.forEach(({ text, tone }, column) => {
      row.getCell(column + 1).value = text === '' ? null : text;
      row.getCell(column + 1).style = styleOf(tone);
    });
  });
  for (const { firstRow: top, lastRow, firstColumn, lastColumn } of spec.merges) {
    if (top === lastRow && firstColumn === lastColumn) continue;
    sheet.mergeCells(firstRow + top, firstColumn + 1, firstRow + lastRow, lastColumn + 1);
  }
}

/** An ampersand begins a code in a footer. */
function escaped(text: string): string {
  return text.replace(/&/g, '&&');
}
