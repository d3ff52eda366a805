import { contextOf, explained, judged, requirementOf, said, type Entry } from '../testing/county.js';
import { everywhere } from '../testing/traced.js';
import type { Rule } from '../rule.types.js';

type CountRule = Extract<Rule, { readonly kind: 'count_per_period' }>;

const counted = (more: Partial<CountRule>, min = 1) =>
  requirementOf(
    { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' }, ...more },
    everywhere,
    { min },
  );
const meeting = (date: string, fields: Entry['fields'] = {}, more: Partial<Entry> = {}): Entry => ({
  type: 'meeting',
  fields: { date, level: '县政府', ...fields },
  ...more,
});
const pending = { state: 'pending', submittedOn: '2026-12-01' } as const;
const [IN_DECEMBER, IN_GRACE, LATER] = ['2026-12-15', '2027-01-10', '2027-01-11'].map((asOf) => contextOf(asOf));
const CONTEXTS = [IN_DECEMBER, IN_GRACE, LATER].flatMap((context) => context ?? []);
/** In the last quarter of the year, on the last of its grace days, and after them. */
const through = (requirement: ReturnType<typeof counted>, entries: readonly Entry[], unit = 'c') =>
  CONTEXTS.map((context) => said(requirement, entries, context, unit));

describe('records that lack something', () => {
  it('may be completed with their file through the grace days, and count for nothing after them', () => {
    const minuted = counted({ count: { record: 'meeting', attachments: ['minutes'] } }, 2);
    const bare = meeting('2026-06-01');
    const whole = meeting('2026-05-01', {}, { evidence: ['minutes'] });
    expect(through(minuted, [whole, bare])).toEqual([
      'atRisk attributeMissing',
      'atRisk attributeMissing',
      'unmet short',
    ]);
    expect(through(minuted, [bare])).toEqual(['atRisk shortInLastQuarter', 'atRisk shortInGrace', 'unmet short']);
    expect(through(minuted, [whole])).toEqual(['atRisk shortInLastQuarter', 'atRisk shortInGrace', 'unmet short']);
  });
  it('are tolerated without a wished attribute', () => {
    const wished = counted({ count: { record: 'meeting', wants: { topics: { any: ['重大'] } } } }, 2);
    const [right, wrong] = [meeting('2026-05-01', { topics: ['重大'] }), meeting('2026-06-01', { topics: ['个案'] })];
    expect(through(wished, [right, right])).toEqual(Array(3).fill('met fulfilled'));
    expect(through(wished, [right, wrong])).toEqual(Array(3).fill('atRisk attributeMissing'));
    expect(through(wished, [wrong])).toEqual(['atRisk shortInLastQuarter', 'atRisk shortInGrace', 'unmet short']);
    expect(judged(wished, [right, wrong], contextOf('2026-12-15'))).toMatchObject({ measured: 2, required: 2 });
  });
});

describe('items that the records have to cover together', () => {
  const covering = (count: Partial<CountRule['count']> = {}, field = 'topics', items = ['重大', '个案']) =>
    counted({ count: { record: 'meeting', ...count }, covering: { field, items } });
  const both = { topics: ['重大', '个案'] };
  it('are short however many records there are', () => {
    const one = { topics: ['重大', '重要'] };
    expect(through(covering(), [meeting('2026-05-01', one), meeting('2026-06-01', one)])).toEqual([
      'atRisk shortInLastQuarter',
      'atRisk shortInGrace',
      'unmet short',
    ]);
    expect(through(covering(), [meeting('2026-05-01', both)])).toEqual(Array(3).fill('met fulfilled'));
    expect(said(covering(), [meeting('2025-12-31', both), meeting('2026-05-01', one)], contextOf('2026-12-15'))).toBe(
      'atRisk shortInLastQuarter',
    );
  });
  it('are tolerated if covered by records without a wished attribute, and not otherwise', () => {
    const wished = covering({ wants: { level: { any: ['镇街'] } } });
    expect(through(wished, [meeting('2026-05-01', both)])[2]).toBe('atRisk attributeMissing');
    expect(through(wished, [meeting('2026-05-01', { topics: ['重大'] })])[2]).toBe('unmet short');
  });
  it('may wait for review with the record that covers them', () => {
    const first = meeting('2026-05-01', { topics: ['重大'] });
    expect(through(covering(), [first, meeting('2026-11-01', { topics: ['个案'] }, pending)])).toEqual(
      Array(3).fill('atRisk waitingForReview'),
    );
    expect(through(covering(), [first, meeting('2026-11-01', { topics: ['重大'] }, pending)])[2]).toBe('unmet short');
  });
  it('may be the options of a field with one answer', () => {
    const levels = covering({}, 'level', ['县政府', '镇街']);
    expect(through(levels, [meeting('2026-05-01'), meeting('2026-06-01', { level: '镇街' })])[2]).toBe('met fulfilled');
    expect(through(levels, [meeting('2026-05-01'), meeting('2026-06-01')])[2]).toBe('unmet short');
    const told = explained(levels, [meeting('2026-05-01', { level: '镇街' })], contextOf('2027-01-11'));
    expect(told?.missing).toEqual(['县政府']);
  });
  it('are covered for a town by its villages, for the county by anybody', () => {
    const spread = [
      meeting('2026-05-01', { topics: ['重大'] }, { unit: 'v1' }),
      meeting('2026-06-01', { topics: ['个案'] }, { unit: 'v2' }),
    ];
    expect(through(covering({ from: 'subtree' }), spread, 't1')[2]).toBe('met fulfilled');
    expect(through(covering({ from: 'subtree' }), spread, 't2')[2]).toBe('unmet nothingReported');
    expect(through(covering({ from: 'county' }), spread, 't2')[2]).toBe('met fulfilled');
    expect(through(covering(), spread, 'v1')[2]).toBe('unmet short');
  });
});

describe('the window that decides', () => {
  it('is told of with its own records, and the other one beside it', () => {
    const entries = [meeting('2026-04-02'), meeting('2027-01-05'), meeting('2025-04-02')];
    const topics = counted({ covering: { field: 'topics', items: ['重大'] } }, 2);
    const closed = explained(topics, entries, contextOf('2027-01-11'));
    expect(closed).toMatchObject({ verdict: { outcome: 'unmet', measured: 1 }, counted: [1], missing: ['重大'] });
    expect(closed).toMatchObject({ other: { outcome: 'notDue', measured: 1 }, parts: [] });
    expect(explained(counted({}, 2), entries, contextOf('2026-12-15'))).toMatchObject({
      verdict: { outcome: 'atRisk', measured: 1 },
      other: { outcome: 'notApplicable', reason: 'beforeStart', measured: null },
      counted: [1],
      missing: [],
    });
  });
  it('is the only one in twelve months', () => {
    const rolling = counted({ period: 'rolling_12_months' }, 2);
    const entries = [meeting('2026-12-02'), meeting('2027-12-01')];
    const told = (asOf: string) => explained(rolling, entries, contextOf(asOf));
    expect(told('2027-12-01')).toMatchObject({ verdict: { outcome: 'met', measured: 2 }, other: null });
    expect(told('2027-12-02')).toMatchObject({ verdict: { outcome: 'unmet', measured: 1 }, other: null, counted: [2] });
  });
  it('takes a sheet of just its quarter, and names no other', () => {
    const sheets = counted({ period: 'quarter', count: { record: 'child_stat' } });
    const sheet = (quarter: string): Entry => ({ type: 'child_stat', fields: { quarter }, submittedOn: '2026-09-30' });
    const told = (quarter: string) => explained(sheets, [sheet(quarter)], contextOf('2026-10-05', '2026-07-01'));
    expect(told('2026-Q3')).toMatchObject({ verdict: { outcome: 'met' }, counted: [1] });
    expect(told('2026-08')).toMatchObject({ verdict: { outcome: 'noData', measured: 0 }, counted: [] });
    const yearly = explained(counted({ count: { record: 'child_stat' } }), [sheet('2026-08')], contextOf('2026-10-05'));
    expect(yearly).toMatchObject({ verdict: { outcome: 'met' }, counted: [1] });
  });
});
