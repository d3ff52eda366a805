import { NO_DAY, type Day } from '../facts.types.js';

/** The earlier of two last days; NO_DAY stands for one that is open. */
export function earlierEnd(one: Day, other: Day): Day {
  if (one === NO_DAY) return other;
  return other === NO_DAY ? one : Math.min(one, other);
}

/** Whether a last day (NO_DAY: open) lies before a day. */
export function endsBefore(last: Day, day: Day): boolean {
  return last !== NO_DAY && last < day;
}
