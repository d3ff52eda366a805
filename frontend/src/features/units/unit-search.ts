import type { Unit } from '../../api';

export interface Branch {
  readonly unit: Unit;
  readonly villages: readonly Unit[];
}

const isTown = ({ kind }: Unit) => kind === 'town' || kind === 'street';
const isVillage = ({ kind }: Unit) => kind === 'village' || kind === 'community';

/** County and bureaus, then towns with their villages, in the order of the list; never by score. */
export function treeOf(units: readonly Unit[]): {
  readonly county: readonly Unit[];
  readonly towns: readonly Branch[];
} {
  return {
    county: units.filter((unit) => !isTown(unit) && !isVillage(unit)),
    towns: units
      .filter(isTown)
      .map((unit) => ({ unit, villages: units.filter((one) => one.parentCode === unit.code) })),
  };
}

/** Units whose name holds the words, in the order of the list. */
export function findUnits(units: readonly Unit[], words: string): readonly Unit[] {
  const wanted = words.trim();
  if (wanted === '') return [];
  return units.filter(({ name, shortName, displayName }) =>
    [name, shortName, displayName].some((one) => one.includes(wanted)),
  );
}
