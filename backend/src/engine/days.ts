import type { Day } from './facts.types.js';

/** Calendar arithmetic on whole days since 1970-01-01, without clock and time zone. */

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whole days since 1970-01-01 of a Gregorian date; month 1–12 (13: January of the next year), day 1–31 (not checked). */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Year, month and day of the month of a day. */
export function civil(day: Day): CivilDay {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** Days in a month (month 1–12). */
export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** `YYYY-MM-DD` to a day; null for anything else, also for days that do not exist (`2026-02-30`). */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayOf(year, month, day);
}

/** A day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, day: date } = civil(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The same date some months on (or back); a date that the month lacks becomes its last day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = civil(day);
  const index = year * 12 + month - 1 + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return dayOf(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth)));
}

/** The same date some years on (or back); 29 February becomes 28 February (decision 12). */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Monday = 0 … Sunday = 6. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Monday of the ISO week that contains the day; weeks are named by it. */
export function isoMonday(day: Day): Day {
  return day - weekday(day);
}

/** First day of the month that contains the day. */
export function firstDayOfMonth(day: Day): Day {
  return day - civil(day).day + 1;
}

/** Last day of the month that contains the day. */
export function lastDayOfMonth(day: Day): Day {
  const { year, month } = civil(day);
  return dayOf(year, month, daysInMonth(year, month));
}
