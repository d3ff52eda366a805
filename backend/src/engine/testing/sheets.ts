import type { CoverageOf } from '../rule.types.js';
import { requirementOf, type Entry } from './county.js';

/** Shares that the villages of the small county report on their quarterly sheets. */

/** All of them are wanted, 90 % tolerated. */
export const quarterly = (of: CoverageOf, subjects: 'each_village' | 'each_town' | 'county' = 'each_village') =>
  requirementOf({ kind: 'coverage', period: 'quarter', of }, { subjects: [subjects] }, { target: 100, yellow: 90 });
/** So many done of all, or nobody to be done. */
export const typed = {
  type: 'reported',
  of: { record: 'child_stat' },
  numerator: 'done',
  denominator: 'all',
  zeroFlag: 'none',
} as const satisfies CoverageOf;
export const sheet = (
  done: number,
  all: number,
  more: Entry['fields'] = {},
  unit = 'v1',
  quarter = '2026-Q3',
): Entry => ({
  type: 'child_stat',
  unit,
  fields: { quarter, done, all, ...more },
});
