import type { RecordFact, Requirement, Rule, Selection, UnitFact } from '../../src/engine/index.js';
import { boundOf } from './events.js';
import { dayOf, fitsAll, homesOf, lastDay, candidates, reaches, selected } from './records.js';
import { daysBetween, plusDays } from './time.js';
import { type Said, standingWindow, step } from './verdict.js';
import { type World, numberOn, parameter } from './world.js';

export interface Held {
  readonly record: RecordFact;
  readonly end: string | null;
}

/** Standing records that began by the day, with the day on which each ends; what began in a home after its end never began. */
export function begun(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  states: readonly string[],
): Held[] {
  const bound = boundOf(world, requirement, world.asOf);
  return candidates(world, selection, unit)
    .filter((record) => {
      const when = dayOf(world, record);
      if (!states.includes(record.state) || when === null || when > world.asOf) return false;
      if (!selected(world, selection, record, bound)) return false;
      if (selection.from !== 'home') return reaches(world, selection, record, unit);
      const link = record.fields['home'];
      if (typeof link !== 'number') return record.unit === unit.code;
      const home = homesOf(world, unit.code).find((entry) => entry.id === link);
      if (home === undefined || !states.includes(home.state)) return false;
      return String(home.fields['opened_on']) <= world.asOf;
    })
    .map((record) => {
      const ends = [lastDay(world, record, selection.alsoUntil)];
      // What stands in a home ends with it.
      if (selection.from === 'home')
        ends.push(
          ...homesOf(world, unit.code)
            .filter(({ id }) => id === record.fields['home'])
            .map((home) => lastDay(world, home)),
        );
      return { record, end: ends.filter((end) => end !== null).sort()[0] ?? null };
    })
    .filter(({ record, end }) => {
      // What ended before its home opened, or began after it was closed, never stood in it.
      const home = homesOf(world, unit.code).find(
        ({ id }) => selection.from === 'home' && id === record.fields['home'],
      );
      const first = [dayOf(world, record)!, String(home?.fields['opened_on'])].sort()[1]!;
      return home === undefined || end === null || end >= first;
    });
}

export function inForce(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  states: readonly string[] = ['approved'],
): RecordFact[] {
  return begun(world, requirement, selection, unit, states)
    .filter(({ end }) => end === null || end >= world.asOf)
    .map(({ record }) => record);
}

export function standing(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  tolerance: number,
): Said {
  const window = standingWindow(world);
  const min = numberOn(world, requirement, 'min', world.asOf);
  const bound = boundOf(world, requirement, world.asOf);
  const all = begun(world, requirement, selection, unit, ['approved']);
  const current = all.filter(({ end }) => end === null || end >= world.asOf);
  const whole = current.filter(({ record }) => fitsAll(world, selection.wants, record, bound));
  const soon = plusDays(world.asOf, parameter(world, 'expiry_warn_days'));
  const lasting = whole.filter(({ end }) => end === null || end > soon);
  if (whole.length >= min)
    return { outcome: lasting.length >= min ? 'met' : 'atRisk', measured: current.length, required: min };
  if (current.length >= min) {
    // A lacking attribute is a tolerance; before the due day it is not asked for yet.
    return {
      ...step(requirement, window.phase, { fulfilled: false, waiting: false, tolerated: true, nothing: false }),
      measured: current.length,
      required: min,
    };
  }
  const ended = all
    .flatMap(({ end }) => (end !== null && end < world.asOf ? [end] : []))
    .sort()
    .reverse();
  const slack = Math.max(tolerance, parameter(world, 'period_grace_days'));
  // Vacant since there were last enough of them; what was never full is not tolerated.
  const heldOn = (day: string) =>
    all.filter(({ record, end }) => dayOf(world, record)! <= day && (end === null || end >= day)).length;
  const full = ended.find((day) => heldOn(day) >= min);
  const vacant = full === undefined ? Infinity : daysBetween(full, world.asOf);
  const waits = begun(world, requirement, selection, unit, ['approved', 'pending']).filter(({ record, end }) => {
    const last = ended[0] === undefined ? window.graceEnd : [window.graceEnd, plusDays(ended[0], slack)].sort()[1]!;
    const home = homesOf(world, unit.code).find(({ id }) => selection.from === 'home' && id === record.fields['home']);
    return (
      (end === null || end >= world.asOf) &&
      [record, home].every((entry) => entry === undefined || entry.state === 'approved' || entry.submittedOn <= last)
    );
  });
  const bare = begun(world, requirement, { ...selection, attachments: undefined }, unit, ['approved']).filter(
    ({ end }) => end === null || end >= world.asOf,
  );
  const stepped = step(requirement, window.phase, {
    fulfilled: false,
    waiting: waits.length >= min,
    tolerated: vacant <= tolerance,
    // What waits and was handed in on time was reported (0010).
    nothing: all.length === 0 && bare.length === 0 && waits.length === 0,
  });
  return { ...stepped, measured: current.length, required: min };
}

export function facility(
  world: World,
  requirement: Requirement,
  rule: Extract<Rule, { kind: 'facility' }>,
  unit: UnitFact,
): Said {
  if (rule.appliesIf !== undefined) {
    const bound = boundOf(world, requirement, world.asOf);
    const held = begun(world, requirement, rule.places, unit, ['approved']).filter(
      ({ end }) => end === null || end >= world.asOf,
    );
    if (held.length > 0 && !held.some(({ record }) => fitsAll(world, rule.appliesIf, record, bound)))
      return { outcome: 'notApplicable' };
    return standing(
      world,
      requirement,
      { ...rule.places, where: { ...rule.places.where, ...rule.appliesIf } },
      unit,
      0,
    );
  }
  return standing(world, requirement, rule.places, unit, 0);
}
