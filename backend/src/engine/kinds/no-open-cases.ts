import { firstDayOfMonth } from '../days.js';
import { NO_DAY, NONE } from '../facts.types.js';
import { endOfDay, instantDay } from '../instants.js';
import type { Column } from '../facts/column.js';
import { lowerBound } from '../facts/view.js';
import type { View } from '../facts/view.types.js';
import { AT_RISK, MET, NO_DATA, UNMET } from '../judge/codes.js';
import { Closing } from '../judge/closing.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { eachHeir } from '../judge/heirs.js';
import { confirmations, latestBy, type Confirmations, type OpenCaseRule } from '../judge/confirmations.js';
import { registerOf, sheetSelections, type SheetSelections } from '../judge/sheets.js';
import type { Selection } from '../rule.types.js';
import { numberIn } from '../measures/measure.js';
import type { Detail, Judge, Sink } from './kind.js';

/** Open matters by unit, added up over the subtree; days as the earliest last repair day. */
interface Open {
  readonly overdue: Float64Array;
  readonly repairing: Float64Array;
  /** Accepted in writing by the registry, or not yet reviewed. */
  readonly held: Float64Array;
  readonly repairBy: Float64Array;
}

/** No case of the register and no statistic above zero stays open beyond its repair days (decision 12, 6.1.2, 6.1.3). */
export function noOpenCases(rule: OpenCaseRule): Judge {
  const sheets = sheetSelections(rule.register);
  const register = registerOf(rule.cases);
  return {
    judge: (run, sink) => judge(rule, sheets, register, run, sink),
    detail: (run) => detail(rule, sheets, register, run),
  };
}

function judge(rule: OpenCaseRule, sheets: SheetSelections, register: Selection, run: Run, sink: Sink): void {
  const open = openMatters(rule, run);
  const proof = confirmations(rule, sheets, register, run);
  const { tree } = run.env;
  for (const values of [proof.needed, proof.confirmed, proof.waiting]) tree.addUp(values);
  const draft = new Draft();
  run.subjects.forEach((unit, place) => {
    const count = (open.overdue[unit] ?? 0) + (open.repairing[unit] ?? 0) + (open.held[unit] ?? 0);
    draft.clear().count(count, NaN, 0);
    draft.any = true;
    const repairBy = open.repairBy[unit] ?? 0;
    if (repairBy > 0) draft.due = repairBy;
    if ((open.overdue[unit] ?? 0) > 0) draft.say(UNMET, 'triggered');
    else if ((open.repairing[unit] ?? 0) > 0) draft.say(AT_RISK, 'insideRepair');
    else if ((open.held[unit] ?? 0) > 0) draft.say(AT_RISK, 'stillOpen');
    else sayConfirmed(draft, proof, unit);
    sink.put(place, draft, null);
  });
}

function sayConfirmed(draft: Draft, proof: Confirmations, unit: number): void {
  const needed = proof.needed[unit] ?? 0;
  const confirmed = proof.confirmed[unit] ?? 0;
  draft.count(confirmed, needed, needed);
  if (needed > 0 && confirmed >= needed) draft.say(MET, 'fulfilled');
  else if (needed > 0 && (proof.waiting[unit] ?? 0) >= needed) draft.say(AT_RISK, 'waitingForReview');
  else draft.say(NO_DATA, 'sheetMissing');
}

function openMatters(rule: OpenCaseRule, run: Run): Open {
  const { env } = run;
  const open: Open = {
    overdue: env.take(),
    repairing: env.take(),
    held: env.take(),
    repairBy: env.take().fill(Infinity),
  };
  addCases(rule, run, open);
  addStatistics(rule, run, open);
  const { tree } = env;
  for (const values of [open.overdue, open.repairing, open.held]) tree.addUp(values);
  earliest(open.repairBy, tree.parent);
  return open;
}

/** The earliest day of each subtree; 0 where there is none. */
function earliest(days: Float64Array, parent: Int16Array): void {
  days.forEach((day, unit) => {
    for (let at = parent[unit] ?? NONE; at >= 0; at = parent[at] ?? NONE)
      days[at] = Math.min(days[at] ?? Infinity, day);
  });
  days.forEach((day, unit) => {
    if (day === Infinity) days[unit] = 0;
  });
}

/** One open matter, with the last of its repair days: accepted or waiting ones are held; the others run against it. */
function addMatter(run: Run, open: Open, unit: number, last: number, held: boolean): void {
  const at = unit < 0 ? (run.env.tree.subjects('county')[0] ?? NONE) : unit;
  const counts = held ? open.held : last >= run.env.asOf ? open.repairing : open.overdue;
  counts[at] = (counts[at] ?? 0) + 1;
  if (!held) open.repairBy[at] = Math.min(open.repairBy[at] ?? Infinity, last);
}

function addCases(rule: OpenCaseRule, run: Run, open: Open): void {
  const { asOf } = run.env;
  const table = run.env.facts.tables.get(rule.cases.record);
  const closing = new Closing(table, endOfDay(asOf));
  const repair = run.overTime('repair_days');
  // Only where the rule knows of acceptance at all (6.1.3.Q1).
  const accepted = rule.statistic.acceptedOn === undefined ? undefined : table?.column('accepted_on');
  const view = run.views(rule.cases).withPending;
  const high = lowerBound(view.days, asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const row = view.rows[at] ?? 0;
    const waits = (view.waitingSince[at] ?? NO_DAY) !== NO_DAY;
    // A closing that nobody has reviewed yet clears no veto; it holds the matter until then.
    if (!waits && closing.closedAt(row) !== NO_DAY) continue;
    const held = waits || onOrBefore(accepted, row, asOf);
    const again = closing.reopenedAt(row);
    const since = again === NO_DAY ? (view.days[at] ?? 0) : instantDay(again);
    addMatter(run, open, view.units[at] ?? NONE, since + repair.on(since), held);
  }
}

function onOrBefore(column: Column | undefined, row: number, asOf: number): boolean {
  if (column?.kind !== 'day') return false;
  const day = column.values[row] ?? NO_DAY;
  return day !== NO_DAY && day <= asOf;
}

const NOBODY = new Int32Array(0);

/** The unit that went on with each unit's records; NONE where it goes on itself, or nobody does. */
function successors(run: Run): Int32Array {
  const next = new Int32Array(run.env.units).fill(NONE);
  eachHeir(run.env.tree, (heir, predecessors) => predecessors.forEach((one) => (next[one] = heir)));
  return next;
}

/** What a unit stated last holds until its heir, or the heir's heir, has stated something. */
function isReplaced(rows: Int32Array, next: Int32Array, unit: number): boolean {
  for (let one = next[unit] ?? NONE; one >= 0; one = next[one] ?? NONE) if ((rows[one] ?? NONE) >= 0) return true;
  return false;
}

/** Who speaks last for a unit: the last of those that went on with it that has stated something, or the unit itself. */
function speakerFor(rows: Int32Array, next: Int32Array, unit: number): number {
  let last = unit;
  for (let one = next[unit] ?? NONE; one >= 0; one = next[one] ?? NONE) if ((rows[one] ?? NONE) >= 0) last = one;
  return last;
}

/** Since when a sheet of each unit waits that says "solved", the first after what counts; Infinity where there is none. */
function solvedSince(run: Run, view: View, number: Column | undefined): Float64Array {
  const first = run.env.take().fill(Infinity);
  if (number?.kind !== 'number') return first;
  const high = lowerBound(view.days, run.env.asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const unit = view.origins[at] ?? NONE;
    const said = number.values[view.rows[at] ?? 0] ?? NaN;
    if (unit < 0 || Number.isNaN(said)) continue;
    const since = view.waitingSince[at] ?? NO_DAY;
    if (since === NO_DAY) first[unit] = Infinity;
    else if (said === 0) first[unit] = Math.min(first[unit] ?? Infinity, since);
  }
  return first;
}

/** The same for a unit and those that went on with it. */
function firstSolved(since: Float64Array, next: Int32Array, unit: number): number {
  let first = Infinity;
  for (let one = unit; one >= 0; one = next[one] ?? NONE) first = Math.min(first, since[one] ?? Infinity);
  return first;
}

/** The latest statistic of each unit: what it says is open. */
function addStatistics(rule: OpenCaseRule, run: Run, open: Open): void {
  const { asOf, every } = run.env;
  const { of, field, foundOn, acceptedOn } = rule.statistic;
  const table = run.env.facts.tables.get(of.record);
  const number = table?.column(field);
  const found = table?.column(foundOn);
  const accepted = table?.column(acceptedOn);
  const { approved, withPending } = run.views(of);
  const { tree } = run.env;
  const latest = latestBy(run.env, approved, number);
  const waiting = latestBy(run.env, withPending, number);
  const repair = run.overTime('repair_days');
  const next = tree.hasHeirs ? successors(run) : NOBODY;
  let solving: Float64Array | undefined;
  for (const unit of every) {
    const heir = tree.heirOf(unit);
    const at = isReplaced(latest, next, unit) ? NONE : (latest[unit] ?? NONE);
    const speaker = speakerFor(waiting, next, unit);
    const newer = waiting[speaker] ?? NONE;
    const row = at < 0 ? NONE : (approved.rows[at] ?? NONE);
    const since = newer < 0 ? NO_DAY : (withPending.waitingSince[newer] ?? NO_DAY);
    const later = since === NO_DAY ? NaN : numberIn(number, withPending.rows[newer] ?? 0, 0);
    if (numberIn(number, row, 0) > 0) {
      const named = found?.kind === 'day' ? (found.values[row] ?? NO_DAY) : NO_DAY;
      // Without a day of finding the clock runs from the day of the sheet; leaving it out gains no time.
      const day = named === NO_DAY ? (approved.days[at] ?? 0) : named;
      // A newer sheet that says "solved", handed in within the repair days, only waits for its reviewer.
      const last = day + repair.on(day);
      if (later === 0) solving ??= solvedSince(run, withPending, number);
      const solved = solving !== undefined && later === 0 && firstSolved(solving, next, unit) <= last;
      addMatter(run, open, heir, last, solved || onOrBefore(accepted, row, asOf));
    }
    if (later > 0 && speaker === unit) addMatter(run, open, heir, asOf, true);
  }
}

function detail(rule: OpenCaseRule, sheets: SheetSelections, register: Selection, run: Run): Detail {
  const { tree } = run.env;
  const unit = run.subjects[0] ?? 0;
  const proof = confirmations(rule, sheets, register, run);
  const owes = (one: number) => proof.needed[one] === 1 && proof.confirmed[one] !== 1;
  const to = run.env.asOf;
  const oldest = to - run.number('max_age_days') - run.env.parameter('period_grace_days');
  // A sheet of a quarter or month counts from the day it is handed in, before that period has ended.
  const look = (selection: Selection, from: number) => ({
    selection: { ...selection, from: 'subtree' as const },
    from,
    to: to + 92,
    inForceOn: null,
  });
  return {
    looks: [
      look(rule.cases, to - 3660),
      look(rule.statistic.of, oldest - 92),
      // The sheet of the month in which the stretch begins is asked for too.
      look(sheets.monthly, firstDayOfMonth(oldest)),
      look(sheets.retrospective, firstDayOfMonth(oldest)),
    ],
    missing: tree.units.filter((_, one) => owes(one) && tree.isWithin(one, unit)).map(({ code }) => code),
    parts: [],
  };
}
