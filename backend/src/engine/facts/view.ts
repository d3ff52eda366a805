import { NO_DAY, NONE } from '../facts.types.js';
import type { NumberName } from '../rule.types.js';
import type { View, Views } from './view.types.js';
import { Attribution } from './attribution.js';
import type { Facts } from './facts.js';
import { Homes } from './homes.js';
import { orderByDay } from './order.js';
import type { Picked } from './picked.types.js';
import { firstFailed, isAttached } from './selection.js';
import { APPROVED, PENDING } from './table.js';
import type { Tree } from './tree.js';

export const EMPTY_VIEW: View = emptyColumns(0);
const NOTHING: Views = { approved: EMPTY_VIEW, withPending: EMPTY_VIEW, lacking: EMPTY_VIEW };

/** The rows of a selection, found once per version of the tables they rest on. */
export function viewsOf(facts: Facts, tree: Tree, picked: Picked | null, number: (name: NumberName) => number): Views {
  if (picked === null) return NOTHING;
  const homes = picked.places?.version ?? 0;
  // Whom a record belongs to is a matter of the day once units change.
  const key = picked.thresholds.length === 0 ? tree.epoch : `${picked.thresholds.map(number).join()}@${tree.epoch}`;
  const known = picked.views.get(key);
  if (known !== undefined && known.table === picked.table.version && known.homes === homes) return known.value;
  const value = build(tree, picked, number);
  picked.views.set(key, { table: picked.table.version, homes, value });
  return value;
}

function build(tree: Tree, picked: Picked, number: (name: NumberName) => number): Views {
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
  const homes = picked.places === null ? null : new Homes(picked.places, table, tree);
  const viewOf = (rows: readonly number[], waiting: boolean) => {
    const attribution = new Attribution(tree, picked, homes, waiting);
    for (const row of rows) attribution.add(row);
    return columnsOf(picked, attribution, tree.hasHeirs, number);
  };
  const counts = viewOf(approved, false);
  const nothingWaits = withPending.length === approved.length && homes?.await() !== true;
  return {
    approved: counts,
    withPending: nothingWaits ? counts : viewOf(withPending, true),
    lacking: viewOf(lacking, false),
  };
}

function columnsOf(
  { table, wants }: Picked,
  { rows, units, origins, weights, days, untils, homesSince }: Attribution,
  hasHeirs: boolean,
  number: (name: NumberName) => number,
): View {
  const ids = new Int32Array(rows.length);
  const late = new Int32Array(rows.length);
  rows.forEach((row, at) => {
    const submitted = table.submitted[row] ?? NO_DAY;
    ids[at] = table.id[row] ?? 0;
    late[at] = submitted === NO_DAY ? 0 : submitted - (days[at] ?? NO_DAY);
  });
  const view = emptyColumns(rows.length, hasHeirs);
  orderByDay(days, late, ids).forEach((at, place) => {
    const row = rows[at] ?? 0;
    view.rows[place] = row;
    view.days[place] = days[at] ?? NO_DAY;
    view.from[place] = table.from[row] ?? NO_DAY;
    view.to[place] = table.to[row] ?? NO_DAY;
    view.until[place] = untils[at] ?? NO_DAY;
    view.units[place] = units[at] ?? NONE;
    view.origins[place] = origins[at] ?? NONE;
    view.weights[place] = weights[at] ?? 1;
    view.lacks[place] = firstFailed(wants, row, number) === null ? 0 : 1;
    const own = table.state[row] === PENDING ? (table.submitted[row] ?? NO_DAY) : NO_DAY;
    // Waiting for its own review, or for that of the home it belongs to: the later of the two.
    view.waitingSince[place] = Math.max(own, homesSince[at] ?? NO_DAY);
  });
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
