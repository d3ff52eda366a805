import type { CaseSource, UnitFact } from '../../src/engine/index.js';
import type { Dice } from './dice.js';
import { periodAround, plusDays } from './time.js';
import { asked, stateOf, type Draft } from './value-records.js';

type Statistic = Extract<CaseSource, { type: 'statistic' }>;

/** How well a bureau handles its cases: percent of steps that are late, left out, waiting. */
export interface Handling {
  readonly late: number;
  readonly missing: number;
  readonly waits: number;
}

export const GOOD: Handling = { late: 0, missing: 0, waits: 0 };

export const randomHandling = (dice: Dice): Handling =>
  dice.chance(45)
    ? GOOD
    : { late: dice.pick([0, 3, 30]), missing: dice.pick([0, 2, 20]), waits: dice.pick([0, 5, 30]) };

/** Monthly numbers of cases taken and handled: all, nine of ten, eight of nine, nobody, an empty sheet. */
export function monthlyNumbers(dice: Dice, source: Statistic, unit: UnitFact, handling: Handling): Draft[] {
  const found: Draft[] = [];
  for (let month = periodAround('month', '2023-01-01'); month.from < '2026-02-01';) {
    const good = handling === GOOD || dice.chance(70);
    const [handled, taken] = dice.pick(
      good
        ? [
            [1, 1],
            [0, 0],
            [2, 2],
            [10, 10],
          ]
        : [
            [9, 10],
            [8, 9],
            [1, 2],
            [0, 0],
          ],
    );
    const late = dice.pick([-5, 0, 1, 3, 5, 8, 22, 24, 30]);
    if (!dice.chance(10 + handling.missing))
      found.push({
        type: source.of.record,
        unit: unit.code,
        fields: {
          ...asked(source.of.where, dice),
          period: month.from.slice(0, 7),
          [source.numerator]: handled!,
          [source.denominator]: taken!,
          [source.zeroFlag]: taken === 0 && dice.chance(80),
        },
        evidence: dice.chance(3) ? [] : ['stat'],
        state: stateOf(dice, handling.waits),
        submittedOn: plusDays(month.to, late),
      });
    month = periodAround('month', plusDays(month.to, 1));
  }
  return found;
}
