import { NO_DAY } from '../facts.types.js';
import type { NumberName } from '../rule.types.js';
import type { View, Views } from './view.types.js';
import { Attribution } from './attribution.js';
import type { Facts } from './facts.js';
import { firstFailed, isAttached, type Picked } from './selection.js';
import { APPROVED, PENDING } from './table.js';

export const EMPTY_VIEW: View = {
  length: 0,
  rows: new Int32Array(0),
  days: new Int32Array(0),
  from: new Int32Array(0),
  to: new Int32Array(0),
  until: new Int32Array(0),
  units: new Int16Array(0),
  weights: new Float64Array(0),
  lacks: new Uint8Array(0),
  waitingSince: new Int32Array(0),
};
const NOTHING: Views = { approved: EMPTY_VIEW, withPending: EMPTY_VIEW, lacking: EMPTY_VIEW };

/** The rows of a selection, found once per version of the tables they rest on. */
export function viewsOf(facts: Facts, picked: Picked | null, number: (name: NumberName) => number): Views {
  if (picked === null) return NOTHING;
  const key =
    picked.thresholds.length === 0
      ? picked.key
      : `${picked.key}|${picked.thresholds.map((name) => number(name)).join()}`;
  const homes = picked.reach === 'home' ? facts.tables.get('facility')?.version : 0;
  const known = facts.views.get(key);
  if (known !== undefined && known.table === picked.table.version && known.homes === homes) return known.value;
  const value = build(facts, picked, number);
  facts.views.set(key, { table: picked.table.version, homes: homes ?? 0, value });
  return value;
}

function build(facts: Facts, picked: Picked, number: (name: NumberName) => number): Views {
  const { table } = picked;
  const approved: number[] = [];
  const withPending: number[] = [];
  const lacking: number[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const state = table.state[row];
    if (state !== APPROVED && state !== PENDING) continue;
    if ((table.day[row] ?? NO_DAY) === NO_DAY || firstFailed(picked.tests, row, number) !== null) continue;
    const attached = isAttached(picked, row);
    if (attached) withPending.push(row);
    if (state === APPROVED) (attached ? approved : lacking).push(row);
  }
  const attribution = new Attribution(facts, picked);
  const first = columnsOf(picked, approved, attribution, number);
  return {
    approved: first,
    withPending: withPending.length === approved.length ? first : columnsOf(picked, withPending, attribution, number),
    lacking: lacking.length === 0 ? EMPTY_VIEW : columnsOf(picked, lacking, attribution, number),
  };
}

function columnsOf(
  picked: Picked,
  rows: number[],
  attribution: Attribution,
  number: (name: NumberName) => number,
): View {
  attribution.reset();
  for (const row of rows) attribution.add(row);
  const { rows: found, units, weights, days, untils } = attribution;
  const { table } = picked;
  const order = Int32Array.from(found, (_, at) => at).sort(
    (a, b) =>
      (days[a] ?? 0) - (days[b] ?? 0) || (table.id[found[a] ?? 0] ?? 0) - (table.id[found[b] ?? 0] ?? 0) || a - b,
  );
  const sorted = Int32Array.from(order, (at) => found[at] ?? 0);
  return {
    length: sorted.length,
    rows: sorted,
    days: Int32Array.from(order, (at) => days[at] ?? NO_DAY),
    from: sorted.map((row) => table.from[row] ?? NO_DAY),
    to: sorted.map((row) => table.to[row] ?? NO_DAY),
    until: Int32Array.from(order, (at) => untils[at] ?? NO_DAY),
    units: Int16Array.from(order, (at) => units[at] ?? -1),
    weights: Float64Array.from(order, (at) => weights[at] ?? 1),
    lacks: Uint8Array.from(sorted, (row) => (firstFailed(picked.wants, row, number) === null ? 0 : 1)),
    waitingSince: sorted.map((row) => (table.state[row] === PENDING ? (table.submitted[row] ?? NO_DAY) : NO_DAY)),
  };
}

/** First position whose day is not before the given one. */
export function lowerBound(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
