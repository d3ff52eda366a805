import type { UnitFact } from '../../engine/index.js';
import type { UnitHistory, UnitState } from './history.types.js';

/** A unit with its times as the engine takes it; one that never changed is as short as before. */
export function unitFact({ code, from, to, states, heir, newborn }: UnitHistory): UnitFact {
  const [first, ...later] = states;
  const { shortName, kind, parentCode } = first;
  const names = [...new Set(states.map((state) => state.shortName))];
  return {
    code,
    shortName,
    kind,
    parentCode,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(names.length === 1 ? {} : { names }),
    ...(later.length === 0 ? {} : { states: later.map(engineState) }),
    ...(heir === null ? {} : { heir }),
    ...(newborn ? { newborn: true as const } : {}),
  };
}

function engineState({ from, shortName, kind, parentCode }: UnitState) {
  return { from: from ?? '', shortName, kind, parentCode };
}
