import type { Day } from '../facts.types.js';

/** The months whose sheets are expected by the as-of day, oldest first; bit i of a mask is month i. */
export interface Months {
  readonly first: Day;
  readonly count: number;
  /** First day of each month, and of the one after the last. */
  readonly starts: Int32Array;
  /** Bits of the months that are expected. */
  readonly expected: number;
  /** Last day on which each expected sheet was in time. */
  readonly deadlines: readonly Day[];
}

/** Months that are proven by unit, as masks: approved, and with waiting ones. */
export interface ProvenMonths {
  readonly approved: Int32Array;
  readonly waiting: Int32Array;
}
