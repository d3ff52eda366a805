import { addMonths } from '../days.js';
import { NO_DAY, NONE, type Day } from '../facts.types.js';
import { lowerBound } from '../facts/view.js';
import { endOfDay, instantDay, MINUTES_PER_DAY } from '../instants.js';
import { seesAll, settle } from '../measures/gather.js';
import type { SingleCases } from './case-plan.js';
import { CaseJudge, LATE, OVERDUE, STILL_OPEN, type CaseState } from './cases.js';
import type { Env, Run } from './env.js';

/** Overdue only because a step waits for review; stands behind the states of a single case. */
const WAITING = OVERDUE + 1;

/** Cases of each subject by how they stand. */
export interface CaseTally {
  readonly onTime: Float64Array;
  readonly late: Float64Array;
  readonly open: Float64Array;
  readonly overdue: Float64Array;
  /** Overdue only because a step waits for review, or late or overdue and itself waiting. */
  readonly waiting: Float64Array;
  /** Earliest limit (as a day) among the open cases of a unit's own; 0 where there is none. */
  readonly nextDue: Float64Array;
  /** Steps that are overdue among the cases of the first subject, by name (its explanation judges just one). */
  readonly overdueSteps: Set<string>;
}

/** First day of the case window. */
export function caseWindowFrom(env: Env): Day {
  return addMonths(env.asOf, -env.parameter('case_window_months')) + 1;
}

/** Judges the cases whose base lies in the window, and those open past their limit however old (they never age out). */
export function tallyCases(run: Run, source: SingleCases): CaseTally {
  const { env } = run;
  const tally = emptyTally(env);
  const table = env.facts.tables.get(source.of.record);
  if (table === undefined) return tally;
  const judge = new CaseJudge(run, source, table);
  const { withPending: view } = run.views(source.of);
  const from = caseWindowFrom(env) * MINUTES_PER_DAY;
  const now = endOfDay(env.asOf);
  // In the order of the states; a step that only waits for review comes last.
  const counts = [tally.onTime, tally.open, tally.late, tally.overdue, tally.waiting];
  const rest = [0, 0, 0, 0, 0];
  const found = [0, 0, 0, 0, 0];
  const high = lowerBound(view.days, env.asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const row = view.rows[at] ?? 0;
    const base = judge.baseOf(row);
    if (base === NO_DAY || base > now) continue;
    const waits = (view.waitingSince[at] ?? NO_DAY) !== NO_DAY;
    let state: number = judge.judge(row, waits);
    if (state !== OVERDUE && judge.countsFrom(row) < from) continue;
    // A case that waits for review, new or changed, proves nothing well; late or overdue it is at risk, so no change hides it.
    if (waits && state !== OVERDUE && state !== LATE) continue;
    if (waits) state = WAITING;
    else if (state === OVERDUE) state = atBest(judge.judge(row, true));
    const unit = view.units[at] ?? NONE;
    const values = counts[state] ?? tally.open;
    found[state] = (found[state] ?? 0) + 1;
    if (unit < 0) rest[state] = (rest[state] ?? 0) + 1;
    else values[unit] = (values[unit] ?? 0) + 1;
    if (state === OVERDUE && sees(run, source, run.subjects[0] ?? NONE, unit))
      tally.overdueSteps.add(source.steps[judge.step]?.step ?? '');
    const limit = state === STILL_OPEN ? judge.limitIn(row) : NO_DAY;
    if (limit !== NO_DAY) noteDue(run, source, tally.nextDue, unit, instantDay(limit));
  }
  // Most states have no case at all.
  counts.forEach((values, state) => {
    if ((found[state] ?? 0) > 0) settle(env, values, rest[state] ?? 0, source.of);
  });
  return tally;
}

/** An overdue case with the steps that wait: at risk if they settle it, but what they show as late is late. */
function atBest(withWaiting: CaseState): number {
  return withWaiting === LATE || withWaiting === OVERDUE ? withWaiting : WAITING;
}

function emptyTally(env: Env): CaseTally {
  return {
    onTime: env.take(),
    late: env.take(),
    open: env.take(),
    overdue: env.take(),
    waiting: env.take(),
    nextDue: env.take(),
    overdueSteps: new Set(),
  };
}

/** Keeps the earliest limit for every unit that sees the case. */
function noteDue(run: Run, source: SingleCases, nextDue: Float64Array, unit: number, due: Day): void {
  for (const subject of run.subjects) {
    const before = nextDue[subject] ?? 0;
    if (sees(run, source, subject, unit) && (before === 0 || due < before)) nextDue[subject] = due;
  }
}

/** Whether a case that belongs to one unit is the subject's to handle. */
function sees(run: Run, source: SingleCases, subject: number, unit: number): boolean {
  const { tree } = run.env;
  const { from = 'own', unitField } = source.of;
  if (subject === unit) return true;
  if (from === 'county' && (unitField === undefined || seesAll(tree, subject))) return true;
  return from !== 'own' && tree.isWithin(unit, subject);
}
