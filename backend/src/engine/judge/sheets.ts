import { addMonths, firstDayOfMonth, lastDayOfMonth } from '../days.js';
import { NO_DAY, NONE, type Day } from '../facts.types.js';
import { lowerBound } from '../facts/view.js';
import type { View } from '../facts/view.types.js';
import { formatMonth } from '../periods.js';
import type { Selection } from '../rule.types.js';
import { addWorkdays } from '../workdays.js';
import { hasWaiting } from '../measures/gather.js';
import type { Env, Run } from './env.js';
import { eachHeir } from './heirs.js';
import type { Months } from './months.types.js';

/** Statements of a zero report (decision 13). */
const MONTHLY = ['零报告', '已更新'];
const RETROSPECTIVE = ['追溯说明'];
/** Months that fit into one mask. */
const MOST_MONTHS = 30;

/** The sheets that speak of a register. */
export interface SheetSelections {
  readonly register: string;
  readonly monthly: Selection;
  readonly retrospective: Selection;
}

export function sheetSelections(register: string): SheetSelections {
  const about = (statement: readonly string[]): Selection => ({
    record: 'zero_report',
    where: { statement: { any: statement }, registers: { any: [register] } },
  });
  return { register, monthly: about(MONTHLY), retrospective: about(RETROSPECTIVE) };
}

/** All cases of a register, whatever else is asked of them: a month that has one needs no zero report (decision 0010). */
export function registerOf(cases: Selection): Selection {
  const register = cases.where?.register;
  return { ...cases, where: register === undefined ? {} : { register } };
}

/** Months since the campaign's first month that end in the window; expected once the reporting and grace days have passed. */
export function monthsSince(env: Env, windowFrom: Day): Months {
  const first = Math.max(firstDayOfMonth(env.start), firstDayOfMonth(windowFrom));
  const known = env.months.get(first);
  if (known !== undefined) return known;
  const deadlines: Day[] = [];
  const starts: Day[] = [first];
  let expected = 0;
  for (let month = first; month <= env.asOf && deadlines.length < MOST_MONTHS; month = addMonths(month, 1)) {
    const deadline =
      addWorkdays(lastDayOfMonth(month), env.parameter('zero_report_workdays'), env.calendar) +
      env.parameter('period_grace_days');
    if (env.asOf > deadline) expected |= 1 << deadlines.length;
    deadlines.push(deadline);
    starts.push(addMonths(month, 1));
  }
  const months = { first, count: deadlines.length, starts: Int32Array.from(starts), expected, deadlines };
  env.months.set(first, months);
  return months;
}

/** Months that are expected of a unit: all, but of a new one only those that began after its first day. */
export function expectedOf(env: Env, months: Months, unit: number): number {
  const born = env.tree.bornOn(unit);
  let expected = months.expected;
  for (let at = 0; at < months.count; at += 1) if ((months.starts[at] ?? 0) < born) expected &= ~(1 << at);
  return expected;
}

/** Bit of the month that contains the day; 0 outside. */
export function monthBit(months: Months, day: Day): number {
  const { starts, count } = months;
  if (day < months.first || day >= (starts[count] ?? 0)) return 0;
  // No month is shorter than 28 days, so the guess is never too early.
  let at = Math.min(count - 1, Math.trunc((day - months.first) / 28));
  while ((starts[at] ?? 0) > day) at -= 1;
  return 1 << at;
}

/** Months that a unit has on the one side or the other, as masks by unit. */
export function eitherMonths(one: Int32Array, other: Int32Array): Int32Array {
  const either = one.slice();
  for (let unit = 0; unit < either.length; unit += 1) either[unit] = (one[unit] ?? 0) | (other[unit] ?? 0);
  return either;
}

/** Months for which each unit has a sheet, as masks by the units that signed them; `waiting` as if the waiting sheets were approved. */
export function sheetMasks(run: Run, sheets: SheetSelections, months: Months, waiting: boolean): Int32Array {
  const key = `${sheets.register}/${months.first}/${waiting}`;
  let masks = run.env.sheetMasks.get(key);
  if (masks === undefined) run.env.sheetMasks.set(key, (masks = findMasks(run, sheets, months, waiting)));
  return masks;
}

function findMasks(run: Run, sheets: SheetSelections, months: Months, waiting: boolean): Int32Array {
  const masks = new Int32Array(run.env.units);
  const monthly = viewOf(run, sheets.monthly, waiting);
  // A sheet of a later day is of a month that is not expected yet.
  for (let at = 0; at < monthly.length; at += 1) {
    const unit = monthly.origins[at] ?? NONE;
    const bit = monthBit(months, monthly.from[at] ?? NO_DAY);
    if (unit < 0 || bit === 0) continue;
    const deadline = months.deadlines[31 - Math.clz32(bit)] ?? 0;
    if ((monthly.waitingSince[at] ?? NO_DAY) <= deadline) masks[unit] = (masks[unit] ?? 0) | bit;
  }
  eachStatement(run, sheets, waiting, (unit, from, to, since) => {
    masks[unit] = (masks[unit] ?? 0) | monthsWithin(months, from, to, since);
  });
  return masks;
}

/** Months that a statement covers whole; one that waits is in time for those whose own sheet could still come. */
function monthsWithin(months: Months, from: Day, to: Day, since: Day): number {
  let mask = 0;
  for (let at = 0; at < months.count; at += 1) {
    if (since > (months.deadlines[at] ?? 0)) continue;
    if (from <= (months.starts[at] ?? 0) && to >= (months.starts[at + 1] ?? 0) - 1) mask |= 1 << at;
  }
  return mask;
}

/** The same masks as if the waiting sheets were approved; the very array given where nothing waits. */
export function sheetMasksWaiting(run: Run, sheets: SheetSelections, months: Months, approved: Int32Array): Int32Array {
  return hasWaiting(run, [sheets.monthly, sheets.retrospective]) ? sheetMasks(run, sheets, months, true) : approved;
}

/** 1 for each unit with one retrospective statement over all the days from…to (both inside). */
export function statementsOver(run: Run, sheets: SheetSelections, from: Day, to: Day, waiting: boolean): Uint8Array {
  const covered = new Uint8Array(run.env.units);
  eachStatement(run, sheets, waiting, (unit, first, last) => {
    if (first <= from && last >= to) covered[unit] = 1;
  });
  // What its predecessors stated together holds for a unit; one that is new had nothing to state.
  eachHeir(run.env.tree, (heir, predecessors) => {
    if (predecessors.every((one) => covered[one] === 1)) covered[heir] = 1;
  });
  for (const unit of run.env.every) if (run.env.tree.bornOn(unit) > from) covered[unit] = 1;
  return covered;
}

function eachStatement(
  run: Run,
  sheets: SheetSelections,
  waiting: boolean,
  take: (unit: number, from: Day, to: Day, waitingSince: Day) => void,
): void {
  const table = run.env.facts.tables.get('zero_report');
  const from = table?.columns.get('covers_from');
  const to = table?.columns.get('covers_to');
  if (from?.kind !== 'day' || to?.kind !== 'day') return;
  const view = viewOf(run, sheets.retrospective, waiting);
  const high = lowerBound(view.days, run.env.asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const unit = view.origins[at] ?? NONE;
    const row = view.rows[at] ?? 0;
    if (unit >= 0 && (from.values[row] ?? NO_DAY) !== NO_DAY) {
      take(unit, from.values[row] ?? NO_DAY, to.values[row] ?? NO_DAY, view.waitingSince[at] ?? NO_DAY);
    }
  }
}

function viewOf(run: Run, selection: Selection, waiting: boolean): View {
  const views = run.views(selection);
  return waiting ? views.withPending : views.approved;
}

/** `2026-08` of each set bit. */
export function monthLabels(months: Months, mask: number): readonly string[] {
  const labels: string[] = [];
  for (let at = 0; at < months.count; at += 1)
    if (((mask >>> at) & 1) === 1) labels.push(formatMonth(months.starts[at] ?? 0));
  return labels;
}
