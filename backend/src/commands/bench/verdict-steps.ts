import { AFTER, BEFORE, RUNNING, type Span } from './plain-clock.js';

export const MET = 0;
export const AT_RISK = 1;
export const UNMET = 2;
export const NO_DATA = 3;
export const NOT_DUE = 4;
export const NOT_APPLICABLE = 5;

/** Which of two periods is worse. */
const WORSE = Uint8Array.of(2, 3, 5, 4, 1, 0);
/** Which of several needed parts is worse. */
const WORSE_PART = Uint8Array.of(1, 3, 5, 4, 2, 0);

/** What was found for one cell; reused. */
export class Found {
  fulfilled = false;
  any = false;
  /** Would be fulfilled with the waiting records, or but for an attribute. */
  excused = false;
  tolerated = false;
  expiring = false;
  absent = false;
  unknown = false;
  measured = NaN;

  clear(): void {
    this.fulfilled = this.any = this.excused = this.tolerated = this.expiring = this.absent = this.unknown = false;
    this.measured = NaN;
  }
}

/** Outcome and measured of the cell being judged. */
export class Cell {
  outcome = 0;
  measured = NaN;
  any = false;
}

export function outcomeIn(found: Found, span: Span): number {
  if (span.phase === BEFORE || found.absent) return NOT_APPLICABLE;
  if (found.fulfilled) return found.expiring ? AT_RISK : MET;
  if (span.phase === RUNNING) return span.warn && (found.any || !span.sheetLater) ? AT_RISK : NOT_DUE;
  if (found.excused) return AT_RISK;
  if (span.phase !== AFTER) return !found.any || found.unknown ? NO_DATA : AT_RISK;
  if (found.unknown) return NO_DATA;
  return found.tolerated ? AT_RISK : UNMET;
}

/** The later outcome takes the cell when it is the worse one; of two that are not due it falls due first. */
export function takeWorse(cell: Cell, outcome: number, measured: number, any = false): void {
  const tie = outcome === NOT_DUE && cell.outcome === NOT_DUE;
  if (!tie && (WORSE[outcome] ?? 0) <= (WORSE[cell.outcome] ?? 0)) return;
  cell.outcome = outcome;
  cell.measured = measured;
  cell.any = any;
}

export function isWorsePart(one: number, other: number): boolean {
  return (WORSE_PART[one] ?? 0) > (WORSE_PART[other] ?? 0);
}

/** Never worse than at risk once something was reported. */
export function capped(outcome: number, any: boolean): number {
  return outcome !== UNMET ? outcome : any ? AT_RISK : NO_DATA;
}

/** The cells of one requirement, in the order of the subjects. */
export interface Judged {
  readonly outcome: Uint8Array;
  readonly measured: Float64Array;
}

export function judgedFor(subjects: Int16Array): Judged {
  return { outcome: new Uint8Array(subjects.length), measured: new Float64Array(subjects.length) };
}
