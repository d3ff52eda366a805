import { requirementOf, type Entry } from './county.js';

/** Children without a guardian in the small county: cases that name a town, counts of the villages, sheets of the towns. */

/** None may stay open for more than seven days; villages confirm it each quarter, towns each month. */
export const none = requirementOf(
  {
    kind: 'no_open_cases',
    period: 'quarter',
    cases: { record: 'case', where: { register: { any: ['监护未落实'] } }, unitField: 'town' },
    statistic: { of: { record: 'child_stat' }, field: 'unguarded', foundOn: 'found_on', acceptedOn: 'accepted_on' },
    register: '监护未落实',
    confirmers: ['each_village', 'each_town'],
  },
  { subjects: ['county', 'each_town', 'each_village'], veto: true },
  { repair_days: 7, max_age_days: 92 },
);
export const stat = (
  unit: string,
  unguarded: number,
  quarter = '2026-Q3',
  more: Partial<Entry> = {},
  found_on?: string,
): Entry => ({
  type: 'child_stat',
  unit,
  fields: { quarter, unguarded, ...(found_on === undefined ? {} : { found_on }) },
  ...more,
});
export const sheet = (unit: string, month: string, more: Partial<Entry> = {}): Entry => ({
  type: 'zero_report',
  unit,
  fields: { statement: '零报告', month, registers: ['监护未落实'] },
  ...more,
});
export const open = (found_at: string, fields: Entry['fields'] = {}, more: Partial<Entry> = {}): Entry => ({
  type: 'case',
  unit: 'b1',
  fields: { register: '监护未落实', found_at, town: 't1', ...fields },
  ...more,
});
