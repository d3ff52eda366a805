import type { CaseSource, CaseStep, FactsLayout, FieldValue, Requirement, UnitFact } from '../../src/engine/index.js';
import { subjectUnits } from './aims.js';
import type { Dice } from './dice.js';
import { GOOD, monthlyNumbers, randomHandling, type Handling } from './monthly-numbers.js';
import { plusDays } from './time.js';
import { asked, stateOf, type Draft } from './value-records.js';

type Cases = Extract<CaseSource, { type: 'cases' }>;

/** A case and its steps; the steps point at it once both are numbered. */
export interface History {
  readonly head: Draft;
  readonly steps: readonly Draft[];
}

function plusMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(`${instant}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** When a step is done after its clock started: well before, at, or just after its limit. */
function after(dice: Dice, requirement: Requirement, step: CaseStep, from: string, late: boolean): string {
  if (step.within === undefined) return plusMinutes(from, dice.pick([0, 1, 60, 1440, 1440 * 20]));
  const { unit, number: name } = step.within;
  const number = requirement.numbers[name]!;
  const limit = Object.values(number.values ?? {})[0] ?? { minutes: 60, hours: 24, days: 7, workdays: 5 }[unit];
  if (unit === 'minutes' || unit === 'hours') {
    const minutes = limit * (unit === 'hours' ? 60 : 1);
    return plusMinutes(from, late ? minutes + dice.pick([1, 60, 3000]) : dice.pick([0, 1, minutes - 1, minutes]));
  }
  const days = late ? limit + dice.pick([1, 2, 3, 4, 8]) : dice.pick([0, 1, limit - 1, limit, limit]);
  return `${plusDays(from.slice(0, 10), days)}T${dice.pick(['00:00', '09:00', '23:59'])}`;
}

/** One round of a case: its steps one after the other, some of them late, left out or waiting. */
function round(
  dice: Dice,
  requirement: Requirement,
  source: Cases,
  head: Draft,
  instants: Record<string, string>,
  handling: Handling,
): Draft[] {
  return source.steps.flatMap((step): Draft[] => {
    if (step.field !== undefined) return [];
    if (dice.chance(handling.missing)) return [];
    const from = instants[step.from ?? source.base] ?? instants[source.base]!;
    const names = [step.step, ...(step.or ?? []).map((other) => other.step)];
    const times = step.every === undefined ? 1 : dice.int(0, 4);
    let at = from;
    return Array.from({ length: times }, (): Draft => {
      at =
        step.every === undefined
          ? after(dice, requirement, step, from, dice.chance(handling.late))
          : plusMinutes(at, 1440 * (dice.chance(handling.late) ? dice.pick([91, 120]) : dice.pick([60, 89, 90])));
      instants[step.step] ??= at;
      return {
        type: 'case_step',
        unit: head.unit,
        fields: { step: dice.pick(names), done_at: at, ref_no: dice.chance(70) ? 'x' : null },
        evidence: ['receipt'],
        state: stateOf(dice, handling.waits),
        submittedOn: plusDays(at.slice(0, 10), dice.pick([0, 0, 1, 8, 15, 16, 40])),
      };
    });
  });
}

/** Steps that other rules need before this one's clock starts, or that this one has to precede. */
function around(dice: Dice, source: Cases, head: Draft, instants: Record<string, string>): Draft[] {
  const own = source.steps.map(({ step }) => step);
  const named = source.steps.flatMap(({ from, before }) => [from, before]).filter((name) => name !== undefined);
  const foreign = named.filter((name) => !own.includes(name) && !(name in head.fields) && name !== source.base);
  return foreign.flatMap((step): Draft[] => {
    if (dice.chance(10)) return [];
    const at = plusMinutes(instants[source.base]!, dice.pick([0, 30, 1440, 1440 * 20]));
    instants[step] ??= at;
    const fields = { step, done_at: at };
    return [
      {
        type: 'case_step',
        unit: head.unit,
        fields,
        evidence: ['receipt'],
        state: 'approved',
        submittedOn: at.slice(0, 10),
      },
    ];
  });
}

/** A case with its steps, found so long before a judged day that its limits lie around that day. */
export function history(
  dice: Dice,
  requirement: Requirement,
  source: Cases,
  unit: UnitFact,
  towns: readonly UnitFact[],
  judged: string,
  handling: Handling,
): History {
  const back = dice.pick([0, 1, 2, 5, 7, 8, 14, 15, 16, 29, 30, 31, 60, 61, 90, 120, 300, 364, 365, 366, 367, 400]);
  const found = `${plusDays(judged, -back)}T${dice.pick(['00:00', '08:00', '09:30', '23:30', '23:59'])}`;
  const where = asked(source.of.where, dice);
  const hotline = source.of.record === 'hotline_call';
  const reported = dice.chance(92) ? plusMinutes(found, dice.pick([0, 30, 1440])) : null;
  const instants: Record<string, string> = { found_at: found, received_at: found };
  if (reported !== null) instants['reported_at'] = reported;
  const fields: Record<string, FieldValue> = {
    ...where,
    town: unit.kind === 'bureau' ? dice.pick(towns).code : unit.code,
    [hotline ? 'received_at' : 'found_at']: found,
  };
  if (!hotline) fields['reported_at'] = reported;
  for (const step of source.steps)
    if (step.field !== undefined && step.field !== 'reported_at')
      fields[step.field] = dice.chance(handling.missing)
        ? null
        : after(dice, requirement, step, found, dice.chance(handling.late));
  if (source.outcomes !== undefined && dice.chance(handling === GOOD ? 100 : 85))
    fields['outcome'] = dice.chance(95) ? dice.pick(source.outcomes) : '查证不属实';
  instants[source.base] ??= found;
  const day = found.slice(0, 10);
  const head: Draft = {
    type: source.of.record,
    unit: unit.code,
    fields,
    evidence: ['ledger'],
    state: stateOf(dice, handling.waits / 3),
    submittedOn: plusDays(day, dice.pick([0, 0, 1, 20, 40])),
  };
  const steps = [
    ...around(dice, source, head, instants),
    ...round(dice, requirement, source, head, instants, handling),
  ];
  if (hotline) return { head, steps };
  const ended = [...Object.values(instants)].sort().at(-1)!;
  if (dice.chance(70)) fields['closed_at'] = plusMinutes(ended, dice.pick([0, 1, 1440]));
  if (!dice.chance(15)) return { head, steps };
  return { head, steps: [...steps, ...again(dice, requirement, source, head, fields, ended, handling)] };
}

/** The case is opened again: the last step is done once more, or not, and it is closed again, or not. */
function again(
  dice: Dice,
  requirement: Requirement,
  source: Cases,
  head: Draft,
  fields: Record<string, FieldValue>,
  ended: string,
  handling: Handling,
): Draft[] {
  const reopened = plusMinutes(ended, dice.pick([1, 1440, 1440 * 9, 1440 * 40]));
  const closed = fields['closed_at'];
  const first = typeof closed === 'string' && closed <= reopened ? closed : ended;
  fields['reopened_at'] = reopened;
  fields['first_closed_at'] = dice.chance(80) ? first : null;
  const last = source.steps.at(-1)!;
  const once = { ...source, steps: [{ ...last, from: source.base }] };
  const steps = round(dice, requirement, once, head, { [source.base]: reopened }, handling);
  const done = String(steps.at(-1)?.fields['done_at'] ?? reopened);
  fields['closed_at'] = dice.chance(60) ? plusMinutes(done, dice.pick([0, 1, 1440])) : dice.chance(50) ? first : null;
  return steps;
}

/** Histories for every rule about cases: a few of each, and for one of them so many that one late one may be eased. */
export function handledRecords(
  dice: Dice,
  layout: FactsLayout,
  requirements: readonly Requirement[],
  days: readonly string[],
): { readonly histories: History[]; readonly sheets: Draft[] } {
  const towns = layout.units.filter(({ kind }) => kind === 'town' || kind === 'street');
  const histories: History[] = [];
  const sheets: Draft[] = [];
  const many = dice.pick(requirements.filter(({ rule }) => rule.kind === 'every_case_handled'));
  for (const requirement of requirements) {
    if (requirement.rule.kind !== 'every_case_handled') continue;
    const { source } = requirement.rule;
    for (const unit of subjectUnits(layout, requirement.subjects)) {
      const handling = randomHandling(dice);
      if (source.type === 'statistic') {
        sheets.push(...monthlyNumbers(dice, source, unit, handling));
        continue;
      }
      const judged = dice.pick(days);
      const count = requirement === many ? dice.pick([9, 10, 11, 20]) : dice.pick([0, 1, 1, 2]);
      for (let one = 0; one < count; one += 1) {
        const late = one === 0 && requirement === many;
        const how = late ? { late: 100, missing: 0, waits: 0 } : requirement === many ? GOOD : handling;
        histories.push(
          history(dice, requirement, source, unit, towns, one > 0 && count > 3 ? judged : dice.pick(days), how),
        );
      }
    }
  }
  return { histories, sheets };
}
