import { weekday } from './days.js';
import type { Day } from './facts.types.js';
import { kept } from './kept.js';
import type { WorkCalendar } from './verdict.types.js';

/** Whether offices work on the day: weekends and holidays are off, made-up weekends are not. */
export function isWorkday(day: Day, calendar: WorkCalendar): boolean {
  if (calendar.workingWeekends.has(day)) return true;
  return weekday(day) < 5 && !calendar.holidays.has(day);
}

/** Answers found before, by calendar, and by count and day in one number: the cases of a county ask again and again. */
const found = new WeakMap<WorkCalendar, Map<number, Day>>();
const noAnswers = () => new Map<number, Day>();
/** More than there are days, so that count and day fit into one number. */
const DAYS = 1_000_000;

/** The n-th workday after the day; 0 is the day itself. */
export function addWorkdays(day: Day, count: number, calendar: WorkCalendar): Day {
  const answers = kept(found, calendar, noAnswers);
  // Not by `kept`: it would make a function for every question.
  const known = answers.get(count * DAYS + day);
  if (known !== undefined) return known;
  const answer = walk(day, count, calendar);
  answers.set(count * DAYS + day, answer);
  return answer;
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
