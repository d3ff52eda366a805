import { contextOf, explained, judged, requirementOf, said, type Entry } from '../testing/county.js';

const twice = requirementOf(
  {
    kind: 'count_per_period',
    period: 'calendar_year',
    count: { record: 'meeting', where: { level: { any: ['县政府'] } }, attachments: ['minutes'] },
  },
  {},
  { min: 2 },
);
const meeting = (date: string, more: Partial<Entry> = {}): Entry => ({
  type: 'meeting',
  fields: { date, level: '县政府' },
  evidence: ['minutes'],
  ...more,
});

describe('count per period', () => {
  it('is met with two meetings and their minutes', () => {
    const verdict = judged(twice, [meeting('2026-04-02'), meeting('2026-09-10')], contextOf('2026-11-24'));
    expect(verdict).toMatchObject({ outcome: 'met', measured: 2, required: 2, shortfall: 0 });
  });
  it('is not due in summer and at risk from the last quarter of the year on', () => {
    expect(said(twice, [meeting('2026-04-02')], contextOf('2026-09-30'))).toBe('notDue onPace');
    expect(said(twice, [meeting('2026-04-02')], contextOf('2026-10-01'))).toBe('atRisk shortInLastQuarter');
    expect(said(twice, [], contextOf('2026-10-02'))).toBe('atRisk shortInLastQuarter');
    expect(said(twice, [], contextOf('2026-06-02'))).toBe('notDue nothingYet');
  });
  it('is at risk in the grace days and unmet after them when the year closes with one meeting', () => {
    expect(said(twice, [meeting('2026-04-02')], contextOf('2027-01-10'))).toBe('atRisk shortInGrace');
    expect(said(twice, [meeting('2026-04-02')], contextOf('2027-01-11'))).toBe('unmet short');
  });
  it('says that nothing was ever reported', () => {
    expect(said(twice, [], contextOf('2027-01-05'))).toBe('noData nothingReported');
    expect(said(twice, [], contextOf('2027-02-01'))).toBe('unmet nothingReported');
  });
  it('leaves out a meeting after the as-of day and one without minutes', () => {
    const entries = [meeting('2026-04-02'), meeting('2026-11-25'), meeting('2026-05-02', { evidence: [] })];
    const told = explained(twice, entries, contextOf('2026-11-24'));
    expect(told?.verdict).toMatchObject({ outcome: 'atRisk', reason: 'attributeMissing', measured: 1 });
    expect(told?.counted).toEqual([1]);
    expect(told?.notCounted.map(({ id, reason }) => [id, reason])).toEqual([
      [3, 'evidenceMissing'],
      [2, 'afterAsOf'],
    ]);
  });
  it('is at risk, not unmet, while a meeting handed in on time waits for review', () => {
    const waiting = (submittedOn: string) => [
      meeting('2026-04-02'),
      meeting('2026-12-02', { state: 'pending', submittedOn }),
    ];
    expect(said(twice, waiting('2027-01-10'), contextOf('2027-03-01'))).toBe('atRisk waitingForReview');
    expect(said(twice, waiting('2027-01-11'), contextOf('2027-03-01'))).toBe('unmet short');
  });
  it('stays noData under a cap when nothing was reported, and atRisk when something was', () => {
    const capped = { ...twice, cap: 'atRisk' as const };
    expect(said(capped, [], contextOf('2027-02-01'))).toBe('noData nothingReported');
    expect(said(capped, [meeting('2026-04-02')], contextOf('2027-02-01'))).toBe('atRisk short');
  });
  it('judges nothing without a start and nothing before it', () => {
    expect(said(twice, [meeting('2026-04-02')], contextOf('2026-11-24', null))).toBe('notDue startUnknown');
    expect(said(twice, [meeting('2026-01-02')], contextOf('2026-02-01'))).toBe('notDue beforeStart');
  });
  it('needs every item covered by the meetings together', () => {
    const covering = requirementOf(
      {
        kind: 'count_per_period',
        period: 'calendar_year',
        count: { record: 'meeting' },
        covering: { field: 'topics', items: ['重大', '个案'] },
      },
      {},
      { min: 1 },
    );
    const topics = (date: string, ...named: string[]): Entry => ({ type: 'meeting', fields: { date, topics: named } });
    expect(explained(covering, [topics('2026-04-02', '重大')], contextOf('2026-11-24'))).toMatchObject({
      verdict: { outcome: 'atRisk' },
      missing: ['个案'],
    });
    expect(said(covering, [topics('2026-04-02', '重大'), topics('2026-05-02', '个案')], contextOf('2026-11-24'))).toBe(
      'met fulfilled',
    );
  });
  it('judges a year by the number of its last day, also in the grace days and after a change from 1 January', () => {
    const values = { '2018-01-01': 2, '2027-01-01': 3 };
    const dated = { ...twice, numbers: { min: { unit: '次', says: null, values } } };
    const two = [meeting('2026-04-02'), meeting('2026-09-10')];
    const inGrace = explained(dated, two, contextOf('2027-01-05'));
    expect(inGrace?.verdict).toMatchObject({ outcome: 'met', required: 2 });
    expect(inGrace?.other).toMatchObject({ outcome: 'notDue', required: 3 });
    expect(judged(dated, [meeting('2026-04-02')], contextOf('2027-01-11'))).toMatchObject({
      outcome: 'unmet',
      required: 2,
    });
    expect(judged(dated, two, contextOf('2026-12-31'))).toMatchObject({ outcome: 'met', required: 2 });
  });
});
