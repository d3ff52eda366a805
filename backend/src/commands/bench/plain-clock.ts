import {
  addMonths,
  addWorkdays,
  civil,
  dayOf,
  periodContaining,
  previousPeriod,
  type Period,
  type WorkCalendar,
} from '../../engine/index.js';

/** The hand-written judging knows the numbers of the standard by heart; the checksum says when they change. */
export const STANDING_DAYS = 90;
export const GRACE = 15;
export const WARN_PERCENT = 25;
export const EXPIRY_DAYS = 30;
export const VACANCY_DAYS = 30;

export const BEFORE = 0;
export const RUNNING = 1;
export const IN_GRACE = 2;
export const AFTER = 3;

/** A stretch of time that is judged, and where the as-of day stands in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly phase: number;
  readonly warn: boolean;
  readonly at: number;
  readonly graceEnd: number;
  /** Reported only after its end: nothing there before is no shortfall. */
  readonly sheetLater: boolean;
  /** Only statistics of exactly this period count. */
  readonly exact: boolean;
}

export interface Day {
  readonly asOf: number;
  readonly start: number;
  readonly calendar: WorkCalendar;
}

export interface Spans {
  readonly now: Span;
  readonly last: Span;
}

/** `reported_year`: a calendar year that is reported by 31 March of the next. */
type Unit = 'calendar_year' | 'reported_year' | 'quarter' | 'month' | 'school_year';

export function spansOf(day: Day, unit: Unit): Spans {
  const period = unit === 'reported_year' ? 'calendar_year' : unit;
  const now = periodContaining(period, day.asOf);
  return { now: spanOf(day, unit, now), last: spanOf(day, unit, previousPeriod(period, now)) };
}

function spanOf(day: Day, unit: Unit, { from, to }: Period): Span {
  const reported = reportDay(day, unit, to);
  const graceEnd = Math.max(to, reported + GRACE);
  const sheetLater = reported > to;
  const exact = unit === 'month' || unit === 'quarter';
  const phase =
    to < day.start ? BEFORE : day.asOf <= Math.max(to, reported) ? RUNNING : day.asOf <= graceEnd ? IN_GRACE : AFTER;
  const warn = day.asOf >= to + 1 - Math.ceil(((to - from + 1) * WARN_PERCENT) / 100);
  return { from, to, phase, warn, at: Math.min(day.asOf, to), graceEnd, sheetLater, exact };
}

/** Quarters are reported on the 25th of their last month, months five workdays later, school years on 31 October. */
function reportDay(day: Day, unit: Unit, to: number): number {
  const { year, month } = civil(to);
  if (unit === 'quarter') return dayOf(year, month, 25);
  if (unit === 'month') return addWorkdays(to, 5, day.calendar);
  if (unit === 'reported_year') return dayOf(year + 1, 3, 31);
  return unit === 'school_year' ? dayOf(year, 10, 31) : to;
}

export function standingSpan({ asOf, start }: Day): Span {
  const due = start + STANDING_DAYS;
  const graceEnd = due + GRACE;
  const phase = asOf <= due ? RUNNING : asOf <= graceEnd ? IN_GRACE : AFTER;
  return { from: 0, to: 0, phase, warn: false, at: asOf, graceEnd, sheetLater: false, exact: false };
}

/** Twelve months back from the day. */
export function rollingSpan({ asOf, start }: Day): Span {
  const firstEnd = addMonths(start, 12) - 1;
  const warn = asOf >= firstEnd + 1 - Math.ceil(((firstEnd - start + 1) * WARN_PERCENT) / 100);
  const phase = asOf < firstEnd ? RUNNING : AFTER;
  return {
    from: addMonths(asOf, -12) + 1,
    to: asOf,
    phase,
    warn,
    at: asOf,
    graceEnd: asOf,
    sheetLater: false,
    exact: false,
  };
}
