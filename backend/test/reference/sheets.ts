import type { RecordFact, Selection } from '../../src/engine/index.js';
import { dayOf, known, ofType, originOf, text } from './records.js';
import { periodAround, plusDays, type Span } from './time.js';
import { parameter, plusWorkdays, type World } from './world.js';

/** Monthly sheets of registers: which months are expected, and which are proven (design.md «Zero reports», 0010 «Months»). */
export interface Month extends Span {
  /** Last day on which its sheet can still come. */
  readonly lastDay: string;
}

const lastDayFor = (world: World, month: Span): string =>
  plusDays(
    plusWorkdays(world, month.to, parameter(world, 'zero_report_workdays')),
    parameter(world, 'period_grace_days'),
  );

/** The months from that of a day on whose sheets are expected by now. */
export function monthsSince(world: World, first: string): Month[] {
  const found: Month[] = [];
  for (let month = periodAround('month', first); month.to < world.asOf;) {
    const lastDay = lastDayFor(world, month);
    if (world.asOf > lastDay) found.push({ ...month, lastDay });
    month = periodAround('month', plusDays(month.to, 1));
  }
  return found;
}

/** A sheet speaks of its month, a retrospective statement of the months that it covers whole. */
function speaksOf(sheet: RecordFact, month: Span): boolean {
  if (sheet.fields['statement'] !== '追溯说明') return sheet.fields['month'] === month.from.slice(0, 7);
  const [from, to] = [text(sheet, 'covers_from'), text(sheet, 'covers_to')];
  return from !== null && to !== null && from <= month.from && to >= month.to;
}

/** The sheets for a register that are known by the day, approved or waiting. */
export function sheetsFor(world: World, register: string): RecordFact[] {
  return ofType(world, 'zero_report').filter(
    (sheet) =>
      (sheet.state === 'approved' || sheet.state === 'pending') &&
      known(world, sheet, world.asOf) &&
      (sheet.fields['registers'] as readonly string[] | undefined)?.includes(register) === true,
  );
}

/** Whatever stands in the register: of the conditions only the register itself is asked. */
export function entriesFor(world: World, selection: Selection, register: string): RecordFact[] {
  return ofType(world, selection.record).filter(
    (entry) =>
      (entry.state === 'approved' || entry.state === 'pending') &&
      (selection.where?.['register'] === undefined || entry.fields['register'] === register) &&
      known(world, entry, world.asOf),
  );
}

export type Proof = 'proven' | 'waiting' | 'missing';

/** What may prove a month of a unit: sheets that it signed, entries that it sees. */
export interface Sources {
  readonly sheets: readonly RecordFact[];
  readonly entries: readonly RecordFact[];
  readonly sees: (entry: RecordFact, code: string) => boolean;
}

/** How a month stands: proven by an approved sheet or entry, waiting for one handed in on time, or missing. */
export function proofOf(world: World, month: Month, code: string, sources: Sources): Proof {
  const speaking = [
    ...sources.sheets.filter((sheet) => originOf(sheet) === code && speaksOf(sheet, month)),
    ...sources.entries.filter((entry) => {
      const day = dayOf(world, entry)!;
      return day >= month.from && day <= month.to && sources.sees(entry, code);
    }),
  ];
  if (speaking.some(({ state }) => state === 'approved')) return 'proven';
  // A month that predecessors still saw is proven by all of them together (0011, 4).
  const before = (world.predecessors?.get(code) ?? []).map((one) => proofOf(world, month, one, sources));
  if (before.length > 0 && before.every((proof) => proof === 'proven')) return 'proven';
  if (speaking.some(({ submittedOn }) => submittedOn <= month.lastDay)) return 'waiting';
  return before.length > 0 && !before.includes('missing') ? 'waiting' : 'missing';
}
