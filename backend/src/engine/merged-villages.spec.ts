import type { Rule } from './rule.types.js';
import { MERGED, told } from './testing/changing-county.js';
import type { Entry } from './testing/county.js';

describe('a merger of villages in mid-year', () => {
  const yearly: Rule = { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } };
  const meetings: readonly Entry[] = [
    { type: 'meeting', unit: 'v1', fields: { date: '2026-03-10' } },
    { type: 'meeting', unit: 'v2', fields: { date: '2026-04-10' } },
    { type: 'meeting', unit: 'v9', fields: { date: '2026-08-10' } },
  ];
  it('judges the old villages up to their last day and the new one from its first', () => {
    expect(told(yearly, { min: 3 }, meetings, '2026-06-30', 'v1')).toBe('notDue onPace 1');
    expect(told(yearly, { min: 3 }, meetings, '2026-06-30', 'v9')).toBe('no cell');
    expect(told(yearly, { min: 3 }, meetings, '2026-07-01', 'v1')).toBe('no cell');
    expect(told(yearly, { min: 3 }, meetings, '2026-07-01', 'v9')).toBe('notDue onPace 2');
  });
  it('counts what the predecessors did for the new village', () => {
    expect(told(yearly, { min: 3 }, meetings, '2026-12-31', 'v9')).toBe('met fulfilled 3');
    expect(told(yearly, { min: 4 }, meetings, '2026-12-31', 'v9')).toBe('atRisk shortInLastQuarter 3');
  });
  it('goes on with the duties of its predecessors: the year before is judged too', () => {
    expect(told(yearly, { min: 3 }, meetings, '2027-03-01', 'v9')).toBe('met fulfilled 3');
    expect(told(yearly, { min: 4 }, meetings, '2027-03-01', 'v9')).toBe('unmet short 3');
  });
  it('adds up in the town and the county as before', () => {
    const below: Rule = { ...yearly, count: { record: 'meeting', from: 'subtree' } };
    expect(told(below, { min: 3 }, meetings, '2026-12-31', 't1')).toBe('met fulfilled 3');
    expect(told(below, { min: 3 }, meetings, '2026-12-31', 'c')).toBe('met fulfilled 3');
  });

  const typed: Rule = {
    kind: 'coverage',
    period: 'quarter',
    of: { type: 'reported', of: { record: 'child_stat' }, numerator: 'done', denominator: 'all', zeroFlag: 'none' },
  };
  const lines = { target: 100, yellow: 90 };
  const sheet = (unit: string, quarter: string, done: number, all: number, more: object = {}): Entry => ({
    type: 'child_stat',
    unit,
    fields: { quarter, done, all, ...more },
    submittedOn: quarter === '2026-Q2' ? '2026-06-25' : '2026-09-25',
  });
  it('adds the sheets of the quarter before, as long as the new village has none of its own', () => {
    const sheets = [sheet('v1', '2026-Q2', 4, 4), sheet('v2', '2026-Q2', 5, 6)];
    expect(told(typed, lines, sheets, '2026-07-05', 'v9')).toBe('atRisk shortInGrace 9/10');
    expect(told(typed, lines, [...sheets, sheet('v9', '2026-Q2', 10, 10)], '2026-07-05', 'v9')).toBe(
      'met fulfilled 10/10',
    );
  });
  it('takes half a sheet for none', () => {
    expect(told(typed, lines, [sheet('v1', '2026-Q2', 4, 4)], '2026-07-05', 'v9')).toBe('noData nothingReported 0/0');
  });
  it('is without children only where both were', () => {
    const none = { none: true };
    expect(
      told(typed, lines, [sheet('v1', '2026-Q2', 0, 0, none), sheet('v2', '2026-Q2', 0, 0, none)], '2026-07-05', 'v9'),
    ).toBe('notDue nothingYet 0/0');
    expect(
      told(typed, lines, [sheet('v1', '2026-Q2', 0, 0, none), sheet('v2', '2026-Q2', 2, 2)], '2026-07-05', 'v9'),
    ).toBe('met fulfilled 2/2');
  });
  it('asks the town for the sheet of each village that is there', () => {
    const below: Rule = { ...typed, of: { ...typed.of, of: { record: 'child_stat', from: 'subtree' } } as never };
    expect(told(below, lines, [sheet('v9', '2026-Q3', 3, 3)], '2026-10-05', 't1')).toBe('met fulfilled 3/3');
    expect(told(below, lines, [sheet('v1', '2026-Q2', 4, 4)], '2026-07-05', 't1')).toBe('noData nothingReported 0/0');
    expect(told(below, lines, [sheet('v1', '2026-Q2', 4, 4), sheet('v2', '2026-Q2', 1, 1)], '2026-07-05', 't1')).toBe(
      'met fulfilled 5/5',
    );
  });
  it('adds values that are summed over the latest of each unit, and replaces them by its own', () => {
    const rule: Rule = {
      kind: 'coverage',
      period: 'quarter',
      of: {
        type: 'ratio',
        numerator: { latest: { record: 'child_stat' }, field: 'done' },
        denominator: { latest: { record: 'child_stat' }, field: 'all' },
      },
    };
    const sheets = [sheet('v1', '2026-Q2', 3, 4), sheet('v1', '2026-Q2', 4, 4), sheet('v2', '2026-Q2', 6, 6)];
    expect(told(rule, lines, sheets, '2026-07-05', 'v9')).toBe('met fulfilled 10/10');
    expect(told(rule, lines, [...sheets, sheet('v9', '2026-Q2', 1, 2)], '2026-07-05', 'v9')).toBe(
      'atRisk shortInGrace 1/2',
    );
  });
  it('counts posts, places and papers of all', () => {
    const posts: Rule = { kind: 'staffing', period: 'standing', people: { record: 'staff' } };
    const people: readonly Entry[] = [
      { type: 'staff', unit: 'v1', fields: { start_on: '2026-03-01' } },
      { type: 'staff', unit: 'v2', fields: { start_on: '2026-03-01' } },
    ];
    expect(told(posts, { min: 2 }, people, '2026-08-01', 'v9')).toBe('met fulfilled 2');
    const paper: Rule = { kind: 'documents', period: 'standing', mode: 'all', papers: [{ type: '机制' }] };
    const papers: readonly Entry[] = [
      { type: 'document', unit: 'v2', fields: { issue_date: '2026-03-01', doc_type: '机制' }, evidence: ['minutes'] },
    ];
    expect(told(paper, {}, papers, '2026-08-01', 'v9')).toBe('met fulfilled 1/1');
  });
  it('lets a home that served both serve the new village once', () => {
    const sessions: Rule = {
      kind: 'count_per_period',
      period: 'calendar_year',
      count: { record: 'activity', from: 'home' },
    };
    const home = { facility_type: '儿童之家', opened_on: '2026-01-01' };
    const entries: readonly Entry[] = [
      { type: 'facility', unit: 't1', id: 50, fields: { ...home, served_units: ['v1', 'v2'] } },
      { type: 'activity', unit: 't1', fields: { date: '2026-05-01', home: 50 } },
    ];
    expect(told(sessions, { min: 1 }, entries, '2026-06-01', 'v2')).toBe('met fulfilled 1');
    expect(told(sessions, { min: 2 }, entries, '2026-08-01', 'v9')).toBe('notDue onPace 1');
  });
  it('takes the oldest ledger of the two, and none where one never filed it', () => {
    const ledgers: Rule = {
      kind: 'ledger_current',
      period: 'quarter',
      of: { record: 'ledger_submission' },
      field: 'ledgers',
      ledgers: ['困境'],
    };
    const numbers = { max_age_days: 92, yellow_days: 15 };
    const filed = (unit: string, on: string, more: Partial<Entry> = {}): Entry => ({
      type: 'ledger_submission',
      unit,
      fields: { submitted_on: on, ledgers: ['困境'] },
      ...more,
    });
    expect(told(ledgers, numbers, [filed('v1', '2026-06-20'), filed('v2', '2026-04-20')], '2026-07-21', 'v9')).toBe(
      'met fulfilled 1/1',
    );
    expect(told(ledgers, numbers, [filed('v1', '2026-06-20'), filed('v2', '2026-04-20')], '2026-07-22', 'v9')).toBe(
      'atRisk tolerated 0/1',
    );
    expect(told(ledgers, numbers, [filed('v1', '2026-06-20')], '2026-07-22', 'v9')).toBe('noData nothingReported 0/1');
    expect(told(ledgers, numbers, [filed('v2', '2026-04-20'), filed('v9', '2026-07-10')], '2026-07-22', 'v9')).toBe(
      'met fulfilled 1/1',
    );
    // The new village's first one waits: what one of the two never filed had no day by which the next had to come.
    const first = filed('v9', '2026-07-10', { state: 'pending', submittedOn: '2026-10-20' });
    expect(told(ledgers, numbers, [filed('v1', '2026-06-20'), first], '2026-07-22', 'v9')).toBe(
      'atRisk waitingForReview 0/1',
    );
    const both = [filed('v1', '2026-06-20'), filed('v2', '2026-04-20')];
    expect(told(ledgers, numbers, [...both, first], '2026-07-22', 'v9')).toBe('atRisk tolerated 0/1');
  });
  it('sizes the new village by the children of both', () => {
    const rule: Rule = { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } };
    const count = (unit: string, children: number): Entry => ({
      type: 'child_stat',
      unit,
      fields: { quarter: '2025-Q4', children_total: children },
      submittedOn: '2025-12-25',
    });
    const large = { subjects: ['each_village_ge100'] } as const;
    expect(told(rule, { min: 1 }, [count('v1', 40), count('v2', 60)], '2026-08-01', 'v9', MERGED, large)).toContain(
      'notDue',
    );
    expect(told(rule, { min: 1 }, [count('v1', 40), count('v2', 59)], '2026-08-01', 'v9', MERGED, large)).toContain(
      'wrongSize',
    );
    expect(told(rule, { min: 1 }, [count('v1', 400)], '2026-08-01', 'v9', MERGED, large)).toContain('sizeUnknown');
  });
  const open: Rule = {
    kind: 'no_open_cases',
    period: 'quarter',
    cases: { record: 'case', where: { register: { any: ['监护未落实'] } } },
    statistic: { of: { record: 'child_stat' }, field: 'unguarded', foundOn: 'found_on' },
    register: '监护未落实',
    confirmers: ['each_village'],
  };
  const openNumbers = { repair_days: 7, max_age_days: 92 };
  const counted = (unit: string, quarter: string, unguarded: number, on: string): Entry => ({
    type: 'child_stat',
    unit,
    fields: { quarter, unguarded },
    submittedOn: on,
  });
  it('keeps what a predecessor said is open until the new village says otherwise', () => {
    const before = [
      counted('v1', '2026-Q2', 1, '2026-06-25'),
      counted('v2', '2026-Q2', 0, '2026-06-25'),
      counted('v3', '2026-Q2', 0, '2026-06-25'),
    ];
    const veto = { subjects: ['each_town', 'county'], veto: true } as const;
    expect(told(open, openNumbers, before, '2026-07-10', 't1', MERGED, veto)).toContain('unmet');
    const after = [...before, counted('v9', '2026-Q3', 0, '2026-07-09')];
    expect(told(open, openNumbers, after, '2026-07-10', 't1', MERGED, veto)).toBe('met fulfilled 1/1');
  });
  it('is held by the sheet of either that says solved and was handed in within the repair days', () => {
    const veto = { subjects: ['each_town'], veto: true } as const;
    const waits = (
      unit: string,
      on: string,
      unguarded = 0,
      quarter = unit === 'v9' ? '2026-Q3' : '2026-Q2',
    ): Entry => ({
      ...counted(unit, quarter, unguarded, on),
      state: 'pending',
    });
    const on = (...entries: readonly Entry[]) =>
      told(
        open,
        openNumbers,
        [counted('v1', '2026-Q2', 1, '2026-06-25'), ...entries],
        '2026-07-20',
        't1',
        MERGED,
        veto,
      );
    expect(on(waits('v9', '2026-07-02'))).toMatch(/^atRisk stillOpen/);
    expect(on(waits('v9', '2026-07-03'))).toMatch(/^unmet triggered/);
    expect(on(waits('v1', '2026-06-28'), waits('v9', '2026-07-10'))).toMatch(/^atRisk stillOpen/);
    expect(on(waits('v1', '2026-06-28'), waits('v9', '2026-07-10', 1))).toMatch(/^unmet triggered/);
    expect(on(waits('v2', '2026-06-28'))).toMatch(/^unmet triggered/);
  });
  it('is confirmed by both predecessors, not by one', () => {
    const veto = { subjects: ['each_town'], veto: true } as const;
    expect(told(open, openNumbers, [counted('v1', '2026-Q2', 0, '2026-06-25')], '2026-07-10', 't1', MERGED, veto)).toBe(
      'noData sheetMissing 0/1',
    );
    const both = [counted('v1', '2026-Q2', 0, '2026-06-25'), counted('v2', '2026-Q2', 0, '2026-06-25')];
    expect(told(open, openNumbers, both, '2026-07-10', 't1', MERGED, veto)).toBe('met fulfilled 1/1');
  });
});
