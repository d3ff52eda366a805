export const UNIT_KINDS = ['county', 'bureau', 'town', 'street', 'village', 'community'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A unit of the county in the order of the list; the order is that of every page and workbook. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  /** Null for the county only. */
  readonly parentCode: string | null;
  /** Other names found in the table and in old papers. */
  readonly aliases: readonly string[];
}

/** What is wrong in a line of `units.csv`, and what to write instead. */
export interface UnitProblem {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
}
