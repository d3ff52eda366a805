import { formatDay } from '../days.js';
import { contextOf, day, explained, judged, requirementOf, said, type Entry } from '../testing/county.js';

describe('frequency coverage', () => {
  const weekly = requirementOf(
    {
      kind: 'frequency_coverage',
      period: 'iso_week',
      count: { record: 'activity', from: 'home' },
      exempt: 'spring_festival',
    },
    { subjects: ['each_village'] },
    { min_per_week: 2, window_weeks: 4, target: 100, yellow: 75, catch_up_days: 7 },
  );
  const home: Entry = {
    type: 'facility',
    unit: 'v1',
    id: 900,
    fields: { facility_type: '儿童之家', opened_on: '2026-01-01', served_units: ['v2'] },
  };
  // On 24 November the last complete week with its seven days of catching up is that of 9 November.
  const mondays = ['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'];
  const sessions = (weeks: readonly string[], times = 2): Entry[] =>
    weeks.flatMap((monday) =>
      Array.from({ length: times }, (_, at): Entry => ({
        type: 'activity',
        unit: 'v1',
        fields: { home: 900, date: formatDay(day(monday) + at) },
      })),
    );
  const now = contextOf('2026-11-24');
  it('is met by every village that the home serves when each week has two sessions', () => {
    const entries = [home, ...sessions(mondays)];
    expect(['v1', 'v2', 'v3'].map((code) => said(weekly, entries, now, code))).toEqual([
      'met fulfilled',
      'met fulfilled',
      'unmet nothingReported',
    ]);
  });
  it('tolerates a missing week down to the yellow line and names it', () => {
    expect(said(weekly, [home, ...sessions(mondays.slice(1))], now, 'v1')).toBe('atRisk tolerated');
    expect(explained(weekly, [home, ...sessions(mondays.slice(2))], now, 'v1')).toMatchObject({
      verdict: { outcome: 'unmet', measured: 2, of: 4 },
      missing: mondays.slice(0, 2),
    });
  });
  it('leaves out the weeks before the campaign and those of the Spring Festival', () => {
    const young = contextOf('2026-11-24', '2026-11-01');
    expect(judged(weekly, [home, ...sessions(mondays.slice(2))], young, 'v1')).toMatchObject({ outcome: 'met', of: 2 });
    const festival = {
      ...now,
      calendar: { ...now.calendar, springFestival: new Set([0, 1, 2, 3].map((at) => day('2026-10-19') + at)) },
    };
    expect(judged(weekly, [home, ...sessions(mondays.slice(1))], festival, 'v1')).toMatchObject({
      outcome: 'met',
      of: 3,
    });
  });
  it('takes no other place of the village for its home, also not while it waits for review', () => {
    const other: Entry = { ...home, fields: { ...home.fields, facility_type: '中心' } };
    const unnamed: Entry = { ...home, fields: { opened_on: '2026-01-01', served_units: ['v2'] } };
    for (const place of [other, unnamed, { ...other, state: 'pending' as const, submittedOn: '2026-10-01' }]) {
      const entries = [place, ...sessions(mondays)];
      expect(['v1', 'v2'].map((code) => said(weekly, entries, now, code))).toEqual([
        'unmet nothingReported',
        'unmet nothingReported',
      ]);
    }
  });
  it('adds up the sessions of two homes that serve a village, each only while it is open', () => {
    const second: Entry = { ...home, unit: 'v3', id: 901 };
    const there = (monday: string): Entry => ({ type: 'activity', unit: 'v3', fields: { home: 901, date: monday } });
    const half = [...sessions(mondays, 1), ...mondays.map(there)];
    expect(said(weekly, [home, second, ...half], now, 'v2')).toBe('met fulfilled');
    expect(said(weekly, [home, second, ...half], now, 'v1')).toBe('unmet short');
    const closed = { ...second, fields: { ...second.fields, closed_on: '2026-11-01' } };
    expect(judged(weekly, [home, closed, ...half], now, 'v2')).toMatchObject({ outcome: 'unmet', measured: 2, of: 4 });
  });
  it('asks each week for the sessions of its own Sunday, and all of them for the share of today', () => {
    const dated = (name: string, values: Readonly<Record<string, number>>) => ({
      ...weekly,
      numbers: { ...weekly.numbers, [name]: { unit: '', says: null, values } },
    });
    const entries = [home, ...sessions(mondays)];
    const later = dated('min_per_week', { '2018-01-01': 2, '2026-11-08': 3 });
    expect(explained(later, entries, now, 'v1')).toMatchObject({
      verdict: { measured: 2, of: 4 },
      missing: ['2026-11-02', '2026-11-09'],
    });
    const eased = dated('target', { '2018-01-01': 100, '2026-11-20': 50 });
    expect(said(eased, [home, ...sessions(mondays.slice(2))], now, 'v1')).toBe('met fulfilled');
  });
  it('judges a week only once its seven days of catching up are over', () => {
    const span = (asOf: string) => judged(weekly, [home, ...sessions(mondays)], contextOf(asOf), 'v1')?.to;
    expect(['2026-11-22', '2026-11-23'].map(span)).toEqual([day('2026-11-08'), day('2026-11-15')]);
  });
  it('has no data while the campaign is younger than the window and nothing was recorded', () => {
    expect(said(weekly, [home], contextOf('2026-11-24', '2026-11-01'), 'v1')).toBe('noData nothingReported');
    expect(said(weekly, [home], now, 'v1')).toBe('unmet nothingReported');
  });
  it('waits with the home for its review, if that was handed in in time', () => {
    const waits = { ...home, state: 'pending', submittedOn: '2026-10-20' } as const;
    expect(said(weekly, [waits, ...sessions(mondays)], now, 'v2')).toBe('atRisk waitingForReview');
    const late = { ...waits, submittedOn: '2026-11-23' };
    expect(said(weekly, [late, ...sessions(mondays)], now, 'v2')).toBe('unmet nothingReported');
    expect(said(weekly, [{ ...waits, state: 'returned' }, ...sessions(mondays)], now, 'v2')).toBe(
      'unmet nothingReported',
    );
  });
  it('does not count sessions of a home that was not open that day', () => {
    const late = { ...home, fields: { ...home.fields, opened_on: '2026-11-02' } };
    expect(judged(weekly, [late, ...sessions(mondays)], now, 'v1')).toMatchObject({ measured: 2, of: 4 });
  });
});

describe('ledger current', () => {
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
  const filed = (submitted_on: string, ...named: string[]): Entry => ({
    type: 'ledger_submission',
    unit: 'v1',
    fields: { submitted_on, ledgers: named },
  });
  it('is met while each ledger is young enough, then tolerated, then unmet', () => {
    const both = [filed('2026-06-01', '困境', '留守')];
    expect(
      ['2026-09-01', '2026-09-02', '2026-09-16', '2026-09-17'].map((asOf) =>
        said(ledgers, both, contextOf(asOf), 'v1'),
      ),
    ).toEqual(['met fulfilled', 'atRisk tolerated', 'atRisk tolerated', 'unmet overdue']);
  });
  it('has no data for a ledger that was never filed, even where the other is current', () => {
    expect(judged(ledgers, [filed('2026-11-01', '困境')], contextOf('2026-11-24'), 'v1')).toMatchObject({
      outcome: 'noData',
      part: 1,
      measured: 1,
      of: 2,
    });
  });
  it('is not due in the first ninety days', () => {
    expect(said(ledgers, [], contextOf('2026-05-30'), 'v1')).toBe('notDue nothingYet');
    expect(said(ledgers, [], contextOf('2026-05-31'), 'v1')).toBe('noData nothingReported');
  });
  it('is at risk while a fresh submission waits for review', () => {
    const waiting: Entry = { ...filed('2026-09-01', '困境', '留守'), state: 'pending' };
    expect(said(ledgers, [filed('2026-06-01', '困境', '留守'), waiting], contextOf('2026-09-30'), 'v1')).toBe(
      'atRisk waitingForReview',
    );
  });
  it('has no day by which a first submission had to come, also after one that was never approved', () => {
    const waits = (on: string): Entry => ({ ...filed(on, '困境', '留守'), state: 'pending' });
    const on = contextOf('2026-11-24');
    expect(said(ledgers, [waits('2026-11-01')], on, 'v1')).toBe('atRisk waitingForReview');
    expect(said(ledgers, [waits('2026-03-01'), waits('2026-11-01')], on, 'v1')).toBe('atRisk waitingForReview');
    expect(said(ledgers, [filed('2026-03-01', '困境', '留守'), waits('2026-11-01')], on, 'v1')).toBe('unmet overdue');
  });
});
