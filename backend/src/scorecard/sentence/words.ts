import type { Outcome, VetoState } from '../../engine/index.js';

/** The words of an outcome, the same on screen, in the workbook and in print. */
export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  met: '达标',
  atRisk: '预警',
  unmet: '未达标',
  noData: '无数据',
  notDue: '未到期',
  notApplicable: '不适用',
};

/** Shapes that stand beside the words, readable in grey. */
export const OUTCOME_SHAPES: Readonly<Record<Outcome, string>> = {
  met: '✓',
  atRisk: '◐',
  unmet: '✕',
  noData: '？',
  notDue: '○',
  notApplicable: '—',
};

export const VETO_LABELS: Readonly<Record<VetoState, string>> = {
  clear: '安全',
  unproven: '待证明',
  atRisk: '风险',
  triggered: '否决',
};

/** `2026-12-31` → `12 月 31 日`, with the year when it is another than that of the as-of day. */
export function dayInWords(day: string, asOf: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const inYear = `${Number(month)} 月 ${Number(date)} 日`;
  return year === asOf.slice(0, 4) ? inYear : `${year} 年 ${inYear}`;
}

/** A number as people write it: whole numbers plain, others cut (never rounded up) to two decimals. */
export function numberInWords(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return String(Math.trunc(value * 100) / 100);
}

/** Joins at most five items; the rest is counted. */
export function listInWords(items: readonly string[]): string {
  const shown = items.slice(0, 5).join('、');
  return items.length > 5 ? `${shown}等 ${items.length} 项` : shown;
}

/** `2026-08` → `2026 年 8 月`; anything else stays as it is. */
export function monthInWords(text: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  return match === null ? text : `${match[1]} 年 ${Number(match[2])} 月`;
}
