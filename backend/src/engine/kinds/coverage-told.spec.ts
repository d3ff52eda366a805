import { contextOf, explained, judged, requirementOf, said, type Entry } from '../testing/county.js';
import { quarterly, sheet, typed } from '../testing/sheets.js';
import type { CoverageOf } from '../rule.types.js';

const AFTER = contextOf('2026-11-24');
const meeting = (date: string, evidence: readonly string[] = []): Entry => ({
  type: 'meeting',
  fields: { date },
  evidence,
});
const share: CoverageOf = { type: 'share', among: { record: 'meeting' }, having: { attachments: ['minutes'] } };
const pending = { state: 'pending', submittedOn: '2026-10-01' } as const;

describe('several shares on one sheet', () => {
  const pairs = quarterly({
    type: 'pairs',
    of: { record: 'child_stat' },
    zeroFlag: 'none',
    pairs: [
      { label: '完成', numerator: 'done', denominator: 'all' },
      { label: '监护', numerator: 'unguarded', denominator: 'children_total' },
    ],
  });
  const both = (done: number, all: number, unguarded: number, children_total: number, more: Partial<Entry> = {}) => ({
    ...sheet(done, all, { unguarded, children_total }),
    ...more,
  });
  it('are judged by the worst, and one of nobody stands back as long as another has somebody', () => {
    expect(judged(pairs, [both(30, 30, 8, 10)], AFTER, 'v1')).toMatchObject({ outcome: 'unmet', part: 1, measured: 8 });
    expect(judged(pairs, [both(27, 30, 10, 10)], AFTER, 'v1')).toMatchObject({ outcome: 'atRisk', part: 0, of: 30 });
    expect(said(pairs, [both(30, 30, 0, 0)], AFTER, 'v1')).toBe('met fulfilled');
    expect(said(pairs, [both(0, 0, 10, 10)], AFTER, 'v1')).toBe('met fulfilled');
    expect(said(pairs, [both(0, 0, 8, 10)], AFTER, 'v1')).toBe('unmet short');
    expect(said(pairs, [both(0, 0, 0, 0)], AFTER, 'v1')).toBe('noData nothingReported');
  });
  it('are told one by one', () => {
    expect(explained(pairs, [both(30, 30, 8, 10)], AFTER, 'v1')).toMatchObject({
      verdict: { outcome: 'unmet' },
      missing: [],
      parts: [
        { label: '完成', outcome: 'met', measured: 30, of: 30 },
        { label: '监护', outcome: 'unmet', measured: 8, of: 10 },
      ],
    });
    expect(explained(pairs, [], AFTER, 'v1')).toMatchObject({
      verdict: { outcome: 'unmet' },
      missing: ['完成', '监护'],
    });
  });
  it('wait for review together', () => {
    expect(said(pairs, [both(30, 30, 10, 10, pending)], AFTER, 'v1')).toBe('atRisk waitingForReview');
    expect(said(pairs, [both(30, 30, 8, 10, pending)], AFTER, 'v1')).toBe('unmet short');
  });
});

describe('a share that is typed', () => {
  it('tolerates nobody who did nothing, whatever the yellow line', () => {
    const lenient = {
      ...quarterly(typed),
      ...{ numbers: requirementOf(quarterly(typed).rule, {}, { target: 50, yellow: 0 }).numbers },
    };
    expect(said(lenient, [sheet(0, 30)], AFTER, 'v1')).toBe('unmet short');
    expect(said(lenient, [sheet(1, 30)], AFTER, 'v1')).toBe('atRisk tolerated');
    expect(judged(lenient, [sheet(15, 31)], AFTER, 'v1')).toMatchObject({ outcome: 'atRisk', required: 16 });
    expect(judged(lenient, [sheet(16, 31)], AFTER, 'v1')).toMatchObject({ outcome: 'met', required: 16 });
  });
  it('waits for review if it would be enough, and is silent while it would not', () => {
    const on = contextOf('2026-10-05');
    const waits = (done: number, all: number, more: Entry['fields'] = {}) => [
      { ...sheet(done, all, more), ...pending },
    ];
    expect(said(quarterly(typed), waits(30, 30), on, 'v1')).toBe('atRisk waitingForReview');
    expect(said(quarterly(typed), waits(0, 0, { none: true }), on, 'v1')).toBe('atRisk waitingForReview');
    expect(said(quarterly(typed), waits(20, 30), on, 'v1')).toBe('atRisk shortInGrace');
    expect(said(quarterly(typed), waits(0, 0), on, 'v1')).toBe('atRisk shortInGrace');
    const capped = { ...quarterly(typed), cap: 'atRisk' } as const;
    expect(said(capped, waits(20, 30), AFTER, 'v1')).toBe('atRisk short');
    expect(said(capped, [], AFTER, 'v1')).toBe('noData nothingReported');
  });
  it('names no village but the silent ones of a sum', () => {
    expect(explained(quarterly(typed), [], AFTER, 'v1')).toMatchObject({ missing: [], parts: [] });
    const sum = quarterly({ ...typed, of: { record: 'child_stat', from: 'subtree' } }, 'county');
    const told = (...entries: readonly Entry[]) => explained(sum, entries, AFTER);
    expect(told(sheet(30, 30))).toMatchObject({ verdict: { reason: 'sheetMissing' }, missing: ['v2', 'v3'] });
    expect(told(sheet(30, 30), sheet(1, 1, {}, 'v3'))?.missing).toEqual(['v2']);
    expect(told(sheet(27, 30))).toMatchObject({ verdict: { reason: 'sheetMissing' }, missing: ['v2', 'v3'] });
    expect(told(sheet(26, 30))).toMatchObject({ verdict: { reason: 'short' }, missing: [] });
    expect(told(sheet(0, 0))).toMatchObject({ verdict: { reason: 'sheetMissing' }, missing: ['v2', 'v3'] });
    const waits = { ...sheet(30, 30, {}, 'v2'), ...pending };
    expect(told(sheet(30, 30), waits)).toMatchObject({ verdict: { outcome: 'noData', reason: 'sheetMissing' } });
    const all = [sheet(30, 30), waits, sheet(0, 0, { none: true }, 'v3')];
    expect(told(...all)).toMatchObject({ verdict: { outcome: 'atRisk', reason: 'waitingForReview' }, missing: [] });
  });
});

describe('a share that is counted', () => {
  it('has no data where there is nothing, unless its other side is typed', () => {
    const ratio = (denominator: 'count' | 'latest') =>
      quarterly(
        {
          type: 'ratio',
          numerator: { count: { record: 'meeting' } },
          denominator:
            denominator === 'count'
              ? { count: { record: 'staff' } }
              : { latest: { record: 'child_stat' }, field: 'children_total' },
        },
        'county',
      );
    expect(said(quarterly(share, 'county'), [], AFTER)).toBe('noData nothingReported');
    expect(said(ratio('count'), [], AFTER)).toBe('noData nothingReported');
    expect(said(ratio('latest'), [], AFTER)).toBe('unmet nothingReported');
    expect(said(ratio('latest'), [meeting('2026-08-01')], AFTER)).toBe('noData nothingReported');
  });
});

describe('what a share looks at', () => {
  const told = (
    of: CoverageOf,
    entries: readonly Entry[],
    asOf = '2026-11-24',
    period: 'quarter' | 'standing' = 'quarter',
  ) => {
    const requirement = requirementOf({ kind: 'coverage', period, of }, {}, { target: 100, yellow: 90 });
    const why = explained(requirement, entries, contextOf(asOf));
    const { outcome, measured, of: all } = why?.verdict ?? {};
    return [`${outcome} ${measured}/${all}`, why?.counted.join(' '), why?.other?.outcome ?? null];
  };
  const staff = (start_on: string, end_on: string | null = null): Entry => ({
    type: 'staff',
    fields: { start_on, end_on, dedicated: true },
  });
  const dedicated: CoverageOf = {
    type: 'share',
    among: { record: 'staff' },
    having: { where: { dedicated: { is: true } } },
  };
  it('is what happened in the period, and before the end of what is looked at once', () => {
    const three = [meeting('2026-06-30'), meeting('2026-07-01', ['minutes']), meeting('2026-09-30')];
    expect(told(share, three)).toEqual(['unmet 1/2', '3 2', 'notDue']);
    expect(told(share, three, '2026-11-24', 'standing')).toEqual(['unmet 1/3', '3 2 1', null]);
    expect(told(share, three.slice(1, 2), '2026-11-24', 'standing')).toEqual(['met 1/1', '1', null]);
  });
  it('is who is in force on the last day of the period, however long', () => {
    const three = [staff('2026-03-01'), staff('2026-07-01', '2026-09-29'), staff('2026-03-01', '2026-09-30')];
    expect(told(dedicated, three, '2026-10-05')).toEqual(['met 1/1', '1', 'met']);
    expect(told(dedicated, three, '2026-09-30')).toEqual(['met 2/2', '3 1', 'met']);
    expect(told(dedicated, three, '2026-11-24', 'standing')).toEqual(['met 1/1', '1', null]);
  });
  it('names one who began long before the quarter and only waits for review', () => {
    const waits = { ...staff('2024-03-01'), ...pending };
    const why = explained(quarterly(dedicated, 'county'), [waits], contextOf('2026-10-05'));
    expect(why?.notCounted.map(({ id, reason }) => [id, reason])).toEqual([[1, 'waitingForReview']]);
  });
  it('is a sheet of just the quarter', () => {
    const sheets: CoverageOf = { type: 'share', among: { record: 'child_stat' }, having: {} };
    const two = [
      { ...sheet(1, 1, {}, 'c'), submittedOn: '2026-09-30' },
      { ...sheet(1, 1, {}, 'c', '2026-08'), submittedOn: '2026-09-01' },
    ];
    expect(told(sheets, two)).toEqual(['met 1/1', '1', 'notDue']);
  });
  it('has no numbers in a period before the campaign', () => {
    const requirement = quarterly(share, 'county');
    const other = explained(requirement, [meeting('2026-09-01', ['minutes'])], contextOf('2026-11-24', '2026-10-01'));
    expect(other?.other ?? other?.verdict).toMatchObject({ outcome: 'notApplicable', measured: null, of: null });
  });
});
