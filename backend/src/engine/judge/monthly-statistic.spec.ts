import { MONTHLY_NUMBERS } from '../testing/cases.js';
import { told as toldOf } from '../testing/changing-county.js';
import { contextOf, judged, requirementOf, type Entry } from '../testing/county.js';

const sheet = (
  period: string,
  handled: number,
  accepted: number,
  more: Partial<Entry> = {},
  fields: Entry['fields'] = {},
): Entry => ({
  type: 'indicator_value',
  unit: 'b2',
  fields: { period, numerator: handled, denominator: accepted, ...fields },
  submittedOn: `${period.slice(0, 4)}-12-01`,
  ...more,
});
/** `outcome reason handled/accepted`; as of November, October is the one month expected. */
function told(entries: readonly Entry[], asOf = '2026-11-24', start = '2026-10-09', unit = 'b2') {
  const requirement = requirementOf(MONTHLY_NUMBERS, { subjects: ['bureau:县民政局', 'bureau:县公安局'] });
  const verdict = judged(requirement, entries, contextOf(asOf, start), unit);
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.of}`;
}

describe('the sheets of a monthly statistic', () => {
  it('are, of one month, the one handed in last, and never more handled than accepted', () => {
    const first = sheet('2026-10', 0, 4, { submittedOn: '2026-11-02' });
    expect(told([first])).toBe('unmet late 0/4');
    expect(told([first, sheet('2026-10', 5, 5, { submittedOn: '2026-11-03' })])).toBe('met fulfilled 5/5');
    expect(told([sheet('2026-10', 7, 5)])).toBe('met fulfilled 5/5');
  });
  it('count nothing where they say that there was nothing', () => {
    expect(told([sheet('2026-10', 0, 3, {}, { none_eligible: true })])).toBe('met fulfilled 0/0');
    expect(told([sheet('2026-10', 0, 3, {}, { none_eligible: false })])).toBe('unmet late 0/3');
  });
  it('are added up over the months that lie whole in the last twelve, the last of them on its last day', () => {
    const sums = (asOf: string) =>
      told(
        [sheet('2025-12', 1, 1), sheet('2026-10', 2, 2), sheet('2026-11', 4, 4, { submittedOn: '2026-11-20' })],
        asOf,
        '2025-12-01',
      ).replace(/^.* /, '');
    expect(['2026-11-29', '2026-11-30', '2026-12-01'].map(sums)).toEqual(['3/3', '7/7', '6/6']);
  });
  it('prove their month in waiting if they were handed in before it was late, and add nothing', () => {
    const waits = (submittedOn: string) => sheet('2026-10', 0, 4, { state: 'pending', submittedOn });
    expect(told([waits('2026-11-16')])).toBe('atRisk waitingForReview 0/0');
    expect(told([waits('2026-11-17')])).toBe('noData sheetMissing 0/0');
  });
  it('are the unit’s own: one of an earlier year or of a quarter is none, for it and for its neighbour', () => {
    const old = sheet('2024-01', 0, 3);
    const quarter = sheet('2026-Q4', 0, 3, { submittedOn: '2026-11-20' });
    const all = [old, quarter, sheet('2026-10', 2, 2), sheet('2026-11', 1, 1)];
    expect(told(all, '2026-11-30')).toBe('met fulfilled 3/3');
    expect(told(all, '2026-11-30', '2026-10-09', 'b1')).toBe('noData sheetMissing 0/0');
    expect(told([old, quarter], '2026-11-30')).toBe('noData sheetMissing 0/0');
  });
  it('of merged villages are added up, and prove a month only together', () => {
    const months = ['2026-03', '2026-04', '2026-05', '2026-06'];
    const of = (unit: string, list = months) =>
      list.map((period) => sheet(period, 1, 2, { unit, submittedOn: '2026-06-30' }));
    const after = (entries: readonly Entry[]) => toldOf(MONTHLY_NUMBERS, {}, entries, '2026-07-10', 'v9');
    expect(after([...of('v1'), ...of('v2')])).toBe('unmet late 8/16');
    const good = (unit: string, list = months) =>
      list.map((period) => sheet(period, 2, 2, { unit, submittedOn: '2026-06-30' }));
    expect(after([...good('v1'), ...good('v2')])).toBe('met fulfilled 16/16');
    expect(after([...good('v1'), ...good('v2', months.slice(2))])).toBe('noData sheetMissing 12/12');
  });
});
