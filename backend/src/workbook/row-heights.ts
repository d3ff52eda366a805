import { heightOf } from './text-height.js';
import type { MergedRange, SheetSpec } from './workbook.types.js';

const LEAST = 20;
/** Excel refuses taller rows. */
const MOST = 400;

/** Height of every body row in points, so that wrapped and merged text is seen whole. */
export function rowHeights({ rows, columns, merges }: SheetSpec): readonly number[] {
  const covered = new Set(merges.flatMap((range) => cellsOf(range)));
  const heights = rows.map((row, at) =>
    row.reduce((most, cell, column) => {
      if (covered.has(`${at}:${column}`)) return most;
      return Math.max(most, heightOf(cell.text, columns[column]?.width ?? 10));
    }, LEAST),
  );
  for (const range of merges) stretch(heights, range, rows[range.firstRow]?.[range.firstColumn]?.text ?? '', columns);
  return heights.map((height) => Math.min(MOST, height));
}

/** A merged text that is taller than its rows together makes each of them a little taller. */
function stretch(heights: number[], range: MergedRange, text: string, columns: SheetSpec['columns']): void {
  const width = columns.slice(range.firstColumn, range.lastColumn + 1).reduce((sum, column) => sum + column.width, 0);
  const rows = heights.slice(range.firstRow, range.lastRow + 1);
  const missing = heightOf(text, width) - rows.reduce((sum, height) => sum + height, 0);
  if (missing <= 0) return;
  for (let row = range.firstRow; row <= range.lastRow; row += 1)
    heights[row] = (heights[row] ?? LEAST) + missing / rows.length;
}

function cellsOf({ firstRow, lastRow, firstColumn, lastColumn }: MergedRange): string[] {
  const cells: string[] = [];
  for (let row = firstRow; row <= lastRow; row += 1)
    for (let column = firstColumn; column <= lastColumn; column += 1) cells.push(`${row}:${column}`);
  return cells;
}
