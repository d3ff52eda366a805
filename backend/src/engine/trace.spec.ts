import type { Selection } from './rule.types.js';
import { LAYOUT, RECORD_TYPES, requirementOf, type Entry } from './testing/county.js';
import { everywhere, meeting, traced, yearly } from './testing/traced.js';

describe('the records that an explanation counts', () => {
  it('are named newest first, whatever days they are dated on', () => {
    expect(traced(yearly({}), [meeting('2026-05-01'), meeting('2026-09-01'), meeting('2026-02-01')])).toEqual([
      [3, 2, 1],
    ]);
  });
  it('lie in the year, its first and last day included, and not after the as-of day', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-11-24', '2026-11-25', '2026-12-31'].map((date) => meeting(date));
    expect(traced(yearly({}), days)).toEqual([[3, 2], '5 afterAsOf date', '4 afterAsOf date', '1 outsidePeriod date']);
    expect(traced(yearly({}), days, '2026-12-31')).toEqual([[5, 4, 3, 2], '1 outsidePeriod date']);
  });
  it('are not told of a type of record that the county does not keep', () => {
    expect(traced(yearly({ record: 'unheard_of' }), [meeting('2026-05-01')])).toEqual([[]]);
  });
  it('are told once where two papers are looked for among them', () => {
    const papers = requirementOf({
      kind: 'documents',
      period: 'calendar_year',
      mode: 'all',
      papers: [{ type: '机制', where: { head_role: { any: ['县长'] } } }, { type: '机制' }],
    });
    const paper = (head_role: string, more: Partial<Entry> = {}): Entry => ({
      type: 'document',
      evidence: ['minutes'],
      ...more,
      fields: { issue_date: '2026-05-01', doc_type: '机制', head_role },
    });
    expect(traced(papers, [paper('县长'), paper('其他'), paper('其他', { state: 'pending' })])).toEqual([
      [2, 1],
      '3 conditionNotMet head_role',
    ]);
  });
});

describe('why a record does not count', () => {
  const strict = yearly({
    where: { level: { any: ['县政府'] }, topics: { any: ['重大'] } },
    attachments: ['minutes'],
  });
  const told = (more: Partial<Entry>, fields: Entry['fields'] = { topics: ['重大'] }) =>
    traced(strict, [meeting('2026-05-01', more, fields)]).slice(1);
  it('is its review, its file or the condition that it does not meet', () => {
    expect(told({})).toEqual([]);
    expect(told({ state: 'pending' })).toEqual(['1 waitingForReview null']);
    expect(told({ state: 'returned' })).toEqual(['1 returned null']);
    expect(told({ evidence: ['signin'] })).toEqual(['1 evidenceMissing null']);
    expect(told({}, { topics: ['个案'] })).toEqual(['1 conditionNotMet topics']);
    expect(told({}, {})).toEqual(['1 conditionNotMet topics']);
  });
  it('is the first thing that stands in its way', () => {
    expect(told({ state: 'pending', evidence: [] }, { topics: ['个案'] })).toEqual(['1 conditionNotMet topics']);
    expect(told({ state: 'pending', evidence: [] })).toEqual(['1 evidenceMissing null']);
    expect(traced(strict, [meeting('2026-12-01', { evidence: [] })]).slice(1)).toEqual(['1 afterAsOf date']);
    expect(traced(strict, [meeting('2026-11-24', { evidence: [] })]).slice(1)).toEqual(['1 conditionNotMet topics']);
  });
  it('is not told of what was withdrawn', () => {
    expect(told({ state: 'withdrawn' })).toEqual([]);
  });
  it('is not told of another kind of record, but of one that does not say what kind it is', () => {
    const kinds = {
      ...LAYOUT,
      recordTypes: RECORD_TYPES.map((type) => (type.id === 'meeting' ? { ...type, kindField: 'topics' } : type)),
    };
    const ofKind = (topics: string[], level = '县政府') =>
      traced(strict, [meeting('2026-05-01', {}, { topics, level })], '2026-11-24', 'c', kinds).slice(1);
    expect(ofKind(['个案'])).toEqual([]);
    expect(ofKind(['个案'], '镇街')).toEqual([]);
    expect(ofKind([])).toEqual(['1 conditionNotMet topics']);
    expect(ofKind(['重大'], '镇街')).toEqual(['1 conditionNotMet level']);
  });
  it('is told of a record whose first condition is not about its kind', () => {
    const dedicated = yearly({ record: 'staff', where: { dedicated: { is: true } } });
    const staff: Entry = { type: 'staff', fields: { start_on: '2026-05-01', dedicated: false } };
    expect(traced(dedicated, [staff])).toEqual([[], '1 conditionNotMet dedicated']);
    const before: Entry = { type: 'staff', fields: { start_on: '2025-12-01', dedicated: false } };
    expect(traced(dedicated, [before])).toEqual([[], '1 outsidePeriod start_on']);
  });
});

describe('a record of another sort', () => {
  const rule = yearly({ where: { level: { any: ['县政府'] }, topics: { any: ['重大'] } }, attachments: ['minutes'] });
  const other = (date: string, topics: string[] = ['重大'], more: Partial<Entry> = {}) =>
    meeting(date, more, { level: '镇街', topics });
  const named = (...entries: readonly Entry[]) => traced(rule, entries).slice(1);
  it('is named with the first condition that it does not meet, also while it waits or lacks its file', () => {
    expect(named(other('2026-05-01'))).toEqual(['1 conditionNotMet level']);
    expect(named(other('2026-05-01', [], { state: 'pending', evidence: [] }))).toEqual(['1 conditionNotMet level']);
    expect(named(meeting('2026-05-01', {}, { level: null }))).toEqual(['1 conditionNotMet level']);
  });
  it('is not named outside the period or after the as-of day', () => {
    expect(named(other('2025-12-31'), other('2026-11-25'))).toEqual([]);
    expect(named(other('2026-01-01'), other('2026-11-24'))).toEqual([
      '2 conditionNotMet level',
      '1 conditionNotMet level',
    ]);
  });
  it('is one on another topic too, where the topic is asked first', () => {
    const entries = [other('2025-12-31', ['个案']), other('2026-01-01', ['个案']), other('2025-12-31', [])];
    const told = ['3 outsidePeriod date', '2 conditionNotMet topics'];
    expect(traced(yearly({ where: { topics: { any: ['重大'] } } }), entries).slice(1)).toEqual(told);
  });
  it('is one of five at most: those that fail the fewest conditions, and of these the latest', () => {
    const days = ['2026-02-01', '2026-06-01', '2026-03-01', '2026-05-01', '2026-04-01'];
    const both = [other('2026-11-01', ['个案']), other('2026-11-02', ['个案'])];
    const one = days.map((date) => other(date));
    const numbers = (...entries: readonly Entry[]) =>
      named(...entries).map((told) => Number(String(told).split(' ')[0]));
    expect(numbers(...both, ...one)).toEqual([7, 6, 5, 4, 3]);
    expect(numbers(...both, ...one.slice(1))).toEqual([6, 5, 4, 3, 2]);
    expect(numbers(other('2026-01-31'), ...one)).toEqual([6, 5, 4, 3, 2]);
    expect(numbers(...one, other('2026-01-31'))).toEqual([5, 4, 3, 2, 1]);
  });
  it('is named by what the first of two conditions asks, where it is of another sort for both', () => {
    const numerator = { count: { record: 'meeting', where: { level: { any: ['县政府'] } } } };
    const denominator = { count: { record: 'meeting', where: { topics: { any: ['重要'] } } } };
    const of = { type: 'ratio', numerator, denominator } as const;
    const share = requirementOf({ kind: 'coverage', period: 'calendar_year', of });
    expect(traced(share, [other('2026-05-01')])).toEqual([[], '1 conditionNotMet level']);
  });
  it('takes no place of the records of the right sort', () => {
    const lacking = Array.from({ length: 6 }, () => meeting('2026-05-01', { evidence: [] }, { topics: ['重大'] }));
    expect(named(...lacking, other('2026-05-01'))).toHaveLength(7);
  });
  it('is the right one where another condition of the rule asks for it', () => {
    const papers = requirementOf({
      kind: 'documents',
      period: 'calendar_year',
      mode: 'all',
      papers: [{ type: '机制' }, { type: '分工' }],
    });
    const waits: Entry = { type: 'document', state: 'pending', fields: { issue_date: '2026-05-01', doc_type: '分工' } };
    expect(traced(papers, [waits])).toEqual([[], '1 evidenceMissing null']);
  });
});

describe('a record outside the period', () => {
  /** 2026 is judged after its end, short. */
  const near = (...dates: readonly string[]) =>
    traced(
      yearly({}),
      dates.map((date) => meeting(date)),
      '2027-05-01',
    );
  it('is told of up to 92 days before and after', () => {
    expect(near('2025-09-30', '2025-10-01')).toEqual([[], '2 outsidePeriod date']);
    expect(near('2027-04-02', '2027-04-03')).toEqual([[], '1 outsidePeriod date']);
  });
  it('is told of where a statistic reaches over the edge, counted only as a whole', () => {
    const sheets = (period: 'rolling_12_months' | 'quarter', ...quarters: readonly string[]) =>
      traced(
        yearly({ record: 'child_stat' }, { period }),
        quarters.map((quarter): Entry => ({ type: 'child_stat', fields: { quarter }, submittedOn: '2025-12-20' })),
      );
    expect(sheets('rolling_12_months', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1')).toEqual([
      [4],
      '3 outsidePeriod quarter',
      '2 outsidePeriod quarter',
    ]);
    expect(sheets('quarter', '2026-Q2', '2026-Q3', '2026-Q4')).toEqual([
      [2],
      '3 outsidePeriod quarter',
      '1 outsidePeriod quarter',
    ]);
  });
  it('is told of where a month is handed in for a quarter', () => {
    const value = (period: string): Entry => ({
      type: 'indicator_value',
      fields: { period },
      submittedOn: '2026-11-20',
    });
    const quarterly = yearly({ record: 'indicator_value' }, { period: 'quarter' });
    const sheets = [value('2026-08'), value('2026-Q3'), value('2026-07'), value('2026-09')];
    const others = ['4 outsidePeriod period', '3 outsidePeriod period', '1 outsidePeriod period'];
    expect(traced(quarterly, sheets)).toEqual([[2], ...others]);
  });
  it('is told of where a quarter is left, but not of events inside it', () => {
    const quarterly = yearly({}, { period: 'quarter' });
    const days = ['2026-06-30', '2026-07-01', '2026-08-15', '2026-09-30', '2026-10-01'];
    expect(
      traced(
        quarterly,
        days.map((date) => meeting(date)),
      ),
    ).toEqual([[4, 3, 2], '5 outsidePeriod date', '1 outsidePeriod date']);
  });
});

describe('a standing record', () => {
  const posts = (people: Partial<Selection> = {}) =>
    requirementOf({ kind: 'staffing', period: 'standing', people: { record: 'staff', ...people } }, everywhere, {
      min: 9,
    });
  const staff = (fields: Entry['fields']): Entry => ({ type: 'staff', fields });
  const from = { start_on: '2026-05-01' };
  it('counts from its first to its last day', () => {
    const all = [
      staff({ start_on: '2026-11-24' }),
      staff({ ...from, end_on: '2026-11-24' }),
      staff({ ...from, end_on: '2026-11-23' }),
      staff({ start_on: '2026-11-25' }),
    ];
    expect(traced(posts(), all)).toEqual([[2, 1], '4 afterAsOf start_on', '3 notInForce end_on']);
    expect(traced(posts(), [])).toEqual([[]]);
  });
  it('names the day that ended it: its own, or that of its contract', () => {
    const told = (end_on: string | null, contract_to: string | null) =>
      traced(posts({ alsoUntil: 'contract_to' }), [staff({ ...from, end_on, contract_to })]);
    expect(told(null, '2026-08-01')).toEqual([[], '1 notInForce contract_to']);
    expect(told('2026-09-01', '2026-08-01')).toEqual([[], '1 notInForce contract_to']);
    expect(told('2026-07-01', '2026-08-01')).toEqual([[], '1 notInForce end_on']);
    expect(told('2026-07-01', null)).toEqual([[], '1 notInForce end_on']);
    expect(told('2026-12-01', '2026-11-24')).toEqual([[1]]);
    const late = staff({ start_on: '2026-11-24', end_on: '2026-11-01' });
    expect(traced(posts(), [late])).toEqual([[], '1 notInForce end_on']);
  });
  it('names the day it began where the last day of a closed year was before it', () => {
    const of = { type: 'ratio', numerator: { count: { record: 'staff' } }, denominator: { number: 'min' } } as const;
    const covered = requirementOf(
      { kind: 'coverage', period: 'calendar_year', of },
      {},
      { min: 9, target: 100, yellow: 90 },
    );
    const told = traced(covered, [staff({ start_on: '2026-12-31' }), staff({ start_on: '2027-01-01' })], '2027-02-01');
    expect(told).toEqual([[1], '2 notInForce start_on']);
  });
  it('at a home counts from the day on which the home opened', () => {
    const opened: Entry = {
      type: 'facility',
      unit: 'v1',
      fields: { opened_on: '2026-06-01', facility_type: '儿童之家' },
      id: 7,
    };
    const keeper: Entry = { type: 'staff', unit: 'v1', fields: { ...from, home: 7 }, id: 8 };
    const counted = (asOf: string) => traced(posts({ from: 'home' }), [opened, keeper], asOf, 'v1');
    expect([counted('2026-05-31'), counted('2026-06-01')]).toEqual([[[]], [[8]]]);
    const of = {
      type: 'ratio',
      numerator: { count: { record: 'staff', from: 'home' } },
      denominator: { number: 'min' },
    } as const;
    const covered = requirementOf({ kind: 'coverage', period: 'calendar_year', of }, everywhere, { min: 1 });
    const later = { ...opened, fields: { ...opened.fields, opened_on: '2027-01-05' } };
    expect(traced(covered, [later, keeper], '2027-02-01', 'v1')).toEqual([[]]);
    expect(traced(covered, [opened, keeper], '2027-02-01', 'v1')).toEqual([[8]]);
  });
});
