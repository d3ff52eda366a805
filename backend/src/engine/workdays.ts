import { weekday } from './days.js';
import type { Day } from './facts.types.js';
import type { WorkCalendar } from './verdict.types.js';

/** Whether offices work on the day: weekends and holidays are off, made-up weekends are not. */
export function isWorkday(day: Day, calendar: WorkCalendar): boolean {
  if (calendar.workingWeekends.has(day)) return true;
  return weekday(day) < 5 && !calendar.holidays.has(day);
}

/** Answers found before, by calendar and count, a place for each day (0: not asked yet): the cases of a county ask again and again. */
const found = new WeakMap<WorkCalendar, Map<number, Int32Array>>();
/** Days since 1970 whose answers are kept: until 2079. */
const KEPT_DAYS = 40_000;
/** No clause counts that many workdays. */
const MOST = 64;

/** The n-th workday after the day; 0 is the day itself. */
export function addWorkdays(day: Day, count: number, calendar: WorkCalendar): Day {
  if (!Number.isInteger(count) || count < 1 || count > MOST || day < 1 || day >= KEPT_DAYS)
    return walk(day, count, calendar);
  const answers = answersOf(calendar, count);
  const known = answers[day] ?? 0;
  if (known !== 0) return known;
  const answer = walk(day, count, calendar);
  answers[day] = answer;
  return answer;
}

function answersOf(calendar: WorkCalendar, count: number): Int32Array {
  let counts = found.get(calendar);
  if (counts === undefined) found.set(calendar, (counts = new Map()));
  let answers = counts.get(count);
  if (answers === undefined) counts.set(count, (answers = new Int32Array(KEPT_DAYS)));
  return answers;
}

function walk(day: Day, count: number, calendar: WorkCalendar): Day {
  let left = count;
  let at = day;
  // A year without a single workday does not occur; the bound keeps a broken calendar from hanging the server.
  for (let guard = 0; left > 0 && guard < 3660; guard += 1) {
    at += 1;
    if (isWorkday(at, calendar)) left -= 1;
  }
  return at;
}

/** Days of the week (named by its Monday) that fall into the statutory Spring Festival holiday. */
export function springFestivalDays(monday: Day, calendar: WorkCalendar): number {
  let days = 0;
  for (let day = monday; day < monday + 7; day += 1) if (calendar.springFestival.has(day)) days += 1;
  return days;
}
