import type { FactsLayout, RecordFact, Requirement } from '../../src/engine/index.js';
import type { Dice } from './dice.js';
import { valueRecords } from './value-records.js';

/** Histories aimed at the kinds that look at cases, sheets, incidents and values. */
export function caseRecords(
  dice: Dice,
  layout: FactsLayout,
  requirements: readonly Requirement[],
  firstId: number,
): RecordFact[] {
  const drafts = valueRecords(dice, layout, requirements);
  return drafts.map((draft, index) => ({
    ...draft,
    id: firstId + index,
    approvedOn: draft.state === 'approved' ? draft.submittedOn : null,
  }));
}
