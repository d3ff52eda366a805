import type { Rule } from '../rule.types.js';
import { requirementOf, type Entry } from './county.js';

/** Values of the small county's 县民政局, held against a line, their own past or published averages. */

export type CompareRule = Extract<Rule, { readonly kind: 'value_compare' }>;

/** The county's value of a year, due on 31 March after it. */
export const compare = (rule: Partial<CompareRule>, numbers: Record<string, number> = {}) =>
  requirementOf(
    {
      kind: 'value_compare',
      period: 'calendar_year',
      of: { record: 'indicator_value', where: { level: { any: ['本县'] } } },
      as: 'value',
      compare: 'atLeast',
      reference: { type: 'number', number: 'line' },
      ...rule,
    },
    { subjects: ['bureau:县民政局'], reporting: { type: 'monthDay', month: 3, day: 31 } },
    numbers,
  );
export const value = (fields: Entry['fields'], unit = 'b1'): Entry => ({
  type: 'indicator_value',
  unit,
  fields: { level: '本县', period: '2026', ...fields },
});
