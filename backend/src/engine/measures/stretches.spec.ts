import type { CoverageOf, Measure, PeriodUnit } from '../rule.types.js';
import type { Entry } from '../testing/county.js';
import { measured, type Looked } from '../testing/measured.js';
import { sheet } from '../testing/sheets.js';

/** A measure beside a hundred: `unit value/100`. */
const told = (numerator: Measure, entries: readonly Entry[], looked: Looked = {}) =>
  measured({ type: 'ratio', numerator, denominator: { number: 'all' } }, entries, {
    ...looked,
    numbers: { all: 100 },
  })[0];

describe('a statistic that speaks of more or less than the stretch of time', () => {
  const of = { record: 'child_stat' };
  const measures: Readonly<Record<string, Measure>> = {
    counted: { count: of },
    added: { sum: of, field: 'done' },
    'the latest': { latest: of, field: 'done' },
    'what names units': { distinct: of, field: 'place', among: ['each_village'] },
  };
  /** Handed in before its period was over. */
  const early = (period: string, submittedOn: string): Entry => ({
    ...sheet(1, 1, {}, 'v1', period),
    submittedOn,
  });
  describe.each(Object.entries(measures))('is not %s', (_name, measure) => {
    const seen = (entry: Entry, period: PeriodUnit, asOf = '2026-12-31') => told(measure, [entry], { period, asOf });
    it('in a quarter, though it begins or ends with it', () => {
      expect(seen(sheet(1, 1, {}, 'v1', '2026-10'), 'quarter')).toEqual([]);
      expect(seen(sheet(1, 1, {}, 'v1', '2026-12'), 'quarter')).toEqual([]);
      expect(seen(sheet(1, 1, {}, 'v1', '2026'), 'quarter')).toEqual([]);
      expect(seen(sheet(1, 1, {}, 'v1', '2026-Q4'), 'quarter')).toEqual(['v1 1/100']);
    });
    it('in a year, where it reaches over its first or its last day', () => {
      expect(seen(early('2025-2026', '2026-03-01'), 'calendar_year')).toEqual([]);
      expect(seen(early('2026-2027', '2026-10-01'), 'calendar_year')).toEqual([]);
      expect(seen(early('2026-Q4', '2026-10-20'), 'calendar_year')).toEqual(['v1 1/100']);
      expect(seen(early('2026-Q3', '2026-09-20'), 'rolling_12_months', '2026-09-29')).toEqual([]);
    });
  });
});

describe('what has ended', () => {
  const paper = (valid_to: string): Entry => ({
    type: 'document',
    unit: 'v1',
    fields: { issue_date: '2026-03-05', valid_to },
  });
  it('is, of papers, no longer counted for a standing duty, but in the year in which they were issued', () => {
    const count: Measure = { count: { record: 'document' } };
    const days = ['2026-09-29', '2026-09-30'];
    const standing = days.map((to) => told(count, [paper(to)], { period: 'standing' }));
    expect(standing).toEqual([[], ['v1 1/100']]);
    const yearly = days.map((to) => told(count, [paper(to)], { period: 'calendar_year' }));
    expect(yearly).toEqual([['v1 1/100'], ['v1 1/100']]);
  });
  it('shows nothing any more of the place that it names: a home whose only worker has left has none', () => {
    const staffed: CoverageOf = {
      type: 'share',
      among: { record: 'facility' },
      having: { linked: { of: { record: 'staff' }, field: 'home' } },
    };
    const home: Entry = { type: 'facility', unit: 'v1', id: 50, fields: { opened_on: '2026-03-05' } };
    const worker = (end_on: string): Entry => ({
      type: 'staff',
      unit: 'v1',
      fields: { start_on: '2026-03-05', end_on, home: 50 },
    });
    expect(measured(staffed, [home, worker('2026-09-29')])[0]).toEqual(['v1 0/1']);
    expect(measured(staffed, [home, worker('2026-09-30')])[0]).toEqual(['v1 1/1']);
  });
});
