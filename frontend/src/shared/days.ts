/** Calendar days are `YYYY-MM-DD` text everywhere; nothing here knows the clock. */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists (`2026-02-30` does not). */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  const match = DAY.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** “12 月 31 日”, with the year when it is not that of `asOf`. */
export function dayInWords(day: string, asOf?: string): string {
  const match = DAY.exec(day);
  if (!match) return day;
  const [, year = '', month = '', date = ''] = match;
  const short = `${Number(month)} 月 ${Number(date)} 日`;
  return asOf !== undefined && asOf.slice(0, 4) === year ? short : `${year} 年 ${short}`;
}

/** “剩 37 天”, “今天”, “已过 3 天”: how far a day is from the as-of day. */
export function distanceInWords(asOf: string, day: string): string {
  const days = daysBetween(asOf, day);
  if (days === 0) return '当天';
  return days > 0 ? `剩 ${days} 天` : `已过 ${-days} 天`;
}

/** An instant from the server (`2026-11-24T02:03:04Z`) in business time, as `2026-11-24 10:03`. */
export function instantInWords(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
