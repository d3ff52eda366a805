import type { Selection } from './rule.types.js';
import { UNITS, type Entry } from './testing/county.js';
import { meeting, traced, yearly } from './testing/traced.js';

describe('whose records an explanation names', () => {
  const of = (unit: string, more: Partial<Entry> = {}) => meeting('2026-05-01', { unit, ...more });
  const all = UNITS.map(({ code }) => of(code));
  it('are the unit’s own, those of its subtree, or all of the county, as far as the rule looks', () => {
    const seen = (from: Selection['from'], unit: string) =>
      traced(yearly({ ...(from && { from }) }), all, '2026-11-24', unit);
    expect([seen(undefined, 't1'), seen('own', 'v3')]).toEqual([[[4]], [[8]]]);
    expect([seen('subtree', 't1'), seen('subtree', 'v1'), seen('subtree', 'b1')]).toEqual([[[7, 6, 4]], [[6]], [[2]]]);
    for (const unit of ['c', 'b1', 't1', 'v1']) expect(seen('county', unit)).toEqual([[8, 7, 6, 5, 4, 3, 2, 1]]);
  });
  it('are what names a town or village, and all for the county and its bureaus', () => {
    const named = yearly({ record: 'incident', unitField: 'town', from: 'county' });
    const incident = (town: string): Entry => ({
      type: 'incident',
      unit: 'b2',
      fields: { occurred_on: '2026-05-01', town },
    });
    const seen = (unit: string) =>
      traced(named, [incident('t1'), incident('v1'), incident('t2'), incident('v3')], '2026-11-24', unit)[0];
    expect([seen('c'), seen('b1')]).toEqual([
      [4, 3, 2, 1],
      [4, 3, 2, 1],
    ]);
    expect([seen('t1'), seen('t2'), seen('v1'), seen('v3')]).toEqual([[2, 1], [4, 3], [2], [4]]);
  });
  it('are other units’ only where somebody can act on them', () => {
    const entries = [
      of('v1', { state: 'pending' }),
      of('v2', { state: 'returned' }),
      of('v1', { evidence: [] }),
      meeting('2025-12-01', { unit: 'v1' }),
      meeting('2026-12-01', { unit: 'v1' }),
      meeting('2026-05-01', { unit: 'v1' }, { level: null }),
    ];
    const rule = yearly({ where: { level: { any: ['县政府'] } }, attachments: ['minutes'], from: 'subtree' });
    const acted = ['3 evidenceMissing null', '2 returned null', '1 waitingForReview null'];
    expect(traced(rule, entries, '2026-11-24', 't1')).toEqual([[], ...acted]);
    expect(traced(rule, entries, '2026-11-24', 't2')).toEqual([[]]);
    expect(traced(rule, entries, '2026-11-24', 'v1')).toEqual([
      [],
      '6 conditionNotMet level',
      '5 afterAsOf date',
      '4 outsidePeriod date',
      '3 evidenceMissing null',
      '1 waitingForReview null',
    ]);
  });
});
