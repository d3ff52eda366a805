import { contextOf, day, explained, judged, said, type Entry } from '../testing/county.js';
import { quarterly, sheet, typed } from '../testing/sheets.js';
import type { CoverageOf } from '../rule.types.js';

describe('a sheet that is reported after the end of its period', () => {
  const later = { ...quarterly(typed), reporting: { type: 'monthDay', month: 10, day: 31 } } as const;
  it('is not due before its reporting day, and its grace days run from there', () => {
    const on = (asOf: string, entries: readonly Entry[] = []) =>
      judged(later, entries, contextOf(asOf, '2026-07-01'), 'v1');
    expect(on('2026-10-31')).toMatchObject({ outcome: 'notDue', due: day('2026-10-31'), to: day('2026-09-30') });
    expect(on('2026-11-01')).toMatchObject({ outcome: 'noData', due: day('2026-11-10') });
    expect(on('2026-11-10')?.outcome).toBe('noData');
    expect(on('2026-11-11')?.outcome).toBe('unmet');
    expect(on('2026-10-15', [sheet(20, 30)])?.outcome).toBe('atRisk');
    expect(on('2026-10-15', [sheet(30, 30)])?.outcome).toBe('met');
  });
});

describe('a share that changes on a day', () => {
  const dated = (of: CoverageOf, values: Readonly<Record<string, number>>, name: string) => {
    const rule = quarterly(of);
    return { ...rule, numbers: { ...rule.numbers, [name]: { unit: '', says: null, values } } };
  };
  const higher = { '2018-01-01': 90, '2026-10-01': 100 };
  it('judges the quarter that has closed by the earlier number, through its grace days and after', () => {
    const rule = dated(typed, higher, 'target');
    expect(said(rule, [sheet(27, 30)], contextOf('2026-09-30', '2026-07-01'), 'v1')).toBe('met fulfilled');
    expect(said(rule, [sheet(27, 30)], contextOf('2026-10-05'), 'v1')).toBe('met fulfilled');
    expect(said(rule, [sheet(27, 30)], contextOf('2026-11-24'), 'v1')).toBe('met fulfilled');
    const early = { ...sheet(27, 30, {}, 'v1', '2026-Q4'), submittedOn: '2026-11-20' };
    expect(judged(rule, [early], contextOf('2026-11-24', '2026-10-01'), 'v1')).toMatchObject({ of: 30, required: 30 });
  });
  it('reads a threshold inside a condition on the same day', () => {
    const share: CoverageOf = {
      type: 'share',
      among: { record: 'child_stat' },
      having: { where: { done: { min: 'enough' } } },
    };
    const rule = dated(share, { '2018-01-01': 5, '2026-10-01': 9 }, 'enough');
    const inQ3 = explained(rule, [sheet(6, 10)], contextOf('2026-10-05'), 'v1');
    expect(inQ3?.verdict).toMatchObject({ outcome: 'met', measured: 1, of: 1 });
    const early = { ...sheet(6, 10, {}, 'v1', '2026-Q4'), submittedOn: '2026-11-20' };
    const inQ4 = judged(rule, [early], contextOf('2026-11-24', '2026-10-01'), 'v1');
    expect(inQ4).toMatchObject({ measured: 0, of: 1 });
  });
  it('names the records that counted for a closed quarter by the thresholds of its last day', () => {
    const among = { record: 'child_stat', where: { done: { min: 'enough' } } } as const;
    const share: CoverageOf = { type: 'share', among, having: { where: { all: { min: 'target' } } } };
    const rule = dated(share, { '2018-01-01': 5, '2026-10-01': 9 }, 'enough');
    const told = explained(rule, [sheet(6, 10)], contextOf('2026-11-24'), 'v1');
    expect(told).toMatchObject({ verdict: { outcome: 'unmet', measured: 0, of: 1 }, counted: [1], notCounted: [] });
  });
});
