/** Periods as the server writes them: `2026-09`, `2026-Q3`, `2026`, `2025-2026`. */
import type { PeriodGranularity } from '../../api';

export const GRANULARITY_WORDS: Readonly<Record<PeriodGranularity, string>> = {
  month: '月',
  quarter: '季度',
  year: '年',
  schoolYear: '学年',
};

const PATTERNS: readonly (readonly [PeriodGranularity, RegExp])[] = [
  ['month', /^\d{4}-(0[1-9]|1[0-2])$/],
  ['quarter', /^\d{4}-Q[1-4]$/],
  ['year', /^\d{4}$/],
  ['schoolYear', /^\d{4}-\d{4}$/],
];

/** The granularity of a written period, or null when it is none. */
export function granularityOf(period: string): PeriodGranularity | null {
  return PATTERNS.find(([, pattern]) => pattern.test(period))?.[0] ?? null;
}

/** “2026 年 9 月”, “2026 年第 3 季度”, “2026 年”, “2025—2026 学年”; anything else as it stands. */
export function periodInWords(period: string): string {
  const year = period.slice(0, 4);
  switch (granularityOf(period)) {
    case 'month':
      return `${year} 年 ${Number(period.slice(5))} 月`;
    case 'quarter':
      return `${year} 年第 ${period.slice(6)} 季度`;
    case 'year':
      return `${year} 年`;
    case 'schoolYear':
      return `${year}—${period.slice(5)} 学年`;
    case null:
      return period;
  }
}

/** The parts of a year that a period of that granularity is picked from; a whole year has none. */
export function partsOfYear(granularity: PeriodGranularity): { readonly part: string; readonly label: string }[] {
  if (granularity === 'month')
    return Array.from({ length: 12 }, (_, index) => ({
      part: String(index + 1).padStart(2, '0'),
      label: `${index + 1} 月`,
    }));
  if (granularity === 'quarter')
    return [1, 2, 3, 4].map((number) => ({ part: `Q${number}`, label: `第 ${number} 季度` }));
  return [];
}

/** The written period, or null while a part is still to be chosen. */
export function periodOf(granularity: PeriodGranularity, year: number, part: string | null): string | null {
  if (granularity === 'year') return String(year);
  if (granularity === 'schoolYear') return `${year}-${year + 1}`;
  return part === null ? null : `${year}-${part}`;
}

/** The parts of a written period. */
export function readPeriod(
  period: string,
): { granularity: PeriodGranularity; year: number; part: string | null } | null {
  const granularity = granularityOf(period);
  if (granularity === null) return null;
  const cut = granularity === 'month' || granularity === 'quarter';
  return { granularity, year: Number(period.slice(0, 4)), part: cut ? period.slice(5) : null };
}

/** Years to choose from: the year of the day, one ahead, six back. */
export function yearsAround(day: string): number[] {
  const year = Number(day.slice(0, 4));
  return Array.from({ length: 8 }, (_, index) => year + 1 - index);
}
