import type { CoverageOf, Measure, RecordFact, Requirement, Selection, UnitFact } from '../../src/engine/index.js';
import { eventsIn, waitingIn } from './events.js';
import { groupBy } from './book.js';
import { dayOf, num, originOf } from './records.js';
import { inForce } from './standing.js';
import { type Window } from './verdict.js';
import { type World, numberOn, unitsOf } from './world.js';

/** Of two sheets of one period the one handed in later holds, at the same time the one with the higher number (0010). */
export const newest = (records: readonly RecordFact[], world: World): RecordFact | undefined =>
  inOrder(records, world).at(-1);

/** The one that holds comes last. */
export function inOrder(records: readonly RecordFact[], world: World): RecordFact[] {
  const key = (record: RecordFact) => {
    const day = dayOf(world, record)!;
    return `${day} ${record.submittedOn > day ? record.submittedOn : day}`;
  };
  return [...records].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id));
}

/** One unit's statements: its own newest, until there is one the newest of each predecessor (0011, 3); null: one said nothing. */
export function statements(world: World, code: string, rows: readonly RecordFact[]): (RecordFact | null)[] {
  const own = newest(
    rows.filter((record) => originOf(record) === code),
    world,
  );
  const before = world.predecessors?.get(code) ?? [];
  if (own !== undefined || before.length === 0) return [own ?? null];
  return before.flatMap((predecessor) => statements(world, predecessor, rows));
}

/** The same without those that said nothing. */
export const spoken = (world: World, code: string, rows: readonly RecordFact[]): RecordFact[] =>
  statements(world, code, rows).filter((record) => record !== null);

/** Records of a selection for a window; `union` adds those that wait. */
export function take(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  window: Window,
  union: boolean,
): RecordFact[] {
  const found = eventsIn(world, requirement, selection, unit, window, window.at);
  return union ? [...new Set([...found, ...waitingIn(world, requirement, selection, unit, window)])] : found;
}

function isStanding(world: World, record: string): boolean {
  return record !== 'document' && world.layout.recordTypes.find((type) => type.id === record)?.untilField !== undefined;
}

export function current(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  window: Window,
  union: boolean,
): RecordFact[] {
  const paper = selection.record === 'document' && window.from === '0000-01-01';
  if (!paper && !isStanding(world, selection.record)) return take(world, requirement, selection, unit, window, union);
  const held = inForce(
    { ...world, asOf: window.at },
    requirement,
    selection,
    unit,
    union ? ['approved', 'pending'] : ['approved'],
  );
  return held.filter((record) => record.state === 'approved' || record.submittedOn <= window.graceEnd);
}

export function measure(
  world: World,
  requirement: Requirement,
  of: Measure,
  unit: UnitFact,
  window: Window,
  union: boolean,
): number | null {
  if ('units' in of) return of.units.flatMap((subject) => unitsOf(world, subject)).length;
  if ('number' in of) return numberOn(world, requirement, of.number, window.at);
  if ('count' in of) return current(world, requirement, of.count, unit, window, union).length;
  if ('distinct' in of) {
    const among = of.among.flatMap((subject) => unitsOf(world, subject)).map(({ code }) => code);
    const named = new Set(
      take(world, requirement, of.distinct, unit, window, union).flatMap((r) =>
        Array.isArray(r.fields[of.field]) ? (r.fields[of.field] as string[]) : [],
      ),
    );
    return among.filter((code) => named.has(code)).length;
  }
  if ('sum' in of) {
    return take(world, requirement, of.sum, unit, window, union).reduce((sum, record) => {
      const value = record.fields[of.field];
      if (typeof value === 'number') return sum + value;
      const counts = (value ?? {}) as Record<string, number>;
      return (
        sum +
        (of.sum.unitField === of.field ? (counts[unit.code] ?? 0) : Object.values(counts).reduce((a, b) => a + b, 0))
      );
    }, 0);
  }
  const rows = current(world, requirement, of.latest, unit, window, union);
  const owners = [...groupBy(rows, (record) => record.unit)];
  const values = owners.flatMap(([code, own]) => spoken(world, code, own).map((record) => num(record, of.field)));
  return values.some((value) => value === null) || values.length === 0 ? null : values.reduce((a, b) => a! + b!, 0);
}

/** Something was recorded for either side of a ratio. */
export function somebody(
  world: World,
  requirement: Requirement,
  of: CoverageOf,
  unit: UnitFact,
  window: Window,
  union: boolean,
): boolean {
  if (of.type !== 'ratio') return true;
  return [of.numerator, of.denominator].some((side) => {
    const selection =
      'count' in side
        ? side.count
        : 'distinct' in side
          ? side.distinct
          : 'sum' in side
            ? side.sum
            : 'latest' in side
              ? side.latest
              : null;
    if (selection === null) return false;
    const rows = current(world, requirement, selection, unit, window, union);
    // What should name units and names none of them says nothing.
    if ('distinct' in side) return (measure(world, requirement, side, unit, window, true) ?? 0) > 0;
    // A figure that names nobody was not reported.
    if ('latest' in side) return (measure(world, requirement, side, unit, window, union) ?? 0) > 0;
    return rows.length > 0;
  });
}
