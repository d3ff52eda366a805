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
  const stretch = stretchOf(env, requirement, verdict);
  if (stretch === null) return [];
  const first = civil(stretch.from).year;
  const years = Array.from({ length: civil(stretch.to).year - first + 1 }, (_, at) => first + at);
  return years.filter((year) => !env.calendar.years.has(year));
}

function stretchOf(env: Env, requirement: Requirement, verdict: Verdict): Stretch | null {
  const { rule, reporting } = requirement;
  const { from, to, due } = verdict;
  switch (rule.kind) {
    case 'every_case_handled': {
      // The limits of its cases and the days by which its months' sheets are due.
      const first = Math.max(firstDayOfMonth(env.start), firstDayOfMonth(caseWindowFrom(env)));
      return { from: first, to: Math.max(env.asOf, due ?? env.asOf) };
    }
    // The days by which the monthly sheets are due.
    case 'incident_free_window':
      return { from: env.start, to: env.asOf };
    case 'no_open_cases':
      return { from: Math.max(env.start, addMonths(env.asOf, -4)), to: env.asOf };
    case 'frequency_coverage':
      return rule.exempt === 'none' ? null : { from: from ?? env.asOf, to: to ?? env.asOf };
    default:
      // The workdays after the end of the period, by which its sheet is due.
      return reporting?.type !== 'workdaysAfter' || to === null ? null : { from: to + 1, to: due ?? to };
  }
}
