import { addMonths, civil, dayOf, daysInMonth } from '../days.js';
import { NO_DAY, type Day } from '../facts.types.js';
import { periodContaining, previousPeriod, type Period } from '../periods.js';
import type { PeriodUnit, Reporting } from '../rule.types.js';
import { addWorkdays } from '../workdays.js';
import type { Env } from './env.js';

/** before: ended before the campaign; running, up to its reporting day; grace: inside its grace days; after: closed for good. */
export type Phase = 'before' | 'running' | 'grace' | 'after';

/** One stretch of time that is judged, and where the as-of day stands in it (decision 3). */
export interface Window {
  readonly unit: PeriodUnit;
  readonly from: Day;
  readonly to: Day;
  readonly phase: Phase;
  /** In its last quarter (parameter `warn_percent`), or closed. */
  readonly warn: boolean;
  /** Its sheet falls due only after its end: nothing reported before then is no shortfall. */
  readonly sheetLater: boolean;
  /** Day on which standing records have to be in force, and after which events no longer count. */
  readonly at: Day;
  /** Last day on which the missing part can still be done. */
  readonly due: Day;
  readonly graceEnd: Day;
}

/** The running period and the last closed one; kinds with one window of their own have no closed one. */
export interface Windows {
  readonly running: Window;
  readonly closed: Window | null;
}

/** The windows of a period on the as-of day. */
export function windowsOf(env: Env, unit: PeriodUnit, reporting: Reporting | undefined): Windows {
  if (unit === 'standing') return { running: standingWindow(env), closed: null };
  if (unit === 'rolling_12_months') return { running: rollingWindow(env), closed: null };
  const running = periodContaining(unit, env.asOf);
  return {
    running: periodWindow(env, unit, running, reporting),
    closed: periodWindow(env, unit, previousPeriod(unit, running), reporting),
  };
}

function periodWindow(env: Env, unit: PeriodUnit, period: Period, reporting: Reporting | undefined): Window {
  const reportDay = reporting === undefined ? period.to : reportingDay(env, period, reporting);
  const graceEnd = Math.max(period.to, reportDay + env.parameter('period_grace_days'));
  // What is reported after the period's end is not due before that day, and its grace days run from there (decision 1).
  const runsUntil = Math.max(period.to, reportDay);
  const warnFrom = period.to + 1 - Math.ceil(((period.to - period.from + 1) * env.parameter('warn_percent')) / 100);
  // A period that began before a new unit did is not asked of it: short of it is not due (decision 0011, rule 6).
  const isAsked = period.from >= env.born;
  const whole = unit !== 'calendar_year' || env.parameter('first_year_whole') !== 0;
  return {
    unit,
    from: whole ? period.from : Math.max(period.from, env.start),
    to: period.to,
    phase: isAsked ? phaseOf(env, period.to, runsUntil, graceEnd) : env.asOf <= period.to ? 'running' : 'before',
    warn: isAsked && env.asOf >= warnFrom,
    sheetLater: isAsked && reportDay > period.to,
    at: Math.min(env.asOf, period.to),
    due: env.asOf > runsUntil ? graceEnd : reportDay,
    graceEnd,
  };
}

function phaseOf(env: Env, to: Day, runsUntil: Day, graceEnd: Day): Phase {
  if (to < env.start) return 'before';
  if (env.asOf <= runsUntil) return 'running';
  return env.asOf <= graceEnd ? 'grace' : 'after';
}

/** Standing duties: due `standing_due_days` after the campaign's start, then the same steps. */
export function standingWindow(env: Env): Window {
  const due = env.start + env.parameter('standing_due_days');
  const graceEnd = due + env.parameter('period_grace_days');
  return {
    unit: 'standing',
    from: NO_DAY,
    to: NO_DAY,
    phase: env.asOf <= due ? 'running' : env.asOf <= graceEnd ? 'grace' : 'after',
    warn: false,
    sheetLater: false,
    at: env.asOf,
    due: env.asOf <= due ? due : graceEnd,
    graceEnd,
  };
}

/** Twelve months back from the as-of day; until the campaign is that old, its first twelve months run like a period. */
function rollingWindow(env: Env): Window {
  const { from, to } = periodContaining('rolling_12_months', env.asOf);
  const firstEnd = addMonths(env.start, 12) - 1;
  const young = env.asOf <= firstEnd;
  const inGrace = !young && env.asOf <= firstEnd + env.parameter('period_grace_days');
  const warnFrom = firstEnd + 1 - Math.ceil(((firstEnd - env.start + 1) * env.parameter('warn_percent')) / 100);
  return {
    unit: 'rolling_12_months',
    from,
    to,
    phase: young ? 'running' : inGrace ? 'grace' : 'after',
    warn: env.asOf >= warnFrom,
    sheetLater: false,
    at: env.asOf,
    due: young ? firstEnd : inGrace ? firstEnd + env.parameter('period_grace_days') : to,
    graceEnd: to,
  };
}

/** The day on which the sheet for a period has to be in. */
export function reportingDay(env: Env, period: Period, reporting: Reporting): Day {
  const { year, month } = civil(period.to);
  switch (reporting.type) {
    case 'dayOfLastMonth':
      return dayOf(year, month, Math.min(reporting.day, daysInMonth(year, month)));
    case 'monthDay': {
      const sameYear = dayOf(year, reporting.month, Math.min(reporting.day, daysInMonth(year, reporting.month)));
      if (sameYear > period.to) return sameYear;
      return dayOf(year + 1, reporting.month, Math.min(reporting.day, daysInMonth(year + 1, reporting.month)));
    }
    case 'workdaysAfter':
      return addWorkdays(period.to, reporting.days, env.calendar);
  }
}
