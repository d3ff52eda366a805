import type { RecordType } from '../standard/index.js';
import type { UnitRow } from '../units/index.js';

export const REVIEWERS = ['town', 'bureau', 'office'] as const;
export type Reviewer = (typeof REVIEWERS)[number];

/** One step of a review: who has to look at the record, and their name on the screen. */
export interface ReviewStep {
  readonly reviewer: Reviewer;
  readonly label: string;
}

const OFFICE = '县政府办公室';

/** What reviewers are called today: a unit's town or street, and a bureau that is written with the name of its time. */
export interface ReviewerNames {
  townOf(unit: UnitRow): string;
  bureau(name: string): string;
}

/** The steps that a record of this type and unit goes through, in order (decision 15). */
export function reviewRoute(
  type: Pick<RecordType, 'review'>,
  unit: UnitRow,
  names: ReviewerNames,
): readonly ReviewStep[] {
  const reviewers = type.review.steps[unit.kind] ?? ['bureau'];
  return reviewers.map((reviewer) => ({ reviewer, label: labelOf(reviewer, type, unit, names) }));
}

function labelOf(
  reviewer: Reviewer,
  type: Pick<RecordType, 'review'>,
  unit: UnitRow,
  { townOf, bureau }: ReviewerNames,
): string {
  switch (reviewer) {
    case 'town':
      return townOf(unit);
    case 'bureau':
      return bureau(type.review.bureau);
    case 'office':
      return bureau(OFFICE);
  }
}
