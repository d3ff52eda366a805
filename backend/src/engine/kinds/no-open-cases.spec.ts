import { contextOf, explained, judged, type Entry } from '../testing/county.js';
import { none, open, sheet, stat } from '../testing/open-cases.js';
import { dayText } from '../testing/selected.js';

const villages = [stat('v1', 0), stat('v2', 0), stat('v3', 0)];
const proof = [...villages, sheet('t1', '2026-10'), sheet('t2', '2026-10')];
function told(entries: readonly Entry[], unit = 'c', asOf = '2026-11-24') {
  const verdict = judged(none, entries, contextOf(asOf, '2026-10-09'), unit);
  const due = verdict?.due === null ? '' : ` by ${dayText(verdict?.due)}`;
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.of}/${verdict?.required}${due}`;
}

describe('who has confirmed that no case is open', () => {
  it('are the villages by their counts and the towns by their sheets, added up for those above them', () => {
    expect(['c', 't1', 't2', 'v1'].map((unit) => told(proof, unit))).toEqual([
      'met fulfilled 5/5/5',
      'met fulfilled 3/3/3',
      'met fulfilled 2/2/2',
      'met fulfilled 1/1/1',
    ]);
    expect(['c', 't1', 't2', 'v2'].map((unit) => told(proof.slice(2), unit))).toEqual([
      'noData sheetMissing 3/5/5',
      'noData sheetMissing 1/3/3',
      'met fulfilled 2/2/2',
      'noData sheetMissing 0/1/1',
    ]);
    expect(told(proof.slice(0, 4), 't2')).toBe('noData sheetMissing 1/2/2');
  });
  it('are not none: where nobody is to confirm, nothing is confirmed', () => {
    const bureau = judged(
      { ...none, subjects: ['bureau:县民政局'] },
      proof,
      contextOf('2026-11-24', '2026-10-09'),
      'b1',
    );
    expect(bureau).toMatchObject({ outcome: 'noData', reason: 'sheetMissing', required: 0 });
  });
  it('keeps a village’s count for 92 days and the grace days after the end of its quarter', () => {
    const later = [...proof, ...['t1', 't2'].map((town) => sheet(town, '2026-11'))];
    expect(told(later, 'v1', '2027-01-10')).toBe('met fulfilled 1/1/1');
    expect(told(later, 'v1', '2027-01-11')).toBe('noData sheetMissing 0/1/1');
    expect(told(later, 'c', '2027-01-10')).toBe('met fulfilled 5/5/5');
    expect(told(later, 'c', '2027-01-11')).toBe('noData sheetMissing 2/5/5');
  });
  it('asks towns for the months of the same stretch of time only', () => {
    const fresh = ['v1', 'v2', 'v3'].map((unit) => stat(unit, 0, '2027-Q1'));
    const months = (...list: string[]) => [...fresh, ...list.map((month) => sheet('t1', month))];
    // 102 days back from 24 May 2027 is 11 February; of the months since, April is the last one expected.
    expect(told(months('2027-02', '2027-03', '2027-04'), 't1', '2027-05-24')).toBe('met fulfilled 3/3/3');
    expect(told(months('2027-01', '2027-03', '2027-04'), 't1', '2027-05-24')).toBe('noData sheetMissing 2/3/3');
  });
  it('waits for counts and sheets that were handed in on time', () => {
    const waits = (entry: Entry, submittedOn: string): Entry => ({ ...entry, state: 'pending', submittedOn });
    expect(told([...proof.slice(1), waits(stat('v1', 0), '2026-10-05')])).toBe('atRisk waitingForReview 4/5/5');
    expect(told([...proof.slice(0, 4), waits(sheet('t2', '2026-10'), '2026-11-16')])).toBe(
      'atRisk waitingForReview 4/5/5',
    );
    expect(told([...proof.slice(0, 4), waits(sheet('t2', '2026-10'), '2026-11-17')])).toBe('noData sheetMissing 4/5/5');
    expect(told([...proof.slice(2), waits(stat('v1', 0), '2026-10-05')])).toBe('noData sheetMissing 3/5/5');
  });
  it('takes a case of the month for the sheet, from its first day to its last, of the town that it names', () => {
    const closed = (found_at: string) => open(found_at, { closed_at: '2026-11-12T09:00' });
    const without = [...villages, sheet('t2', '2026-10')];
    expect(told([...without, closed('2026-10-01T00:00')], 't1')).toBe('met fulfilled 3/3/3');
    expect(told([...without, closed('2026-10-31T23:59')], 't1')).toBe('met fulfilled 3/3/3');
    expect(told([...without, closed('2026-09-30T23:59')], 't1')).toBe('noData sheetMissing 2/3/3');
    expect(told([...without, closed('2026-11-01T00:00')], 't1')).toBe('noData sheetMissing 2/3/3');
    expect(told([...villages, closed('2026-10-20T09:00')], 't2')).toBe('noData sheetMissing 1/2/2');
  });
});

describe('what is open', () => {
  const bad = (found_on: string | undefined, more: Partial<Entry> = {}, unguarded = 1) =>
    stat('v1', unguarded, '2026-Q4', { submittedOn: '2026-11-20', ...more }, found_on);
  it('is a case or a count inside its repair days until their last day, and names the earliest of them', () => {
    expect(told([...proof, open('2026-11-17T23:59')], 't1')).toBe('atRisk insideRepair 1/null/0 by 2026-11-24');
    expect(told([...proof, open('2026-11-16T00:00')], 't1')).toBe('unmet triggered 1/null/0 by 2026-11-23');
    expect(told([...proof, bad('2026-11-17')], 't1')).toBe('atRisk insideRepair 1/null/0 by 2026-11-24');
    expect(told([...proof, bad('2026-11-16')], 't1')).toBe('unmet triggered 1/null/0 by 2026-11-23');
    const both = [...proof, open('2026-11-20T09:00'), bad('2026-11-18')];
    expect(['c', 't1', 'v1', 't2'].map((unit) => told(both, unit))).toEqual([
      'atRisk insideRepair 2/null/0 by 2026-11-25',
      'atRisk insideRepair 2/null/0 by 2026-11-25',
      'atRisk insideRepair 1/null/0 by 2026-11-25',
      'met fulfilled 2/2/2',
    ]);
    const turned = [...proof, open('2026-11-18T09:00'), bad('2026-11-20')];
    expect(['t1', 'v1'].map((unit) => told(turned, unit))).toEqual([
      'atRisk insideRepair 2/null/0 by 2026-11-25',
      'atRisk insideRepair 1/null/0 by 2026-11-27',
    ]);
  });
  it('is triggered as soon as one of several is out of its days, and all are counted', () => {
    const mixed = [
      ...proof,
      open('2026-11-10T09:00'),
      open('2026-11-20T09:00'),
      open('2026-11-20T10:00', {}, { state: 'pending' }),
    ];
    expect(told(mixed, 't1')).toBe('unmet triggered 3/null/0 by 2026-11-17');
    expect(told(mixed.slice(0, -3).concat(mixed.slice(-2)), 't1')).toBe('atRisk insideRepair 2/null/0 by 2026-11-27');
  });
  it('is counted case by case, without those that are closed between them', () => {
    const closed = open('2026-11-09T09:00', { closed_at: '2026-11-10T09:00' });
    const [first, second] = [open('2026-11-10T09:00'), open('2026-11-12T09:00')];
    for (const list of [
      [first, closed, second],
      [closed, second, first],
      [second, first, closed],
    ])
      expect(told([...proof, ...list], 't1')).toBe('unmet triggered 2/null/0 by 2026-11-17');
  });
  it('is at risk under a cap, like anything that was reported', () => {
    const capped = judged({ ...none, cap: 'atRisk' }, [open('2026-11-10T09:00')], contextOf('2026-11-24'), 't1');
    expect(capped?.outcome).toBe('atRisk');
  });
  it('is not a case that is found only later, nor one that is closed by the day', () => {
    expect(told([...proof, open('2026-11-25T00:00')], 't1')).toBe('met fulfilled 3/3/3');
    expect(told([...proof, open('2026-11-24T23:59')], 't1')).toBe('atRisk insideRepair 1/null/0 by 2026-12-01');
    expect(told([...proof, open('2026-11-10T09:00', { closed_at: '2026-11-24T23:59' })], 't1')).toBe(
      'met fulfilled 3/3/3',
    );
    expect(told([...proof, open('2026-11-10T09:00', { closed_at: '2026-11-25T00:00' })], 't1')).toMatch(/^unmet/);
  });
  it('is the county’s where the case names no town', () => {
    const nameless = [...proof, open('2026-11-10T09:00', { town: null })];
    expect(['c', 't1', 't2'].map((unit) => told(nameless, unit))).toEqual([
      'unmet triggered 1/null/0 by 2026-11-17',
      'met fulfilled 3/3/3',
      'met fulfilled 2/2/2',
    ]);
  });
  it('is held, without a day, once it was accepted in writing, from that day on', () => {
    const accepted = (accepted_on: string) => [...proof, open('2026-11-10T09:00', { accepted_on })];
    expect(told(accepted('2026-11-24'), 't1')).toBe('atRisk stillOpen 1/null/0');
    expect(told(accepted('2026-11-25'), 't1')).toBe('unmet triggered 1/null/0 by 2026-11-17');
  });
  it('is held while a newer count waits that says solved, or that says open where nothing was', () => {
    const waits = (unguarded: number | null, submittedOn: string): Entry => ({
      type: 'child_stat',
      unit: 'v1',
      fields: { quarter: '2026-Q4', unguarded },
      state: 'pending',
      submittedOn,
    });
    const old = bad('2026-11-10', { submittedOn: '2026-11-11' });
    expect(told([...proof, old, waits(0, '2026-11-17')], 'v1')).toBe('atRisk stillOpen 1/null/0');
    expect(told([...proof, old, waits(0, '2026-11-18')], 'v1')).toBe('unmet triggered 1/null/0 by 2026-11-17');
    expect(told([...proof, old, waits(null, '2026-11-17')], 'v1')).toBe('unmet triggered 1/null/0 by 2026-11-17');
    expect(told([...proof, old, waits(2, '2026-11-17')], 'v1')).toBe('unmet triggered 2/null/0 by 2026-11-17');
    expect(told([...proof, waits(2, '2026-11-17')], 'v1')).toBe('atRisk stillOpen 1/null/0');
    expect(told([...proof, waits(0, '2026-11-17')], 'v1')).toBe('met fulfilled 1/1/1');
    // One more that says solved, handed in later, takes nothing back; one that says open does.
    const [inTime, late] = [waits(0, '2026-11-17'), waits(0, '2026-11-20')];
    expect(told([...proof, old, inTime, late], 'v1')).toBe('atRisk stillOpen 1/null/0');
    expect(told([...proof, old, inTime, waits(2, '2026-11-20')], 'v1')).toBe('unmet triggered 2/null/0 by 2026-11-17');
    expect(told([...proof, inTime, bad('2026-11-10', { submittedOn: '2026-11-19' }), late], 'v1')).toBe(
      'unmet triggered 1/null/0 by 2026-11-17',
    );
  });
});

describe('what is told of the records behind it', () => {
  const why = (entries: readonly Entry[], unit = 't1', asOf = '2026-11-24') =>
    explained(none, entries, contextOf(asOf, '2026-10-09'), unit);
  it('names the units that have not confirmed, below the unit', () => {
    expect(why([], 'c')?.missing).toEqual(['t1', 't2', 'v1', 'v2', 'v3']);
    expect(why([], 't1')?.missing).toEqual(['t1', 'v1', 'v2']);
    expect(why(proof, 'c')?.missing).toEqual([]);
  });
  it('counts the cases, counts and sheets below it, also those of the running quarter', () => {
    expect(why([...proof, open('2026-11-20T09:00')])?.counted.toSorted()).toEqual([1, 2, 4, 6]);
    const running = stat('v1', 0, '2026-Q4', { submittedOn: '2026-11-20' });
    expect(why([running, ...proof])?.counted).toContain(1);
  });
  it('counts the sheets of all months that are asked for, and the statements over them', () => {
    // 102 days back from 24 May 2027 is 11 February, so the sheet of February is asked for.
    const [february, january] = [sheet('t1', '2027-02'), sheet('t1', '2027-01')];
    const over = sheet('t1', '2027-03', {
      fields: {
        statement: '追溯说明',
        month: '2027-03',
        registers: ['监护未落实'],
        covers_from: '2027-03-01',
        covers_to: '2027-04-30',
      },
    });
    const fresh = [stat('v1', 0, '2027-Q1'), stat('v2', 0, '2027-Q1')];
    const told = why([...fresh, february, january, over], 't1', '2027-05-24');
    expect(told).toMatchObject({ verdict: { outcome: 'met' }, counted: [5, 3, 2, 1], parts: [] });
  });
});
