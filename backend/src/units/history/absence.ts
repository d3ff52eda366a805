import { existsOn, type Histories, historyOf, lastState, stateOn } from './history.js';
import type { UnitHistory } from './history.types.js';

/** Why a unit is not there on a day: `“甲村”已于 2026-07-01 并入“丁村”`. Null when it is there. */
export function absence(histories: Histories, unit: UnitHistory, day: string): string | null {
  if (existsOn(unit, day)) return null;
  const name = quoted(stateOn(unit, day).shortName);
  if (unit.from !== null && day < unit.from) return `${name}自 ${unit.from} 起才设立`;
  const since = unit.lastChange ?? unit.to ?? day;
  const heir = unit.heir === null ? null : historyOf(histories, unit.heir);
  if (heir === null) return `${name}已于 ${since} 撤销`;
  const other = quoted(stateOn(heir, since).shortName);
  return unit.ended === 'split' ? `${name}已于 ${since} 拆分，由${other}接续` : `${name}已于 ${since} 并入${other}`;
}

/** Short name of a unit as it was last called. */
export function lastName(histories: Histories, code: string): string {
  const unit = historyOf(histories, code);
  return unit === null ? code : lastState(unit).shortName;
}

export const quoted = (text: string): string => `“${text}”`;
