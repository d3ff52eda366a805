import { NO_DAY } from '../facts.types.js';
import type { NumberName } from '../rule.types.js';
import type { View, Views } from './view.types.js';
import { Attribution } from './attribution.js';
import type { Facts } from './facts.js';
import { orderByDay } from './order.js';
import { firstFailed, isAttached, type Picked } from './selection.js';
import { APPROVED, PENDING } from './table.js';
import type { Tree } from './tree.js';

export const EMPTY_VIEW: View = emptyColumns(0);
const NOTHING: Views = { approved: EMPTY_VIEW, withPending: EMPTY_VIEW, lacking: EMPTY_VIEW };

/** The rows of a selection, found once per version of the tables they rest on. */
export function viewsOf(facts: Facts, tree: Tree, picked: Picked | null, number: (name: NumberName) => number): Views {
  if (picked === null) return NOTHING;
  const own =
    picked.thresholds.length === 0
      ? picked.key
      : `${picked.key}|${picked.thresholds.map((name) => number(name)).join()}`;
  // Whom a record belongs to is a matter of the day once units change.
  const key = tree.epoch === 0 ? own : `${own}@${tree.epoch}`;
  const homes = picked.reach === 'home' ? facts.tables.get('facility')?.version : 0;
  const known = facts.views.get(key);
  if (known !== undefined && known.table === picked.table.version && known.homes === homes) return known.value;
  const value = build(facts, tree, picked, number);
  facts.views.set(key, { table: picked.table.version, homes: homes ?? 0, value });
  return value;
}

function build(facts: Facts, tree: Tree, picked: Picked, number: (name: NumberName) => number): Views {
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
  const attribution = new Attribution(facts, tree, picked);
  const first = columnsOf(picked, approved, attribution, number);
  const same = withPending.length === approved.length && !attribution.awaitsHomes();
  return {
    approved: first,
    withPending: same ? first : columnsOf(picked, withPending, attribution, number, true),
    lacking: lacking.length === 0 ? EMPTY_VIEW : columnsOf(picked, lacking, attribution, number),
  };
}

function columnsOf(
  picked: Picked,
  rows: number[],
  attribution: Attribution,
  number: (name: NumberName) => number,
  waiting = false,
): View {
  attribution.reset(waiting);
  for (const row of rows) attribution.add(row);
  const { rows: found, units, origins, weights, days, untils, homesSince } = attribution;
  const { table } = picked;
  const size = found.length;
  const ids = new Int32Array(size);
  const late = new Int32Array(size);
  for (let at = 0; at < size; at += 1) {
    ids[at] = table.id[found[at] ?? 0] ?? 0;
    const submitted = table.submitted[found[at] ?? 0] ?? NO_DAY;
    late[at] = submitted === NO_DAY ? 0 : submitted - (days[at] ?? NO_DAY);
  }
  const order = orderByDay(days, late, ids);
  const view = emptyColumns(size, attribution.hasHeirs);
  for (let place = 0; place < size; place += 1) {
    const at = order[place] ?? 0;
    const row = found[at] ?? 0;
    view.rows[place] = row;
    view.days[place] = days[at] ?? NO_DAY;
    view.from[place] = table.from[row] ?? NO_DAY;
    view.to[place] = table.to[row] ?? NO_DAY;
    view.until[place] = untils[at] ?? NO_DAY;
    view.units[place] = units[at] ?? -1;
    if (attribution.hasHeirs) view.origins[place] = origins[at] ?? -1;
    view.weights[place] = weights[at] ?? 1;
    view.lacks[place] = firstFailed(picked.wants, row, number) === null ? 0 : 1;
    const own = table.state[row] === PENDING ? (table.submitted[row] ?? NO_DAY) : NO_DAY;
    // Waiting for its own review, or for that of the home it belongs to: the later of the two.
    view.waitingSince[place] = waiting ? Math.max(own, homesSince[at] ?? NO_DAY) : own;
  }
  return view;
}

function emptyColumns(length: number, withOrigins = false): View {
  const units = new Int16Array(length);
  const days = () => new Int32Array(length);
  return {
    length,
    rows: days(),
    days: days(),
    from: days(),
    to: days(),
    until: days(),
    units,
    origins: withOrigins ? new Int16Array(length) : units,
    weights: new Float64Array(length),
    lacks: new Uint8Array(length),
    waitingSince: days(),
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
