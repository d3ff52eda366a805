import type { Day } from '../../engine/index.js';
import type { County } from './county.js';
import { instantText } from './record-book.js';
import type { Random } from './random.js';

/** A step of a case: who did it, and how many minutes after the case was found. */
export interface DemoStep {
  readonly step: string;
  readonly unit: string;
  readonly after: number;
}

/** A case under an invented number; times in minutes after midnight of `found`. */
export interface DemoCase {
  readonly register: string;
  readonly prefix: string;
  readonly unit: string;
  readonly town: string;
  readonly caseType: string;
  readonly found: Day;
  readonly minute: number;
  /** Minutes from finding to report. */
  readonly reported?: number;
  readonly reporter?: string;
  readonly offender?: string;
  readonly leftBehind?: boolean;
  readonly steps: readonly DemoStep[];
  readonly outcome?: string;
  /** Minutes from finding to the end; none: stays open. */
  readonly closed?: number;
  /** Written down by people on duty on the very days, weekends included. */
  readonly urgent?: boolean;
}

const HOUR = 60;
export const DAY = 24 * HOUR;

/** Enters cases with what was done up to the last day, and remembers in which months a register had one. */
export class CaseBook {
  /** `unit register 2026-09`. */
  readonly months = new Set<string>();
  private readonly numbers = new Map<string, number>();

  constructor(private readonly county: County) {}

  add(entry: DemoCase, random: Random): void {
    const { book, last } = this.county;
    const end = (last + 1) * DAY;
    const begin = entry.found * DAY + entry.minute;
    const at = (minutes: number): string => instantText(entry.found, entry.minute + minutes);
    const isOver = entry.closed !== undefined && begin + entry.closed < end;
    const key = `case ${entry.register} ${book.records.length}`;
    const year = at(0).slice(0, 4);
    const fields = {
      no: `${entry.prefix}-${year}-${this.number(entry.prefix + year)}`,
      register: entry.register,
      case_type: entry.caseType,
      town: entry.town,
      ...(entry.reporter === undefined ? {} : { reporter: entry.reporter }),
      ...(entry.offender === undefined ? {} : { offender: entry.offender }),
      found_at: at(0),
      ...(entry.reported === undefined ? {} : { reported_at: at(entry.reported) }),
      ...(entry.leftBehind ? { left_behind: true } : {}),
      ...(isOver && entry.outcome !== undefined ? { outcome: entry.outcome } : {}),
      ...(isOver ? { closed_at: at(entry.closed) } : {}),
    };
    const urgent = entry.urgent === true;
    const entered = book.add({
      type: 'case',
      unit: entry.unit,
      key,
      day: urgent ? entry.found : entry.found + 1,
      after: 0,
      review: 1,
      urgent,
      fields,
      evidence: ['ledger'],
    });
    if (!entered) return;
    this.months.add(`${entry.unit} ${entry.register} ${year}-${at(0).slice(5, 7)}`);
    for (const step of entry.steps) this.addStep(key, entry, step, end, random);
  }

  private addStep(
    key: string,
    { found, minute, prefix, urgent = false }: DemoCase,
    { step, unit, after }: DemoStep,
    end: number,
    random: Random,
  ): void {
    if (found * DAY + minute + after >= end) return;
    const done_at = instantText(found, minute + after);
    const fields = {
      case: { key },
      step,
      done_at,
      ref_no: `${prefix}${done_at.slice(2, 4)}${random.whole(1000, 9999)}`,
    };
    // The first steps are written down together with the case, the later ones on their day.
    const on = Math.max(urgent ? found : found + 1, Math.floor((found * DAY + minute + after) / DAY));
    this.county.book.add({
      type: 'case_step',
      unit,
      day: on,
      after: 0,
      review: 1,
      urgent,
      fields,
      evidence: random.chance(0.3) ? ['receipt'] : [],
    });
  }

  private number(series: string): string {
    const next = (this.numbers.get(series) ?? 0) + 1;
    this.numbers.set(series, next);
    return String(next).padStart(4, '0');
  }
}
