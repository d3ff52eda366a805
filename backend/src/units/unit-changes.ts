import type { UnitEntity } from './unit.entity.js';
import type { UnitRow } from './units.types.js';

type StoredUnit = Omit<UnitEntity, 'parent'>;

/**
 * What has to be written so that the table says the same as the list: new units, changed names, parents or places, and
 * units that have left the list (closed with today as last day, never deleted). Empty when nothing changed.
 * The first filling leaves `validFrom` empty, since these units are older than the system.
 */
export function unitChanges(list: readonly UnitRow[], stored: readonly StoredUnit[], today: string): StoredUnit[] {
  const before = new Map(stored.map((unit) => [unit.code, unit]));
  const wanted = list.map((unit, position): StoredUnit => {
    const known = before.get(unit.code);
    return {
      ...unit,
      aliases: [...unit.aliases],
      position,
      validFrom: known ? known.validFrom : stored.length === 0 ? null : today,
      validTo: null,
    };
  });
  const listed = new Set(list.map((unit) => unit.code));
  const gone = stored
    .filter((unit) => !listed.has(unit.code) && unit.validTo === null)
    .map((unit) => ({ ...unit, validTo: today }));
  return [...wanted.filter((unit) => differs(unit, before.get(unit.code))), ...gone];
}

function differs(unit: StoredUnit, known: StoredUnit | undefined): boolean {
  return known === undefined || fingerprint(unit) !== fingerprint(known);
}

function fingerprint(unit: StoredUnit): string {
  const { name, shortName, kind, parentCode, aliases, position, validFrom, validTo } = unit;
  return JSON.stringify([name, shortName, kind, parentCode, aliases, position, validFrom, validTo]);
}
