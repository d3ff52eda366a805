import type { CoverageOf, Measure, Selection } from '../rule.types.js';
import { AWARD, award } from '../testing/awards.js';
import { MERGED } from '../testing/changing-county.js';
import { UNITS, type Entry } from '../testing/county.js';
import { measured, type Looked } from '../testing/measured.js';
import { sheet } from '../testing/sheets.js';

const meeting = (unit: string, date = '2026-08-01', more: Partial<Entry> = {}): Entry => ({
  type: 'meeting',
  unit,
  fields: { date },
  ...more,
});
const staff = (unit: string, fields: Entry['fields'] = {}): Entry => ({
  type: 'staff',
  unit,
  fields: { start_on: '2026-03-01', ...fields },
});
/** A measure beside a hundred: `unit value/100`. */
const values = (numerator: Measure, entries: readonly Entry[], looked: Looked = {}) =>
  measured({ type: 'ratio', numerator, denominator: { number: 'all' } }, entries, {
    ...looked,
    numbers: { all: 100, ...looked.numbers },
  })[0]?.map((line) => line.replace('/100', ''));
const reaches = (record: string, more: Partial<Selection> = {}) =>
  (['own', 'subtree', 'county'] as const).map((from): Selection => ({ record, ...more, from }));

describe('records counted', () => {
  const entries = [meeting('v1'), meeting('v1'), meeting('t1'), meeting('v3'), meeting('b1'), meeting('x')];
  it('are those of the unit, of what lies below it, or of the whole county', () => {
    const [own, below, all] = reaches('meeting').map((count) => values({ count }, entries));
    expect(own).toEqual(['b1 1', 't1 1', 'v1 2', 'v3 1']);
    expect(below).toEqual(['c 5', 'b1 1', 't1 3', 't2 1', 'v1 2', 'v3 1']);
    expect(all).toEqual(UNITS.map(({ code }) => `${code} 6`));
  });
  it('belong to the units they name; the county and its bureaus see all, also those that name none', () => {
    const found = (town: string | null): Entry => ({
      type: 'case',
      unit: 'b2',
      fields: { found_at: '2026-08-01T08:00', town },
    });
    const count: Selection = { record: 'case', unitField: 'town', from: 'county' };
    expect(values({ count }, [found('t1'), found('v3'), found(null)])).toEqual([
      'c 3',
      'b1 3',
      'b2 3',
      't1 1',
      't2 1',
      'v3 1',
    ]);
  });
  it('are those of the period, its first and its last day inside', () => {
    const days = ['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01'].map((date) => meeting('v1', date));
    expect(values({ count: { record: 'meeting' } }, days, { asOf: '2026-09-30' })).toEqual(['v1 2']);
    expect(values({ count: { record: 'meeting' } }, days, { asOf: '2026-09-29' })).toEqual(['v1 1']);
    expect(values({ count: { record: 'meeting' } }, days, { asOf: '2026-12-31', period: 'calendar_year' })).toEqual([
      'v1 4',
    ]);
    expect(values({ count: { record: 'meeting' } }, days, { asOf: '2026-12-31', period: 'standing' })).toEqual([
      'v1 4',
    ]);
  });
  it('are those that lack what is only wished for as well', () => {
    const count: Selection = { record: 'meeting', wants: { topics: { any: ['重大'] } } };
    expect(values({ count }, [meeting('v1'), meeting('v1')])).toEqual(['v1 2']);
  });
  it('are, of posts, those in force on the day, the first and the last inside', () => {
    const posts = (asOf: string) =>
      values(
        { count: { record: 'staff' } },
        [staff('v1'), staff('v1', { start_on: '2026-08-01', end_on: '2026-08-31' })],
        {
          asOf,
        },
      );
    expect(['2026-07-31', '2026-08-01', '2026-08-31', '2026-09-01'].map((asOf) => posts(asOf)?.[0])).toEqual([
      'v1 1',
      'v1 2',
      'v1 2',
      'v1 1',
    ]);
  });
  it('are, of papers, those in force for a standing duty and those of the year for one of the year', () => {
    const paper = (issue_date: string): Entry => ({ type: 'document', unit: 'v1', fields: { issue_date } });
    const papers = [paper('2025-12-31'), paper('2026-01-01')];
    const count: Selection = { record: 'document' };
    expect(values({ count }, papers, { period: 'standing' })).toEqual(['v1 2']);
    expect(values({ count }, papers, { period: 'calendar_year' })).toEqual(['v1 1']);
    expect(
      values({ count: { record: 'staff' } }, [staff('v1', { start_on: '2025-06-01' })], { period: 'calendar_year' }),
    ).toEqual(['v1 1']);
  });
  it('wait for their review, if handed in before the grace days are over', () => {
    const waits = (submittedOn: string) => [meeting('v1', '2026-08-01', { state: 'pending', submittedOn })];
    const count: Selection = { record: 'meeting' };
    expect(values({ count }, waits('2026-10-10'))).toEqual([]);
    expect(values({ count }, waits('2026-10-10'), { waiting: true })).toEqual(['v1 1']);
    expect(values({ count }, waits('2026-10-11'), { waiting: true })).toEqual([]);
    const post = (submittedOn: string): Entry => ({ ...staff('v1'), state: 'pending', submittedOn });
    expect(values({ count: { record: 'staff' } }, [post('2026-10-10')], { waiting: true })).toEqual(['v1 1']);
    expect(values({ count: { record: 'staff' } }, [post('2026-10-11')], { waiting: true })).toEqual([]);
  });
});

describe('statistics in a stretch of time', () => {
  const count: Selection = { record: 'child_stat' };
  const quarters = ['2025-Q4', '2026-Q1', '2026-Q3'].map((quarter) => sheet(1, 1, {}, 'v1', quarter));
  it('are, of a quarter or a month, those of just that quarter or month', () => {
    const year = sheet(1, 1, {}, 'v1', '2026');
    expect(values({ count }, [...quarters, year, sheet(1, 1, {}, 'v1', '2026-09')])).toEqual(['v1 1']);
    expect(values({ count }, [...quarters, sheet(1, 1, {}, 'v2', '2026-09')], { period: 'month' })).toEqual(['v2 1']);
    expect(values({ count }, [sheet(1, 1, {}, 'v1', '2026-08')])).toEqual([]);
  });
  it('are, of a year or twelve months, those whose whole period lies in it', () => {
    expect(values({ count }, quarters, { period: 'calendar_year' })).toEqual(['v1 2']);
    expect(values({ count }, quarters, { period: 'rolling_12_months' })).toEqual(['v1 3']);
    expect(values({ count }, quarters, { period: 'rolling_12_months', asOf: '2026-09-29' })).toEqual(['v1 2']);
    expect(values({ count }, quarters, { period: 'rolling_12_months', asOf: '2026-10-01' })).toEqual(['v1 2']);
    expect(values({ count }, quarters, { period: 'standing' })).toEqual(['v1 3']);
  });
});

describe('amounts added', () => {
  const entries = [
    sheet(3, 0),
    sheet(4, 0),
    sheet(5, 0, {}, 't1'),
    sheet(6, 0, {}, 'x'),
    { ...sheet(0, 0), fields: { quarter: '2026-Q3' } },
  ];
  it('are all of the unit, of what lies below it, or of the whole county', () => {
    const [own, below, all] = reaches('child_stat').map((sum) => values({ sum, field: 'done' }, entries));
    expect(own).toEqual(['t1 5', 'v1 7']);
    expect(below).toEqual(['c 12', 't1 12', 'v1 7']);
    expect(all).toEqual(UNITS.map(({ code }) => `${code} 18`));
  });
  it('are, of counts by unit, what each unit is given', () => {
    const prizes = [award({ counts: { v1: 3, v3: 2 } }, 'b1'), award({ counts: { v1: 1 } }, 'b1')];
    const sum: Selection = { record: 'award', unitField: 'counts' };
    const looked = { types: [AWARD] };
    expect(values({ sum, field: 'counts' }, prizes, looked)).toEqual(['v1 4', 'v3 2']);
    expect(values({ latest: sum, field: 'counts' }, prizes, looked)).toEqual(['v1 1', 'v3 2']);
    expect(values({ sum: { ...sum, from: 'county' }, field: 'counts' }, prizes, looked)).toEqual([
      'c 6',
      'b1 6',
      'b2 6',
      't1 4',
      't2 2',
      'v1 4',
      'v3 2',
    ]);
  });
  it('are nothing in a field that holds no number', () => {
    expect(values({ sum: { record: 'child_stat' }, field: 'none' }, entries)).toEqual([]);
    expect(values({ sum: { record: 'child_stat' }, field: 'other' }, entries)).toEqual([]);
    expect(values({ sum: { record: 'other' }, field: 'done' }, entries)).toEqual([]);
  });
  it('are, of the latest of each unit, the newest alone', () => {
    const [own, below, all] = reaches('child_stat').map((latest) =>
      values({ latest, field: 'done' }, entries.slice(0, 4)),
    );
    expect(own).toEqual(['t1 5', 'v1 4']);
    expect(below).toEqual(['c 9', 't1 9', 'v1 4']);
    expect(all).toEqual(UNITS.map(({ code }) => `${code} 9`));
    expect(values({ latest: { record: 'child_stat' }, field: 'done' }, [sheet(3, 0), sheet(0, 0)])).toEqual([]);
    const other = sheet(9, 0, {}, 'v1', '2026');
    expect(values({ latest: { record: 'child_stat' }, field: 'done' }, [sheet(3, 0), other])).toEqual(['v1 3']);
  });
  it('are not there before the day on which they were handed in', () => {
    const tomorrow = [{ ...sheet(3, 0), submittedOn: '2026-08-01' }];
    for (const measure of [{ sum: { record: 'child_stat' } }, { latest: { record: 'child_stat' } }]) {
      expect(values({ ...measure, field: 'done' }, tomorrow, { asOf: '2026-07-31' })).toEqual([]);
      expect(values({ ...measure, field: 'done' }, tomorrow, { asOf: '2026-08-01' })).toEqual(['v1 3']);
    }
  });
  it('are, after a merger, the newest of each predecessor until the heir has its own', () => {
    const latest: Measure = { latest: { record: 'child_stat' }, field: 'done' };
    const both = [sheet(3, 0), sheet(4, 0), sheet(5, 0, {}, 'v2')];
    expect(values(latest, both, { units: MERGED })).toEqual(['v9 9']);
    expect(values(latest, [...both, sheet(2, 0, {}, 'v9')], { units: MERGED })).toEqual(['v9 2']);
  });
});

describe('units counted', () => {
  it('are those that lie in each subtree; a bureau sees the whole county', () => {
    expect(values({ units: ['each_village', 'each_town_without_streets'] }, [])).toEqual([
      'c 4',
      'b1 4',
      'b2 4',
      't1 3',
      't2 1',
      'v1 1',
      'v2 1',
      'v3 1',
    ]);
    expect(values({ units: ['each_town', 'each_town_without_streets', 'bureau:县民政局'] }, [])).toEqual([
      'c 3',
      'b1 3',
      'b2 3',
      't1 1',
      't2 1',
    ]);
  });
});

describe('shares', () => {
  const ratio = (numerator: Measure, denominator: Measure, entries: readonly Entry[], numbers = {}) =>
    measured({ type: 'ratio', numerator, denominator } satisfies CoverageOf, entries, { numbers })[0];
  it('are never more than everybody', () => {
    expect(ratio({ number: 'some' }, { number: 'all' }, [], { some: 9, all: 4 })?.[0]).toBe('c 4/4');
    expect(ratio({ number: 'some' }, { number: 'all' }, [], { some: 4, all: 4 })?.[0]).toBe('c 4/4');
  });
  it('have said something once anything is counted above or below; a number alone says nothing', () => {
    const count: Measure = { count: { record: 'meeting' } };
    const posts: Measure = { count: { record: 'staff' } };
    expect(ratio(count, posts, [staff('v1'), meeting('v2')])).toEqual(['v1 0/1', 'v2 0/0']);
    expect(ratio(count, { number: 'all' }, [meeting('v2')], { all: 4 })).toEqual(['v2 1/4']);
    expect(ratio(count, { units: ['each_village'] }, [])).toEqual([]);
    for (const field of ['done', 'children_total'])
      for (const below of [
        { sum: { record: 'child_stat' }, field },
        { latest: { record: 'child_stat' }, field },
      ])
        expect(ratio(count, below, [sheet(5, 0, { children_total: 5 })])).toEqual(['v1 0/5']);
    const named: Measure = { distinct: { record: 'meeting' }, field: 'town', among: ['each_village'] };
    expect(ratio(posts, named, [meeting('v1')])).toEqual(['v1 0/1']);
  });
});
