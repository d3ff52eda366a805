import { formatDay, parseDay } from './days.js';
import type { Day } from './facts.types.js';

/** Instants are minutes of business time since 1970-01-01T00:00. */
export const MINUTES_PER_DAY = 1440;

/** `YYYY-MM-DDTHH:mm` (or with a space, seconds ignored) to minutes; null for anything else. */
export function parseInstant(text: string): number | null {
  const day = parseDay(text.slice(0, 10));
  const match = /^.{10}[T ](\d{2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  if (day === null || hour > 23 || minute > 59) return null;
  return day * MINUTES_PER_DAY + hour * 60 + minute;
}

/** Minutes as `YYYY-MM-DDTHH:mm`. */
export function formatInstant(instant: number): string {
  const rest = instant - instantDay(instant) * MINUTES_PER_DAY;
  const hour = String(Math.floor(rest / 60)).padStart(2, '0');
  return `${formatDay(instantDay(instant))}T${hour}:${String(rest % 60).padStart(2, '0')}`;
}

/** The day on which an instant lies. */
export function instantDay(instant: number): Day {
  return Math.floor(instant / MINUTES_PER_DAY);
}

/** Last minute of a day. */
export function endOfDay(day: Day): number {
  return day * MINUTES_PER_DAY + MINUTES_PER_DAY - 1;
}
