import { lastDayOfMonth } from '../days.js';
import { NO_DAY, NO_OPTION, NONE } from '../facts.types.js';
import { caseIndex } from '../facts/case-index.js';
import type { CaseIndex } from '../facts/view.types.js';
import type { Column } from '../facts/column.js';
import { isPresent } from '../facts/tests.js';
import type { Table } from '../facts/table.js';
import { endOfDay, instantDay, MINUTES_PER_DAY } from '../instants.js';
import type { NumberOverTime } from '../numbers.js';
import { addWorkdays } from '../workdays.js';
import { readSteps, type Doing, type SingleCases, type Step } from './case-plan.js';
import { Closing } from './closing.js';
import type { Env, Run } from './env.js';

/** How a case stands with all its steps, from best to worst. */
export const ON_TIME = 0;
export const STILL_OPEN = 1;
export const LATE = 2;
export const OVERDUE = 3;
/** Later than any day: whenever it was handed in. */
const ANY_DAY = 1_000_000;
export type CaseState = 0 | 1 | 2 | 3;

/** Judges single cases by their steps. Nothing is allocated per case. */
export class CaseJudge {
  /** The step that decided last. */
  step = 0;
  private readonly steps: readonly Step[];
  private readonly index: CaseIndex;
  private readonly base: Column | undefined;
  private readonly closing: Closing;
  private readonly outcome: Column | undefined;
  private readonly outcomes: ReadonlySet<number> | null;
  private readonly now: number;
  private readonly env: Env;
  private readonly graceDays: number;
  private readonly sheetWorkdays: number;
  private waiting = false;
  /** Minute in which the case was opened again while its second round is judged; NO_DAY in the first. */
  private again = NO_DAY;
  /** The round that decided last. */
  private decidedIn = NO_DAY;

  constructor(
    run: Run,
    source: SingleCases,
    private readonly table: Table,
  ) {
    this.env = run.env;
    this.now = endOfDay(run.env.asOf);
    this.graceDays = run.env.parameter('period_grace_days');
    this.sheetWorkdays = run.env.parameter('zero_report_workdays');
    this.index = caseIndex(run.env.facts, table);
    this.base = table.columns.get(source.base);
    this.closing = new Closing(table, this.now);
    this.outcome = table.columns.get('outcome');
    const options = this.outcome?.kind === 'choice' ? this.outcome.codes : null;
    this.outcomes =
      source.outcomes === undefined
        ? null
        : new Set(source.outcomes.map((option) => options?.get(option) ?? NO_OPTION));
    this.steps = readSteps(run, source, table);
  }

  /** Until when (minutes) the step that decided last had to be done; NO_DAY without a limit. */
  limitIn(row: number): number {
    const step = this.steps[this.step];
    if (step === undefined) return NO_DAY;
    this.again = this.decidedIn;
    return this.limitOf(step, row);
  }

  /** Minutes of the instant on which the case rests; NO_DAY where it is missing. */
  baseOf(row: number): number {
    return this.instant(this.base, row);
  }

  /** Minute from which the case counts as one of the window: its base, or its opening again. */
  countsFrom(row: number): number {
    return Math.max(this.baseOf(row), this.closing.reopenedAt(row));
  }

  /** The worst step decides. With `waiting`, steps that wait for review count if they were handed in by `limit`. */
  judge(row: number, waiting: boolean): CaseState {
    this.waiting = waiting;
    this.again = this.decidedIn = NO_DAY;
    this.step = 0;
    let worst: CaseState = ON_TIME;
    for (let at = 0; at < this.steps.length; at += 1) {
      const step = this.steps[at];
      if (step === undefined) continue;
      const state = this.judgeOne(step, row, at === this.steps.length - 1);
      if (state <= worst) continue;
      worst = state;
      this.step = at;
    }
    const again = this.closing.reopenedAt(row);
    return again === NO_DAY ? worst : this.judgeAgain(row, again, worst);
  }

  /** The second round of a case opened again: its last step and its repeats once more; the worse of both rounds stands. */
  private judgeAgain(row: number, again: number, first: CaseState): CaseState {
    let worst = first;
    this.again = again;
    for (let at = 0; at < this.steps.length; at += 1) {
      const step = this.steps[at];
      const last = at === this.steps.length - 1;
      if (step === undefined || (step.every === null && !last)) continue;
      const state = this.judgeOne(step, row, last);
      if (state <= worst) continue;
      worst = state;
      this.step = at;
      this.decidedIn = again;
    }
    return worst;
  }

  private judgeOne(step: Step, row: number, last: boolean): CaseState {
    return step.every === null ? this.judgeStep(step, row, last) : this.judgeRepeats(step, step.every, row);
  }

  private judgeStep(step: Step, row: number, last: boolean): CaseState {
    // What the first round of a case opened again came to is no longer written down: its outcome is that of the second.
    const asked = last && this.outcomes !== null && (this.again !== NO_DAY || !this.closing.twoRounds(row));
    const settled = !asked || this.hasOutcome(row);
    if (step.before !== null) return this.judgeBefore(step, step.before, row, settled);
    const { open } = step;
    // Without a limit of its own a step that is done is on time, whenever that was.
    if (open && !this.waiting && settled && this.doneAt(step.doing, row) !== NO_DAY) return ON_TIME;
    const limit = this.limitOf(step, row);
    const done = settled ? this.doneAt(step.doing, row, this.inTimeBy(limit)) : NO_DAY;
    if (open && done !== NO_DAY) return ON_TIME;
    if (limit === NO_DAY) return done === NO_DAY ? STILL_OPEN : ON_TIME;
    if (done !== NO_DAY) return done <= limit ? ON_TIME : LATE;
    const closedWithout = open && this.closedAt(row) !== NO_DAY;
    return closedWithout || this.now > limit ? OVERDUE : STILL_OPEN;
  }

  /** Due only once the other step is done, and not later than it (3.2.2.b). */
  private judgeBefore(step: Step, before: Doing, row: number, settled: boolean): CaseState {
    const other = this.doneAt(before, row);
    const done = settled ? this.doneAt(step.doing, row, this.inTimeBy(other)) : NO_DAY;
    if (other === NO_DAY) return done === NO_DAY ? STILL_OPEN : ON_TIME;
    if (done === NO_DAY) return OVERDUE;
    return done <= other ? ON_TIME : LATE;
  }

  /** Gaps between base, repeats and closing (or today) of more than `every` days: an overrun; an unfinished one is overdue. */
  private judgeRepeats(step: Step, over: NumberOverTime, row: number): CaseState {
    const start = this.originAt(step, row);
    if (start === NO_DAY) return STILL_OPEN;
    const every = over.on(instantDay(start));
    const again = this.again === NO_DAY ? this.closing.reopenedAt(row) : NO_DAY;
    const closed = this.closedAt(row);
    let previous = instantDay(start);
    let late = false;
    for (let at = this.index.offsets[row] ?? 0; at < (this.index.offsets[row + 1] ?? 0); at += 1) {
      if (!this.shows(step.doing, at) || !this.counts(at)) continue;
      const done = this.index.doneAt[at] ?? 0;
      // What was done after the closing, or in the second round, makes and fills no gap.
      if ((closed !== NO_DAY && done > closed) || (again !== NO_DAY && done > again)) break;
      const day = instantDay(done);
      if (day - previous > every) late = true;
      previous = Math.max(previous, day);
    }
    // Where the end of the first round is not known, the last repeat is as good as its end.
    if (again !== NO_DAY && closed === NO_DAY) return late ? LATE : ON_TIME;
    const end = closed === NO_DAY ? this.env.asOf : instantDay(closed);
    if (end - previous > every) return closed === NO_DAY ? OVERDUE : LATE;
    if (late) return LATE;
    return closed === NO_DAY && previous === instantDay(start) ? STILL_OPEN : ON_TIME;
  }

  /** Earliest doing of a step up to the as-of day, in minutes; NO_DAY while it is not done. */
  private doneAt(doing: Doing, row: number, by = ANY_DAY): number {
    if (doing.field !== undefined) {
      const at = this.instant(doing.field, row);
      return at <= this.now && at > this.again ? at : NO_DAY;
    }
    for (let at = this.index.offsets[row] ?? 0; at < (this.index.offsets[row + 1] ?? 0); at += 1) {
      if (this.shows(doing, at) && this.counts(at, by)) return this.index.doneAt[at] ?? NO_DAY;
    }
    return NO_DAY;
  }

  /** Whether an entry is the step, or another one that shows the same. */
  private shows({ code, others }: Doing, at: number): boolean {
    const found = this.index.codes[at] ?? NONE;
    return found === code || (others.length > 0 && this.showsOther(others, found, this.index.rows[at] ?? 0));
  }

  private showsOther(others: Doing['others'], found: number, row: number): boolean {
    return others.some(({ code, having }) => code === found && (having === undefined || isPresent(having, row)));
  }

  /** `by`: the last day on which what waits was handed in on time. */
  private counts(at: number, by = ANY_DAY): boolean {
    const done = this.index.doneAt[at] ?? 0;
    if (done > this.now || done <= this.again) return false;
    const since = this.index.waitingSince[at] ?? NO_DAY;
    return since === NO_DAY || (this.waiting && since <= by);
  }

  /** What waits for review was handed in on time until the grace days after its limit are over (decision 0010). */
  private inTimeBy(limit: number): number {
    return instantDay(limit) + this.graceDays;
  }

  /** Where a step's clock starts; in the second round all start with the opening again. */
  private originAt(step: Step, row: number): number {
    if (this.again !== NO_DAY) return this.again;
    return step.clock === undefined ? this.doneAt(step.origin, row) : this.instant(step.clock, row);
  }

  /**
   * Last minute in which the step is on time; of one that repeats, the first time; without a limit of its own, the day on
   * which the month's sheet is due. NO_DAY while its clock stands, and where another step makes it due.
   */
  private limitOf(step: Step, row: number): number {
    const start = step.before === null ? this.originAt(step, row) : NO_DAY;
    if (start === NO_DAY) return NO_DAY;
    const day = instantDay(start);
    if (step.every !== null) return endOfDay(day + step.every.on(day));
    if (step.limit === null) {
      return endOfDay(addWorkdays(lastDayOfMonth(day), this.sheetWorkdays, this.env.calendar));
    }
    const limit = step.limit.on(day);
    if (step.minutes > 0) return start + limit * step.minutes;
    if (step.workdays) return endOfDay(addWorkdays(day, limit, this.env.calendar));
    return endOfDay(day + limit);
  }

  private hasOutcome(row: number): boolean {
    return this.outcome?.kind === 'choice' && this.outcomes?.has(this.outcome.values[row] ?? NONE) === true;
  }

  private closedAt(row: number): number {
    const first = this.again === NO_DAY && this.closing.reopenedAt(row) !== NO_DAY;
    return first ? this.closing.firstClosedAt(row) : this.closing.closedAt(row);
  }

  private instant(column: Column | undefined, row: number): number {
    if (column?.kind === 'instant') return column.values[row] ?? NO_DAY;
    const day = column?.kind === 'day' ? (column.values[row] ?? NO_DAY) : NO_DAY;
    return day === NO_DAY ? NO_DAY : day * MINUTES_PER_DAY;
  }
}
