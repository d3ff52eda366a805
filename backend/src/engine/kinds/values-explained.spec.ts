import { contextOf, explained, judged, requirementOf, said, type Entry } from '../testing/county.js';
import { told } from '../testing/changing-county.js';
import { compare, value } from '../testing/values.js';

const decided = contextOf('2027-04-11');
const waits = { state: 'pending', submittedOn: '2027-04-01' } as const;
const ofProvince = { compare: 'atMost', reference: { type: 'benchmarks', levels: ['省'], mode: 'all' } } as const;

describe('values that wait for review', () => {
  const line = compare({}, { line: 70 });
  const both = compare({ categories: ['甲', '乙'] }, { line: 70 });
  it('say something, so that what they show as short is short and not silence', () => {
    expect(said(line, [{ ...value({ value: 90 }), ...waits }], decided, 'b1')).toBe('atRisk waitingForReview');
    expect(said(line, [{ ...value({ value: 60 }), ...waits }], decided, 'b1')).toBe('unmet short');
    expect(judged({ ...line, cap: 'atRisk' }, [], decided, 'b1')?.outcome).toBe('noData');
    expect(judged({ ...line, cap: 'atRisk' }, [{ ...value({ value: 60 }), ...waits }], decided, 'b1')?.outcome).toBe(
      'atRisk',
    );
  });
  it('speak for their own category only', () => {
    const second = { ...value({ category: '乙', value: 60 }), ...waits };
    expect(judged(both, [second], decided, 'b1')).toMatchObject({ reason: 'nothingReported', part: 0 });
  });
  it('may say that there are no such children', () => {
    expect(said(line, [{ ...value({ none_eligible: true }), ...waits }], decided, 'b1')).toBe(
      'atRisk waitingForReview',
    );
    expect(explained(line, [value({ none_eligible: true })], decided, 'b1')?.other?.reason).toBe('noSubjectChildren');
  });
});

describe('the time of a value', () => {
  const line = compare({}, { line: 70 });
  const early = { ...value({ value: 80 }), submittedOn: '2026-11-20' };
  it('is known only from the day on which it was handed in', () => {
    const on = (submittedOn: string) => said(line, [{ ...early, submittedOn }], contextOf('2026-11-24'), 'b1');
    expect(on('2026-11-24')).toBe('met fulfilled');
    expect(on('2026-11-25')).toBe('notDue nothingYet');
  });
  it('says nothing of a year before the campaign, though values of it were entered', () => {
    const of2025 = value({ value: 80, period: '2025' });
    const told = explained(line, [of2025, early], contextOf('2026-11-24'), 'b1');
    expect(told?.verdict).toMatchObject({ outcome: 'met', measured: 80, part: null });
    expect(told?.other).toMatchObject({ outcome: 'notApplicable', reason: 'beforeStart', measured: null });
  });
  it('may be the twelve months up to the day, which have no period before them', () => {
    const rolling = requirementOf(
      {
        kind: 'value_compare',
        period: 'rolling_12_months',
        of: { record: 'indicator_value' },
        as: 'value',
        compare: 'atLeast',
        reference: { type: 'number', number: 'line' },
      },
      { subjects: ['bureau:县民政局'] },
      { line: 70 },
    );
    const told = (period: string) => explained(rolling, [value({ value: 80, period })], contextOf('2027-03-24'), 'b1');
    expect(told('2026')).toMatchObject({ verdict: { outcome: 'unmet' }, other: null, counted: [] });
    expect(told('2026-Q4')).toMatchObject({ verdict: { outcome: 'met' }, other: null, counted: [1], parts: [] });
  });
});

describe('what is told of values', () => {
  it('is the period that decided: the running year or the one before', () => {
    const line = compare({}, { line: 70 });
    const early = (number: number, period: string, submittedOn: string) => ({
      ...value({ value: number, period }),
      submittedOn,
    });
    const running = explained(line, [early(80, '2026', '2026-11-20')], contextOf('2026-11-24'), 'b1');
    expect(running).toMatchObject({ verdict: { outcome: 'met' }, counted: [1], missing: [], parts: [] });
    const years = [value({ value: 60 }), early(80, '2027', '2027-11-20')];
    expect(explained(line, years, contextOf('2027-11-24'), 'b1')).toMatchObject({
      verdict: { outcome: 'unmet' },
      counted: [1],
    });
    expect(explained(line, years.slice(1), contextOf('2028-03-24'), 'b1')?.counted).toEqual([1]);
    const good = [value({ value: 80 }), early(90, '2027', '2027-11-20')];
    expect(explained(line, good, contextOf('2027-11-24'), 'b1')?.counted).toEqual([2]);
  });
  it('is each category with its value and its line, and which of them is missing', () => {
    const three = compare({ categories: ['甲', '乙'] }, { line: 70 });
    const first = value({ category: '甲', value: 80 });
    expect(explained(three, [first], decided, 'b1')).toMatchObject({
      missing: ['乙'],
      parts: [
        { label: '甲', outcome: 'met', measured: 80, of: 70 },
        { label: '乙', outcome: 'unmet', measured: null, of: null },
      ],
    });
    const second = { ...value({ category: '乙', value: 90 }), ...waits };
    expect(explained(three, [first, second], decided, 'b1')?.parts).toEqual([
      { label: '甲', outcome: 'met', measured: 80, of: 70 },
      { label: '乙', outcome: 'atRisk', measured: null, of: null },
    ]);
    const short = value({ category: '乙', value: 60 });
    expect(explained(three, [first, short], decided, 'b1')).toMatchObject({
      missing: [],
      parts: [{ outcome: 'met' }, { label: '乙', outcome: 'unmet', measured: 60, of: 70 }],
    });
  });
  it('is each category against its own averages, older ones among them', () => {
    const rate = compare({ ...ofProvince, categories: ['甲', '乙'] });
    const entries = [
      value({ category: '甲', value: 0.3 }),
      value({ category: '乙', value: 0.3 }),
      value({ category: '甲', level: '省', value: 0.5 }, 'b2'),
      value({ category: '乙', level: '省', value: 0.4, period: '2025' }, 'b2'),
    ];
    expect(explained(rate, entries, decided, 'b1')?.parts).toEqual([
      { label: '甲', outcome: 'met', measured: 0.3, of: 0.5 },
      { label: '乙', outcome: 'atRisk', measured: 0.3, of: 0.4 },
    ]);
  });
  it('names an average that only waits as missing, by its year or school year', () => {
    const rate = compare(ofProvince);
    const average = { ...value({ level: '省', value: 0.5 }, 'b2'), ...waits };
    expect(explained(rate, [value({ value: 0.3 }), average], decided, 'b1')?.missing).toEqual(['省 2026']);
    const ofSchool = compare({ ...ofProvince, period: 'school_year' });
    expect(explained(ofSchool, [], decided, 'b1')?.missing).toEqual(['省 2025-2026']);
    const growth = compare({ reference: { type: 'previousPeriod' } });
    expect(explained(growth, [value({ value: 0.3 })], decided, 'b1')?.missing).toEqual([]);
  });
  it('carries over the newest average that has a number', () => {
    const rate = compare(ofProvince);
    const of = (period: string, number: number | null) => value({ level: '省', value: number, period }, 'b2');
    const own = value({ value: 0.3 });
    const against = (...older: readonly Entry[]) => judged(rate, [...older, own], decided, 'b1');
    expect(against(of('2025', null))).toMatchObject({ reason: 'benchmarkMissing', required: null });
    expect(against(of('2025', null), of('2025', null))).toMatchObject({ reason: 'benchmarkMissing' });
    const ofCity = value({ level: '市', value: null }, 'b2');
    const last = judged(rate, [of('2025', 0.5), own, ofCity], decided, 'b1');
    expect(last).toMatchObject({ reason: 'benchmarkStale', required: 0.5 });
    const lag = { ...decided.parameters, benchmark_max_lag_years: { '2018-01-01': 2 } };
    const ofTwoYears = (...older: readonly Entry[]) =>
      judged(rate, [...older, own], { ...decided, parameters: lag }, 'b1')?.required;
    expect(ofTwoYears(of('2024', 0.4), of('2025', null))).toBe(0.4);
    expect(ofTwoYears(of('2024', 0.4))).toBe(0.4);
    expect(ofTwoYears(of('2024', 0.4), of('2025', 0.5))).toBe(0.5);
    expect(against(of('2024', 0.4), of('2025', 0.5))).toMatchObject({ reason: 'benchmarkStale', required: 0.5 });
  });
});

describe('values of merged villages', () => {
  const growth = compare({ compare: 'above', reference: { type: 'previousPeriod' } }).rule;
  const line = compare({ categories: ['甲', '乙'] }).rule;
  const more = { subjects: ['each_village'], reporting: { type: 'monthDay', month: 3, day: 31 } } as const;
  const village = (unit: string, number: number, submittedOn: string, fields: Entry['fields'] = {}): Entry => ({
    ...value({ value: number, category: '甲', ...fields }, unit),
    submittedOn,
  });
  const merged = (entries: readonly Entry[], rule = line) =>
    told(rule, { line: 70 }, entries, '2026-11-24', 'v9', undefined, more);
  const ofSecond = (unit: string) => village(unit, 90, '2026-05-02', { category: '乙' });
  it('are the newest of those that were merged, until the new village has its own', () => {
    const [first, second] = [village('v1', 75, '2026-05-02'), village('v2', 80, '2026-06-02')];
    for (const both of [
      [first, second],
      [second, first],
    ])
      expect(merged([...both, ofSecond('v1')])).toBe('met fulfilled 80');
    const turned = [village('v1', 75, '2026-06-02'), village('v2', 80, '2026-05-02')];
    expect(merged([...turned, ofSecond('v2')])).toBe('met fulfilled 75');
    const own = village('v9', 72, '2026-09-02');
    expect(merged([own, first, second, ofSecond('v2')])).toBe('met fulfilled 72');
    const late = village('v1', 75, '2026-10-02');
    expect(merged([own, late, ofSecond('v2')])).toBe('met fulfilled 72');
    const [quarter, next] = [village('v1', 75, '2026-06-02', { period: '2026-Q1' }), village('v2', 80, '2026-05-02')];
    expect(merged([next, quarter, ofSecond('v2')])).toBe('met fulfilled 80');
    expect(merged([first])).toBe('notDue nothingYet null');
  });
  it('are, of those handed in on one day, the one with the higher number', () => {
    const [first, second] = [village('v1', 75, '2026-05-02'), village('v2', 80, '2026-05-02')];
    expect(merged([first, second, ofSecond('v1')])).toBe('met fulfilled 80');
    expect(merged([second, first, ofSecond('v1')])).toBe('met fulfilled 75');
    const [last, over] = [village('v1', 75, '2027-03-02'), village('v2', 80, '2027-02-02')];
    const after = (entries: readonly Entry[]) =>
      told(line, { line: 70 }, [...entries, ofSecond('v2')], '2027-04-11', 'v9', undefined, more);
    expect([after([last, over]), after([over, last])]).toEqual(Array(2).fill('met fulfilled 75'));
  });
  it('are held against the newest of the year before', () => {
    const before = (unit: string, number: number) => village(unit, number, '2026-01-20', { period: '2025' });
    const own = village('v9', 76, '2026-09-02');
    expect(merged([before('v1', 75), before('v2', 80), own], growth)).toBe('atRisk shortInLastQuarter 76');
    expect(merged([before('v2', 80), before('v1', 75), own], growth)).toBe('met fulfilled 76');
  });
});
