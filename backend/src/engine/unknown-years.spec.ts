import { contextOf, explained, requirementOf, type Entry } from './testing/county.js';
import type { Requirement, Rule } from './rule.types.js';

const cases: Rule = {
  kind: 'every_case_handled',
  period: 'month',
  register: '强制报告',
  source: {
    type: 'cases',
    of: { record: 'case' },
    base: 'found_at',
    steps: [{ step: '报告', within: { number: 'limit', unit: 'workdays' } }],
  },
};
const weekly: Rule = {
  kind: 'frequency_coverage',
  period: 'iso_week',
  count: { record: 'activity', from: 'home' },
  exempt: 'spring_festival',
};
const incidents: Rule = {
  kind: 'incident_free_window',
  period: 'month',
  incidents: { record: 'incident' },
  register: '极端事件',
  reporters: ['each_village'],
};
const openCases: Rule = {
  kind: 'no_open_cases',
  period: 'quarter',
  cases: { record: 'case' },
  statistic: { of: { record: 'child_stat' }, field: 'unguarded', foundOn: 'found_on' },
  register: '监护未落实',
  confirmers: ['each_village'],
};
const NUMBERS = { min: 1, window_weeks: 4, min_per_week: 2, catch_up_days: 7, target: 100, yellow: 75, limit: 10 };
const MORE = { window_years: 2, max_age_days: 92, repair_days: 30 };

/** Days off are known for the years given (2026); the campaign starts on 1 March 2026 unless said otherwise. */
const years = (
  rule: Rule,
  asOf: string,
  { start = '2026-03-01', known = [2026] as readonly number[], entries = [] as readonly Entry[], ...more } = {},
  extra: Partial<Requirement> = {},
) => {
  const context = contextOf(asOf, start);
  const calendar = { ...context.calendar, years: new Set(known) };
  const requirement = requirementOf(rule, { subjects: ['each_village'], ...extra }, { ...NUMBERS, ...MORE, ...more });
  return explained(requirement, entries, { ...context, calendar }, 'v1')?.unknownYears;
};

describe('years without known days off', () => {
  it('are named where the limits of cases and the sheets of their months reach into them', () => {
    expect(years(cases, '2026-11-24')).toEqual([]);
    expect(years(cases, '2027-01-05')).toEqual([2027]);
    expect(years(cases, '2027-01-05', { known: [] })).toEqual([2026, 2027]);
  });
  it('reach back over the twelve months in which cases are judged, not before the campaign', () => {
    expect(years(cases, '2026-11-24', { start: '2024-03-01' })).toEqual([2025]);
    expect(years(cases, '2027-01-05', { start: '2024-03-01' })).toEqual([2027]);
    expect(years(cases, '2026-12-31', { start: '2024-03-01' })).toEqual([]);
  });
  it('are named where the limit of an open case lies in the year to come', () => {
    const open = (found_at: string): Entry => ({
      type: 'case',
      unit: 'v1',
      fields: { found_at, register: '强制报告' },
      submittedOn: found_at.slice(0, 10),
    });
    expect(years(cases, '2026-12-30', { entries: [open('2026-12-28T08:00')] })).toEqual([2027]);
    expect(years(cases, '2026-12-16', { entries: [open('2026-12-15T08:00')] })).toEqual([]);
  });
  it('are named where a week may be exempt, unless nothing is', () => {
    expect(years(weekly, '2026-11-24')).toEqual([]);
    expect(years(weekly, '2027-02-24')).toEqual([2027]);
    expect(years(weekly, '2027-01-12')).toEqual([2027]);
    expect(years(weekly, '2027-01-12', { known: [2027] })).toEqual([2026]);
    expect(years(weekly, '2027-01-03')).toEqual([]);
    expect(years({ ...weekly, exempt: 'none' }, '2027-02-24')).toEqual([]);
  });
  it('are named since the campaign where months without an incident are proved by sheets', () => {
    expect(years(incidents, '2026-11-24')).toEqual([]);
    expect(years(incidents, '2026-11-24', { start: '2024-12-31' })).toEqual([2024, 2025]);
    expect(years(incidents, '2027-01-01')).toEqual([2027]);
  });
  it('are named over the last four months where open cases are confirmed to be none', () => {
    expect(years(openCases, '2026-11-24', { start: '2024-12-31' })).toEqual([]);
    expect(years(openCases, '2026-04-30', { start: '2024-12-31' })).toEqual([2025]);
    expect(years(openCases, '2026-05-01', { start: '2024-12-31' })).toEqual([]);
    expect(years(openCases, '2026-04-30')).toEqual([]);
    expect(years(openCases, '2027-01-01')).toEqual([2027]);
  });
});

describe('years without known days off after the end of a period', () => {
  const counted = (period: 'calendar_year' | 'month' | 'iso_week'): Rule => ({
    kind: 'count_per_period',
    period,
    count: { record: 'meeting' },
  });
  const within = (days: number): Partial<Requirement> => ({ reporting: { type: 'workdaysAfter', days } });
  it('are named where the sheet is due some workdays after it', () => {
    expect(years(counted('calendar_year'), '2026-11-24', {}, within(5))).toEqual([2027]);
    expect(years(counted('calendar_year'), '2026-11-24', { known: [2027] }, within(5))).toEqual([]);
    expect(years(counted('month'), '2026-11-24', {}, within(5))).toEqual([]);
    expect(years(counted('month'), '2026-12-20', {}, within(25))).toEqual([2027]);
    expect(years(counted('month'), '2026-12-20', { known: [2027] }, within(25))).toEqual([2026]);
  });
  it('are not asked for where the sheet is due on a day that is given', () => {
    expect(years(counted('calendar_year'), '2027-01-05')).toEqual([]);
    const onDay = { reporting: { type: 'monthDay', month: 3, day: 31 } } as const;
    expect(years(counted('calendar_year'), '2027-01-05', {}, onDay)).toEqual([]);
  });
  it('are not asked for by a standing duty, which has no period', () => {
    const posts: Rule = { kind: 'staffing', period: 'standing', people: { record: 'staff' } };
    expect(years(posts, '2026-11-24', { known: [] }, within(5))).toEqual([]);
  });
  it('are named from the day after its end where nothing is due any more', () => {
    const done: Entry = { type: 'meeting', unit: 'v1', fields: { date: '2026-12-28' } };
    expect(years(counted('calendar_year'), '2026-12-30', { entries: [done] }, within(1))).toEqual([2027]);
    expect(years(counted('iso_week'), '2026-12-30', { entries: [done], known: [2026] }, within(1))).toEqual([2027]);
  });
});
