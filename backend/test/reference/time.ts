export interface Span {
  readonly from: string;
  readonly to: string;
}

export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** The same day of the month, months later; the last day of a shorter month. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

export function periodOf(text: string): Span {
  const school = /^(\d{4})-(\d{4})$/.exec(text);
  if (school) return { from: `${school[1]}-09-01`, to: `${school[2]}-08-31` };
  const quarter = /^(\d{4})-Q(\d)$/.exec(text);
  const first = quarter
    ? `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`
    : `${text.length === 4 ? `${text}-01` : text}-01`;
  return { from: first, to: plusDays(plusMonths(first, quarter ? 3 : text.length === 4 ? 12 : 1), -1) };
}

/** The calendar period of that unit which contains the day. */
export function periodAround(unit: string, day: string): Span {
  const [year = 0, month = 0] = day.split('-').map(Number);
  if (unit === 'school_year') return periodOf(month >= 9 ? `${year}-${year + 1}` : `${year - 1}-${year}`);
  if (unit === 'quarter') return periodOf(`${year}-Q${Math.ceil(month / 3)}`);
  return periodOf(unit === 'month' ? day.slice(0, 7) : String(year));
}
