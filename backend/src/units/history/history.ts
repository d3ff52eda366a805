import { formatDay, parseDay } from '../../engine/index.js';
import type { UnitKind } from '../units.types.js';
import type { UnitHistory, UnitState } from './history.types.js';

/** All units ever, in the order of the list. */
export type Histories = readonly UnitHistory[];

/** The unit with this code; null for an unknown one. */
export function historyOf(histories: Histories, code: string): UnitHistory | null {
  return histories.find((unit) => unit.code === code) ?? null;
}

/** Whether a unit exists on a day (`YYYY-MM-DD`). */
export function existsOn({ from, to }: UnitHistory, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** What a unit is on a day; before its first day its first state, after its last day its last. */
export function stateOn({ states }: UnitHistory, day: string): UnitState {
  return states.findLast(({ from }) => from === null || from <= day) ?? states[0];
}

/** What a unit is last known to be. */
export function lastState({ states }: UnitHistory): UnitState {
  return states.at(-1) ?? states[0];
}

/** States that hold on a day or later; none for a unit that has ended before. */
export function statesSince(unit: UnitHistory, day: string): readonly UnitState[] {
  if (unit.to !== null && unit.to < day) return [];
  const now = unit.states.findLastIndex(({ from }) => from === null || from <= day);
  return unit.states.slice(Math.max(0, now)).filter(({ from }) => from === null || unit.to === null || from <= unit.to);
}

/** The day before a day, both `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return formatDay((parseDay(day) ?? 0) - 1);
}

/**
 * Who goes on with a unit's records on a day: itself while it exists, then its heir, through several changes. Null when it
 * was closed without one, or does not exist yet.
 */
export function heirOn(histories: Histories, code: string, day: string): UnitHistory | null {
  let unit = historyOf(histories, code);
  for (let steps = 0; unit !== null && steps <= histories.length; steps += 1) {
    if (existsOn(unit, day)) return unit;
    if (unit.to === null || day <= unit.to || unit.heir === null) return null;
    unit = historyOf(histories, unit.heir);
  }
  return null;
}

/** Which kinds can take each other's place, and what may stand above them. */
export type UnitRank = 'county' | 'bureau' | 'town' | 'village';

export function rankOf(kind: UnitKind): UnitRank {
  if (kind === 'street') return 'town';
  return kind === 'community' ? 'village' : kind;
}

/** Rank of the unit that stands above one of this rank; null for the county. */
export function rankAbove(rank: UnitRank): UnitRank | null {
  if (rank === 'county') return null;
  return rank === 'village' ? 'town' : 'county';
}
