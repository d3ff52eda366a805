import type { Day } from './facts.types.js';

export const OUTCOMES = ['met', 'atRisk', 'unmet', 'noData', 'notDue', 'notApplicable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const VETO_STATES = ['clear', 'unproven', 'atRisk', 'triggered'] as const;
export type VetoState = (typeof VETO_STATES)[number];

/** Why a cell has its outcome; the renderer of sentences switches over it. */
export const REASONS = [
  'fulfilled',
  'onPace',
  'shortInLastQuarter',
  'shortInGrace',
  'short',
  'nothingReported',
  'nothingYet',
  'waitingForReview',
  'attributeMissing',
  'tolerated',
  'expiring',
  'expired',
  'beforeStart',
  'noSubjectChildren',
  'wrongSize',
  'sizeUnknown',
  'conditionAbsent',
  'sheetMissing',
  'benchmarkMissing',
  'benchmarkStale',
  'overdue',
  'late',
  'stillOpen',
  'triggered',
  'underConfirmation',
  'insideRepair',
  'startUnknown',
] as const;
export type Reason = (typeof REASONS)[number];

/** One cell judged on one day. `measured`/`of` is the fraction (11 of 12); `of` is null where a plain count is compared. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly measured: number | null;
  readonly of: number | null;
  readonly required: number | null;
  /** required − measured, never below 0; null when not counted. */
  readonly shortfall: number | null;
  /** Period judged, or null for standing duties. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Last day on which the missing part can still be done without becoming unmet. */
  readonly due: Day | null;
  /** Index of the category, paper, ledger, step or item that decided, in the rule's own order; null when there is none. */
  readonly part: number | null;
}

/** Why a record of the right type was looked at and not counted. */
export type NotCountedReason =
  | 'waitingForReview'
  | 'returned'
  | 'outsidePeriod'
  | 'afterAsOf'
  | 'conditionNotMet'
  | 'evidenceMissing'
  | 'notInForce';

export interface Explanation {
  readonly verdict: Verdict;
  /** The other period that was looked at (running or last closed) with its own verdict, if the kind has one. */
  readonly other: Verdict | null;
  readonly counted: readonly number[];
  readonly notCounted: readonly {
    readonly id: number;
    readonly reason: NotCountedReason;
    readonly field: string | null;
  }[];
  /** Labels of what is missing: items, papers, categories, months `2026-08`, unit codes. */
  readonly missing: readonly string[];
  /** Years without known days off on which the verdict rests, oldest first. */
  readonly unknownYears: readonly number[];
  /** Each category/part with its own numbers, where the rule has parts. */
  readonly parts: readonly {
    readonly label: string;
    readonly outcome: Outcome;
    readonly measured: number | null;
    readonly of: number | null;
  }[];
}

/** All cells of the county on one day, column by column; row i of every column is one cell. */
export interface Board {
  readonly asOf: Day;
  readonly length: number;
  readonly requirement: Uint16Array;
  readonly unit: Uint16Array;
  readonly outcome: Uint8Array;
  readonly reason: Uint8Array;
  /** NaN where null. */
  readonly measured: Float64Array;
  readonly of: Float64Array;
  readonly required: Float64Array;
  /** NO_DAY where null. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly due: Int32Array;
  /** -1 where null. */
  readonly part: Int16Array;
}

/** What the day is judged by besides the records. */
export interface Context {
  readonly asOf: Day;
  /** First day of the campaign; null: nothing is judged (every cell notDue, reason startUnknown). */
  readonly start: Day | null;
  /** Global parameters by id: dated values, newest day not after asOf holds. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly calendar: WorkCalendar;
}

/** Days off and made up, as data; an unknown year counts weekends only and exempts nothing (decision 12). */
export interface WorkCalendar {
  /** Years whose days off are known. */
  readonly years: ReadonlySet<number>;
  readonly holidays: ReadonlySet<Day>;
  readonly workingWeekends: ReadonlySet<Day>;
  /** Days of the statutory Spring Festival holiday (for exempt weeks). */
  readonly springFestival: ReadonlySet<Day>;
}
