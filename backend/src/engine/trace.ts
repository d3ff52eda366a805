import { NO_DAY, NONE } from './facts.types.js';
import { Attribution } from './facts/attribution.js';
import { HOME, Homes } from './facts/homes.js';
import { asksOptions, isPresent, passes } from './facts/tests.js';
import type { Picked } from './facts/picked.types.js';
import { firstFailed, isAttached, pick, untilOf } from './facts/selection.js';
import { APPROVED, PENDING, STATES } from './facts/table.js';
import { lowerBound } from './facts/view.js';
import type { View } from './facts/view.types.js';
import type { Run } from './judge/env.js';
import { kept } from './kept.js';
import type { Look } from './kinds/kind.js';
import { seesAll } from './measures/gather.js';
import type { Explanation, NotCountedReason } from './verdict.types.js';

type Counted = Pick<Explanation, 'counted' | 'notCounted'>;
type NotCounted = Explanation['notCounted'][number];
/** `off`: the higher, the further a record of another sort is from counting; null where its sort is the right one. */
type Why = Omit<NotCounted, 'id'> & { readonly off: number | null };
type Other = Why & { readonly id: number };

/** The records that the looks of a verdict counted for a unit, newest first, and those of the same type that did not count. */
export function traceLooks(run: Run, looks: readonly Look[], unit: number): Counted {
  const counted = new Set<number>();
  const others = new Map<number, Other>();
  for (const look of looks) {
    const picked = pick(run.env.facts, look.selection);
    if (picked === null) continue;
    const { approved } = run.views(look.selection);
    for (const id of idsIn(run, approved, look, unit, picked)) counted.add(id);
    for (const one of othersOf(run, look, unit, picked)) {
      // What one look takes for another sort may be the right one for the next.
      const known = others.get(one.id);
      if (known === undefined || (known.off !== null && one.off === null)) others.set(one.id, one);
    }
  }
  const left = [...others.values()].filter((one) => !counted.has(one.id));
  return { counted: [...counted].sort((a, b) => b - a), notCounted: nearest(left).sort((a, b) => b.id - a.id) };
}

/** All that are of the right sort, and of the others those that are nearest to counting. */
function nearest(others: readonly Other[]): NotCounted[] {
  const wrong = others.filter(({ off }) => off !== null).sort((a, b) => (a.off ?? 0) - (b.off ?? 0));
  const told = [...others.filter(({ off }) => off === null), ...wrong.slice(0, MOST_OF_ANOTHER_SORT)];
  return told.map(({ id, reason, field }) => ({ id, reason, field }));
}

function idsIn(run: Run, view: View, look: Look, unit: number, picked: Picked): readonly number[] {
  const ids: number[] = [];
  const high = lowerBound(view.days, run.env.asOf + 1);
  view.units.subarray(0, high).forEach((owner, at) => {
    if (!belongs(run, owner, look, unit)) return;
    const from = look.inForceOn === null ? view.from[at] : view.days[at];
    if (inLook(look, from ?? 0, view.to[at] ?? 0, view.until[at] ?? NO_DAY))
      ids.push(picked.table.id[view.rows[at] ?? 0] ?? 0);
  });
  return ids;
}

function inLook(look: Look, from: number, to: number, until: number): boolean {
  if (look.inForceOn !== null) return from <= look.inForceOn && (until === NO_DAY || until >= look.inForceOn);
  // Events have one day; only statistics can speak of a part of the period or reach over its edge.
  if (look.exact === true && from !== to) return from === look.from && to === look.to;
  return from >= look.from && to <= look.to;
}

/** Whether a record that belongs to one unit is looked at for a subject. */
function belongs(run: Run, owner: number, look: Look, subject: number): boolean {
  const { tree } = run.env;
  switch (look.selection.from) {
    case 'county':
      return look.selection.unitField === undefined || seesAll(tree, subject) || tree.isWithin(owner, subject);
    case 'subtree':
      return tree.isWithin(owner, subject);
    default:
      return owner === subject;
  }
}

/** What other units' records are named for: only what would count once somebody acts. */
const ACTED_UPON: ReadonlySet<NotCountedReason> = new Set(['waitingForReview', 'returned', 'evidenceMissing']);
/** How far outside the period a record may lie to be named. */
const NEAR_DAYS = 92;
/** How many records of another sort are named, such as meetings of another level. */
const MOST_OF_ANOTHER_SORT = 5;
/** More than any days between two records: one condition more that is not met weighs more than they. */
const ONE_CONDITION = 1_000_000;

/** Records of the type that belong within the subject's reach and are near enough to be asked about. */
function othersOf(run: Run, look: Look, unit: number, picked: Picked): readonly Other[] {
  const { table } = picked;
  const reasons = new Map<number, Why>();
  for (let row = 0; row < table.length; row += 1) {
    const why = STATES[table.state[row] ?? 0] === 'withdrawn' ? null : whyNot(run, look, picked, row);
    if (why !== null && isNear(look, table.from[row] ?? 0, table.to[row] ?? 0)) reasons.set(row, why);
  }
  const { holders, waiting } = holdersOf(run, picked, [...reasons.keys()]);
  return [...reasons].flatMap(([row, found]) => {
    const byHome = found.field === HOME && holders.has(row);
    if (byHome && !waiting.has(row)) return [];
    const why: Why = byHome ? { ...found, reason: 'waitingForReview' } : found;
    const units = holders.get(row) ?? new Set([run.env.tree.heirOf(table.unit[row] ?? NONE)]);
    if (!units.has(unit) && !ACTED_UPON.has(why.reason)) return [];
    return [...units].some((one) => belongs(run, one, look, unit)) ? [{ id: table.id[row] ?? 0, ...why }] : [];
  });
}

/** The units for which rows would count once somebody acts, and the rows whose homes wait; a row that would for none is left out. */
function holdersOf(run: Run, picked: Picked, rows: readonly number[]) {
  const { tree } = run.env;
  const homes = picked.places === null ? null : new Homes(picked.places, picked.table, tree);
  const attribution = new Attribution(tree, picked, homes, true);
  for (const row of rows) attribution.add(row);
  const holders = new Map<number, Set<number>>();
  const waiting = new Set(attribution.rows.filter((_, at) => (attribution.homesSince[at] ?? NO_DAY) !== NO_DAY));
  attribution.units.forEach((unit, at) => {
    if (unit >= 0) kept(holders, attribution.rows[at] ?? 0, () => new Set<number>()).add(unit);
  });
  return { holders, waiting };
}

function isNear(look: Look, from: number, to: number): boolean {
  return to >= look.from - NEAR_DAYS && from <= look.to + NEAR_DAYS;
}

/**
 * The first reason that keeps a row from counting. A record of another kind altogether, such as another paper, is no
 * matter of the cell; one of another sort, such as a meeting of another level, is told of only where its days fit.
 */
function whyNot(run: Run, look: Look, picked: Picked, row: number): Why | null {
  const { table, tests } = picked;
  const failed = firstFailed(tests, row, run.number);
  const kind = tests.find(({ field }) => field === table.spec.kindField);
  if (kind !== undefined && isPresent(kind.column, row) && !passes(kind, row, run.number)) return null;
  const wrongSort = failed === tests[0] && asksOptions(failed) && isPresent(failed.column, row);
  const out = outside(run, look, picked, row);
  if (out !== null) return wrongSort ? null : { ...out, off: null };
  if (failed !== null) {
    const misses = tests.filter((test) => !passes(test, row, run.number)).length;
    const off = wrongSort ? misses * ONE_CONDITION - (table.day[row] ?? 0) : null;
    return { reason: 'conditionNotMet', field: failed.field, off };
  }
  if (!isAttached(picked, row)) return { reason: 'evidenceMissing', field: null, off: null };
  if (table.state[row] === PENDING) return { reason: 'waitingForReview', field: null, off: null };
  if (table.state[row] !== APPROVED) return { reason: 'returned', field: null, off: null };
  // Nothing is wrong with the record itself; its home may be none, closed on the day, or waiting.
  return look.selection.from === 'home' ? { reason: 'conditionNotMet', field: HOME, off: null } : null;
}

/** What is wrong with the days of a row; null when they are those looked at. */
function outside(run: Run, look: Look, picked: Picked, row: number): Omit<Why, 'off'> | null {
  const { table } = picked;
  if ((table.day[row] ?? NO_DAY) > run.env.asOf) return { reason: 'afterAsOf', field: table.spec.dayField };
  const from = table.from[row] ?? 0;
  const until = untilOf(picked, row);
  if (inLook(look, from, table.to[row] ?? 0, until)) return null;
  if (look.inForceOn === null) return { reason: 'outsidePeriod', field: table.spec.dayField };
  if (from > look.inForceOn) return { reason: 'notInForce', field: table.spec.dayField };
  const ended = until === (table.until[row] ?? NO_DAY) ? table.spec.untilField : look.selection.alsoUntil;
  return { reason: 'notInForce', field: ended ?? null };
}
