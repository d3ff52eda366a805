import { addMonths, addYears, civil, dayOf, firstDayOfMonth, isoMonday, lastDayOfMonth } from './days.js';
import { NO_DAY, type Day } from './facts.types.js';
import type { PeriodUnit } from './rule.types.js';

/** First and last day, both inside. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The period of a kind that contains the day. `standing` reaches back without end; `rolling_12_months` ends on the day. */
export function periodContaining(unit: PeriodUnit, day: Day): Period {
  const { year, month } = civil(day);
  switch (unit) {
    case 'standing':
      return { from: NO_DAY, to: day };
    case 'calendar_year':
      return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
    case 'school_year': {
      const first = month >= 9 ? year : year - 1;
      return { from: dayOf(first, 9, 1), to: dayOf(first + 1, 8, 31) };
    }
    case 'quarter': {
      const from = dayOf(year, month - ((month - 1) % 3), 1);
      return { from, to: lastDayOfMonth(addMonths(from, 2)) };
    }
    case 'month':
      return { from: firstDayOfMonth(day), to: lastDayOfMonth(day) };
    case 'iso_week':
      return { from: isoMonday(day), to: isoMonday(day) + 6 };
    case 'rolling_12_months':
      return { from: addMonths(day, -12) + 1, to: day };
  }
}

/** The period before the one given. */
export function previousPeriod(unit: PeriodUnit, period: Period): Period {
  return periodContaining(unit, period.from - 1);
}

/** A period some years earlier; for weeks and windows the one that contains the same date. */
export function yearsEarlier(unit: PeriodUnit, period: Period, years: number): Period {
  return periodContaining(unit, addYears(period.from, -years));
}

/** `2026-09`, `2026-Q3`, `2026` or `2025-2026` (school year); null for anything else. */
export function parsePeriod(text: string): Period | null {
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month !== null) {
    const number = Number(month[2]);
    if (number < 1 || number > 12) return null;
    return periodContaining('month', dayOf(Number(month[1]), number, 1));
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter !== null) return periodContaining('quarter', dayOf(Number(quarter[1]), Number(quarter[2]) * 3, 1));
  const year = /^(\d{4})$/.exec(text);
  if (year !== null) return periodContaining('calendar_year', dayOf(Number(year[1]), 1, 1));
  const school = /^(\d{4})-(\d{4})$/.exec(text);
  if (school === null || Number(school[2]) !== Number(school[1]) + 1) return null;
  return periodContaining('school_year', dayOf(Number(school[1]), 9, 1));
}

/** A month as `2026-09`. */
export function formatMonth(day: Day): string {
  const { year, month } = civil(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}
