import { NO_DAY, NONE, type Day } from '../facts.types.js';
import type { Reason, Verdict } from '../verdict.types.js';
import { outcomeAt, reasonAt, reasonCode } from './codes.js';

/** A verdict under construction. One draft is reused for all cells of a kind; numbers as in the board's columns. */
export class Draft {
  outcome = 0;
  /** In words; its number is looked up once the verdict stands. */
  why: Reason = 'fulfilled';
  measured = NaN;
  of = NaN;
  required = NaN;
  from: Day = NO_DAY;
  to: Day = NO_DAY;
  due: Day = NO_DAY;
  part = NONE;
  /** Whether anything at all was reported: a cap leaves noData where nothing was. */
  any = false;

  get reason(): number {
    return reasonCode(this.why);
  }

  say(outcome: number, reason: Reason): this {
    this.outcome = outcome;
    this.why = reason;
    return this;
  }

  count(measured: number, of: number, required: number): this {
    this.measured = measured;
    this.of = of;
    this.required = required;
    return this;
  }

  span(from: Day, to: Day, due: Day): this {
    this.from = from;
    this.to = to;
    this.due = due;
    return this;
  }

  clear(): this {
    this.any = false;
    this.part = NONE;
    return this.say(0, 'fulfilled').count(NaN, NaN, NaN).span(NO_DAY, NO_DAY, NO_DAY);
  }

  copy(from: Draft): this {
    this.outcome = from.outcome;
    this.why = from.why;
    this.part = from.part;
    this.any = from.any;
    return this.count(from.measured, from.of, from.required).span(from.from, from.to, from.due);
  }
}

type Columns = Omit<Draft, 'say' | 'count' | 'span' | 'clear' | 'copy' | 'any' | 'why'>;

const numberOrNull = (value: number) => (Number.isNaN(value) ? null : value);
const dayOrNull = (day: Day) => (day === NO_DAY ? null : day);

/** The verdict as a value. */
export function toVerdict(draft: Columns): Verdict {
  const measured = numberOrNull(draft.measured);
  const required = numberOrNull(draft.required);
  return {
    outcome: outcomeAt(draft.outcome),
    reason: reasonAt(draft.reason),
    measured,
    of: numberOrNull(draft.of),
    required,
    shortfall: measured === null || required === null ? null : Math.max(0, required - measured),
    from: dayOrNull(draft.from),
    to: dayOrNull(draft.to),
    due: dayOrNull(draft.due),
    part: draft.part < 0 ? null : draft.part,
  };
}
