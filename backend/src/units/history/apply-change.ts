import { changeProblems } from './change-problems.js';
import { dayBefore, type Histories, historyOf, lastState, rankOf, stateOn, statesSince } from './history.js';
import type { NewUnit, UnitChange, UnitChangeProblem, UnitEnding, UnitHistory, UnitState } from './history.types.js';

export type Applied =
  | { readonly ok: true; readonly histories: Histories }
  | { readonly ok: false; readonly problems: readonly UnitChangeProblem[] };

/** The units after a change, or what is wrong with it. The list given stays as it is: nothing is applied by half. */
export function applyChange(histories: Histories, change: UnitChange): Applied {
  const problems = changeProblems(histories, change);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, histories: changed(histories, change) };
}

function changed(histories: Histories, change: UnitChange): Histories {
  const { day } = change;
  switch (change.type) {
    case 'found':
      return inserted(histories, born(change, change, day, true), null);
    case 'rename':
    case 'kind':
    case 'move': {
      const { type: _, day: __, code, ...state } = change;
      return restated(histories, code, day, state);
    }
    case 'merge':
      return merged(histories, change);
    case 'split':
      return split(histories, change);
    case 'close':
      return ended(histories, change.code, day, 'close', null);
  }
}

function merged(histories: Histories, { codes, into, day }: Extract<UnitChange, { type: 'merge' }>): Histories {
  const { code: heir, ...state } = into;
  const first = historyOf(histories, codes[0] ?? '');
  const start = codes.includes(heir)
    ? restated(histories, heir, day, state)
    : first === null
      ? histories
      : inserted(histories, born({ name: '', shortName: '', ...into }, stateOn(first, day), day, false), first.code);
  return codes
    .filter((code) => code !== heir)
    .reduce((list, code) => handedOver(ended(list, code, day, 'merge', heir), code, heir, day), start);
}

function split(histories: Histories, { code, parts, heir, day }: Extract<UnitChange, { type: 'split' }>): Histories {
  const whole = historyOf(histories, code);
  if (whole === null) return histories;
  const state = stateOn(whole, day);
  let list = histories;
  for (const part of [...parts].reverse()) {
    const { code: own, ...rest } = part;
    list = own === code ? restated(list, code, day, rest) : inserted(list, born(part, state, day, own !== heir), code);
  }
  return heir === code ? list : handedOver(ended(list, code, day, 'split', heir), code, heir, day);
}

/** A unit that begins on a day; what it does not say is taken from `like`. */
function born(
  unit: NewUnit,
  like: Pick<UnitState, 'kind'> & { readonly parentCode: string | null },
  day: string,
  newborn: boolean,
): UnitHistory {
  const { code, name, shortName, kind = like.kind, parentCode = like.parentCode } = unit;
  const state: UnitState = { from: day, name, shortName, kind, parentCode };
  return { code, aliases: [], from: day, to: null, states: [state], heir: null, ended: null, newborn, lastChange: day };
}

/** Behind the unit it comes from, else behind the last unit of its rank under the same parent, else behind the parent. */
function inserted(histories: Histories, unit: UnitHistory, behind: string | null): Histories {
  const { kind, parentCode } = lastState(unit);
  const places = [
    histories.findIndex(({ code }) => code === behind),
    histories.findLastIndex((other) => {
      const state = lastState(other);
      return state.parentCode === parentCode && rankOf(state.kind) === rankOf(kind);
    }),
    histories.findIndex(({ code }) => code === parentCode),
  ];
  const at = (places.find((place) => place >= 0) ?? histories.length - 1) + 1;
  return [...histories.slice(0, at), unit, ...histories.slice(at)];
}

function replaced(histories: Histories, code: string, change: (unit: UnitHistory) => UnitHistory): Histories {
  return histories.map((unit) => (unit.code === code ? change(unit) : unit));
}

function restated(
  histories: Histories,
  code: string,
  day: string,
  news: { readonly [Key in keyof UnitState]?: UnitState[Key] | undefined },
): Histories {
  return replaced(histories, code, (unit) => {
    const { name, shortName, kind, parentCode } = news;
    const before = stateOn(unit, day);
    const state: UnitState = {
      from: day,
      name: name ?? before.name,
      shortName: shortName ?? before.shortName,
      kind: kind ?? before.kind,
      parentCode: parentCode ?? before.parentCode,
    };
    return { ...unit, states: withState(unit.states, state), lastChange: day };
  });
}

/** A second change on the same day takes the place of the first: both hold from that day on. */
function withState(states: UnitHistory['states'], state: UnitState): UnitHistory['states'] {
  const [first, ...rest] = states;
  if (first.from === state.from) return [state, ...rest];
  const others = rest.filter(({ from }) => from !== state.from);
  return [first, ...[...others, state].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))];
}

function ended(histories: Histories, code: string, day: string, how: UnitEnding, heir: string | null): Histories {
  return replaced(histories, code, (unit) => ({ ...unit, to: dayBefore(day), ended: how, heir, lastChange: day }));
}

/** What stood below a unit that has ended stands below its heir from that day on, also in later states. */
function handedOver(histories: Histories, code: string, heir: string, day: string): Histories {
  return histories.map((unit) => {
    const below = statesSince(unit, day).filter(({ parentCode }) => parentCode === code);
    if (below.length === 0) return unit;
    const moved = below.map((state) => ({
      ...state,
      from: state.from === null || state.from < day ? day : state.from,
      parentCode: heir,
    }));
    const lastChange = unit.lastChange === null || unit.lastChange < day ? day : unit.lastChange;
    return { ...unit, states: moved.reduce(withState, unit.states), lastChange };
  });
}
