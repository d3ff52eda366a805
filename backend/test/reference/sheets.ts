import type { RecordFact, Selection } from '../../src/engine/index.js';
import { groupBy, once } from './book.js';
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

const monthsOfDay = once<World, Map<string, Month[]>>(() => new Map());

/** The months from that of a day on whose sheets are expected by now. */
export function monthsSince(world: World, first: string): Month[] {
  const kept = monthsOfDay(world);
  const known = kept.get(first.slice(0, 7));
  if (known !== undefined) return known;
  const found: Month[] = [];
  for (let month = periodAround('month', first); month.to < world.asOf;) {
    const lastDay = lastDayFor(world, month);
    if (world.asOf > lastDay) found.push({ ...month, lastDay });
    month = periodAround('month', plusDays(month.to, 1));
  }
  kept.set(first.slice(0, 7), found);
  return found;
}

const STATEMENT = '追溯说明';

/** Sheets by the unit that signed them, the register and the month they speak of; statements without a month. */
const sheetsBy = once((records: readonly RecordFact[]) => {
  const sheets = records.filter(({ type }) => type === 'zero_report');
  return groupBy(
    sheets.flatMap((sheet) =>
      ((sheet.fields['registers'] as readonly string[] | undefined) ?? []).map((register) => ({ sheet, register })),
    ),
    ({ sheet, register }) => {
      const month = sheet.fields['statement'] === STATEMENT ? '' : String(sheet.fields['month']);
      return `${originOf(sheet)} ${register} ${month}`;
    },
  );
});

/** A sheet speaks of its month, a retrospective statement of the months that it covers whole. */
function sheetsOn(world: World, code: string, register: string, month: Month, statementOnly: boolean): RecordFact[] {
  const of = (text: string) =>
    (sheetsBy(world.records).get(`${code} ${register} ${text}`) ?? []).map(({ sheet }) => sheet);
  const covering = of('').filter((sheet) => {
    const [from, to] = [text(sheet, 'covers_from'), text(sheet, 'covers_to')];
    return from !== null && to !== null && from <= month.from && to >= month.to;
  });
  return [...(statementOnly ? [] : of(month.from.slice(0, 7))), ...covering].filter((sheet) => counts(world, sheet));
}

const counts = (world: World, record: RecordFact): boolean =>
  (record.state === 'approved' || record.state === 'pending') && known(world, record, world.asOf);

/** Whatever stands in the register, by month: of the conditions only the register itself is asked. */
export function entriesFor(world: World, selection: Selection, register: string): Map<string, RecordFact[]> {
  const entries = ofType(world, selection.record).filter(
    (entry) =>
      counts(world, entry) && (selection.where?.['register'] === undefined || entry.fields['register'] === register),
  );
  return byMonth(world, entries);
}

/** Records by the month of their day. */
export const byMonth = (world: World, records: readonly RecordFact[]): Map<string, RecordFact[]> =>
  groupBy(records, (record) => dayOf(world, record)!.slice(0, 7));

export type Proof = 'proven' | 'waiting' | 'missing';

/** What may prove a month of a unit: the sheets of a register that it signed, entries that it sees. */
export interface Sources {
  readonly register: string;
  /** Only retrospective statements, for the time before the campaign. */
  readonly statementOnly?: boolean;
  readonly entries: ReadonlyMap<string, readonly RecordFact[]>;
  readonly sees: (entry: RecordFact, code: string) => boolean;
}

/** How a month stands: proven by an approved sheet or entry, waiting for one handed in on time, or missing. */
export function proofOf(world: World, month: Month, code: string, sources: Sources): Proof {
  const entries = sources.entries.get(month.from.slice(0, 7)) ?? [];
  const speaking = [
    ...sheetsOn(world, code, sources.register, month, sources.statementOnly === true),
    ...entries.filter((entry) => sources.sees(entry, code)),
  ];
  if (speaking.some(({ state }) => state === 'approved')) return 'proven';
  // A month that predecessors still saw is proven by all of them together (0011, 4).
  const before = (world.predecessors?.get(code) ?? []).map((one) => proofOf(world, month, one, sources));
  if (before.length > 0 && before.every((proof) => proof === 'proven')) return 'proven';
  if (speaking.some(({ submittedOn }) => submittedOn <= month.lastDay)) return 'waiting';
  return before.length > 0 && !before.includes('missing') ? 'waiting' : 'missing';
}
