import { BEFORE, type Span, type Spans } from './plain-clock.js';
import { bitCount } from './bit-count.js';
import { firstAt } from './counted-cells.js';
import type { PlainRows } from './plain-rows.js';
import {
  capped,
  Cell,
  isWorsePart,
  judgedFor,
  NOT_APPLICABLE,
  outcomeIn,
  takeWorse,
  type Found,
  type Judged,
} from './verdict-steps.js';

/** Numerator and denominator per unit; how many sheets were seen, and how many said that there is nobody. */
export interface Part {
  readonly above: Float64Array;
  readonly below: Float64Array;
  readonly seen: Float64Array;
  readonly zero: Float64Array;
  /** Sheets without which a sum says nothing: one of each village below. */
  readonly expected?: Int32Array;
}

export function emptyPart(units: number): Part {
  const zeros = () => new Float64Array(units);
  return { above: zeros(), below: zeros(), seen: zeros(), zero: zeros() };
}

/** Parts of one span: as approved, and with the waiting records (the same value where nothing waits). */
export interface Measured {
  readonly parts: readonly Part[];
  readonly waiting: readonly Part[];
}

/** What a share is held against, and how the kinds of shares differ. */
export interface Target {
  readonly target: number;
  readonly yellow: number;
  /** Computed from records: nothing of nothing says nothing. */
  readonly computed?: boolean;
  /** Several shares on one sheet: a typed 0 says that there is nobody. */
  readonly pairs?: boolean;
  /** Never worse than at risk once something was reported. */
  readonly capped?: boolean;
}

/** Judges the running period and the closed one; `measure` fills the parts of a span. */
export function shareCells(
  { now, last }: Spans,
  measure: (span: Span) => Measured,
  target: Target,
  subjects: Int16Array,
  found: Found,
): Judged {
  const running = measure(now);
  const closed = last.phase === BEFORE ? null : measure(last);
  const cells = judgedFor(subjects);
  const [first, second] = [new Cell(), new Cell()];
  for (let place = 0; place < subjects.length; place += 1) {
    const unit = subjects[place] ?? 0;
    judgeParts(running, now, target, unit, found, first);
    if (closed === null) takeWorse(first, NOT_APPLICABLE, NaN);
    else {
      judgeParts(closed, last, target, unit, found, second);
      takeWorse(first, second.outcome, second.measured, second.any);
    }
    cells.outcome[place] = target.capped === true ? capped(first.outcome, first.any) : first.outcome;
    cells.measured[place] = first.measured;
  }
  return cells;
}

/** The same with one span only. */
export function rollingShareCells(
  span: Span,
  measured: Measured,
  target: Target,
  subjects: Int16Array,
  found: Found,
): Judged {
  const cells = judgedFor(subjects);
  const cell = new Cell();
  for (let place = 0; place < subjects.length; place += 1) {
    judgeParts(measured, span, target, subjects[place] ?? 0, found, cell);
    cells.outcome[place] = cell.outcome;
    cells.measured[place] = cell.measured;
  }
  return cells;
}

function judgeParts(
  { parts, waiting }: Measured,
  span: Span,
  target: Target,
  unit: number,
  found: Found,
  cell: Cell,
): void {
  let reported = false;
  let somebody = false;
  for (const part of parts) {
    reported ||= (part.seen[unit] ?? 0) > 0;
    somebody ||= target.pairs === true && (part.below[unit] ?? 0) > 0;
  }
  cell.any = false;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    const other = waiting[at];
    if (part === undefined || other === undefined) continue;
    findPart(part, target, unit, reported, somebody, found);
    if (other !== part) findWaiting(other, target, unit, found);
    const outcome = outcomeIn(found, span);
    cell.any ||= found.any;
    const takes =
      at === 0 || (cell.outcome === NOT_APPLICABLE && outcome !== NOT_APPLICABLE) || isWorsePart(outcome, cell.outcome);
    if (!takes) continue;
    cell.outcome = outcome;
    cell.measured = found.measured;
  }
}

function findPart(
  part: Part,
  { target, yellow, computed }: Target,
  unit: number,
  reported: boolean,
  somebody: boolean,
  found: Found,
): void {
  const above = part.above[unit] ?? 0;
  const below = part.below[unit] ?? 0;
  const seen = part.seen[unit] ?? 0;
  const zero = part.zero[unit] ?? 0;
  found.clear();
  found.any = seen > 0;
  found.fulfilled = below > 0 && above * 100 >= target * below;
  found.tolerated = below > 0 && above > 0 && above * 100 >= yellow * below;
  found.measured = above;
  if (seen > 0 && isSilent(part, unit) && (below === 0 || above * 100 >= yellow * below)) {
    found.fulfilled = found.tolerated = false;
    found.unknown = true;
  } else if (zero > 0 && zero === seen) found.absent = true;
  else if (below === 0 && (seen > 0 || computed === true)) found.unknown = true;
  else if (seen === 0 && reported) found.unknown = true;
  if (somebody && below === 0) found.absent = true;
}

/** A village has not sent its sheet. */
function isSilent({ seen, expected }: Part, unit: number): boolean {
  return expected !== undefined && (seen[unit] ?? 0) < (expected[unit] ?? 0);
}

function findWaiting(other: Part, { target }: Target, unit: number, found: Found): void {
  const below = other.below[unit] ?? 0;
  const seen = other.seen[unit] ?? 0;
  const zero = other.zero[unit] ?? 0;
  found.any ||= seen > 0;
  const holds = below > 0 ? (other.above[unit] ?? 0) * 100 >= target * below : zero > 0 && zero === seen;
  found.excused = holds && !isSilent(other, unit);
}

/** Whether a row lies in the span: an event by its day, a statistic by its period; waiting ones if handed in on time. */
export function takesRow(rows: PlainRows, at: number, span: Span, waiting: boolean): boolean {
  const since = rows.waiting[at] ?? 0;
  if (since > 0 && (!waiting || since > span.graceEnd)) return false;
  const from = rows.from[at] ?? 0;
  const to = rows.to[at] ?? 0;
  if (from === to) return true;
  return span.exact ? from === span.from && to === span.to : from >= span.from && to <= span.to;
}

/** Sheets on which units type numerator and denominator; `category` (0…) where several sheets make one cell. */
export interface Sheets {
  readonly rows: PlainRows;
  readonly none: Uint8Array;
  readonly category: Int8Array | null;
  readonly categories: number;
  /** Some of the homes looked at wait for review. */
  readonly homesWait?: boolean;
  /** Numerator and denominator of each part of a sheet. */
  readonly pairs: readonly { readonly above: Float64Array; readonly below: Float64Array }[];
}

/** Homes per unit in a span, with the waiting ones, or as approved. */
export type Homes = (span: Span, waiting: boolean) => Int32Array;

/** The latest sheet of each unit (and category) in the span. `homes`: units without one cover nobody (5.2.1.e). */
export function sheetParts(sheets: Sheets, units: number, span: Span, homes: Homes | null = null): Measured {
  const served = (waiting: boolean) => (homes === null ? null : homes(span, waiting));
  const parts = partsOf(sheets, units, span, served(false), false);
  const waits = sheets.rows.anyWaiting || sheets.homesWait === true;
  return { parts, waiting: waits ? partsOf(sheets, units, span, served(true), true) : parts };
}

function partsOf(
  { rows, none, category, categories, pairs }: Sheets,
  units: number,
  span: Span,
  served: Int32Array | null,
  waiting: boolean,
): readonly Part[] {
  const latest = new Int32Array(units * categories).fill(-1);
  const high = firstAt(rows.day, span.at + 1);
  for (let at = firstAt(rows.day, span.from); at < high; at += 1) {
    const kind = category === null ? 0 : (category[at] ?? -1);
    if (kind >= 0 && takesRow(rows, at, span, waiting)) latest[kind * units + (rows.unit[at] ?? 0)] = at;
  }
  const parts: Part[] = [];
  for (let kind = 0; kind < categories; kind += 1) {
    for (const { above, below } of pairs) {
      const part = emptyPart(units);
      for (let unit = 0; unit < units; unit += 1) {
        const at = latest[kind * units + unit] ?? -1;
        if (at < 0) continue;
        part.seen[unit] = 1;
        if (none[at] === 1) part.zero[unit] = 1;
        else {
          const whole = below[at] ?? 0;
          part.below[unit] = whole;
          part.above[unit] = served !== null && served[unit] === 0 ? 0 : Math.min(whole, above[at] ?? 0);
        }
      }
      parts.push(part);
    }
  }
  return parts;
}

/** 5.2.2.c: how many of the items (bits of a row) the records of twelve months cover. */
export function itemsPart(rows: PlainRows, bits: Int32Array, size: number, units: number, span: Span): Measured {
  const of = (waiting: boolean): Part => {
    const part = emptyPart(units);
    const masks = new Int32Array(units);
    const high = firstAt(rows.day, span.at + 1);
    for (let at = firstAt(rows.day, span.from); at < high; at += 1) {
      if (!takesRow(rows, at, span, waiting)) continue;
      const unit = rows.unit[at] ?? 0;
      masks[unit] = (masks[unit] ?? 0) | (bits[at] ?? 0);
      part.seen[unit] = 1;
    }
    for (let unit = 0; unit < units; unit += 1) part.above[unit] = bitCount(masks[unit] ?? 0);
    part.below.fill(size);
    return part;
  };
  const approved = of(false);
  return { parts: [approved], waiting: [rows.anyWaiting ? of(true) : approved] };
}
