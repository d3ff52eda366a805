import type { FactsLayout, RecordFact, Requirement, Subject, UnitFact } from '../../src/engine/index.js';
import { once } from './book.js';
import { plusDays } from './time.js';

export interface World {
  readonly layout: FactsLayout;
  readonly records: readonly RecordFact[];
  readonly asOf: string;
  readonly start: string;
  readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly holidays: ReadonlySet<string>;
  readonly workingWeekends: ReadonlySet<string>;
  readonly springFestival: ReadonlySet<string>;
  // --- units in time (0011); left out where no unit ever changed
  /** All short names that a unit and those before it ever bore. */
  readonly names?: ReadonlyMap<string, readonly string[]>;
  /** Units that ended in favour of a unit. */
  readonly predecessors?: ReadonlyMap<string, readonly string[]>;
  /** Units that ended; those without an heir still stand in the tree. */
  readonly gone?: ReadonlySet<string>;
  /** First day of the judged unit where its duties begin with it. */
  readonly born?: string;
}

export function isWorkday(world: World, day: string): boolean {
  if (world.workingWeekends.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !world.holidays.has(day);
}

export function plusWorkdays(world: World, day: string, days: number): string {
  let at = day;
  for (let left = days; left > 0;) {
    at = plusDays(at, 1);
    if (isWorkday(world, at)) left -= 1;
  }
  return at;
}

export function dated(values: Readonly<Record<string, number>>, day: string): number {
  const from = Object.keys(values)
    .filter((key) => key <= day)
    .sort()
    .at(-1);
  return from === undefined ? NaN : values[from]!;
}

export const parameter = (world: World, id: string, day = world.asOf): number => dated(world.parameters[id] ?? {}, day);

/** A number of a requirement as it stood on a day (0012). */
export function numberOn(world: World, requirement: Requirement, name: string, day: string): number {
  const number = requirement.numbers[name];
  if (number === undefined) return NaN;
  return number.use === undefined ? dated(number.values ?? {}, day) : parameter(world, number.use, day);
}

const VILLAGES = ['village', 'community'];

export const isVillage = (unit: UnitFact): boolean => VILLAGES.includes(unit.kind);

const isTown = (unit: UnitFact): boolean => unit.kind === 'town' || unit.kind === 'street';

export function unitsOf(world: World, subject: Subject): UnitFact[] {
  return world.layout.units.filter((unit) => {
    if (world.gone?.has(unit.code)) return false;
    if (subject === 'county') return unit.kind === 'county';
    if (subject === 'each_town') return isTown(unit);
    if (subject === 'each_town_without_streets') return unit.kind === 'town';
    if (subject.startsWith('bureau:'))
      return unit.kind === 'bureau' && namesOf(world, unit.code).includes(subject.slice(7));
    return isVillage(unit);
  });
}

const unitsByCode = once((units: readonly UnitFact[]) => new Map(units.map((unit) => [unit.code, unit])));

export const unitOf = (world: World, code: string): UnitFact | undefined => unitsByCode(world.layout.units).get(code);

export function inSubtree(world: World, code: string, top: string): boolean {
  for (let at: string | null = code; at !== null; at = unitOf(world, at)?.parentCode ?? null) {
    if (at === top) return true;
  }
  return false;
}

/** Short names by which the standard and the records may mean the unit. */
export const namesOf = (world: World, code: string): readonly string[] =>
  world.names?.get(code) ?? [unitOf(world, code)?.shortName ?? code];
