import { contextOf, explained, judged, requirementOf, type Entry } from '../testing/county.js';
import { told as inMerged } from '../testing/changing-county.js';
import { dayText } from '../testing/selected.js';

const ledgers = requirementOf(
  {
    kind: 'ledger_current',
    period: 'quarter',
    of: { record: 'ledger_submission' },
    field: 'ledgers',
    ledgers: ['困境', '留守'],
  },
  { subjects: ['each_village'] },
  { max_age_days: 92, yellow_days: 15 },
);
const filed = (
  submitted_on: string,
  named: readonly string[] = ['困境', '留守'],
  more: Partial<Entry> = {},
): Entry => ({
  type: 'ledger_submission',
  unit: 'v1',
  fields: { submitted_on, ledgers: named },
  ...more,
});
const waits = { state: 'pending' } as const;
/** `outcome reason current/ledgers part by due`. */
function told(entries: readonly Entry[], asOf: string, unit = 'v1') {
  const verdict = judged(ledgers, entries, contextOf(asOf), unit);
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.of} ${verdict?.part ?? '-'} by ${dayText(verdict?.due ?? undefined)}`;
}

describe('the age of a ledger', () => {
  it('is 92 days at the most, fifteen more are tolerated, and each has its last day', () => {
    const both = [filed('2026-06-01')];
    expect(['2026-09-01', '2026-09-02', '2026-09-16', '2026-09-17'].map((asOf) => told(both, asOf))).toEqual([
      'met fulfilled 2/2 - by 2026-09-01',
      'atRisk tolerated 0/2 0 by 2026-09-16',
      'atRisk tolerated 0/2 0 by 2026-09-16',
      'unmet overdue 0/2 0 by 2026-09-16',
    ]);
  });
  it('is that of its latest filing up to the day, whichever was entered first', () => {
    const later = [filed('2026-11-01'), filed('2026-06-01')];
    expect(told(later, '2026-11-24')).toBe('met fulfilled 2/2 - by 2027-02-01');
    expect(told(later, '2026-10-31')).toBe('unmet overdue 0/2 0 by 2026-09-16');
    expect(told(later, '2026-11-24', 'v2')).toMatch(/^noData nothingReported 0\/2 0/);
  });
  it('is asked of each ledger by itself: the worst decides and is named', () => {
    const one = filed('2026-11-01', ['困境']);
    expect(told([one], '2026-11-24')).toMatch(/^noData nothingReported 1\/2 1/);
    expect(told([one, filed('2026-08-20', ['留守'])], '2026-11-24')).toBe('atRisk tolerated 1/2 1 by 2026-12-05');
    expect(told([one, filed('2026-06-20', ['留守'])], '2026-11-24')).toBe('unmet overdue 1/2 1 by 2026-10-05');
    expect(told([filed('2026-11-01', ['留守']), filed('2026-08-20', ['困境'])], '2026-11-24')).toBe(
      'atRisk tolerated 1/2 0 by 2026-12-05',
    );
    expect(told([filed('2026-11-01', [])], '2026-11-24')).toMatch(/^noData nothingReported 0\/2 0/);
  });
  it('is at risk under a cap once a ledger was ever filed', () => {
    const capped = (entries: readonly Entry[]) =>
      judged({ ...ledgers, cap: 'atRisk' }, entries, contextOf('2026-11-24'), 'v1')?.outcome;
    expect([capped([filed('2026-06-01')]), capped([])]).toEqual(['atRisk', 'noData']);
  });
  it('is asked for the first time ninety days after the start', () => {
    expect(told([], '2026-05-30')).toBe('notDue nothingYet 0/2 0 by 2026-05-30');
    expect(told([], '2026-05-31')).toBe('noData nothingReported 0/2 0 by 2026-06-09');
    expect(told([filed('2026-05-01', ['困境'])], '2026-05-30')).toBe('notDue nothingYet 1/2 1 by 2026-05-30');
  });
});

describe('a filing that waits for review', () => {
  it('keeps a ledger at risk, as long as it would make it current', () => {
    const old = filed('2026-06-01');
    expect(told([old, filed('2026-09-10', ['困境', '留守'], waits)], '2026-12-11')).toMatch(
      /^atRisk waitingForReview 0\/2 0/,
    );
    expect(told([old, filed('2026-09-10', ['困境', '留守'], waits)], '2026-12-12')).toMatch(/^unmet overdue/);
    expect(told([old, filed('2026-09-01', ['困境', '留守'], waits)], '2026-09-01')).toMatch(/^met fulfilled/);
  });
  it('was handed in on time up to 92 days and the grace days after the one before it', () => {
    const handed = (submittedOn: string) =>
      told([filed('2026-06-01'), filed(submittedOn, ['困境', '留守'], { ...waits, submittedOn })], '2026-09-20');
    expect(handed('2026-09-11')).toMatch(/^atRisk waitingForReview/);
    expect(handed('2026-09-12')).toMatch(/^unmet overdue/);
  });
  it('is measured by the one before it, though that waits as well', () => {
    const later = (submittedOn: string) => [
      filed('2026-06-01'),
      filed('2026-09-01', ['困境', '留守'], { ...waits, submittedOn: '2026-09-11' }),
      filed('2026-12-01', ['困境', '留守'], { ...waits, submittedOn }),
    ];
    expect(told(later('2026-12-12'), '2026-12-31')).toMatch(/^atRisk waitingForReview/);
    expect(told(later('2026-12-13'), '2026-12-31')).toMatch(/^unmet overdue/);
    expect(told(later('2026-12-13'), '2026-12-02')).toMatch(/^atRisk waitingForReview/);
  });
  it('is on time for each ledger by itself, and for each village', () => {
    const second = (day: string, more: Partial<Entry> = {}) => filed(day, ['留守'], more);
    const handed = (unit: string, submittedOn: string) =>
      told(
        [
          filed(submittedOn, ['困境'], { unit }),
          second('2026-06-01', { unit }),
          second(submittedOn, { unit, ...waits }),
        ],
        '2026-09-20',
        unit,
      );
    for (const unit of ['v1', 'v2', 'v3'])
      expect([handed(unit, '2026-09-11'), handed(unit, '2026-09-12')]).toEqual([
        expect.stringMatching(/^atRisk waitingForReview 1\/2 1/),
        expect.stringMatching(/^unmet overdue 1\/2 1/),
      ]);
    // What counts of one ledger is no filing of the other: the first of it has no day by which it had to come.
    const first = second('2026-11-20', waits);
    expect(told([filed('2026-11-01', ['困境']), first], '2026-11-24')).toMatch(/^atRisk waitingForReview 1\/2 1/);
  });
  it('is always on time where there was none before it', () => {
    const first = filed('2026-11-20', ['困境', '留守'], waits);
    expect(told([first], '2026-11-24')).toMatch(/^atRisk waitingForReview 0\/2 0/);
    expect(told([{ ...first, fields: { ...first.fields, submitted_on: '2026-05-20' } }], '2026-05-25')).toMatch(
      /^notDue waitingForReview/,
    );
  });
});

describe('what is told of ledgers', () => {
  const why = (entries: readonly Entry[], asOf = '2026-11-24') => explained(ledgers, entries, contextOf(asOf), 'v1');
  it('names each with its age in days, and those that are not current', () => {
    expect(why([filed('2026-11-20', ['困境'])])).toMatchObject({
      missing: ['留守'],
      parts: [
        { label: '困境', outcome: 'met', measured: 4, of: 92 },
        { label: '留守', outcome: 'noData', measured: null, of: 92 },
      ],
    });
    expect(why([filed('2026-08-20'), filed('2026-11-24', ['留守'])])).toMatchObject({
      missing: ['困境'],
      parts: [
        { outcome: 'atRisk', measured: 96 },
        { outcome: 'met', measured: 0 },
      ],
    });
    expect(why([filed('2026-11-20')])?.missing).toEqual([]);
  });
  it('counts the filings of all years up to the day', () => {
    expect(why([filed('2018-05-01'), filed('2026-11-24'), filed('2026-11-25')])?.counted).toEqual([2, 1]);
  });
});

describe('ledgers of merged villages', () => {
  const { rule } = ledgers;
  const merged = (entries: readonly Entry[]) =>
    inMerged(rule, { max_age_days: 92, yellow_days: 15 }, entries, '2026-11-24', 'v9');
  const of = (unit: string, day: string, named?: readonly string[]) => filed(day, named, { unit });
  it('are each as old as the older of the two before, and missing where one of them never filed it', () => {
    expect(merged([of('v1', '2026-06-20'), of('v2', '2026-11-01')])).toBe('unmet overdue 0/2');
    expect(merged([of('v1', '2026-11-02'), of('v2', '2026-11-01')])).toBe('met fulfilled 2/2');
    const both = [of('v1', '2026-11-01', ['困境']), of('v2', '2026-11-05')];
    expect(merged(both)).toBe('noData nothingReported 1/2');
    expect(merged([...both, of('v9', '2026-11-10', ['困境'])])).toBe('noData nothingReported 1/2');
    expect(merged([...both, of('v9', '2026-11-10', ['留守'])])).toBe('met fulfilled 2/2');
  });
});
