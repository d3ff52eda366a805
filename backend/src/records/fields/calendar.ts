import type { PeriodGranularity } from '../../engine/index.js';
import { halfWidth } from './text.js';

const DAY =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号])$/u;
const INSTANT = /^(.+?)(?:T|\s+)(\d{1,2}):(\d{2})(?::\d{2})?$/u;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/** A typed day as `YYYY-MM-DD`, or null when there is no such day (2026-02-30) or it is no day at all. */
export function readDay(input: unknown): string | null {
  if (typeof input !== 'string') return null;
  const match = DAY.exec(halfWidth(input).replace(/\s+/gu, ''));
  if (match === null) return null;
  const [year, month, day] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** A typed business-time instant as `YYYY-MM-DDTHH:mm`, or null. Seconds are cut off. */
export function readInstant(input: unknown): string | null {
  if (typeof input !== 'string') return null;
  const match = INSTANT.exec(halfWidth(input).trim());
  if (match === null) return null;
  const day = readDay(match[1]);
  const [hour, minute] = [Number(match[2]), Number(match[3])];
  if (day === null || hour > 23 || minute > 59) return null;
  return `${day}T${String(hour).padStart(2, '0')}:${match[3] ?? '00'}`;
}

const PERIODS: Readonly<
  Record<PeriodGranularity, { readonly pattern: RegExp; readonly example: string; readonly name: string }>
> = {
  month: { pattern: /^(\d{4})-(0[1-9]|1[0-2])$/u, example: '2026-09', name: '月份' },
  quarter: { pattern: /^(\d{4})-Q([1-4])$/u, example: '2026-Q3', name: '季度' },
  year: { pattern: /^(\d{4})$/u, example: '2026', name: '年度' },
  schoolYear: { pattern: /^(\d{4})-(\d{4})$/u, example: '2025-2026', name: '学年' },
};

/** A typed period in one of the allowed granularities, or null. Months may be written `2026年9月`, quarters `2026年第3季度`. */
export function readPeriod(input: unknown, allowed: readonly PeriodGranularity[]): string | null {
  if (typeof input !== 'string' && typeof input !== 'number') return null;
  const text = periodText(String(input));
  const granularity = allowed.find((name) => PERIODS[name].pattern.test(text));
  if (granularity === undefined) return null;
  const year = Number(text.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (granularity === 'schoolYear' && Number(text.slice(5)) !== year + 1) return null;
  return text;
}

function periodText(input: string): string {
  const plain = halfWidth(input).replace(/\s+/gu, '').toUpperCase();
  const month = /^(\d{4})(?:年|-|\/|\.)(\d{1,2})月?$/u.exec(plain);
  if (month !== null) return `${month[1] ?? ''}-${(month[2] ?? '').padStart(2, '0')}`;
  const quarter = /^(\d{4})年?第?([1-4])季度?$/u.exec(plain);
  if (quarter !== null) return `${quarter[1] ?? ''}-Q${quarter[2] ?? ''}`;
  return plain.replace(/年度?$/u, '').replace(/学年$/u, '');
}

/** How a period is written, for a message: 「月份如 2026-09」 and so on. */
export function periodExample(allowed: readonly PeriodGranularity[]): string {
  return allowed.map((name) => `${PERIODS[name].name}如 ${PERIODS[name].example}`).join('，');
}
