import { NO_DAY, NONE } from '../facts.types.js';
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
  const fullUntil = lastFullDay(run, rule.people, counts, min);
  const found = new Finding();
  const draft = new Draft();
  run.subjects.forEach((unit, place) => {
    findStanding(counts, unit, min, found);
    const full = fullUntil[unit] ?? 0;
    if (full > 0 && run.env.asOf - full <= tolerance) {
      found.tolerated = true;
      found.expired = false;
    }
    judgeWindow(found, window, draft);
    if (found.tolerated && window.phase === 'after') draft.due = full + tolerance;
    sink.put(place, draft, null);
  });
}

/** For subjects that are short now: the last day on which they had enough people; 0 where there was none. */
function lastFullDay(run: Run, people: Selection, counts: Standing, min: number): Float64Array {
  const view = run.views(people).approved;
  const result = run.env.take();
  const candidate = run.env.take().fill(run.env.asOf);
  // Each round steps back to the latest leaving day before the last one tried; `min` leavings are enough.
  for (let round = 0; round < min; round += 1) {
    const next = run.env.take();
    for (let at = 0; at < view.length; at += 1) {
      const unit = view.units[at] ?? NONE;
      const until = view.until[at] ?? NO_DAY;
      if (unit < 0 || until === NO_DAY || until >= (candidate[unit] ?? 0)) continue;
      if (until > (next[unit] ?? 0)) next[unit] = until;
    }
    candidate.set(next);
    const inPost = inPostOn(run, view, candidate);
    for (let unit = 0; unit < run.env.units; unit += 1) {
      const day = candidate[unit] ?? 0;
      if (result[unit] === 0 && day > 0 && (counts.inForce[unit] ?? 0) < min && (inPost[unit] ?? 0) >= min)
        result[unit] = day;
    }
  }
  return result;
}

function inPostOn(run: Run, view: View, days: Float64Array): Float64Array {
  const counts = run.env.take();
  for (let at = 0; at < view.length; at += 1) {
    const unit = view.units[at] ?? NONE;
    const day = unit < 0 ? 0 : (days[unit] ?? 0);
    const until = view.until[at] ?? NO_DAY;
    if (day > 0 && (view.days[at] ?? 0) <= day && (until === NO_DAY || until >= day))
      counts[unit] = (counts[unit] ?? 0) + 1;
  }
  return counts;
}

function detail(rule: StaffingRule, run: Run): Detail {
  const { asOf } = run.env;
  return { looks: [{ selection: rule.people, from: NO_DAY, to: asOf, inForceOn: asOf }], missing: [], parts: [] };
}
