import type { RecordFact, Requirement, Selection, UnitFact } from '../../src/engine/index.js';
import { dayOf, homesOf, known, candidates, reaches, selected, spanOf } from './records.js';
import { type Span } from './time.js';
import { type Window } from './verdict.js';
import { type World, numberOn } from './world.js';

export const boundOf = (world: World, requirement: Requirement, day: string) => (name: string) =>
  numberOn(world, requirement, name, day);

/** The unit sees the record, by itself or through a home that serves it and was open on the record's day. */
function seen(
  world: World,
  selection: Selection,
  record: RecordFact,
  unit: UnitFact,
  state: 'approved' | 'any',
): boolean {
  if (selection.from !== 'home') return reaches(world, selection, record, unit);
  const link = record.fields['home'];
  if (typeof link !== 'number') return record.unit === unit.code;
  const home = homesOf(world, unit.code).find((entry) => entry.id === link);
  const span = spanOf(world, record);
  if (home === undefined || span === null) return false;
  if (state === 'approved' ? home.state !== 'approved' : home.state !== 'approved' && home.state !== 'pending')
    return false;
  // Open on the record's day, a statistic's home on some day of its period.
  const closed = home.fields['closed_on'];
  return String(home.fields['opened_on']) <= span.to && (typeof closed !== 'string' || closed >= span.from);
}

/** A statistic counts in a stretch of time that holds the whole of its period; for a month or quarter it is that period. */
function lies(world: World, record: RecordFact, span: Span & { readonly exact?: boolean }): boolean {
  const own = spanOf(world, record)!;
  if (own.from === own.to) return true;
  return span.exact === true
    ? own.from === span.from && own.to === span.to
    : own.from >= span.from && own.to <= span.to;
}

export function eventsIn(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  span: Span & { readonly exact?: boolean },
  at: string,
): RecordFact[] {
  const bound = boundOf(world, requirement, at);
  return candidates(world, selection, unit).filter((record) => {
    const when = dayOf(world, record);
    return (
      record.state === 'approved' &&
      when !== null &&
      when >= span.from &&
      when <= span.to &&
      lies(world, record, span) &&
      known(world, record, world.asOf) &&
      selected(world, selection, record, bound) &&
      seen(world, selection, record, unit, 'approved')
    );
  });
}

/** A home that waits for review was handed in on time. */
function homeInTime(world: World, selection: Selection, record: RecordFact, unit: UnitFact, last: string): boolean {
  if (selection.from !== 'home') return true;
  const home = homesOf(world, unit.code).find(({ id }) => id === record.fields['home']);
  return home === undefined || home.state !== 'pending' || home.submittedOn <= last;
}

/** Records or their homes wait for review and were handed in on time. */
export function waitingIn(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  window: Window,
): RecordFact[] {
  const bound = boundOf(world, requirement, window.at);
  return candidates(world, selection, unit).filter((record) => {
    const when = dayOf(world, record);
    return (
      (record.state === 'approved' || record.state === 'pending') &&
      when !== null &&
      when >= window.from &&
      when <= window.to &&
      lies(world, record, window) &&
      known(world, record, world.asOf) &&
      (record.state === 'approved' || record.submittedOn <= window.graceEnd) &&
      homeInTime(world, selection, record, unit, window.graceEnd) &&
      selected(world, selection, record, bound) &&
      seen(world, selection, record, unit, 'any')
    );
  });
}

/** Something of the kind was reported, though it lacks a file. */
export function anything(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  window: Window,
): boolean {
  const bare: Selection = { ...selection, attachments: undefined, evidenced: undefined };
  return eventsIn(world, requirement, bare, unit, window, window.at).length > 0;
}
