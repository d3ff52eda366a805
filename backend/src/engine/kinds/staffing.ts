import { NO_DAY, NONE, type Day } from '../facts.types.js';
import type { View } from '../facts/view.types.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { Finding } from '../judge/finding.js';
import { findStanding, standingCounts, type Standing } from '../judge/standing.js';
import { judgeWindow } from '../judge/steps.js';
import { standingWindow } from '../judge/window.js';
import type { Rule, Selection } from '../rule.types.js';
import type { Detail, Judge, Sink } from './kind.js';

type StaffingRule = Rule & { readonly kind: 'staffing' };

/** At least `min` people in post on the as-of day; a vacancy inside `vacancy_tolerance_days` is atRisk (5.3.1.a). */
export function staffing(rule: StaffingRule): Judge {
  return {
    judge: (run, sink) => judge(rule, run, sink),
    detail: (run) => detail(rule, run),
  };
}

function judge(rule: StaffingRule, run: Run, sink: Sink): void {
  const window = standingWindow(run.env);
  const tolerance = run.env.parameter('vacancy_tolerance_days');
  const slack = Math.max(tolerance, run.env.parameter('period_grace_days'));
  const counts = standingCounts(run, rule.people, window, slack);
  const min = run.number('min');
  const lastFull = lastFullDay(run, rule.people, counts, min, run.env.asOf - tolerance);
  const found = new Finding();
  const draft = new Draft();
  run.subjects.forEach((unit, place) => {
    findStanding(counts, unit, min, found);
    const full = lastFull[unit] ?? NO_DAY;
    found.tolerated = full !== NO_DAY;
    judgeWindow(found, window, draft);
    if (found.tolerated && window.phase === 'after') draft.due = full + tolerance;
    sink.put(place, draft, null);
  });
}

/** For subjects that are short now: the last day since `first` on which they had enough people; NO_DAY where there was none. */
function lastFullDay(run: Run, people: Selection, { inForce }: Standing, min: number, first: Day): Float64Array {
  const view = run.views(people).approved;
  const full = run.env.take().fill(NO_DAY);
  // The day tried last; from there the days on which somebody left are tried backwards. NO_DAY where none is asked.
  const tried = run.env.take();
  tried.fill(NO_DAY);
  for (const unit of run.subjects) if ((inForce[unit] ?? 0) < min) tried[unit] = run.env.asOf;
  while (stepBack(run, view, tried, first)) {
    inPostOn(run, view, tried).forEach((count, unit) => {
      if (count < min) return;
      full[unit] = tried[unit] ?? NO_DAY;
      tried[unit] = NO_DAY;
    });
  }
  return full;
}

/** To the latest day since `first` on which somebody left, before the one tried last; says whether there is any. */
function stepBack(run: Run, view: View, tried: Float64Array, first: Day): boolean {
  const before = run.env.take().fill(NO_DAY);
  let any = false;
  for (let at = 0; at < view.length; at += 1) {
    const unit = view.units[at] ?? NONE;
    const until = view.until[at] ?? NO_DAY;
    if (until < first || until >= (tried[unit] ?? NO_DAY)) continue;
    before[unit] = Math.max(before[unit] ?? NO_DAY, until);
    any = true;
  }
  tried.set(before);
  return any;
}

function inPostOn(run: Run, view: View, days: Float64Array): Float64Array {
  const counts = run.env.take();
  for (let at = 0; at < view.length; at += 1) {
    const unit = view.units[at] ?? NONE;
    const day = days[unit] ?? NO_DAY;
    const until = view.until[at] ?? NO_DAY;
    if ((view.days[at] ?? 0) <= day && (until === NO_DAY || until >= day)) counts[unit] = (counts[unit] ?? 0) + 1;
  }
  return counts;
}

function detail(rule: StaffingRule, run: Run): Detail {
  const { asOf } = run.env;
  return { looks: [{ selection: rule.people, from: NO_DAY, to: asOf, inForceOn: asOf }], missing: [], parts: [] };
}
