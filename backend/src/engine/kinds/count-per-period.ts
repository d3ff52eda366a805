import { NO_OPTION, NONE } from '../facts.types.js';
import { bits, type Column } from '../facts/column.js';
import type { View } from '../facts/view.types.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { Finding } from '../judge/finding.js';
import { closedDecides, judgeWindow } from '../judge/steps.js';
import { windowsOf, type Window } from '../judge/window.js';
import { asksExactly, countRows, settleMasks, sliceOf, takes } from '../measures/gather.js';
import type { Rule } from '../rule.types.js';
import type { Verdict } from '../verdict.types.js';
import type { Detail, Judge, Sink } from './kind.js';

type CountRule = Rule & { readonly kind: 'count_per_period' };

/** Counts and covered items per unit in one window: as they stand, with waiting records, and without asking for attachments. */
interface Counts {
  readonly min: number;
  readonly approved: Float64Array;
  readonly complete: Float64Array;
  readonly withPending: Float64Array;
  readonly lacking: Float64Array;
  readonly items: Int32Array | null;
  readonly itemsWithPending: Int32Array | null;
}

/** At least `min` records in the period; with `covering` together they must also cover every item (1.1.3.a, 5.4.1.a). */
export function countPerPeriod(rule: CountRule): Judge {
  return {
    judge: (run, sink) => judge(rule, run, sink),
    detail: (run, verdict) => detail(rule, run, verdict),
  };
}

function judge(rule: CountRule, run: Run, sink: Sink): void {
  const { running, closed } = windowsOf(run.env, rule.period, run.requirement.reporting);
  const now = countsIn(rule, run.on(running.at), running);
  const before = closed === null || closed.phase === 'before' ? null : countsIn(rule, run.on(closed.at), closed);
  const found = new Finding();
  const first = new Draft();
  const second = new Draft();
  run.subjects.forEach((unit, place) => {
    judgeWindow(findingOf(rule, now, running, unit, found), running, first);
    if (closed === null) return sink.put(place, first, null);
    judgeWindow(before === null ? found.clear() : findingOf(rule, before, closed, unit, found), closed, second);
    if (closedDecides(first, second)) sink.put(place, second, first);
    else sink.put(place, first, second);
  });
}

function countsIn(rule: CountRule, run: Run, window: Window): Counts {
  const views = run.views(rule.count);
  const count = (view: View) => countRows(run.env, view, sliceOf(view, window, false), rule.count);
  const approved = count(views.approved);
  const same = views.withPending === views.approved;
  const complete = rule.count.wants === undefined ? approved : count(without(views.approved));
  const items = itemsIn(rule, run, views.approved, window);
  return {
    min: run.number('min'),
    approved,
    complete,
    withPending: same ? approved : count(views.withPending),
    lacking: count(views.lacking),
    items,
    itemsWithPending: same ? items : itemsIn(rule, run, views.withPending, window),
  };
}

/** The view without the rows that lack a wished attribute. */
function without(view: View): View {
  const keep = Array.from(view.rows.keys()).filter((at) => view.lacks[at] !== 1);
  const ints = (from: Int32Array) => Int32Array.from(keep, (at) => from[at] ?? 0);
  const shorts = (from: Int16Array) => Int16Array.from(keep, (at) => from[at] ?? NONE);
  return {
    length: keep.length,
    rows: ints(view.rows),
    days: ints(view.days),
    from: ints(view.from),
    to: ints(view.to),
    until: ints(view.until),
    units: shorts(view.units),
    origins: shorts(view.origins),
    weights: Float64Array.from(keep, (at) => view.weights[at] ?? 1),
    lacks: new Uint8Array(keep.length),
    waitingSince: ints(view.waitingSince),
  };
}

function itemsIn(rule: CountRule, run: Run, view: View, window: Window): Int32Array | null {
  if (rule.covering === undefined) return null;
  const column = run.env.facts.tables.get(rule.count.record)?.columns.get(rule.covering.field);
  const masks = new Int32Array(run.env.units);
  if (column === undefined) return masks;
  const codes = itemCodes(column, rule.covering.items);
  const slice = sliceOf(view, window, false);
  let unattributed = 0;
  for (let at = slice.low; at < slice.high; at += 1) {
    if (!takes(view, slice, at)) continue;
    const unit = view.units[at] ?? NONE;
    const mask = itemMask(column, codes, view.rows[at] ?? 0);
    if (unit < 0) unattributed |= mask;
    else masks[unit] = (masks[unit] ?? 0) | mask;
  }
  settleMasks(run.env, masks, unattributed, rule.count);
  return masks;
}

/** Codes of the items in a choice or choices column; `NO_OPTION` for one that it does not know. */
export function itemCodes(column: Column, items: readonly string[]): Int32Array {
  const codes = column.kind === 'choice' || column.kind === 'choices' ? column.codes : null;
  return Int32Array.from(items, (item) => codes?.get(item) ?? NO_OPTION);
}

/** Which of the items the row's choice or choices name, as bits in the order of the items. */
export function itemMask(column: Column, codes: Int32Array, row: number): number {
  let mask = 0;
  if (column.kind !== 'choice' && column.kind !== 'choices') return mask;
  const value = column.values[row] ?? 0;
  for (let item = 0; item < codes.length; item += 1) {
    const code = codes[item] ?? NO_OPTION;
    const named = column.kind === 'choice' ? value === code : code >= 0 && ((value >>> code) & 1) === 1;
    if (named) mask |= 1 << item;
  }
  return mask;
}

function findingOf(rule: CountRule, counts: Counts, window: Window, unit: number, found: Finding): Finding {
  const { min } = counts;
  const size = rule.covering?.items.length ?? 0;
  const covered = counts.items === null || bits(counts.items[unit] ?? 0) === size;
  const coveredWaiting = counts.itemsWithPending === null || bits(counts.itemsWithPending[unit] ?? 0) === size;
  const approved = counts.approved[unit] ?? 0;
  const pending = counts.withPending[unit] ?? 0;
  const lacking = counts.lacking[unit] ?? 0;
  found.clear();
  found.fulfilled = covered && (counts.complete[unit] ?? 0) >= min;
  // A missing attribute is a tolerance; a missing attachment can be handed in later, but saves nothing after the grace days.
  const attachable = window.phase !== 'after' && lacking > 0 && approved + lacking >= min;
  found.attribute = !found.fulfilled && (approved >= min ? covered : attachable);
  found.waiting = coveredWaiting && pending >= min;
  found.any = approved + pending + lacking > 0;
  found.measured = approved;
  found.required = min;
  return found;
}

function detail(rule: CountRule, run: Run, verdict: Verdict): Detail {
  const { running, closed } = windowsOf(run.env, rule.period, run.requirement.reporting);
  const window = closed !== null && verdict.to === closed.to ? closed : running;
  const { from, to } = window;
  const look = { selection: rule.count, from, to, inForceOn: null, exact: asksExactly(window) };
  const unit = run.subjects[0] ?? 0;
  const mask = countsIn(rule, run.on(window.at), window).items?.[unit] ?? 0;
  const missing = (rule.covering?.items ?? []).filter((_, item) => ((mask >>> item) & 1) === 0);
  return { looks: [look], missing, parts: [] };
}
