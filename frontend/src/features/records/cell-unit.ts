import type { Unit } from '../../api';

function isSubject(unit: Unit, subjects: readonly string[]): boolean {
  return subjects.some((subject) => {
    if (subject === 'county') return unit.kind === 'county';
    if (subject === 'each_town') return unit.kind === 'town' || unit.kind === 'street';
    if (subject.startsWith('each_village')) return unit.kind === 'village' || unit.kind === 'community';
    return subject === `bureau:${unit.shortName}`;
  });
}

/** The unit whose cell a record counts in: the record's own, else the nearest above it that the requirement is about; null when there is none. */
export function cellUnitOf(
  subjects: readonly string[],
  unitCode: string,
  byCode: ReadonlyMap<string, Unit>,
): string | null {
  let unit = byCode.get(unitCode);
  while (unit !== undefined) {
    if (isSubject(unit, subjects)) return unit.code;
    unit = byCode.get(unit.parentCode ?? '');
  }
  return null;
}
