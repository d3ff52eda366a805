import { OUTCOMES, REASONS, type Outcome, type Reason } from '../verdict.types.js';

/** Numbers of the outcomes and reasons in the columns of a board. */
export const MET = 0;
export const AT_RISK = 1;
export const UNMET = 2;
export const NO_DATA = 3;
export const NOT_DUE = 4;
export const NOT_APPLICABLE = 5;

const reasonCodes = new Map<Reason, number>(REASONS.map((reason, code) => [reason, code]));

/** The reason asked for last: cell after cell says the same. */
let last: { readonly reason: Reason; readonly code: number } = { reason: REASONS[0], code: 0 };

export function reasonCode(reason: Reason): number {
  if (last.reason !== reason) last = { reason, code: reasonCodes.get(reason) ?? 0 };
  return last.code;
}

export function outcomeAt(code: number): Outcome {
  return OUTCOMES[code] ?? 'noData';
}

export function reasonAt(code: number): Reason {
  return REASONS[code] ?? 'nothingReported';
}

/** Rank of each outcome when two periods meet (decision 4): unmet, noData, atRisk, met; then notDue, notApplicable. */
const WORSE = Uint8Array.of(2, 3, 5, 4, 1, 0);
/** Rank among the parts of one cell, which are all needed: a part that is not due yet keeps the whole from being met. */
const WORSE_PART = Uint8Array.of(1, 3, 5, 4, 2, 0);

export function isWorse(one: number, other: number): boolean {
  return (WORSE[one] ?? 0) > (WORSE[other] ?? 0);
}

export function isWorsePart(one: number, other: number): boolean {
  return (WORSE_PART[one] ?? 0) > (WORSE_PART[other] ?? 0);
}
