import type { RecordFact, Requirement, Rule, UnitFact } from '../../src/engine/index.js';
import { inOrder } from './measures.js';
import { dayOf, fitsAll, known, num, ofType, originOf, reaches, spanOf, text } from './records.js';
import { entriesFor, monthsSince, proofOf, type Proof, type Sources } from './sheets.js';
import { periodAround, plusDays, plusMonths } from './time.js';
import type { Said } from './verdict.js';
import { inSubtree, isVillage, numberOn, parameter, unitsOf, type World } from './world.js';

type IncidentRule = Extract<Rule, { kind: 'incident_free_window' }>;
type OpenRule = Extract<Rule, { kind: 'no_open_cases' }>;

/** What a record does to a veto item: triggers it, puts it at risk, or nothing. */
type Effect = 'triggered' | 'atRisk' | 'none';

/** Triggered before at risk before unproven before clear (0003). */
function settle(effects: readonly Effect[], proofs: readonly Proof[]): Said {
  const triggered = effects.filter((effect) => effect === 'triggered').length;
  if (triggered > 0) return { outcome: 'unmet' };
  if (effects.includes('atRisk')) return { outcome: 'atRisk' };
  if (proofs.includes('missing')) return { outcome: 'noData' };
  return { outcome: proofs.includes('waiting') ? 'atRisk' : 'met' };
}

/** No confirmed incident in the last years, and every month of them proven by every reporter below the unit. */
export function incidentFree(world: World, requirement: Requirement, rule: IncidentRule, unit: UnitFact): Said {
  const years = numberOn(world, requirement, 'window_years', world.asOf);
  const from = plusMonths(world.asOf, -12 * years);
  const incidents = ofType(world, rule.incidents.record).filter((record) => {
    const day = dayOf(world, record);
    return day !== null && day >= from && day <= world.asOf && reaches(world, rule.incidents, record, unit);
  });
  const effects = incidents.map((incident): Effect => {
    // Whatever waits for review, a refutation as well, clears nothing.
    if (incident.state === 'pending') return 'atRisk';
    if (incident.state !== 'approved' || incident.fields['status'] === '排除') return 'none';
    return incident.fields['status'] === '认定' ? 'triggered' : 'atRisk';
  });
  const reporters = rule.reporters
    .flatMap((subject) => unitsOf(world, subject))
    .filter(({ code }) => inSubtree(world, code, unit.code));
  const begun = periodAround('month', world.start).from;
  const months = monthsSince(world, from > begun ? from : begun);
  // The time before the campaign's first month is proven by one statement over all of it.
  const before = { from, to: plusDays(begun, -1), lastDay: '9999-12-31' };
  const sources: Sources = { register: rule.register, entries: new Map(), sees: () => false };
  const proofs = reporters.flatMap(({ code }) => [
    ...(from <= before.to ? [proofOf(world, before, code, { ...sources, statementOnly: true })] : []),
    ...months.map((month) => proofOf(world, month, code, sources)),
  ]);
  return settle(effects, proofs);
}

/** Whether a case is closed at the end of a day, whatever was opened again (0013). */
export function isClosed(record: RecordFact, day: string): boolean {
  const end = `${day}T23:59`;
  const [closed, reopened] = [text(record, 'closed_at'), text(record, 'reopened_at')];
  if (reopened === null) return closed !== null && closed <= end;
  if (reopened <= end) return closed !== null && closed > reopened && closed <= end;
  const first = text(record, 'first_closed_at') ?? closed;
  return first !== null && first <= end;
}

/** The day from which the repair days of a case run: of finding, or of reopening once it was opened again. */
function foundOn(record: RecordFact, day: string): string {
  const reopened = text(record, 'reopened_at');
  return (reopened !== null && reopened <= `${day}T23:59` ? reopened : text(record, 'found_at')!).slice(0, 10);
}

function caseEffect(world: World, requirement: Requirement, rule: OpenRule, record: RecordFact): Effect {
  if (record.state === 'pending') return 'atRisk';
  if (isClosed(record, world.asOf)) return 'none';
  const accepted = rule.statistic.acceptedOn === undefined ? null : text(record, 'accepted_on');
  const found = foundOn(record, world.asOf);
  const repaired = plusDays(found, numberOn(world, requirement, 'repair_days', found));
  return world.asOf > repaired && !(accepted !== null && accepted <= world.asOf) ? 'triggered' : 'atRisk';
}

/** What speaks of a time that ended before this day confirms no longer: the sheet after it could have come by now. */
function oldestConfirming(world: World, requirement: Requirement): string {
  const age = numberOn(world, requirement, 'max_age_days', world.asOf) + parameter(world, 'period_grace_days');
  return plusDays(world.asOf, -age);
}

/** What a unit handed in that states the number, approved or waiting; the one that holds comes last. */
function statedBy(world: World, rule: OpenRule, code: string): RecordFact[] {
  const { of, field } = rule.statistic;
  const stated = ofType(world, of.record).filter(
    (record) =>
      originOf(record) === code &&
      (record.state === 'approved' || record.state === 'pending') &&
      known(world, record, world.asOf) &&
      num(record, field) !== null,
  );
  return inOrder(stated, world);
}

const newestOf = (world: World, rule: OpenRule, code: string, waiting: boolean): RecordFact | undefined =>
  statedBy(world, rule, code)
    .filter(({ state }) => waiting || state === 'approved')
    .at(-1);

/** Whether what a village said last, or all its predecessors while it said nothing, is of late. */
function isFresh(world: World, rule: OpenRule, code: string, oldest: string, waiting: boolean): boolean {
  const said = newestOf(world, rule, code, waiting);
  if (said !== undefined && spanOf(world, said)!.to >= oldest) return true;
  const before = world.predecessors?.get(code) ?? [];
  return before.length > 0 && before.every((one) => isFresh(world, rule, one, oldest, waiting));
}

/**
 * What a village's newest count does, or, until it has said something, those of its predecessors (0011, 3). `later`: what
 * waits of those that went on with it, in order.
 */
function countEffects(
  world: World,
  requirement: Requirement,
  rule: OpenRule,
  code: string,
  later: readonly RecordFact[] = [],
): Effect[] {
  const { field, foundOn: foundField, acceptedOn } = rule.statistic;
  const stated = statedBy(world, rule, code);
  const place = stated.map(({ state }) => state).lastIndexOf('approved');
  const [counted, own] = [stated[place], stated.slice(place + 1)];
  const newer = [...own, ...later];
  const before = counted === undefined ? (world.predecessors?.get(code) ?? []) : [];
  const earlier = before.flatMap((one) => countEffects(world, requirement, rule, one, newer));
  const says = (record: RecordFact) => num(record, field)!;
  const waiting: Effect[] = later.length === 0 && own.length > 0 && says(own.at(-1)!) > 0 ? ['atRisk'] : [];
  if (counted === undefined || says(counted) === 0) return [...waiting, ...earlier];
  const found = text(counted, foundField) ?? dayOf(world, counted)!;
  const repaired = plusDays(found, numberOn(world, requirement, 'repair_days', found));
  const accepted = acceptedOn === undefined ? null : text(counted, acceptedOn);
  // A newer sheet that says "solved" holds it if one that says so came in time and none after it says otherwise.
  const last = newer.at(-1);
  const inTime = newer.some((record) => says(record) === 0 && record.submittedOn <= repaired);
  const solving = last !== undefined && says(last) === 0 && inTime;
  const open = world.asOf > repaired && !(accepted !== null && accepted <= world.asOf) && !solving;
  return [...waiting, open ? 'triggered' : 'atRisk'];
}

/** Nothing open beyond its repair days, and everybody below the unit has confirmed of late. */
export function noOpenCases(world: World, requirement: Requirement, rule: OpenRule, unit: UnitFact): Said {
  const cases = ofType(world, rule.cases.record).filter(
    (record) =>
      known(world, record, world.asOf) &&
      fitsAll(world, rule.cases.where, record, () => NaN) &&
      reaches(world, rule.cases, record, unit),
  );
  const effects = cases
    .filter(({ state }) => state === 'approved' || state === 'pending')
    .map((record) => caseEffect(world, requirement, rule, record));
  const confirmers = rule.confirmers
    .flatMap((subject) => unitsOf(world, subject))
    .filter(({ code }) => inSubtree(world, code, unit.code));
  const oldest = oldestConfirming(world, requirement);
  const months = monthsSince(world, oldest > world.start ? oldest : world.start);
  const sources: Sources = {
    register: rule.register,
    entries: entriesFor(world, rule.cases, rule.register),
    sees: (entry, code) => reaches(world, { ...rule.cases, from: 'own' }, entry, { ...unit, code }),
  };
  const proofs = confirmers.flatMap((confirmer): Proof[] => {
    if (!isVillage(confirmer)) return months.map((month) => proofOf(world, month, confirmer.code, sources));
    if (isFresh(world, rule, confirmer.code, oldest, false)) return ['proven'];
    return [isFresh(world, rule, confirmer.code, oldest, true) ? 'waiting' : 'missing'];
  });
  // A village that was closed counts no more, but what it said stays with the units above it (0011, 5).
  const below = world.layout.units.filter(({ code }) => inSubtree(world, code, unit.code));
  const counts = below.flatMap(({ code }) => countEffects(world, requirement, rule, code));
  return settle([...effects, ...counts], proofs);
}
