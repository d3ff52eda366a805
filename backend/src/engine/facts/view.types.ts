/** Rows of a selection with the unit each belongs to, sorted by day (then by when they were handed in, then by record number). All arrays run in step. */
export interface View {
  readonly length: number;
  readonly rows: Int32Array;
  readonly days: Int32Array;
  /** The record's period, or its day twice. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Last day in force; NO_DAY where open. */
  readonly until: Int32Array;
  /** -1 where the record belongs to no unit. */
  readonly units: Int16Array;
  /** The unit the record belonged to first; the very array `units` where no unit holds another's records. */
  readonly origins: Int16Array;
  /** Count given for the unit where the unit field carries counts; 1 elsewhere. */
  readonly weights: Float64Array;
  /** 1 where a wished attribute is missing. */
  readonly lacks: Uint8Array;
  /** Day of submission of a record that waits for review; NO_DAY for approved ones. */
  readonly waitingSince: Int32Array;
}

export interface Views {
  /** What counts. */
  readonly approved: View;
  /** What would count if the waiting records were approved. */
  readonly withPending: View;
  /** Approved, but an attachment is missing. */
  readonly lacking: View;
}

/** Views that are good for these versions of the tables only. */
export interface KeptViews {
  readonly table: number;
  readonly homes: number;
  readonly value: Views;
}

/** Steps by case: those of case row r stand at offsets[r] … offsets[r + 1], earliest first. All arrays run in step. */
export interface CaseIndex {
  readonly offsets: Int32Array;
  /** Rows of the steps in their own table. */
  readonly rows: Int32Array;
  readonly codes: Int16Array;
  /** Minutes. */
  readonly doneAt: Int32Array;
  /** Day of submission of a step that waits for review; NO_DAY for approved ones. */
  readonly waitingSince: Int32Array;
}
