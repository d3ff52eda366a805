import { parseDay, type Day, type WorkCalendar } from '../engine/index.js';
import type { HolidayYear } from './standard.types.js';

/** The days off and made up of all years that `holidays.yaml` lists; other years count weekends only. */
export function workCalendar(years: readonly HolidayYear[]): WorkCalendar {
  return {
    years: new Set(years.map(({ year }) => year)),
    holidays: days(years.flatMap((year) => year.holidays)),
    workingWeekends: days(years.flatMap((year) => year.workingWeekends)),
    springFestival: days(years.flatMap((year) => year.springFestival)),
  };
}

function days(texts: readonly string[]): ReadonlySet<Day> {
  return new Set(texts.flatMap((text) => parseDay(text) ?? []));
}
