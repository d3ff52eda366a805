import { parseDay } from '../days.js';
import { NO_DAY, type Day, type UnitFact } from '../facts.types.js';

/** A unit as it was on a day. */
export function stateOn(unit: UnitFact, day: Day): UnitFact {
  let state = unit;
  for (const { from, ...later } of unit.states ?? []) if (dayIn(from, NO_DAY) <= day) state = { ...state, ...later };
  return state;
}

/** First day of a unit; NO_DAY where it has always been there. */
export function firstDayOf(unit: UnitFact): Day {
  return dayIn(unit.from, NO_DAY);
}

/** Last day of a unit; infinite where it is still there. */
export function lastDayOf(unit: UnitFact): Day {
  return dayIn(unit.to, Infinity);
}

export function existsOn(unit: UnitFact, day: Day): boolean {
  return firstDayOf(unit) <= day && day <= lastDayOf(unit);
}

/** All days on which anything about the units changes, in order. */
export function changeDays(units: readonly UnitFact[]): readonly Day[] {
  const days = units.flatMap((unit) => [
    firstDayOf(unit),
    lastDayOf(unit) + 1,
    ...(unit.states?.map(({ from }) => dayIn(from, NO_DAY)) ?? []),
  ]);
  return [...new Set(days)].filter((day) => day !== NO_DAY && day !== Infinity).sort((a, b) => a - b);
}

function dayIn(text: string | undefined, otherwise: Day): Day {
  return (text === undefined ? null : parseDay(text)) ?? otherwise;
}
