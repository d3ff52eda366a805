import type { Outcome, VetoState } from '../../engine/index.js';

export { OUTCOME_LABELS } from '../../standard/index.js';

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

const MONTH = /^(\d{4})-(\d{2})$/;

/** Months in a row become a stretch: `2026-03`, `2026-04`, `2026-05` → `2026 年 3—5 月`; other items stay as they are. */
export function monthsInWords(items: readonly string[]): string[] {
  const words: string[] = [];
  for (let at = 0; at < items.length;) {
    let end = at;
    while (follows(items[end], items[end + 1])) end += 1;
    words.push(stretchInWords(items[at] ?? '', items[end] ?? ''));
    at = end + 1;
  }
  return words;
}

function follows(month: string | undefined, next: string | undefined): boolean {
  const [first, second] = [MONTH.exec(month ?? ''), MONTH.exec(next ?? '')];
  return first !== null && second !== null && first[1] === second[1] && Number(second[2]) === Number(first[2]) + 1;
}

function stretchInWords(from: string, to: string): string {
  const [first, last] = [MONTH.exec(from), MONTH.exec(to)];
  if (first === null || last === null) return from;
  return `${first[1]} 年 ${Number(first[2])}${from === to ? '' : `—${Number(last[2])}`} 月`;
}
