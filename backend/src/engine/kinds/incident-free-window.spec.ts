import { contextOf, explained, judged, requirementOf, type Entry } from '../testing/county.js';
import { dayText } from '../testing/selected.js';

const free = requirementOf(
  {
    kind: 'incident_free_window',
    period: 'month',
    incidents: { record: 'incident', unitField: 'town' },
    register: '极端事件',
    reporters: ['bureau:县公安局', 'each_town'],
  },
  { subjects: ['county', 'each_town'], veto: true },
  { window_years: 2 },
);
const sheet = (unit: string, fields: Entry['fields'] = {}, more: Partial<Entry> = {}): Entry => ({
  type: 'zero_report',
  unit,
  fields: { statement: '零报告', month: '2026-10', registers: ['极端事件'], ...fields },
  ...more,
});
const past = (unit: string, more: Partial<Entry> = {}, covers_from = '2024-11-24', covers_to = '2026-09-30'): Entry =>
  sheet(unit, { statement: '追溯说明', month: '2026-09', covers_from, covers_to }, more);
const proof = ['b2', 't1', 't2'].flatMap((unit) => [sheet(unit), past(unit)]);
const incident = (
  occurred_on: string,
  status: string,
  town: string | null = 't1',
  more: Partial<Entry> = {},
): Entry => ({
  type: 'incident',
  unit: 'b2',
  fields: { occurred_on, status, town },
  ...more,
});
const now = contextOf('2026-11-24', '2026-10-09');
function told(entries: readonly Entry[], unit = 'c', context = now) {
  const verdict = judged(free, entries, context, unit);
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}`;
}
const everybody = (entries: readonly Entry[]) => ['c', 't1', 't2'].map((unit) => told(entries, unit));

describe('incidents of two years', () => {
  it('are looked for from the same date two years ago to the day itself', () => {
    const verdict = judged(free, proof, now);
    expect([verdict?.from, verdict?.to, verdict?.due].map((at) => dayText(at ?? undefined))).toEqual([
      '2024-11-24',
      '2026-11-24',
      '-',
    ]);
    const on = (date: string) => told([...proof, incident(date, '认定')], 't1');
    expect(['2024-11-23', '2024-11-24', '2026-11-24', '2026-11-25'].map(on)).toEqual([
      'met fulfilled 0',
      'unmet triggered 1',
      'unmet triggered 1',
      'met fulfilled 0',
    ]);
  });
  it('are counted for their town and for the county, confirmed ones before those still under confirmation', () => {
    const two = [incident('2026-05-01', '认定'), incident('2026-06-01', '认定', 't2')];
    expect(everybody([...proof, ...two])).toEqual(['unmet triggered 2', 'unmet triggered 1', 'unmet triggered 1']);
    const both = [incident('2026-05-01', '认定'), incident('2026-06-01', '在核', 't2')];
    expect(everybody([...proof, ...both])).toEqual([
      'unmet triggered 1',
      'unmet triggered 1',
      'atRisk underConfirmation 0',
    ]);
  });
  it('are counted one by one where several happened in one town', () => {
    const three = ['2026-05-01', '2026-06-01', '2026-07-01'].map((date) => incident(date, '认定'));
    expect(everybody([...proof, ...three])).toEqual(['unmet triggered 3', 'unmet triggered 3', 'met fulfilled 0']);
  });
  it('are at risk under a cap, like anything that was reported', () => {
    const capped = judged({ ...free, cap: 'atRisk' }, [incident('2026-05-01', '认定')], now, 't1');
    expect(capped?.outcome).toBe('atRisk');
  });
  it('are the county’s alone where they name no town or the county itself, and counted once', () => {
    for (const town of [null, 'c'])
      expect(everybody([...proof, incident('2026-05-01', '认定', town)])).toEqual([
        'unmet triggered 1',
        'met fulfilled 0',
        'met fulfilled 0',
      ]);
  });
  it('are under confirmation until somebody says whether they are, and cleared only by a reviewed refutation', () => {
    const said = (status: string | null, state: 'approved' | 'pending' = 'approved') =>
      told(
        [...proof, { ...incident('2026-05-01', ''), fields: { occurred_on: '2026-05-01', status, town: 't1' }, state }],
        't1',
      );
    expect(said('在核')).toBe('atRisk underConfirmation 0');
    expect(said(null)).toBe('atRisk underConfirmation 0');
    expect(said('排除')).toBe('met fulfilled 0');
    expect(said('排除', 'pending')).toBe('atRisk underConfirmation 0');
    expect(said('认定', 'pending')).toBe('atRisk underConfirmation 0');
  });
  it('trigger whether or not anybody has reported', () => {
    expect(told([incident('2026-05-01', '认定')], 't1')).toBe('unmet triggered 1');
    expect(told([incident('2026-05-01', '在核')], 't1')).toBe('atRisk underConfirmation 0');
  });
});

describe('the proof that there was none', () => {
  const waits = (entry: Entry, submittedOn = '2026-11-10'): Entry => ({ ...entry, state: 'pending', submittedOn });
  it('is asked of a town for itself, and of the county for all who report', () => {
    const without = (at: number) => everybody(proof.filter((_, index) => index !== at));
    const [yes, no] = ['met fulfilled 0', 'noData sheetMissing 0'];
    expect([0, 1, 2, 3, 4].map(without)).toEqual([
      [no, yes, yes],
      [no, yes, yes],
      [no, no, yes],
      [no, no, yes],
      [no, yes, no],
    ]);
  });
  it('waits where all that is missing waits', () => {
    const [sheetOf, statement, ...rest] = [proof[2], proof[3], proof[0], proof[1], proof[4], proof[5]] as Entry[];
    const others = rest as Entry[];
    expect(everybody([...others, waits(sheetOf as Entry), statement as Entry])).toEqual([
      'atRisk waitingForReview 0',
      'atRisk waitingForReview 0',
      'met fulfilled 0',
    ]);
    expect(told([...others, sheetOf as Entry, waits(statement as Entry)], 't1')).toBe('atRisk waitingForReview 0');
    expect(told([...others, waits(statement as Entry)], 't1')).toBe('noData sheetMissing 0');
    expect(told([...others, waits(sheetOf as Entry, '2026-11-17'), statement as Entry], 't1')).toBe(
      'noData sheetMissing 0',
    );
  });
  it('needs a statement only while the window reaches back before the campaign’s first month', () => {
    const sheets = ['b2', 't1', 't2'].map((unit) => sheet(unit));
    const years = (window_years: number) => ({
      ...free,
      numbers: { window_years: { unit: '', says: null, values: { '2018-01-01': window_years } } },
    });
    expect(judged(free, sheets, now)?.outcome).toBe('noData');
    expect(judged(years(0), sheets, now)?.outcome).toBe('met');
    // On 1 October 2028 the window begins with the campaign's first month.
    const on = (asOf: string) => explained(free, sheets, contextOf(asOf, '2026-10-09'), 't1')?.missing ?? [];
    expect(on('2028-09-30')[0]).toBe('追溯说明');
    expect(on('2028-10-01')[0]).toBe('2026-11');
  });
  it('has to speak of all the time before', () => {
    const told1 = (from: string, to: string) => told([sheet('t1'), past('t1', {}, from, to)], 't1');
    expect(told1('2024-11-24', '2026-09-30')).toBe('met fulfilled 0');
    expect(told1('2024-11-25', '2026-09-30')).toBe('noData sheetMissing 0');
    expect(told1('2024-11-24', '2026-09-29')).toBe('noData sheetMissing 0');
  });
});

describe('what is told of it', () => {
  it('names the units that owe something to the county, and to a town what it owes', () => {
    expect(explained(free, [], now)?.missing).toEqual(['b2', 't1', 't2']);
    expect(explained(free, proof.slice(2), now)?.missing).toEqual(['b2']);
    expect(explained(free, [], now, 't1')?.missing).toEqual(['追溯说明', '2026-10']);
    expect(explained(free, [past('t1')], now, 't1')?.missing).toEqual(['2026-10']);
    expect(explained(free, proof, now, 't1')).toMatchObject({ missing: [], parts: [] });
    const [waits, ...others] = proof;
    const waiting = [{ ...waits, state: 'pending', submittedOn: '2026-11-10' } as Entry, ...others];
    expect(explained(free, waiting, now)).toMatchObject({ verdict: { outcome: 'atRisk' }, missing: ['b2'] });
  });
  it('counts the incidents and sheets of the window: its own for a town, all for the county', () => {
    const entries = [incident('2026-05-01', '排除'), incident('2024-11-23', '排除'), sheet('t1'), sheet('t2')];
    expect(explained(free, entries, now, 't1')?.counted.toSorted()).toEqual([1, 3]);
    expect(explained(free, entries, now, 'c')?.counted.toSorted()).toEqual([1]);
    expect(explained(free, entries, now, 't2')?.counted.toSorted()).toEqual([4]);
  });
  it('counts the statement over the time before, and the sheet of the month in which the window begins', () => {
    expect(explained(free, [sheet('t1'), past('t1')], now, 't1')?.counted).toEqual([2, 1]);
    const first = sheet('t1', { month: '2026-11' });
    const told = explained(free, [first], contextOf('2028-11-24', '2026-10-09'), 't1');
    expect(told?.missing[0]).toBe('2026-12');
    expect(told?.counted).toEqual([1]);
  });
});
