import { addMonths, civil, firstDayOfMonth } from './days.js';
import type { Day } from './facts.types.js';
import { caseWindowFrom } from './judge/case-tally.js';
import type { Env } from './judge/env.js';
import type { Requirement } from './rule.types.js';
import type { Verdict } from './verdict.types.js';

/** Days whose being workdays or holidays a verdict rests on, both inside. */
interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** Years without known days off on which the verdict rests, oldest first; none where it does not rest on the calendar. */
export function unknownYearsOf(env: Env, requirement: Requirement, verdict: Verdict): readonly number[] {
  const years = new Set<number>();
  for (const { from, to } of stretchesOf(env, requirement, verdict)) {
    for (let year = civil(from).year; year <= civil(to).year; year += 1) {
      if (!env.calendar.years.has(year)) years.add(year);
    }
  }
  return [...years].sort((a, b) => a - b);
}

function stretchesOf(env: Env, requirement: Requirement, verdict: Verdict): readonly Stretch[] {
  const { rule, reporting } = requirement;
  const { from, to, due } = verdict;
  switch (rule.kind) {
    case 'every_case_handled': {
      // The limits of its cases and the days by which its months' sheets are due.
      const first = Math.max(firstDayOfMonth(env.start), firstDayOfMonth(caseWindowFrom(env)));
      return [{ from: first, to: Math.max(env.asOf, due ?? env.asOf) }];
    }
    case 'no_open_cases':
    case 'incident_free_window': {
      // The days by which the monthly sheets are due.
      const first = rule.kind === 'incident_free_window' ? env.start : Math.max(env.start, addMonths(env.asOf, -4));
      return [{ from: first, to: env.asOf }];
    }
    case 'frequency_coverage':
      return rule.exempt === 'none' || from === null || to === null ? [] : [{ from, to }];
    default:
      // The workdays after the end of the period, by which its sheet is due.
      return reporting?.type !== 'workdaysAfter' || to === null
        ? []
        : [{ from: to + 1, to: Math.max(to + 1, due ?? to) }];
  }
}
