import type { RecordFact, Requirement, Rule, Selection, UnitFact } from '../../src/engine/index.js';
import {
  dayOf,
  homesOf,
  inSubtree,
  ofType,
  isVillage,
  known,
  lastDay,
  num,
  numberOn,
  parameter,
  plusDays,
  daysBetween,
  reaches,
  selected,
  spanOf,
  fitsAll,
  unitsOf,
  type Span,
  type World,
} from './world.js';
import { standingWindow, step, windowsOf, worst, type Said, type Window } from './verdict.js';

/** Posts, places, papers and counts of events: kinds that count records. */

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
  return ofType(world, selection.record).filter((record) => {
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

/** Records or their homes wait for review and were handed in on time. */
export function waitingIn(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  window: Window,
): RecordFact[] {
  const bound = boundOf(world, requirement, window.at);
  return ofType(world, selection.record).filter((record) => {
    const when = dayOf(world, record);
    return (
      (record.state === 'approved' || record.state === 'pending') &&
      when !== null &&
      when >= window.from &&
      when <= window.to &&
      lies(world, record, window) &&
      known(world, record, world.asOf) &&
      record.submittedOn <= window.graceEnd &&
      selected(world, selection, record, bound) &&
      seen(world, selection, record, unit, 'any')
    );
  });
}

const setOf = (records: readonly RecordFact[], field: string): Set<string> =>
  new Set(
    records.flatMap((record) =>
      Array.isArray(record.fields[field]) ? (record.fields[field] as string[]) : [String(record.fields[field])],
    ),
  );

export function countPerPeriod(
  world: World,
  requirement: Requirement,
  rule: Extract<Rule, { kind: 'count_per_period' }>,
  unit: UnitFact,
): Said {
  const said = windowsOf(world, requirement, rule.period).map((window): Said => {
    if (window === null) return { outcome: 'notApplicable' };
    const min = numberOn(world, requirement, 'min', window.at);
    const enough = (records: readonly RecordFact[]) =>
      records.length >= min &&
      (rule.covering?.items ?? []).every((item) => setOf(records, rule.covering!.field).has(item));
    const counted = eventsIn(world, requirement, rule.count, unit, window, window.at);
    const union = [...new Set([...counted, ...waitingIn(world, requirement, rule.count, unit, window)])];
    const outcome = step(requirement, window.phase, {
      fulfilled: enough(counted),
      waiting: enough(union),
      tolerated: false,
      nothing: union.length === 0 && !anything(world, requirement, rule.count, unit, window),
    });
    return { outcome, measured: counted.length };
  });
  return worst(said);
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

interface Held {
  readonly record: RecordFact;
  readonly end: string | null;
}

/** Standing records that began by the day, with the day on which each ends. */
function begun(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  states: readonly string[],
): Held[] {
  const bound = boundOf(world, requirement, world.asOf);
  return ofType(world, selection.record)
    .filter((record) => {
      const when = dayOf(world, record);
      if (!states.includes(record.state) || when === null || when > world.asOf) return false;
      if (!selected(world, selection, record, bound)) return false;
      if (selection.from !== 'home') return reaches(world, selection, record, unit);
      const link = record.fields['home'];
      if (typeof link !== 'number') return record.unit === unit.code;
      const home = homesOf(world, unit.code).find((entry) => entry.id === link);
      return home !== undefined && states.includes(home.state) && String(home.fields['opened_on']) <= world.asOf;
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
  if (whole.length >= min) return { outcome: lasting.length >= min ? 'met' : 'atRisk', measured: current.length };
  if (current.length >= min) {
    // A lacking attribute is a tolerance; before the due day it is not asked for yet.
    return {
      outcome: step(requirement, window.phase, { fulfilled: false, waiting: false, tolerated: true, nothing: false }),
      measured: current.length,
    };
  }
  const ended = all
    .flatMap(({ end }) => (end !== null && end < world.asOf ? [end] : []))
    .sort()
    .reverse();
  const since = ended[min - current.length - 1];
  const vacant = since === undefined ? Infinity : daysBetween(since, world.asOf);
  const waits = begun(world, requirement, selection, unit, ['approved', 'pending']).filter(({ record, end }) => {
    const last = since === undefined ? window.graceEnd : [window.graceEnd, plusDays(since, tolerance)].sort()[1]!;
    return (end === null || end >= world.asOf) && (record.state === 'approved' || record.submittedOn <= last);
  });
  const bare = begun(world, requirement, { ...selection, attachments: undefined }, unit, ['approved']);
  const outcome = step(requirement, window.phase, {
    fulfilled: false,
    waiting: waits.length >= min,
    tolerated: vacant <= tolerance,
    nothing: all.length === 0 && bare.length === 0,
  });
  return { outcome, measured: current.length };
}

export function documents(
  world: World,
  requirement: Requirement,
  rule: Extract<Rule, { kind: 'documents' }>,
  unit: UnitFact,
): Said {
  const selections = rule.papers.map((paper): Selection => ({
    record: 'document',
    evidenced: true,
    where: { doc_type: { any: [paper.type] }, ...paper.where },
    wants: paper.wants,
  }));
  const needed = rule.mode === 'all' ? selections.length : 1;
  const each = (window: Window | null): Said => {
    if (window === null) return { outcome: 'notApplicable' };
    const papers = selections.map((selection) => paperIn(world, requirement, selection, unit, window, rule.period));
    const enough = (test: (paper: PaperState) => boolean) => papers.filter(test).length >= needed;
    if (enough((paper) => paper.whole)) return { outcome: enough((paper) => paper.lasting) ? 'met' : 'atRisk' };
    return {
      outcome: step(requirement, window.phase, {
        fulfilled: false,
        waiting: enough((paper) => paper.there || paper.waits),
        tolerated: enough((paper) => paper.there),
        nothing: papers.every((paper) => paper.nothing),
      }),
    };
  };
  if (rule.period === 'standing') return each(standingWindow(world));
  return worst(windowsOf(world, requirement, rule.period).map(each));
}

interface PaperState {
  /** There with all its attributes; `lasting`: and not about to run out. */
  readonly whole: boolean;
  readonly lasting: boolean;
  readonly there: boolean;
  readonly waits: boolean;
  readonly nothing: boolean;
}

/** All parts are needed: one that is not due keeps the cell from being met. */
export function allNeeded(said: readonly Said[]): Said {
  const found = worst(said);
  return found.outcome === 'met' && said.some(({ outcome }) => outcome === 'notDue')
    ? { outcome: 'notDue' }
    : { outcome: found.outcome };
}

function paperIn(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  window: Window,
  period: string,
): PaperState {
  const complete = (record: RecordFact) =>
    fitsAll(world, selection.wants, record, boundOf(world, requirement, window.at));
  if (period !== 'standing') {
    const counted = eventsIn(world, requirement, selection, unit, window, window.at);
    const union = waitingIn(world, requirement, selection, unit, window);
    const whole = counted.some(complete);
    const nothing = union.length === 0 && !anything(world, requirement, selection, unit, window);
    return { whole, lasting: whole, there: counted.length > 0, waits: union.length > 0, nothing };
  }
  const all = begun(world, requirement, selection, unit, ['approved']);
  const holds = ({ end }: Held) => end === null || end >= world.asOf;
  const current = all.filter(holds);
  const soon = plusDays(world.asOf, parameter(world, 'expiry_warn_days'));
  const whole = current.filter(({ record }) => complete(record));
  const bare = { ...selection, evidenced: undefined };
  const waits = begun(world, requirement, selection, unit, ['pending'])
    .filter(holds)
    .some(({ record }) => record.submittedOn <= window.graceEnd);
  const lacking = begun(world, requirement, bare, unit, ['approved']).filter(holds);
  return {
    whole: whole.length > 0,
    lasting: whole.some(({ end }) => end === null || end > soon),
    there: current.length > 0,
    waits,
    nothing: all.length === 0 && !waits && lacking.length === 0,
  };
}

/** Children of the last quarter of the year before; else of the earliest later sheet. */
export function sizeOf(world: World, unit: UnitFact): number | null {
  const sheets = ofType(world, 'child_stat')
    .filter(
      (r) =>
        r.unit === unit.code &&
        r.state === 'approved' &&
        known(world, r, world.asOf) &&
        num(r, 'children_total') !== null,
    )
    .sort((a, b) => (dayOf(world, a)! < dayOf(world, b)! ? -1 : dayOf(world, a)! > dayOf(world, b)! ? 1 : a.id - b.id));
  const base = `${Number(world.asOf.slice(0, 4)) - 1}-Q4`;
  const quarters = sheets
    .map((r) => String(r.fields['quarter']))
    .filter((quarter) => quarter >= base)
    .sort();
  const found = sheets.filter((r) => r.fields['quarter'] === quarters[0]).at(-1);
  return found === undefined ? null : num(found, 'children_total');
}

/** The home of decision 0001's size class; null where the unit is judged. */
export function sizeVerdict(world: World, requirement: Requirement, unit: UnitFact): Said | null {
  const subject = requirement.subjects.find((entry) => entry.startsWith('each_village_'));
  if (subject === undefined || !isVillage(unit)) return null;
  const size = sizeOf(world, unit);
  if (size === null)
    return {
      outcome: world.asOf <= plusDays(world.start, parameter(world, 'standing_due_days')) ? 'notDue' : 'noData',
    };
  const line = parameter(world, 'village_child_threshold');
  const large = parameter(world, 'village_threshold_inclusive') === 1 ? size >= line : size > line;
  return large === (subject === 'each_village_ge100') ? null : { outcome: 'notApplicable' };
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

export { homesOf, inSubtree, unitsOf };
