import { contextOf, explained, judged, requirementOf, said, type Entry } from '../testing/county.js';
import { quarterly, sheet, typed } from '../testing/sheets.js';
import type { CoverageOf } from '../rule.types.js';

describe('coverage of reported numbers', () => {
  const after = contextOf('2026-11-24');
  it('tolerates from the yellow line up and is unmet below it, judged in integers', () => {
    expect(said(quarterly(typed), [sheet(30, 30)], after, 'v1')).toBe('met fulfilled');
    expect(said(quarterly(typed), [sheet(27, 30)], after, 'v1')).toBe('atRisk tolerated');
    expect(said(quarterly(typed), [sheet(26, 30)], after, 'v1')).toBe('unmet short');
    expect(said(quarterly(typed), [sheet(899, 999)], after, 'v1')).toBe('unmet short');
  });
  it('takes nothing of nothing as no data, and as not applicable only when the unit says so', () => {
    expect(said(quarterly(typed), [sheet(0, 0)], after, 'v1')).toBe('noData nothingReported');
    expect(said(quarterly(typed), [sheet(0, 0, { none: true })], after, 'v1')).toBe('notDue nothingYet');
    const closedOnly = contextOf('2026-10-05');
    expect(said(quarterly(typed), [sheet(0, 0)], closedOnly, 'v1')).toBe('noData nothingReported');
  });
  it('is unmet after the grace days when the quarter was never reported', () => {
    expect(said(quarterly(typed), [], contextOf('2026-10-10'), 'v1')).toBe('noData nothingReported');
    expect(said(quarterly(typed), [], contextOf('2026-10-11'), 'v1')).toBe('unmet nothingReported');
  });
  it('lets no surplus of one village hide the gap of another', () => {
    const added: CoverageOf = { ...typed, of: { record: 'child_stat', from: 'subtree' } };
    expect(judged(quarterly(added, 'each_town'), [sheet(60, 30), sheet(20, 30, {}, 'v2')], after, 't1')).toMatchObject({
      outcome: 'unmet',
      measured: 50,
      of: 60,
    });
  });
  it('says nothing well of a town while one of its villages is silent, and names it', () => {
    const added = quarterly({ ...typed, of: { record: 'child_stat', from: 'subtree' } }, 'each_town');
    expect(explained(added, [sheet(30, 30)], after, 't1')).toMatchObject({
      verdict: { outcome: 'noData', reason: 'sheetMissing' },
      missing: ['v2'],
    });
    expect(said(added, [sheet(30, 30), sheet(0, 0, { none: true }, 'v2')], after, 't1')).toBe('met fulfilled');
    expect(said(added, [sheet(20, 30)], after, 't1')).toBe('unmet short');
    expect(said(added, [sheet(30, 30), { ...sheet(5, 5, {}, 'v2'), state: 'pending' }], after, 't1')).toBe(
      'atRisk waitingForReview',
    );
  });
  it('does not warn of an empty period whose sheet falls due only after its end', () => {
    const later = { ...quarterly(typed), reporting: { type: 'workdaysAfter', days: 5 } } as const;
    const inLastDays = contextOf('2026-12-28', '2026-10-05');
    expect(said(later, [], inLastDays, 'v1')).toBe('notDue nothingYet');
    expect(said(quarterly(typed), [], inLastDays, 'v1')).toBe('atRisk shortInLastQuarter');
    const early = { ...sheet(3, 30, {}, 'v1', '2026-Q4'), submittedOn: '2026-12-20' };
    expect(said(later, [early], inLastDays, 'v1')).toBe('atRisk shortInLastQuarter');
  });
  it('needs a home in use that serves the village, and waits with it for its review', () => {
    const served = quarterly({ ...typed, needsHome: ['儿童之家'] });
    const home = (state: 'approved' | 'pending', closed_on: string | null = null): Entry => ({
      type: 'facility',
      unit: 'v2',
      state,
      fields: { facility_type: '儿童之家', status: '在用', opened_on: '2026-03-05', served_units: ['v1'], closed_on },
    });
    expect(judged(served, [sheet(30, 30)], after, 'v1')).toMatchObject({ outcome: 'unmet', measured: 0 });
    expect(said(served, [sheet(30, 30), home('approved')], after, 'v1')).toBe('met fulfilled');
    expect(said(served, [sheet(30, 30), home('pending')], after, 'v1')).toBe('atRisk waitingForReview');
    expect(said(served, [sheet(30, 30), home('approved', '2026-09-29')], after, 'v1')).toBe('unmet short');
  });
  it('takes the latest sheet of the quarter and none of another quarter', () => {
    expect(
      judged(quarterly(typed), [sheet(1, 30), sheet(30, 30), sheet(2, 30, {}, 'v1', '2026-Q2')], after, 'v1'),
    ).toMatchObject({ outcome: 'met', measured: 30 });
  });
  it('lets the worst category decide and leaves a missing one without data', () => {
    const by: CoverageOf = {
      type: 'reported',
      of: { record: 'indicator_value' },
      numerator: 'numerator',
      denominator: 'denominator',
      zeroFlag: 'none_eligible',
      by: { field: 'category', categories: ['甲', '乙'] },
    };
    const value = (category: string, numerator: number, fields: Entry['fields'] = {}): Entry => ({
      type: 'indicator_value',
      unit: 'b1',
      fields: { period: '2026-Q3', category, numerator, denominator: 10, ...fields },
    });
    const requirement = { ...quarterly(by), subjects: ['bureau:县民政局'] as const };
    expect(judged(requirement, [value('甲', 10), value('乙', 5)], after, 'b1')).toMatchObject({
      outcome: 'unmet',
      part: 1,
      measured: 5,
    });
    expect(explained(requirement, [value('甲', 10)], after, 'b1')).toMatchObject({
      verdict: { outcome: 'noData', part: 1 },
      missing: ['乙'],
    });
    expect(said(requirement, [value('甲', 10), value('乙', 0, { none_eligible: true })], after, 'b1')).toBe(
      'met fulfilled',
    );
  });
});

describe('computed coverage', () => {
  const meeting = (date: string, evidence: string[], topics: string[] = []): Entry => ({
    type: 'meeting',
    fields: { date, topics },
    evidence,
  });
  it('counts the share of meetings with minutes', () => {
    const share = quarterly(
      { type: 'share', among: { record: 'meeting' }, having: { attachments: ['minutes'] } },
      'county',
    );
    expect(
      judged(
        share,
        [meeting('2026-08-01', ['minutes']), meeting('2026-09-30', []), meeting('2026-10-01', [])],
        contextOf('2026-11-24'),
      ),
    ).toMatchObject({ outcome: 'unmet', measured: 1, of: 2 });
  });
  it('covers the items that any source names', () => {
    const items = quarterly(
      {
        type: 'items',
        items: ['重大', '重要', '个案'],
        sources: [
          { of: { record: 'meeting' }, field: 'topics' },
          { of: { record: 'staff', from: 'county' }, item: '个案' },
        ],
      },
      'county',
    );
    const told = explained(items, [meeting('2026-11-01', [], ['重大', '个案'])], contextOf('2026-11-24', '2026-10-05'));
    expect(told).toMatchObject({ verdict: { measured: 2, of: 3 }, missing: ['重要'] });
    expect(
      said(
        items,
        [
          meeting('2026-11-01', [], ['重大', '重要']),
          { type: 'staff', unit: 'v1', fields: { start_on: '2026-10-01' } },
        ],
        contextOf('2026-11-24', '2026-10-05'),
      ),
    ).toBe('met fulfilled');
  });
  it('lets the first twelve months of the campaign run like a period, to their last day and its grace days', () => {
    const rolling = requirementOf(
      {
        kind: 'coverage',
        period: 'rolling_12_months',
        of: { type: 'items', items: ['重大', '重要'], sources: [{ of: { record: 'meeting' }, field: 'topics' }] },
      },
      {},
      { target: 100, yellow: 100 },
    );
    const half = [meeting('2026-11-01', [], ['重大'])];
    const days = ['2026-11-28', '2026-12-05', '2027-02-28', '2027-03-01', '2027-03-10', '2027-03-11'];
    expect(days.map((asOf) => said(rolling, half, contextOf(asOf)))).toEqual([
      'notDue onPace',
      'atRisk shortInLastQuarter',
      'atRisk shortInLastQuarter',
      'atRisk shortInGrace',
      'atRisk shortInGrace',
      'unmet short',
    ]);
  });
  it('divides distinct units by the units there are', () => {
    const ratio = quarterly(
      {
        type: 'ratio',
        numerator: { distinct: { record: 'case', from: 'county' }, field: 'town', among: ['each_town'] },
        denominator: { units: ['each_town'] },
      },
      'county',
    );
    const found: Entry = { type: 'case', unit: 'b1', fields: { found_at: '2026-08-01T10:00', town: 't1' } };
    expect(judged(ratio, [found, found], contextOf('2026-10-11'))).toMatchObject({ measured: 1, of: 2 });
  });
  it('is not met by a denominator of nothing', () => {
    const ratio = quarterly(
      { type: 'ratio', numerator: { count: { record: 'meeting' } }, denominator: { count: { record: 'staff' } } },
      'county',
    );
    expect(said(ratio, [meeting('2026-08-01', [])], contextOf('2026-10-20'))).toMatch(/^noData/);
  });
});

describe('a newer sheet that waits', () => {
  it('takes nothing from the approved one before it while it leaves the figures open', () => {
    const statistic = { latest: { record: 'child_stat' } };
    const ratio = quarterly({
      type: 'ratio',
      numerator: { ...statistic, field: 'done' },
      denominator: { ...statistic, field: 'all' },
    });
    const inGrace = contextOf('2026-10-05');
    const open: Entry = { type: 'child_stat', unit: 'v1', fields: { quarter: '2026-Q3' }, state: 'pending' };
    expect(said(ratio, [sheet(20, 30), open], inGrace, 'v1')).toBe('atRisk shortInGrace');
    expect(said(ratio, [open], inGrace, 'v1')).toBe('noData nothingReported');
  });
});

describe('a sheet without its file', () => {
  it('is short, not silence, and proves nothing better', () => {
    const filed: CoverageOf = { ...typed, of: { record: 'child_stat', evidenced: true } };
    const bare = [sheet(30, 30)];
    expect(said(quarterly(filed), bare, contextOf('2026-10-05'), 'v1')).toBe('noData short');
    expect(said(quarterly(filed), bare, contextOf('2026-11-24'), 'v1')).toBe('unmet short');
    expect(said(quarterly(filed), bare, contextOf('2026-11-24'), 'v2')).toBe('unmet nothingReported');
    expect(said({ ...quarterly(filed), cap: 'atRisk' }, bare, contextOf('2026-11-24'), 'v1')).toBe('noData short');
  });
});
