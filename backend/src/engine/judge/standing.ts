import { NO_DAY, NONE } from '../facts.types.js';
import type { View } from '../facts/view.types.js';
import { settle, sliceOf, takes } from '../measures/gather.js';
import type { Selection } from '../rule.types.js';
import type { Run } from './env.js';
import type { Finding } from './finding.js';
import type { Window } from './window.js';

/** Standing records per subject on the as-of day, for papers, posts and places alike. */
export interface Standing {
  /** In force, whatever they lack. */
  readonly inForce: Float64Array;
  /** In force with every wished attribute. */
  readonly complete: Float64Array;
  /** Complete and lasting beyond `expiry_warn_days`. */
  readonly lasting: Float64Array;
  /** First and last day on which one of those that end within `expiry_warn_days` is in force; 0 where none does. */
  readonly firstEnd: Float64Array;
  readonly lastEnd: Float64Array;
  /** In force if the records waiting for review (handed in on time) were approved. */
  readonly withPending: Float64Array;
  /** In force but without a needed attachment. */
  readonly lacking: Float64Array;
  /** 1 where something of the kind ended before the as-of day. */
  readonly ended: Float64Array;
}

/**
 * Counts the standing records of a selection on the as-of day. `slack`: days after something ended within which its
 * successor was handed in on time; the grace days unless the kind tolerates more.
 */
export function standingCounts(
  run: Run,
  selection: Selection,
  window: Window,
  slack = run.env.parameter('period_grace_days'),
): Standing {
  const { env } = run;
  const views = run.views(selection);
  const last = env.asOf + env.parameter('expiry_warn_days');
  const count = (view: View, counts: (at: number) => boolean) => countIf(run, view, window, selection, counts);
  const present = presentOn(run, views.approved, window, selection, last);
  const { inForce } = present;
  return {
    ...present,
    withPending: views.withPending === views.approved ? inForce : pendingCounts(run, selection, window, slack),
    lacking: count(views.lacking, () => true),
    ended: endedCounts(run, views.approved, selection),
  };
}

type Present = Pick<Standing, 'inForce' | 'complete' | 'lasting' | 'firstEnd' | 'lastEnd'>;

/** One pass over the approved records in force. When those end that end by the `last` day is told for each unit by itself. */
function presentOn(run: Run, view: View, window: Window, selection: Selection, last: number): Present {
  const { env } = run;
  const [inForce, complete, lasting] = [env.take(), env.take(), env.take()];
  const [firstEnd, lastEnd] = [env.take(), env.take()];
  const rest = { inForce: 0, complete: 0, lasting: 0 };
  const slice = sliceOf(view, window, true);
  for (let at = slice.low; at < slice.high; at += 1) {
    if (!takes(view, slice, at)) continue;
    const unit = view.units[at] ?? NONE;
    const until = view.until[at] ?? NO_DAY;
    const whole = view.lacks[at] !== 1;
    const lasts = whole && (until === NO_DAY || until > last);
    if (unit < 0) {
      rest.inForce += 1;
      if (whole) rest.complete += 1;
      if (lasts) rest.lasting += 1;
      continue;
    }
    inForce[unit] = (inForce[unit] ?? 0) + 1;
    if (!whole) continue;
    complete[unit] = (complete[unit] ?? 0) + 1;
    if (lasts) {
      lasting[unit] = (lasting[unit] ?? 0) + 1;
      continue;
    }
    firstEnd[unit] = firstEnd[unit] === 0 ? until : Math.min(firstEnd[unit] ?? 0, until);
    lastEnd[unit] = Math.max(lastEnd[unit] ?? 0, until);
  }
  settle(env, inForce, rest.inForce, selection);
  settle(env, complete, rest.complete, selection);
  settle(env, lasting, rest.lasting, selection);
  return { inForce, complete, lasting, firstEnd, lastEnd };
}

function countIf(
  run: Run,
  view: View,
  window: Window,
  selection: Selection,
  counts: (at: number) => boolean,
): Float64Array {
  const values = run.env.take();
  const slice = sliceOf(view, window, true);
  let unattributed = 0;
  for (let at = slice.low; at < slice.high; at += 1) {
    if (!takes(view, slice, at) || !counts(at)) continue;
    const unit = view.units[at] ?? NONE;
    if (unit < 0) unattributed += 1;
    else values[unit] = (values[unit] ?? 0) + 1;
  }
  settle(run.env, values, unattributed, selection);
  return values;
}

/**
 * A waiting record is in time when it was handed in by the end of the grace days, or, where something ended later
 * (a paper ran out, a post fell vacant), within the slack days after that end. What was never approved was never there to end.
 */
function pendingCounts(run: Run, selection: Selection, window: Window, slack: number): Float64Array {
  const view = run.views(selection).withPending;
  const ends = run.env.take();
  for (let at = 0; at < view.length; at += 1) {
    const unit = view.units[at] ?? NONE;
    const until = view.until[at] ?? NO_DAY;
    const counted = (view.waitingSince[at] ?? NO_DAY) === NO_DAY;
    if (counted && unit >= 0 && until !== NO_DAY && until < run.env.asOf) ends[unit] = Math.max(ends[unit] ?? 0, until);
  }
  // Whether it was in time is told row by row; a day gone by counts also what was handed in on time after it.
  const open = { ...window, graceEnd: Infinity };
  return countIf(run, view, open, selection, (at) => {
    const since = view.waitingSince[at] ?? NO_DAY;
    const unit = view.units[at] ?? NONE;
    return since === NO_DAY || since <= Math.max(window.graceEnd, unit < 0 ? 0 : (ends[unit] ?? 0) + slack);
  });
}

function endedCounts(run: Run, view: View, selection: Selection): Float64Array {
  const values = run.env.take();
  let unattributed = 0;
  for (let at = 0; at < view.length; at += 1) {
    const until = view.until[at] ?? NO_DAY;
    const unit = view.units[at] ?? NONE;
    if (until === NO_DAY || until >= run.env.asOf) continue;
    if (unit < 0) unattributed = 1;
    else values[unit] = 1;
  }
  settle(run.env, values, unattributed, selection);
  return values;
}

/** Fills the finding for a subject that needs `min` of them. */
export function findStanding(counts: Standing, unit: number, min: number, found: Finding): Finding {
  const inForce = counts.inForce[unit] ?? 0;
  const complete = counts.complete[unit] ?? 0;
  const lacking = counts.lacking[unit] ?? 0;
  const pending = counts.withPending[unit] ?? 0;
  found.clear();
  found.fulfilled = complete >= min;
  found.expiring = found.fulfilled && (counts.lasting[unit] ?? 0) < min;
  // The last of several papers keeps one duty fulfilled; where several are needed, the first that ends breaks it.
  const end = (min === 1 ? counts.lastEnd[unit] : counts.firstEnd[unit]) ?? 0;
  if (found.expiring && end > 0) found.until = end;
  // A missing attribute is a tolerance; without its needed attachment a place or post is not proven at all.
  found.attribute = !found.fulfilled && inForce >= min;
  found.waiting = pending >= min;
  found.expired = inForce === 0 && lacking === 0 && (counts.ended[unit] ?? 0) > 0;
  found.any = inForce + lacking + pending > 0 || found.expired;
  found.measured = inForce;
  found.required = min;
  return found;
}
