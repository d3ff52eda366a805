import type { UnitFact } from '../../src/engine/index.js';
import { applyChange } from '../../src/units/history/apply-change.js';
import type { Histories } from '../../src/units/history/history.js';
import type { UnitChange } from '../../src/units/history/history.types.js';
import { unitFact } from '../../src/units/history/unit-fact.js';
import type { Dice } from './dice.js';
import { randomDay } from './random-values.js';

/** Units that are renamed, moved, merged, split, founded and closed on random days, as the product enters such changes. */
export function withChanges(dice: Dice, units: readonly UnitFact[], count: number): UnitFact[] {
  let histories: Histories = units.map(({ code, shortName, kind, parentCode }) => ({
    code,
    aliases: [],
    from: null,
    to: null,
    states: [{ from: null, name: shortName, shortName, kind, parentCode }],
    heir: null,
    ended: null,
    newborn: false,
    lastChange: null,
  }));
  const days = Array.from({ length: count }, () => randomDay(dice)).sort();
  days.forEach((day, index) => {
    const alive = histories.filter(({ to }) => to === null);
    const applied = applyChange(histories, randomChange(dice, alive, day, index));
    if (applied.ok) histories = applied.histories;
  });
  return histories.map(unitFact);
}

function randomChange(dice: Dice, alive: Histories, day: string, index: number): UnitChange {
  const of = (...kinds: string[]) =>
    alive.filter(({ states }) => kinds.includes(states.at(-1)!.kind)).map(({ code }) => code);
  const villages = of('village', 'community');
  const towns = of('town', 'street');
  const [code, other, third] = [dice.pick(villages), dice.pick(villages), dice.pick(villages)];
  const named = (name: string) => ({
    code: `n${index}${name}`,
    name: `新${index}${name}`,
    shortName: `新${index}${name}`,
  });
  const merged = [...new Set(dice.chance(30) ? [code, other, third] : [code, other])];
  return dice.pick<UnitChange>([
    {
      type: 'rename',
      day,
      code: dice.pick([code, ...towns, ...of('bureau')]),
      name: `改${index}`,
      shortName: `改${index}`,
    },
    { type: 'kind', day, code: towns[0]!, kind: dice.pick(['street', 'town']) },
    { type: 'move', day, code, parentCode: dice.pick(towns) },
    { type: 'merge', day, codes: merged, into: named('并') },
    { type: 'merge', day, codes: merged, into: { code } },
    { type: 'split', day, code, parts: [named('甲'), named('乙')], heir: named('甲').code },
    { type: 'split', day, code, parts: [{ code, name: '原', shortName: `原${index}` }, named('乙')], heir: code },
    { type: 'found', day, ...named('建'), kind: 'village', parentCode: dice.pick(towns) },
    { type: 'close', day, code },
    { type: 'merge', day, codes: of('bureau').slice(3, 5), into: named('局') },
  ]);
}
