import type { FactsLayout, RecordFact, Requirement } from '../../src/engine/index.js';
import type { Dice } from './dice.js';
import { handledRecords, type History } from './handled-records.js';
import { valueRecords, type Draft } from './value-records.js';
import { childStats, incidents, randomHabit, sheets, vetoCases } from './veto-records.js';

/** Kinds whose records weigh so much that random ones would leave nothing but one outcome. */
const LOUD = ['incident', 'case', 'case_step', 'hotline_call', 'zero_report'];

/**
 * Random records, and with them histories aimed at the kinds that look at cases, sheets, incidents and values, around the
 * days that are judged. Half of the counties are quiet: of what weighs much they have the aimed histories only.
 */
export function withHistories(
  dice: Dice,
  others: readonly RecordFact[],
  layout: FactsLayout,
  requirements: readonly Requirement[],
  start: string,
  days: readonly string[],
): RecordFact[] {
  const quiet = dice.chance(50);
  const kept = quiet ? others.filter(({ type }) => !LOUD.includes(type)).map(withoutOpen) : others;
  const asked = (kind: string) => requirements.some(({ rule }) => rule.kind === kind);
  const drafts = valueRecords(dice, layout, requirements);
  const habit = randomHabit(dice);
  const open = dice.pick([0, 0, 1, 6]);
  const villages = layout.units.filter(({ kind }) => kind === 'village' || kind === 'community');
  const reporting = layout.units.filter(({ kind }) => kind === 'town' || kind === 'street' || kind === 'bureau');
  if (asked('no_open_cases') || asked('incident_free_window') || asked('every_case_handled'))
    drafts.push(...reporting.flatMap((unit) => sheets(dice, unit, start, habit)));
  if (asked('incident_free_window')) drafts.push(...incidents(dice, layout, days));
  if (asked('no_open_cases')) {
    drafts.push(...vetoCases(dice, layout, days));
    drafts.push(...villages.flatMap((village) => childStats(dice, village, habit, open)));
  }
  const { histories, sheets: numbers } = asked('every_case_handled')
    ? handledRecords(dice, layout, requirements, days)
    : { histories: [], sheets: [] };
  drafts.push(...numbers);
  // Nobody writes before the first day of a unit, or after its last.
  const written = drafts.filter(({ unit: code, submittedOn }) => {
    const { from, to } = layout.units.find((unit) => unit.code === code)!;
    return (from === undefined || from <= submittedOn) && (to === undefined || submittedOn <= to);
  });
  const aimed = numbered(written, others.length + 1);
  return [...kept, ...aimed, ...linked(histories, others.length + aimed.length + 1)];
}

/** A sheet of children that leaves out who is without guardian or registration. */
const withoutOpen = (record: RecordFact): RecordFact =>
  record.type === 'child_stat'
    ? { ...record, fields: { ...record.fields, unguarded: null, unregistered_left_behind: null } }
    : record;

/** Cases with their steps, which point at them. */
function linked(histories: readonly History[], firstId: number): RecordFact[] {
  const found: RecordFact[] = [];
  for (const { head, steps } of histories) {
    const id = firstId + found.length;
    found.push(...numbered([head], id));
    found.push(...numbered(steps, id + 1).map((step) => ({ ...step, fields: { ...step.fields, case: id } })));
  }
  return found;
}

function numbered(drafts: readonly Draft[], firstId: number): RecordFact[] {
  return drafts.map((draft, index) => ({
    ...draft,
    id: firstId + index,
    approvedOn: draft.state === 'approved' ? draft.submittedOn : null,
  }));
}
