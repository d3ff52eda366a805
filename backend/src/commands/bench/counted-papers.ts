import { firstAt } from './counted-cells.js';
import { BEFORE, spansOf, type Day, type Span } from './plain-clock.js';
import type { PlainRows } from './plain-rows.js';
import { Cell, judgedFor, NOT_APPLICABLE, outcomeIn, takeWorse, type Found, type Judged } from './verdict-steps.js';

interface Dated {
  readonly approved: Int32Array;
  readonly withWaiting: Int32Array;
}

function datedIn(rows: PlainRows, units: number, span: Span): Dated {
  const counts = { approved: new Int32Array(units), withWaiting: new Int32Array(units) };
  const high = firstAt(rows.day, span.at + 1);
  for (let at = firstAt(rows.day, span.from); at < high; at += 1) {
    const unit = rows.unit[at] ?? 0;
    const since = rows.waiting[at] ?? 0;
    if (since > span.graceEnd) continue;
    counts.withWaiting[unit] = (counts.withWaiting[unit] ?? 0) + 1;
    if (since === 0) counts.approved[unit] = (counts.approved[unit] ?? 0) + 1;
  }
  return counts;
}

/** All of the papers dated in the calendar year (1.1.1.c, 2.1.1.b). */
export function yearDocuments(
  papers: readonly PlainRows[],
  subjects: Int16Array,
  units: number,
  day: Day,
  found: Found,
): Judged {
  const { now, last } = spansOf(day, 'calendar_year');
  const running = papers.map((rows) => datedIn(rows, units, now));
  const closed = papers.map((rows) => datedIn(rows, units, last));
  const cells = judgedFor(subjects);
  const cell = new Cell();
  for (let place = 0; place < subjects.length; place += 1) {
    const unit = subjects[place] ?? 0;
    cell.outcome = findPapers(running, unit, now, found);
    cell.measured = found.measured;
    if (last.phase === BEFORE) takeWorse(cell, NOT_APPLICABLE, NaN);
    else takeWorse(cell, findPapers(closed, unit, last, found), found.measured);
    cells.outcome[place] = cell.outcome;
    cells.measured[place] = cell.measured;
  }
  return cells;
}

function findPapers(papers: readonly Dated[], unit: number, span: Span, found: Found): number {
  let [there, hoped] = [0, 0];
  for (const { approved, withWaiting } of papers) {
    if ((approved[unit] ?? 0) > 0) there += 1;
    if ((withWaiting[unit] ?? 0) > 0) hoped += 1;
  }
  found.clear();
  found.fulfilled = there === papers.length;
  found.excused = hoped === papers.length;
  found.any = there + hoped > 0;
  found.measured = there;
  return outcomeIn(found, span);
}
