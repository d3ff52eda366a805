import type { Selection } from '../rule.types.js';
import { contextOf, explained, judged, requirementOf, type Entry } from '../testing/county.js';

/** Only cases with the outcome 其他 are open matters; every case of the register proves its month. */
const asked: Selection = {
  record: 'case',
  where: { register: { any: ['监护未落实'] }, outcome: { any: ['其他'] } },
  unitField: 'town',
};
const rule = (cases: Selection = asked) =>
  requirementOf(
    {
      kind: 'no_open_cases',
      period: 'quarter',
      cases,
      statistic: { of: { record: 'child_stat' }, field: 'unguarded', foundOn: 'found_on' },
      register: '监护未落实',
      confirmers: ['each_village', 'each_town', 'bureau:县民政局'],
    },
    { subjects: ['county', 'bureau:县民政局', 'each_town', 'each_village'], veto: true },
    { repair_days: 7, max_age_days: 92 },
  );
const stat = (unit: string, submittedOn: string, quarter = '2026-Q3', unguarded: number | null = 0): Entry => ({
  type: 'child_stat',
  unit,
  fields: { quarter, unguarded },
  submittedOn,
});
const villages = ['v1', 'v2', 'v3'].map((unit) => stat(unit, '2026-10-05'));
const october = (town: string | null, more: Partial<Entry> = {}, fields: Entry['fields'] = {}): Entry => ({
  type: 'case',
  unit: 'b1',
  fields: { register: '监护未落实', found_at: '2026-10-20T09:00', outcome: '复学', town, ...fields },
  ...more,
});
/** `outcome reason confirmed/needed`; of the months, October is expected. */
function told(entries: readonly Entry[], unit = 't1', cases = asked, asOf = '2026-11-24') {
  const verdict = judged(rule(cases), entries, contextOf(asOf, '2026-10-09'), unit);
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.of}`;
}

describe('a month that a case proves', () => {
  const waits = (submittedOn: string) => october('t1', { state: 'pending', submittedOn });
  it('is proven by any case of the register, whether or not it is one of those that may not be open', () => {
    expect(told([...villages, october('t1')])).toBe('met fulfilled 3/3');
    expect(told([...villages, october('t1', {}, { register: '强制报告' })])).toBe('noData sheetMissing 2/3');
    const any: Selection = { record: 'case', where: { outcome: { any: ['其他'] } }, unitField: 'town' };
    expect(told([...villages, october('t1', {}, { register: '强制报告' })], 't1', any)).toBe('met fulfilled 3/3');
  });
  it('is proven in waiting by a case that waits only if it was handed in before the month’s sheet was late', () => {
    expect(told([...villages, waits('2026-11-16')])).toBe('atRisk waitingForReview 2/3');
    expect(told([...villages, waits('2026-11-17')])).toBe('noData sheetMissing 2/3');
  });
  it('is nobody’s where the case names no town', () => {
    expect(['t1', 't2'].map((unit) => told([...villages, october(null)], unit))).toEqual([
      'noData sheetMissing 2/3',
      'noData sheetMissing 1/2',
    ]);
  });
  it('is asked of a bureau as well, which has no villages', () => {
    expect(told(villages, 'b1')).toBe('noData sheetMissing 0/1');
    const mine: Entry = {
      type: 'zero_report',
      unit: 'b1',
      fields: { statement: '零报告', month: '2026-10', registers: ['监护未落实'] },
    };
    expect(told([...villages, mine], 'b1')).toBe('met fulfilled 1/1');
    const missing = explained(rule(), [...villages, mine], contextOf('2026-11-24', '2026-10-09'), 'c')?.missing;
    expect(missing).toEqual(['t1', 't2']);
  });
});

describe('the count with which a village confirms', () => {
  it('counts from the day on which it is handed in', () => {
    const running = [stat('v1', '2026-11-24', '2026-Q4')];
    expect(told(running, 'v1', asked, '2026-11-24')).toBe('met fulfilled 1/1');
    expect(told(running, 'v1', asked, '2026-11-23')).toBe('noData sheetMissing 0/1');
  });
  it('is the last one that states the number', () => {
    expect(told([stat('v1', '2026-10-05'), stat('v1', '2026-11-20', '2026-Q4', null)], 'v1')).toBe('met fulfilled 1/1');
    expect(told([stat('v1', '2026-11-20', '2026-Q4', null)], 'v1')).toBe('noData sheetMissing 0/1');
  });
});
