import { MERGED, told } from '../testing/changing-county.js';
import type { Entry } from '../testing/county.js';
import { none, stat } from '../testing/open-cases.js';

/** 新村 came of 甲一村 and 甲二村 on 1 July, and became 大村 on 1 September; listed last, or first. */
const AGAIN = [
  ...MERGED.map((unit) => (unit.code === 'v9' ? { ...unit, to: '2026-08-31', heir: 'v10' } : unit)),
  { code: 'v10', shortName: '大村', kind: 'village', parentCode: 't1', from: '2026-09-01' } as const,
];
const numbers = { repair_days: 7, max_age_days: 92 };
const judged = (entries: readonly Entry[], unit: string, units = MERGED) =>
  told(none.rule, numbers, entries, '2026-11-24', unit, units);
const orders = (units: typeof MERGED) => [units, [...units].reverse()];
const on = (unit: string, unguarded: number, submittedOn: string, quarter = '2026-Q2') =>
  stat(unit, unguarded, quarter, { submittedOn }, '2026-06-01');

describe('what merged villages said was open', () => {
  const old = on('v1', 1, '2026-06-20');
  it('stays open until the new village has said something', () => {
    for (const units of orders(MERGED)) {
      expect(judged([old], 'v9', units)).toBe('unmet triggered 1');
      expect(judged([old, on('v2', 2, '2026-06-20')], 'v9', units)).toBe('unmet triggered 2');
      expect(judged([old, on('v9', 0, '2026-09-20', '2026-Q3')], 'v9', units)).toMatch(/^met fulfilled/);
      expect(judged([on('v9', 0, '2026-09-20', '2026-Q3'), old], 'v9', units)).toMatch(/^met fulfilled/);
    }
  });
  it('is not there before the new village is, also for those above it', () => {
    const early = on('v9', 1, '2026-06-20', '2026-Q1');
    const toldOn = (day: string) => told(none.rule, numbers, [early], day, 't1', MERGED);
    expect(toldOn('2026-06-30')).not.toContain('triggered');
    expect(toldOn('2026-07-01')).toBe('unmet triggered 1');
  });
  it('is replaced by what the new village says, though a sheet of the old one comes in later', () => {
    const late = on('v1', 1, '2026-08-20', '2026-Q3');
    expect(judged([on('v9', 0, '2026-08-10', '2026-Q3'), late], 'v9')).toMatch(/^met fulfilled/);
  });
  it('is replaced through several mergers', () => {
    for (const units of orders(AGAIN)) {
      expect(judged([old], 'v10', units)).toBe('unmet triggered 1');
      expect(judged([old, on('v10', 0, '2026-09-20', '2026-Q3')], 'v10', units)).toMatch(/^met fulfilled/);
      expect(judged([old, on('v9', 0, '2026-08-20', '2026-Q3')], 'v10', units)).toMatch(/^met fulfilled/);
    }
  });
  it('is held while what the new village says waits, and no longer once it was too late', () => {
    const waits = (unguarded: number, submittedOn: string): Entry => ({
      ...on('v9', unguarded, submittedOn, '2026-Q4'),
      state: 'pending',
    });
    expect(judged([old, waits(1, '2026-11-20')], 'v9')).toBe('unmet triggered 2');
    expect(judged([on('v9', 0, '2026-09-20', '2026-Q3'), waits(1, '2026-11-20')], 'v9')).toBe('atRisk stillOpen 1');
  });
});
