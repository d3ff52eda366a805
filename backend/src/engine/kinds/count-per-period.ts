import { NONE } from '../facts.types.js';
import { bits } from '../facts/column.js';
import type { View } from '../facts/view.types.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { Finding } from '../judge/finding.js';
import { closedDecides, judgeWindow } from '../judge/steps.js';
import { windowsOf, type Window } from '../judge/window.js';
import { asksExactly, countsOf, settleMasks, sliceOf, takes, type Counts } from '../measures/gather.js';
import { optionMask } from '../measures/items.js';
import type { Rule } from '../rule.types.js';
import type { Verdict } from '../verdict.types.js';
import type { Detail, Judge, Sink } from './kind.js';

type CountRule = Rule & { readonly kind: 'count_per_period' };

/** What one window is judged by. */
interface Measured {
  readonly min: number;
  readonly counts: Counts;
  /** The items covered, as bits per unit: as they stand, and with the waiting records. */
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
  const now = measuredIn(rule, run.on(running.at), running);
  const before = closed === null || closed.phase === 'before' ? null : measuredIn(rule, run.on(closed.at), closed);
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

function measuredIn(rule: CountRule, run: Run, window: Window): Measured {
  const { approved, withPending } = run.views(rule.count);
  const items = itemsIn(rule, run, approved, window);
  return {
    min: run.number('min'),
    counts: countsOf(run, rule.count, window),
    items,
    itemsWithPending: withPending === approved ? items : itemsIn(rule, run, withPending, window),
  };
}

function itemsIn(rule: CountRule, run: Run, view: View, window: Window): Int32Array | null {
  if (rule.covering === undefined) return null;
  const column = run.env.facts.tables.get(rule.count.record)?.columns.get(rule.covering.field);
  const named = optionMask(column, rule.covering.items);
  const masks = new Int32Array(run.env.units);
  const slice = sliceOf(view, window, false);
  let unattributed = 0;
  for (let at = slice.low; at < slice.high; at += 1) {
    if (!takes(view, slice, at)) continue;
    const unit = view.units[at] ?? NONE;
    const mask = named(view.rows[at] ?? 0);
    if (unit < 0) unattributed |= mask;
    else masks[unit] = (masks[unit] ?? 0) | mask;
  }
  settleMasks(run.env, masks, unattributed, rule.count);
  return masks;
}

function findingOf(rule: CountRule, measured: Measured, window: Window, unit: number, found: Finding): Finding {
  const { min, counts, items, itemsWithPending } = measured;
  const size = rule.covering?.items.length ?? 0;
  const covered = items === null || bits(items[unit] ?? 0) === size;
  const coveredWaiting = itemsWithPending === null || bits(itemsWithPending[unit] ?? 0) === size;
  const approved = counts.approved[unit] ?? 0;
  const pending = counts.withPending[unit] ?? 0;
  const lacking = counts.lacking[unit] ?? 0;
  found.clear();
  found.fulfilled = covered && (counts.complete[unit] ?? 0) >= min;
  // A missing attribute is a tolerance; a missing attachment can be handed in later, but saves nothing after the grace days.
  const attachable = window.phase !== 'after' && approved + lacking >= min;
  found.attribute = approved >= min ? covered : attachable;
  found.waiting = coveredWaiting && pending >= min;
  found.any = pending + lacking > 0;
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
  const mask = measuredIn(rule, run.on(window.at), window).items?.[unit] ?? 0;
  const missing = (rule.covering?.items ?? []).filter((_, item) => ((mask >>> item) & 1) === 0);
  return { looks: [look], missing, parts: [] };
}
