/** A look of a cell; the workbook room knows what it means in Excel. */
export type CellTone =
  'plain' | 'centred' | 'head' | 'note' | 'met' | 'atRisk' | 'unmet' | 'noData' | 'notDue' | 'notApplicable';

export interface SheetCell {
  readonly text: string;
  readonly tone: CellTone;
}

export interface SheetColumn {
  readonly heading: string;
  /** In half-width characters, as Excel counts; a Chinese character takes two. */
  readonly width: number;
}

/** From-to in row numbers of the sheet's body (0 = first row under the heading) and column numbers, both inside. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** One sheet that is read and printed: title, notes, frozen heading, body, merged cells. */
export interface SheetSpec {
  readonly name: string;
  readonly title: string;
  /** Lines under the title: day, numbers, legend. */
  readonly notes: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly MergedRange[];
  /** Text at the foot of every printed page, before the page number. */
  readonly footer: string;
}
