import { NO_DAY, NONE, type Day } from '../facts.types.js';
import type { Tree } from '../facts/tree.js';
import { lowerBound } from '../facts/view.js';
import type { View } from '../facts/view.types.js';
import type { Env, Run } from '../judge/env.js';
import type { Window } from '../judge/window.js';
import type { Selection } from '../rule.types.js';

/** Which rows of a view a window takes: events and statistics by their day, standing records in force. */
export interface Slice {
  readonly low: number;
  readonly high: number;
  /** Day on which the row has to be in force; NO_DAY where that is not asked. */
  readonly inForceOn: Day;
  /** Period that a statistic has to lie in (or equal, for months and quarters). */
  readonly from: Day;
  readonly to: Day;
  readonly exact: boolean;
  /** Waiting rows count only if handed in by this day. */
  readonly until: Day;
}

/** The slice of a view for a window. `standing` says whether the record type has a last day in force and is judged as such. */
export function sliceOf(view: View, window: Window, inForce: boolean): Slice {
  if (inForce) {
    return {
      low: 0,
      high: lowerBound(view.days, window.at + 1),
      inForceOn: window.at,
      from: NO_DAY,
      to: NO_DAY,
      exact: false,
      until: window.graceEnd,
    };
  }
  return {
    low: lowerBound(view.days, window.from),
    high: lowerBound(view.days, window.at + 1),
    inForceOn: NO_DAY,
    from: window.from,
    to: window.to,
    exact: asksExactly(window),
    until: window.graceEnd,
  };
}

/** In a month or quarter only the statistic of just that month or quarter counts (decision 0010). */
export function asksExactly({ unit }: Window): boolean {
  return unit === 'month' || unit === 'quarter';
}

/** The row predicate that every kind shares: inside the period or in force, and handed in on time if it waits. */
export function takes(view: View, slice: Slice, at: number): boolean {
  // Approved rows wait since NO_DAY, which lies before every day.
  if ((view.waitingSince[at] ?? NO_DAY) > slice.until) return false;
  if (slice.inForceOn !== NO_DAY) {
    const until = view.until[at] ?? NO_DAY;
    return until === NO_DAY || until >= slice.inForceOn;
  }
  const from = view.from[at] ?? NO_DAY;
  const to = view.to[at] ?? NO_DAY;
  // Events have one day; only statistics can reach over the edge of the period or speak of a part of it.
  if (from === to || slice.to === NO_DAY) return true;
  if (slice.exact) return from === slice.from && to === slice.to;
  return from >= slice.from && to <= slice.to;
}

/** Sums per unit become sums per subject: own as they are, subtree added up, county the same total for all. */
export function settle(env: Env, values: Float64Array, unattributed: number, selection: Selection): void {
  const { tree } = env;
  switch (selection.from) {
    case 'subtree':
      tree.addUp(values);
      return;
    case 'county': {
      let total = unattributed;
      for (let unit = 0; unit < env.units; unit += 1) total += values[unit] ?? 0;
      if (selection.unitField === undefined) {
        values.fill(total);
        return;
      }
      // A unit field keeps its say for towns and villages; the county and its bureaus see everything.
      tree.addUp(values);
      for (const unit of env.every) if (seesAll(tree, unit)) values[unit] = total;
      return;
    }
    default:
      return;
  }
}

/** Bits per unit become bits per subject, in the same three ways. */
export function settleMasks(env: Env, masks: Int32Array, unattributed: number, selection: Selection): void {
  const { tree } = env;
  const isWide = selection.from === 'county';
  if (!isWide && selection.from !== 'subtree') return;
  const all = masks.reduce((union, mask) => union | mask, unattributed);
  if (isWide && selection.unitField === undefined) {
    masks.fill(all);
    return;
  }
  masks.forEach((mask, unit) => {
    for (let at = tree.parent[unit] ?? NONE; at >= 0; at = tree.parent[at] ?? NONE) masks[at] = (masks[at] ?? 0) | mask;
  });
  if (isWide) for (const unit of env.every) if (seesAll(tree, unit)) masks[unit] = all;
}

/** The county and its bureaus see what anybody is named in; towns and villages what names them. */
export function seesAll(tree: Tree, unit: number): boolean {
  const kind = tree.units[unit]?.kind;
  return kind === 'county' || kind === 'bureau';
}

/** Rows per subject; `whole`: only those with every wished attribute. */
export function countRows(env: Env, view: View, slice: Slice, selection: Selection, whole = false): Float64Array {
  const counts = env.take();
  let unattributed = 0;
  for (let at = slice.low; at < slice.high; at += 1) {
    if (!takes(view, slice, at) || (whole && view.lacks[at] === 1)) continue;
    const unit = view.units[at] ?? NONE;
    if (unit < 0) unattributed += 1;
    else counts[unit] = (counts[unit] ?? 0) + 1;
  }
  settle(env, counts, unattributed, selection);
  return counts;
}

/** Rows per subject in a window: as they stand, with every wished attribute, with the waiting ones, and those without their file. */
export interface Counts {
  readonly approved: Float64Array;
  readonly complete: Float64Array;
  readonly withPending: Float64Array;
  readonly lacking: Float64Array;
}

/** Counts the records whose day lies in the window. */
export function countsOf(run: Run, selection: Selection, window: Window): Counts {
  const views = run.views(selection);
  const count = (view: View, whole = false) => countRows(run.env, view, sliceOf(view, window, false), selection, whole);
  const approved = count(views.approved);
  return {
    approved,
    complete: selection.wants === undefined ? approved : count(views.approved, true),
    withPending: views.withPending === views.approved ? approved : count(views.withPending),
    lacking: count(views.lacking),
  };
}

/**
 * Whether a selection asks for records in force instead of records of the period: standing types do. Papers do so only
 * for standing duties; where a year is judged, the paper of that year is meant (5.1.2.b).
 */
export function asksInForce(env: Env, selection: Selection, window: Window): boolean {
  if (env.facts.tables.get(selection.record)?.standing !== true) return false;
  return window.unit === 'standing' || selection.record !== 'document';
}

/** The rows of a selection in a window: what counts, or what would count with the waiting ones. */
export function rowsIn(
  run: Run,
  selection: Selection,
  window: Window,
  waiting: boolean,
): { readonly view: View; readonly slice: Slice } {
  const views = run.views(selection);
  const view = waiting ? views.withPending : views.approved;
  return { view, slice: sliceOf(view, window, asksInForce(run.env, selection, window)) };
}

/** Rows per subject that were reported for the window and do not count for want of their file. */
export function lackingRows(run: Run, selections: readonly Selection[], window: Window): Float64Array {
  let all = run.env.zeros;
  for (const selection of selections) {
    const { lacking } = run.views(selection);
    if (lacking.length === 0) continue;
    const slice = sliceOf(lacking, window, asksInForce(run.env, selection, window));
    const counts = countRows(run.env, lacking, slice, selection);
    all = all.map((count, unit) => count + (counts[unit] ?? 0));
  }
  return all;
}

/** Whether anything waits for review in one of the selections. */
export function hasWaiting(run: Run, selections: readonly Selection[]): boolean {
  return selections.some((selection) => {
    const views = run.views(selection);
    return views.withPending !== views.approved;
  });
}
