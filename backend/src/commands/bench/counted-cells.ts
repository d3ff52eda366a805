import { spansOf, BEFORE, type Day, type Span } from './plain-clock.js';
import type { PlainRows } from './plain-rows.js';
import {
  capped,
  Cell,
  judgedFor,
  MET,
  AT_RISK,
  UNMET,
  NO_DATA,
  NOT_APPLICABLE,
  NOT_DUE,
  outcomeIn,
  takeWorse,
  isWorsePart,
  type Found,
  type Judged,
} from './verdict-steps.js';
import { standingSpan } from './plain-clock.js';
import { isoMonday } from '../../engine/index.js';

/** Events, and 1 where the needed attachment hangs on the record. */
export interface EventRows {
  readonly rows: PlainRows;
  readonly proven: Uint8Array;
  /** What each row covers, as bits, where all of the bits must be covered together. */
  readonly covers?: { readonly bits: Int32Array; readonly all: number };
}

interface Counts {
  readonly counted: Int32Array;
  readonly withWaiting: Int32Array;
  readonly bare: Int32Array;
  readonly covered: Int32Array;
  readonly coveredWaiting: Int32Array;
}

export function firstAt(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countIn({ rows, proven, covers }: EventRows, units: number, span: Span): Counts {
  const counts = {
    counted: new Int32Array(units),
    withWaiting: new Int32Array(units),
    bare: new Int32Array(units),
    covered: new Int32Array(covers === undefined ? 0 : units),
    coveredWaiting: new Int32Array(covers === undefined ? 0 : units),
  };
  const high = firstAt(rows.day, span.at + 1);
  for (let at = firstAt(rows.day, span.from); at < high; at += 1) {
    const unit = rows.unit[at] ?? 0;
    const since = rows.waiting[at] ?? 0;
    if (since > span.graceEnd) continue;
    if (proven[at] === 1) {
      counts.withWaiting[unit] = (counts.withWaiting[unit] ?? 0) + 1;
      if (since === 0) counts.counted[unit] = (counts.counted[unit] ?? 0) + 1;
      if (covers === undefined) continue;
      const mask = covers.bits[at] ?? 0;
      counts.coveredWaiting[unit] = (counts.coveredWaiting[unit] ?? 0) | mask;
      if (since === 0) counts.covered[unit] = (counts.covered[unit] ?? 0) | mask;
    } else if (since === 0) counts.bare[unit] = (counts.bare[unit] ?? 0) + 1;
  }
  return counts;
}

/** At least `min` proven events in the calendar year (1.1.3.b, 5.2.2.d). */
export function yearlyCells(
  source: EventRows,
  min: number,
  subjects: Int16Array,
  units: number,
  day: Day,
  found: Found,
  cap = false,
): Judged {
  const { now, last } = spansOf(day, 'calendar_year');
  const all = source.covers?.all ?? 0;
  const counts = [countIn(source, units, now), countIn(source, units, last)] as const;
  const cells = judgedFor(subjects);
  const cell = new Cell();
  const judge = (of: Counts, span: Span, unit: number): number => {
    const counted = of.counted[unit] ?? 0;
    const waiting = of.withWaiting[unit] ?? 0;
    const bare = of.bare[unit] ?? 0;
    found.clear();
    found.fulfilled = counted >= min && ((of.covered[unit] ?? 0) & all) === all;
    found.any = counted + waiting + bare > 0;
    // Proof may still be handed in during the grace days, not after them.
    const provable = bare > 0 && counted + bare >= min && span.phase !== 3;
    found.excused = (waiting >= min && ((of.coveredWaiting[unit] ?? 0) & all) === all) || provable;
    found.measured = counted;
    return outcomeIn(found, span);
  };
  for (let place = 0; place < subjects.length; place += 1) {
    const unit = subjects[place] ?? 0;
    cell.outcome = judge(counts[0], now, unit);
    cell.measured = found.measured;
    cell.any = found.any;
    if (last.phase === BEFORE) takeWorse(cell, NOT_APPLICABLE, NaN);
    else takeWorse(cell, judge(counts[1], last, unit), found.measured, found.any);
    cells.outcome[place] = cap ? capped(cell.outcome, cell.any) : cell.outcome;
    cells.measured[place] = cell.measured;
  }
  return cells;
}

const LEDGER_DAYS = 92;
const LEDGER_TOLERANCE = 15;

/** Each ledger handed in within 92 days (4.1.1.b, 5.2.2.a). `named` holds the ledgers of a row as bits. */
export function ledgerCells(
  rows: PlainRows,
  named: Int32Array,
  size: number,
  subjects: Int16Array,
  units: number,
  day: Day,
): Judged {
  const [latest, waiting] = [new Int32Array(units * size), new Int32Array(units * size)];
  const high = firstAt(rows.day, day.asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const mask = named[at] ?? 0;
    const base = (rows.unit[at] ?? 0) * size;
    const since = rows.waiting[at] ?? 0;
    for (let ledger = 0; ledger < size; ledger += 1) {
      if (((mask >>> ledger) & 1) === 0) continue;
      const place = base + ledger;
      if (since === 0) latest[place] = rows.day[at] ?? 0;
      const before = waiting[place] ?? 0;
      if (since === 0 || before === 0 || since <= before + LEDGER_DAYS + 15) waiting[place] = rows.day[at] ?? 0;
    }
  }
  const early = standingSpan(day).phase === 1;
  const cells = judgedFor(subjects);
  for (let place = 0; place < subjects.length; place += 1) {
    const base = (subjects[place] ?? 0) * size;
    let worst = MET;
    let current = 0;
    for (let ledger = base; ledger < base + size; ledger += 1) {
      const outcome = ledgerOutcome(latest[ledger] ?? 0, waiting[ledger] ?? 0, day.asOf, early);
      if (outcome === MET) current += 1;
      if (ledger === base || isWorsePart(outcome, worst)) worst = outcome;
    }
    cells.outcome[place] = worst;
    cells.measured[place] = current;
  }
  return cells;
}

function ledgerOutcome(day: number, waiting: number, asOf: number, early: boolean): number {
  const onTime = waiting > day && asOf - waiting <= LEDGER_DAYS;
  if (day === 0) return early ? NOT_DUE : onTime ? AT_RISK : NO_DATA;
  if (asOf - day <= LEDGER_DAYS) return MET;
  return onTime || asOf <= day + LEDGER_DAYS + LEDGER_TOLERANCE ? AT_RISK : UNMET;
}

const WEEKS = 13;

/** Two sessions in each of thirteen complete weeks (5.2.1.c). */
export function weeklyCells(rows: PlainRows, subjects: Int16Array, units: number, day: Day): Judged {
  const last = isoMonday(day.asOf - 7 - 7);
  const first = last - (WEEKS - 1) * 7;
  const judged = new Uint8Array(WEEKS);
  let total = 0;
  for (let week = 0; week < WEEKS; week += 1) {
    const monday = first + week * 7;
    let free = 0;
    for (let at = monday; at < monday + 7; at += 1) if (day.calendar.springFestival.has(at)) free += 1;
    if (monday < day.start || free >= 4) continue;
    judged[week] = 1;
    total += 1;
  }
  const [sessions, waiting] = [new Uint16Array(units * WEEKS), new Uint16Array(units * WEEKS)];
  const high = firstAt(rows.day, first + WEEKS * 7);
  for (let at = firstAt(rows.day, first); at < high; at += 1) {
    const week = Math.trunc(((rows.day[at] ?? 0) - first) / 7);
    const place = (rows.unit[at] ?? 0) * WEEKS + week;
    const since = rows.waiting[at] ?? 0;
    if (since === 0) sessions[place] = (sessions[place] ?? 0) + 1;
    if (since <= first + week * 7 + 13) waiting[place] = (waiting[place] ?? 0) + 1;
  }
  const cells = judgedFor(subjects);
  for (let place = 0; place < subjects.length; place += 1) {
    const base = (subjects[place] ?? 0) * WEEKS;
    let [full, withWaiting, any] = [0, 0, false];
    for (let week = 0; week < WEEKS; week += 1) {
      if (judged[week] !== 1) continue;
      const held = sessions[base + week] ?? 0;
      if (held >= 2) full += 1;
      if (held > 0) any = true;
      if ((waiting[base + week] ?? 0) >= 2) withWaiting += 1;
    }
    cells.measured[place] = full;
    cells.outcome[place] = weeklyOutcome(full, withWaiting, total, any, first >= day.start);
  }
  return cells;
}

function weeklyOutcome(full: number, withWaiting: number, total: number, any: boolean, whole: boolean): number {
  if (total === 0) return NOT_DUE;
  if (full >= total) return MET;
  if (withWaiting >= total) return AT_RISK;
  if (!any) return whole ? UNMET : NO_DATA;
  return full * 100 >= 80 * total ? AT_RISK : UNMET;
}
