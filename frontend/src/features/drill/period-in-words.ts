import { dayInWords, isDay } from '../../shared/days';

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(8, 10);

/** “2026 年”, “2026 年第 3 季度”, “2026 年 9 月” where the days are exactly that, else both days; '' without a period. */
export function periodInWords(from: string | null, to: string | null): string {
  if (from === null || to === null) return '';
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [endYear = 0, endMonth = 0, endDay = 0] = to.split('-').map(Number);
  const whole = day === 1 && endDay === Number(lastDayOf(endYear, endMonth)) && year === endYear;
  if (whole && month === 1 && endMonth === 12) return `${year} 年`;
  if (whole && month === endMonth) return `${year} 年 ${month} 月`;
  if (whole && endMonth === month + 2 && month % 3 === 1) return `${year} 年第 ${(month + 2) / 3} 季度`;
  return `${from} 至 ${to}`;
}

/** What is missing; a week is given by its Monday: “11 月 9 日那周”. */
export function missingInWords(item: string, asOf: string): string {
  return isDay(item) ? `${dayInWords(item, asOf)}那周` : item;
}
