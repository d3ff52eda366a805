import type { Histories } from './history/history.js';
import type { UnitHistory } from './history/history.types.js';
import type { UnitEntity } from './unit.entity.js';
import type { UnitRow } from './units.types.js';

type StoredUnit = Omit<UnitEntity, 'parent'>;

/**
 * The units before any entered change: those of the list, and those that have left it (closed on the day that the table
 * remembers). `founded`: codes that begin with an entered change, which then says everything about them.
 */
export function baseHistories(
  list: readonly UnitRow[],
  stored: readonly StoredUnit[],
  founded: ReadonlySet<string>,
  today: string,
): Histories {
  const known = new Map(stored.map((unit) => [unit.code, unit]));
  const listed = new Set(list.map((unit) => unit.code));
  const gone = stored.filter(({ code }) => !listed.has(code) && !founded.has(code));
  const born = (code: string): string | null => {
    const before = known.get(code);
    return before === undefined ? (stored.length === 0 ? null : today) : before.validFrom;
  };
  const base = list.filter(({ code }) => !founded.has(code)).map((unit) => plain(unit, born(unit.code), null));
  // In their old places: the order of an earlier day does not change.
  for (const unit of gone) {
    const before = base.findLastIndex(({ code }) => (known.get(code)?.position ?? Infinity) < unit.position);
    base.splice(before + 1, 0, plain(unit, unit.validFrom, unit.validTo ?? today));
  }
  return base;
}

function plain(unit: UnitRow, from: string | null, to: string | null): UnitHistory {
  const { code, name, shortName, kind, parentCode, aliases } = unit;
  return {
    code,
    aliases,
    from,
    to,
    states: [{ from, name, shortName, kind, parentCode }],
    heir: null,
    ended: to === null ? null : 'close',
    newborn: from !== null,
    lastChange: from,
  };
}

/**
 * Rows that have to be written so that the table says the same as the units: names and parents at the unit's beginning
 * (its later ones follow from the changes), first and last day, place. Rows are never deleted. Empty when nothing differs.
 */
export function tableChanges(histories: Histories, stored: readonly StoredUnit[]): StoredUnit[] {
  const before = new Map(stored.map((unit) => [unit.code, unit]));
  const wanted = histories.map(({ code, aliases, from, to, states: [first] }, position): StoredUnit => ({
    code,
    name: first.name,
    shortName: first.shortName,
    kind: first.kind,
    parentCode: first.parentCode,
    aliases: [...aliases],
    position,
    validFrom: from,
    validTo: to,
  }));
  return parentsFirst(wanted).filter((unit) => differs(unit, before.get(unit.code)));
}

/** A new town may stand behind its villages in the list; the table wants the town first. */
function parentsFirst(units: readonly StoredUnit[]): StoredUnit[] {
  const depth = (unit: StoredUnit): number => (unit.kind === 'county' ? 0 : isVillage(unit) ? 2 : 1);
  return [0, 1, 2].flatMap((level) => units.filter((unit) => depth(unit) === level));
}

const isVillage = ({ kind }: StoredUnit): boolean => kind === 'village' || kind === 'community';

function differs(unit: StoredUnit, known: StoredUnit | undefined): boolean {
  return known === undefined || fingerprint(unit) !== fingerprint(known);
}

function fingerprint(unit: StoredUnit): string {
  const { name, shortName, kind, parentCode, aliases, position, validFrom, validTo } = unit;
  return JSON.stringify([name, shortName, kind, parentCode, aliases, position, validFrom, validTo]);
}
