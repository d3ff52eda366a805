import { layoutOf } from '../testing/changing-county.js';
import { contextOf, LAYOUT, UNITS, type Entry } from '../testing/county.js';
import { filled } from '../testing/selected.js';
import { Env } from './env.js';
import { villageSizes } from './sizes.js';

const count = (children_total: number | null, quarter = '2025-Q4', more: Partial<Entry> = {}): Entry => ({
  type: 'child_stat',
  unit: 'v1',
  fields: { quarter, children_total },
  submittedOn: '2026-01-05',
  ...more,
});
const CONCERNED = LAYOUT.recordTypes.map((type) =>
  type.id === 'child_stat'
    ? { ...type, fields: [...type.fields, { id: 'concerned', label: '', type: 'integer' as const, required: false }] }
    : type,
);
/** The size class of 甲一村. */
function size(entries: readonly Entry[], asOf = '2026-11-24', parameters: Readonly<Record<string, number>> = {}) {
  const dated = Object.entries(parameters).map(([name, value]) => [name, { '2018-01-01': value }]);
  const layout = { ...layoutOf(UNITS), recordTypes: CONCERNED };
  const env = new Env(filled(entries, layout), { ...contextOf(asOf), parameters: Object.fromEntries(dated) });
  return ['unknown', 'less', 'more'][villageSizes(env)[UNITS.findIndex(({ code }) => code === 'v1')] ?? 0];
}

describe('the size of a village', () => {
  it('is large from a hundred children on, or above them where the county reads it so', () => {
    const all = (parameters: Readonly<Record<string, number>>) =>
      [99, 100, 101].map((children) => size([count(children)], '2026-11-24', parameters));
    expect(all({})).toEqual(['less', 'more', 'more']);
    expect(all({ village_threshold_inclusive: 0 })).toEqual(['less', 'less', 'more']);
    expect(all({ village_child_threshold: 101 })).toEqual(['less', 'less', 'more']);
    expect(size([count(0)])).toBe('less');
    expect(size([])).toBe('unknown');
    expect(size([count(null)])).toBe('unknown');
    expect(size([{ ...count(100), unit: 'v2' }])).toBe('unknown');
  });
  it('is that of all children, or of those left behind and in difficulty where the county reads it so', () => {
    const both = count(120, '2025-Q4', { fields: { quarter: '2025-Q4', children_total: 120, concerned: 30 } });
    expect(size([both])).toBe('more');
    expect(size([both], '2026-11-24', { village_child_base: 2 })).toBe('less');
    expect(size([count(120)], '2026-11-24', { village_child_base: 2 })).toBe('unknown');
  });
  it('is fixed for the year by the last quarter of the year before, as it was corrected last', () => {
    const later = count(200, '2026-Q1', { submittedOn: '2026-03-20' });
    expect(size([count(80), later])).toBe('less');
    expect(size([count(80), count(120, '2025-Q4', { submittedOn: '2026-09-01' }), later])).toBe('more');
    expect(size([count(120, '2025-Q3', { submittedOn: '2025-09-25' })])).toBe('unknown');
    expect(size([count(null), later])).toBe('more');
    expect(size([count(80), later], '2025-12-30')).toBe('unknown');
    expect(size([count(80), later], '2025-12-31')).toBe('less');
    expect(size([count(80), later], '2027-01-01')).toBe('unknown');
  });
  it('is else that of the first quarter that was counted, as it was corrected last, from the day it was handed in', () => {
    const spring = count(80, '2026-Q2', { submittedOn: '2026-05-20' });
    const autumn = count(200, '2026-Q3', { submittedOn: '2026-08-20' });
    expect(size([autumn, spring])).toBe('less');
    expect(size([spring, count(150, '2026-Q2', { submittedOn: '2026-06-20' }), autumn])).toBe('more');
    expect(size([spring], '2026-05-19')).toBe('unknown');
    expect(size([spring], '2026-05-20')).toBe('less');
  });
  it('rests on approved counts only', () => {
    expect(size([count(80, '2025-Q4', { state: 'pending' })])).toBe('unknown');
    expect(size([count(80), count(120, '2025-Q4', { state: 'pending', submittedOn: '2026-02-01' })])).toBe('less');
  });
});
