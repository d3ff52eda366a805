import { lastDayOfMonth } from '../days.js';
import { NO_DAY } from '../facts.types.js';
import { caseIndex } from '../facts/case-index.js';
import type { CaseIndex } from '../facts/view.types.js';
import type { Column } from '../facts/column.js';
import type { Table } from '../facts/table.js';
import { endOfDay, instantDay, MINUTES_PER_DAY } from '../instants.js';
import type { CaseSource, CaseStep } from '../rule.types.js';
import { addWorkdays } from '../workdays.js';
import type { Env, Run } from './env.js';

/** How a case stands with all its steps, from best to worst. */
export const ON_TIME = 0;
export const STILL_OPEN = 1;
export const LATE = 2;
export const OVERDUE = 3;
export type CaseState = 0 | 1 | 2 | 3;

export type SingleCases = Extract<CaseSource, { readonly type: 'cases' }>;

/** Where a step's clock starts: an instant field of the case, or the doing of another step. */
type Origin = { readonly column: Column } | { readonly code: number; readonly field: Column | undefined };

interface Step {
  readonly rule: CaseStep;
  readonly code: number;
  readonly field: Column | undefined;
  readonly origin: Origin;
  readonly before: number;
  readonly limit: number;
  /** The limit in minutes where it runs by the minute; NaN otherwise. */
  readonly minutes: number;
  readonly every: number;
}

/** Judges single cases by their steps. Nothing is allocated per case. */
export class CaseJudge {
  /** The step that decided last. */
  step = 0;
  private readonly steps: readonly Step[];
  private readonly index: CaseIndex;
  private readonly base: Column | undefined;
  private readonly closed: Column | undefined;
  private readonly outcome: Column | undefined;
  private readonly outcomes: ReadonlySet<number> | null;
  private readonly now: number;
  private readonly env: Env;
  private waiting = false;

  constructor(
    run: Run,
    source: SingleCases,
    private readonly table: Table,
  ) {
    this.env = run.env;
    this.now = endOfDay(run.env.asOf);
    this.index = caseIndex(run.env.facts, table);
    this.base = table.columns.get(source.base);
    this.closed = table.columns.get('closed_at');
    this.outcome = table.columns.get('outcome');
    const options = this.outcome?.kind === 'choice' ? this.outcome.codes : null;
    this.outcomes =
      source.outcomes === undefined ? null : new Set(source.outcomes.map((option) => options?.get(option) ?? -2));
    const codes = run.env.facts.tables.get('case_step')?.columns.get('step');
    const codeOf = (name: string | undefined) =>
      name !== undefined && codes?.kind === 'choice' ? (codes.codes.get(name) ?? -2) : -2;
    const limitOf = ({ within }: CaseStep) => (within === undefined ? NaN : run.number(within.number));
    this.steps = source.steps.map((rule) => ({
      rule,
      code: codeOf(rule.step),
      field: rule.field === undefined ? undefined : table.columns.get(rule.field),
      origin: this.originOf(rule.from ?? source.base, source.steps, codeOf),
      before: codeOf(rule.before),
      limit: limitOf(rule),
      minutes: limitOf(rule) * minutesIn(rule.within?.unit),
      every: rule.every === undefined ? NaN : run.number(rule.every),
    }));
  }

  private originOf(from: string, steps: readonly CaseStep[], codeOf: (name: string) => number): Origin {
    const column = this.table.columns.get(from);
    if (column !== undefined) return { column };
    const earlier = steps.find(({ step }) => step === from)?.field;
    return { code: codeOf(from), field: earlier === undefined ? undefined : this.table.columns.get(earlier) };
  }

  /** Until when (minutes) the step that decided last had to be done; NO_DAY without a limit. */
  limitIn(row: number): number {
    const step = this.steps[this.step];
    return step === undefined ? NO_DAY : this.limitOf(step, row);
  }

  /** Minutes of the instant on which the case rests; NO_DAY where it is missing. */
  baseOf(row: number): number {
    return this.instant(this.base, row);
  }

  /** The worst step decides. With `waiting`, steps that wait for review count if they were handed in by `limit`. */
  judge(row: number, waiting: boolean): CaseState {
    this.waiting = waiting;
    let worst: CaseState = ON_TIME;
    this.step = 0;
    for (let at = 0; at < this.steps.length; at += 1) {
      const step = this.steps[at];
      if (step === undefined) continue;
      const last = at === this.steps.length - 1;
      const state = Number.isNaN(step.every) ? this.judgeStep(step, row, last) : this.judgeRepeats(step, row);
      if (state <= worst && at > 0) continue;
      worst = state;
      this.step = at;
    }
    return worst;
  }

  private judgeStep(step: Step, row: number, last: boolean): CaseState {
    let done = this.doneAt(step.code, step.field, row);
    if (last && this.outcomes !== null && !this.hasOutcome(row)) done = NO_DAY;
    if (step.rule.before !== undefined) return this.judgeBefore(step, row, done);
    const open = step.rule.within === undefined;
    // Without a limit of its own a step that is done is on time, whenever that was.
    if (open && done !== NO_DAY) return ON_TIME;
    const limit = this.limitOf(step, row);
    if (limit === NO_DAY) return done === NO_DAY ? STILL_OPEN : ON_TIME;
    if (done !== NO_DAY) return done <= limit ? ON_TIME : LATE;
    const closedWithout = open && this.closedAt(row) !== NO_DAY;
    return closedWithout || this.now > limit ? OVERDUE : STILL_OPEN;
  }

  /** Due only once the other step is done, and not later than it (3.2.2.b). */
  private judgeBefore(step: Step, row: number, done: number): CaseState {
    const other = this.doneAt(step.before, undefined, row);
    if (other === NO_DAY) return done === NO_DAY ? STILL_OPEN : ON_TIME;
    if (done === NO_DAY) return OVERDUE;
    return done <= other ? ON_TIME : LATE;
  }

  /** Gaps between base, repeats and closing (or today) of more than `every` days: an overrun; an unfinished one is overdue. */
  private judgeRepeats(step: Step, row: number): CaseState {
    const start = this.originAt(step, row);
    if (start === NO_DAY) return STILL_OPEN;
    const closed = this.closedAt(row);
    let previous = instantDay(start);
    let late = false;
    for (let at = this.index.offsets[row] ?? 0; at < (this.index.offsets[row + 1] ?? 0); at += 1) {
      if (this.index.codes[at] !== step.code || !this.counts(at)) continue;
      const day = instantDay(this.index.doneAt[at] ?? 0);
      if (day - previous > step.every) late = true;
      previous = Math.max(previous, day);
    }
    const end = closed === NO_DAY ? this.env.asOf : instantDay(closed);
    if (end - previous > step.every) return closed === NO_DAY ? OVERDUE : LATE;
    if (late) return LATE;
    return closed === NO_DAY && previous === instantDay(start) ? STILL_OPEN : ON_TIME;
  }

  /** Earliest doing of a step up to the as-of day, in minutes; NO_DAY while it is not done. */
  private doneAt(code: number, field: Column | undefined, row: number): number {
    if (field !== undefined) {
      const at = this.instant(field, row);
      return at <= this.now ? at : NO_DAY;
    }
    for (let at = this.index.offsets[row] ?? 0; at < (this.index.offsets[row + 1] ?? 0); at += 1) {
      if (this.index.codes[at] === code && this.counts(at)) return this.index.doneAt[at] ?? NO_DAY;
    }
    return NO_DAY;
  }

  private counts(at: number): boolean {
    if ((this.index.doneAt[at] ?? 0) > this.now) return false;
    return this.waiting || (this.index.waitingSince[at] ?? NO_DAY) === NO_DAY;
  }

  private originAt(step: Step, row: number): number {
    if ('column' in step.origin) return this.instant(step.origin.column, row);
    return this.doneAt(step.origin.code, step.origin.field, row);
  }

  /** Last minute in which the step is on time; without a limit of its own, the day on which the month's sheet is due. NO_DAY while its clock stands. */
  private limitOf(step: Step, row: number): number {
    const start = this.originAt(step, row);
    if (start === NO_DAY) return NO_DAY;
    if (step.minutes >= 0) return start + step.minutes;
    const day = instantDay(start);
    if (step.rule.within === undefined) {
      const { calendar } = this.env;
      return endOfDay(addWorkdays(lastDayOfMonth(day), this.env.parameter('zero_report_workdays'), calendar));
    }
    if (step.rule.within.unit === 'workdays') return endOfDay(addWorkdays(day, step.limit, this.env.calendar));
    return endOfDay(day + step.limit);
  }

  private hasOutcome(row: number): boolean {
    return this.outcome?.kind === 'choice' && this.outcomes?.has(this.outcome.values[row] ?? -1) === true;
  }

  private closedAt(row: number): number {
    const at = this.instant(this.closed, row);
    return at <= this.now ? at : NO_DAY;
  }

  private instant(column: Column | undefined, row: number): number {
    if (column?.kind === 'instant') return column.values[row] ?? NO_DAY;
    const day = column?.kind === 'day' ? (column.values[row] ?? NO_DAY) : NO_DAY;
    return day === NO_DAY ? NO_DAY : day * MINUTES_PER_DAY;
  }
}

/** Minutes of a unit that runs by the minute; days and workdays end with their day. */
function minutesIn(unit: 'minutes' | 'hours' | 'days' | 'workdays' | undefined): number {
  return unit === 'minutes' ? 1 : unit === 'hours' ? 60 : NaN;
}
