import { EXPIRY_DAYS, GRACE, standingSpan, VACANCY_DAYS, type Day, type Span } from './plain-clock.js';
import type { PlainRows } from './plain-rows.js';
import { capped, judgedFor, outcomeIn, type Found, type Judged } from './verdict-steps.js';

/** Rows of a standing duty, and 1 where a row has all that it should show. */
export interface StandingRows {
  readonly rows: PlainRows;
  readonly whole: Uint8Array;
}

/** Per unit: in force, whole, whole and lasting, with the waiting ones; the last day that is over. */
export interface Standing {
  readonly inForce: Int32Array;
  readonly whole: Int32Array;
  readonly lasting: Int32Array;
  readonly withWaiting: Int32Array;
  readonly ended: Int32Array;
}

export function countStanding({ rows, whole }: StandingRows, units: number, asOf: number, span: Span): Standing {
  const found: Standing = {
    inForce: new Int32Array(units),
    whole: new Int32Array(units),
    lasting: new Int32Array(units),
    withWaiting: new Int32Array(units),
    ended: new Int32Array(units),
  };
  const ends = rows.anyWaiting ? new Int32Array(units) : found.ended;
  for (let at = 0; at < rows.length; at += 1) {
    const unit = rows.unit[at] ?? 0;
    const until = rows.until[at] ?? 0;
    const approved = rows.waiting[at] === 0;
    if (until > 0 && until < asOf) {
      if (until > (ends[unit] ?? 0)) ends[unit] = until;
      if (approved && until > (found.ended[unit] ?? 0)) found.ended[unit] = until;
    } else if (approved && (rows.day[at] ?? 0) <= asOf) {
      found.inForce[unit] = (found.inForce[unit] ?? 0) + 1;
      if (whole[at] !== 1) continue;
      found.whole[unit] = (found.whole[unit] ?? 0) + 1;
      if (until === 0 || until > asOf + EXPIRY_DAYS) found.lasting[unit] = (found.lasting[unit] ?? 0) + 1;
    }
  }
  found.withWaiting.set(found.inForce);
  if (rows.anyWaiting) addWaiting(rows, asOf, span, ends, found.withWaiting);
  return found;
}

function addWaiting(rows: PlainRows, asOf: number, span: Span, ends: Int32Array, counts: Int32Array): void {
  for (let at = 0; at < rows.length; at += 1) {
    const since = rows.waiting[at] ?? 0;
    const unit = rows.unit[at] ?? 0;
    const until = rows.until[at] ?? 0;
    if (since === 0 || since > asOf || (rows.day[at] ?? 0) > asOf || (until > 0 && until < asOf)) continue;
    if (since <= Math.max(span.graceEnd, (ends[unit] ?? 0) + GRACE)) counts[unit] = (counts[unit] ?? 0) + 1;
  }
}

export function findStanding(found: Found, counts: Standing, unit: number, min = 1): void {
  const inForce = counts.inForce[unit] ?? 0;
  const waiting = counts.withWaiting[unit] ?? 0;
  found.clear();
  found.fulfilled = (counts.whole[unit] ?? 0) >= min;
  found.expiring = found.fulfilled && (counts.lasting[unit] ?? 0) < min;
  found.excused = inForce >= min || waiting >= min;
  found.any = inForce + waiting > 0 || (counts.ended[unit] ?? 0) > 0;
  found.measured = inForce;
}

/** One place or paper in force; `cap` as 4.2.3.b. */
export function standingCells(
  source: StandingRows,
  subjects: Int16Array,
  units: number,
  day: Day,
  found: Found,
  cap: boolean,
): Judged {
  const span = standingSpan(day);
  const counts = countStanding(source, units, day.asOf, span);
  const cells = judgedFor(subjects);
  for (let place = 0; place < subjects.length; place += 1) {
    findStanding(found, counts, subjects[place] ?? 0);
    const outcome = outcomeIn(found, span);
    cells.outcome[place] = cap ? capped(outcome, found.any) : outcome;
    cells.measured[place] = found.measured;
  }
  return cells;
}

/** One person in post; a post vacant for at most thirty days is at risk. */
export function postCells(source: StandingRows, subjects: Int16Array, units: number, day: Day, found: Found): Judged {
  const span = standingSpan(day);
  const counts = countStanding(source, units, day.asOf, span);
  const held = new Uint8Array(units);
  const { rows } = source;
  for (let at = 0; at < rows.length; at += 1) {
    const unit = rows.unit[at] ?? 0;
    const last = counts.ended[unit] ?? 0;
    const until = rows.until[at] ?? 0;
    if (rows.waiting[at] === 0 && (rows.day[at] ?? 0) <= last && (until === 0 || until >= last)) held[unit] = 1;
  }
  const cells = judgedFor(subjects);
  for (let place = 0; place < subjects.length; place += 1) {
    const unit = subjects[place] ?? 0;
    findStanding(found, counts, unit);
    const vacant = counts.inForce[unit] === 0 && held[unit] === 1;
    found.tolerated = vacant && day.asOf - (counts.ended[unit] ?? 0) <= VACANCY_DAYS;
    cells.outcome[place] = outcomeIn(found, span);
    cells.measured[place] = found.measured;
  }
  return cells;
}

/** 5.2.1.d: fixed opening hours, only where a home has the conditions for them. `homes`: all of them. */
export function hoursCells(
  source: StandingRows,
  homes: StandingRows,
  subjects: Int16Array,
  units: number,
  day: Day,
  found: Found,
): Judged {
  const span = standingSpan(day);
  const counts = countStanding(source, units, day.asOf, span);
  const all = countStanding(homes, units, day.asOf, span);
  const cells = judgedFor(subjects);
  for (let place = 0; place < subjects.length; place += 1) {
    const unit = subjects[place] ?? 0;
    findStanding(found, counts, unit);
    found.absent = (counts.inForce[unit] ?? 0) === 0 && (all.inForce[unit] ?? 0) > 0;
    cells.outcome[place] = capped(outcomeIn(found, span), found.any);
    cells.measured[place] = found.measured;
  }
  return cells;
}

/** Whether a row is in force on the last day looked at. */
export function isInForce(rows: PlainRows, at: number, span: Span, waiting: boolean): boolean {
  const since = rows.waiting[at] ?? 0;
  const until = rows.until[at] ?? 0;
  if ((rows.day[at] ?? 0) > span.at || (until > 0 && until < span.at)) return false;
  return since === 0 || (waiting && since <= span.graceEnd);
}
