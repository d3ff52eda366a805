import { z } from 'zod';
import { FIRST_YEAR, isDay, LAST_YEAR, toHalfWidth } from './day.js';

/** The last day of February and the like, so that the example in a message is a day that exists. */
function nearestDay(text: string): string {
  const match = /^(\d{4})-(\d{2})-\d{2}$/.exec(text);
  const [, year = '', month = ''] = match ?? [];
  const last = new Date(Date.UTC(Number(year), Number(month), 0));
  const example = Number(month) >= 1 && Number(month) <= 12 ? last.toISOString().slice(0, 10) : '';
  return isDay(example) ? example : '2026-02-28';
}

/** What to say about a text that is not a calendar day. */
export function dayMessage(text: string): string {
  const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text;
  const isWritten = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const year = Number(text.slice(0, 4));
  if (isWritten && (year < FIRST_YEAR || year > LAST_YEAR)) {
    return `日期“${shown}”的年份不在 ${FIRST_YEAR} 到 ${LAST_YEAR} 之间，请写成 ${nearestDay(text)} 这样的日期`;
  }
  const fault = isWritten ? `日期“${shown}”不存在` : `“${shown}”不是日期`;
  return `${fault}，请写成 ${nearestDay(text)} 这样的日期`;
}

/** A calendar day `YYYY-MM-DD` that exists; full-width digits are read as half-width ones. */
export function daySchema(title: string) {
  return z
    .string({ error: (issue) => (issue.input === undefined ? undefined : '请写成 2026-02-28 这样的日期') })
    .overwrite((text) => toHalfWidth(text).trim())
    .refine(isDay, { error: (issue) => dayMessage(String(issue.input)) })
    .meta({ title, format: 'date', examples: ['2026-11-24'] });
}

/** A whole number in a query string, full-width digits allowed. */
export function queryNumber(title: string, { min, max, fallback }: { min: number; max: number; fallback: number }) {
  return z
    .string()
    .overwrite((text) => toHalfWidth(text).trim())
    .regex(/^\d{1,9}$/, { error: '请填写整数，例如 12' })
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .default(fallback)
    .meta({ title });
}

/** True or false in a query string. */
export function queryFlag(title: string) {
  return z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ title });
}
