import { parseDay } from '../days.js';
import { NO_DAY, type Day, type UnitFact } from '../facts.types.js';

/** A unit as it was on a day; null: as it was first, whatever its days. */
export function stateOn(unit: UnitFact, day: Day | null): UnitFact {
  if (day === null || unit.states === undefined) return unit;
  let state = unit;
  for (const { from, ...later } of unit.states) if ((parseDay(from) ?? NO_DAY) <= day) state = { ...state, ...later };
  return state;
}

/** First day of a unit; NO_DAY where it has always been there. */
export function firstDayOf(unit: UnitFact): Day {
  return unit.from === undefined ? NO_DAY : (parseDay(unit.from) ?? NO_DAY);
}

/** Last day of a unit; NO_DAY where it is still there. */
export function lastDayOf(unit: UnitFact): Day {
  return unit.to === undefined ? NO_DAY : (parseDay(unit.to) ?? NO_DAY);
}

/** Whether the unit exists on the day; null: it counts as existing. */
export function existsOn(unit: UnitFact, day: Day | null): boolean {
  const last = lastDayOf(unit);
  return day === null || (firstDayOf(unit) <= day && (last === NO_DAY || day <= last));
}

/** All days on which anything about the units changes, in order. */
export function changeDays(units: readonly UnitFact[]): readonly Day[] {
  const days = units.flatMap((unit) => {
    const last = lastDayOf(unit);
    const ends = last === NO_DAY ? NO_DAY : last + 1;
    return [firstDayOf(unit), ends, ...(unit.states ?? []).map(({ from }) => parseDay(from) ?? NO_DAY)];
  });
  return [...new Set(days.filter((day) => day !== NO_DAY))].sort((a, b) => a - b);
}
