/** Days off as lines of text: a day or a run of days a line, as people copy them from the yearly notice. */
import { dayInWords, daysBetween, isDay } from '../../shared/days';

/** Longer than any holiday: a run over it is a slip of the pen. */
const LONGEST_RUN = 60;
const BETWEEN = /\s*(?:至|到|—+|–|~|～)\s*/u;

/** Days read from the lines, and a sentence for every line that is not understood. */
export interface ReadLines {
  readonly days: readonly string[];
  readonly problems: readonly string[];
}

/** The day after (`YYYY-MM-DD`). */
function next(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Days that follow each other as first and last day. */
function runsOf(days: readonly string[]): [string, string][] {
  const runs: [string, string][] = [];
  for (const day of [...days].sort()) {
    const last = runs.at(-1);
    if (last !== undefined && next(last[1]) === day) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** One line a run: `2027-02-05 至 2027-02-11`. */
export function linesOf(days: readonly string[]): string {
  return runsOf(days)
    .map(([first, last]) => (first === last ? first : `${first} 至 ${last}`))
    .join('\n');
}

/** The runs in words of the year: `2 月 5 日至 2 月 11 日（7 天）`. */
export function runsInWords(days: readonly string[]): string[] {
  return runsOf(days).map(([first, last]) => {
    if (first === last) return dayInWords(first, first);
    return `${dayInWords(first, first)}至 ${dayInWords(last, first)}（${daysBetween(first, last) + 1} 天）`;
  });
}

/** A day as `2027-02-05` or `2月5日` of the year; null when it is none. */
function dayIn(text: string, year: number): string | null {
  const match = /^(?:(\d{4})\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/u.exec(text);
  const [, written = String(year), month = '', date = ''] = match ?? [];
  const day = match ? `${written}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
  return isDay(day) ? day : null;
}

/** Reads what was written; full-width digits, commas and blank lines are taken as they are meant. */
export function readLines(text: string, year: number): ReadLines {
  const days: string[] = [];
  const problems: string[] = [];
  const half = text.replace(/[０-９－]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
  for (const line of half.split(/[\n、，,；;]/u).map((part) => part.trim())) {
    if (line === '') continue;
    const [from = '', to = from, more] = line.split(BETWEEN);
    const [first, last] = [dayIn(from, year), dayIn(to, year)];
    if (first === null || last === null || more !== undefined) {
      problems.push(`“${line}”看不懂，请写成 ${year}-10-01 或 ${year}-10-01 至 ${year}-10-07`);
    } else if (last < first || daysBetween(first, last) >= LONGEST_RUN) {
      problems.push(`“${line}”的起止日子不对，请检查先后和年份`);
    } else {
      for (let day = first; day <= last; day = next(day)) days.push(day);
    }
  }
  return { days, problems };
}
