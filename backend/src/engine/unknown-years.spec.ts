import { contextOf, explained, requirementOf } from './testing/county.js';
import type { Requirement, Rule } from './rule.types.js';

const cases: Rule = {
  kind: 'every_case_handled',
  period: 'month',
  register: '强制报告',
  source: { type: 'cases', of: { record: 'case' }, base: 'found_at', steps: [{ step: '报告' }] },
};
const weekly: Rule = {
  kind: 'frequency_coverage',
  period: 'iso_week',
  count: { record: 'activity', from: 'home' },
  exempt: 'spring_festival',
};
const yearly: Rule = { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } };
const years = (rule: Rule, asOf: string, more: Partial<Requirement> = {}) =>
  explained(
    requirementOf(rule, { subjects: ['each_village'], ...more }, { min: 1, window_weeks: 4, min_per_week: 2 }),
    [],
    contextOf(asOf),
    'v1',
  )?.unknownYears;

describe('years without known days off', () => {
  it('are named where the deadlines of cases and their sheets reach into them', () => {
    expect(years(cases, '2026-11-24')).toEqual([]);
    expect(years(cases, '2027-01-05')).toEqual([2027]);
  });
  it('are named where a week may be exempt, unless nothing is', () => {
    const numbers = { catch_up_days: 7, target: 100, yellow: 75, window_weeks: 4, min_per_week: 2 };
    const told = (rule: Rule, asOf: string) =>
      explained(requirementOf(rule, { subjects: ['each_village'] }, numbers), [], contextOf(asOf), 'v1')?.unknownYears;
    expect(told(weekly, '2026-11-24')).toEqual([]);
    expect(told(weekly, '2027-02-24')).toEqual([2027]);
    expect(told({ ...weekly, exempt: 'none' }, '2027-02-24')).toEqual([]);
  });
  it('are named where a sheet is due some workdays after its period', () => {
    const reporting = { type: 'workdaysAfter', days: 5 } as const;
    expect(years(yearly, '2026-11-24', { reporting })).toEqual([2027]);
    expect(years(yearly, '2027-01-05')).toEqual([]);
  });
});
