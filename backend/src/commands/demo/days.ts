import {
  addMonths,
  civil,
  firstDayOfMonth,
  formatDay,
  isWorkday,
  lastDayOfMonth,
  parseDay,
  type Day,
  type WorkCalendar,
} from '../../engine/index.js';

/** A day that the program itself wrote down. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`no day: ${text}`);
  return parsed;
}

/** First days of all months that have begun between two days. */
export function monthsBetween(from: Day, to: Day): readonly Day[] {
  const months: Day[] = [];
  for (let month = firstDayOfMonth(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** `2026-09`. */
export function monthName(first: Day): string {
  return formatDay(first).slice(0, 7);
}

/** The first workday on or after a day. */
export function workdayFrom(from: Day, calendar: WorkCalendar): Day {
  let at = from;
  while (!isWorkday(at, calendar)) at += 1;
  return at;
}

/** Quarters whose last month has begun: `{ name: '2026-Q3', from, to, lastMonth }`. */
export function quartersBetween(from: Day, to: Day): readonly { name: string; from: Day; to: Day; lastMonth: Day }[] {
  return monthsBetween(from, to)
    .filter((month) => civil(month).month % 3 === 0)
    .map((lastMonth) => ({
      name: `${civil(lastMonth).year}-Q${civil(lastMonth).month / 3}`,
      from: addMonths(lastMonth, -2),
      to: lastDayOfMonth(lastMonth),
      lastMonth,
    }));
}
