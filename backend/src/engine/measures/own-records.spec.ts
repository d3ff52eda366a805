import type { CoverageOf, Measure, Selection } from '../rule.types.js';
import { UNITS, type Entry } from '../testing/county.js';
import { measured } from '../testing/measured.js';
import { sheet, typed } from '../testing/sheets.js';

/** A measure beside a hundred: `unit value/100`. */
const told = (numerator: Measure, entries: readonly Entry[]) =>
  measured({ type: 'ratio', numerator, denominator: { number: 'all' } }, entries, { numbers: { all: 100 } })[0];
const meeting = (unit: string, topics: readonly string[] = []): Entry => ({
  type: 'meeting',
  unit,
  fields: { date: '2026-08-01', topics },
});

describe('records that the county government enters itself', () => {
  const entries = [sheet(3, 4, {}, 'c'), sheet(2, 2)];
  const of: Selection = { record: 'child_stat' };
  it('are its own, in every measure', () => {
    expect(told({ count: of }, entries)).toEqual(['c 1/100', 'v1 1/100']);
    expect(told({ sum: of, field: 'done' }, entries)).toEqual(['c 3/100', 'v1 2/100']);
    expect(told({ latest: of, field: 'done' }, entries)).toEqual(['c 3/100', 'v1 2/100']);
    expect(measured(typed, entries)[0]).toEqual(['c 3/4', 'v1 2/2']);
    expect(measured({ type: 'share', among: of, having: {} }, entries)[0]).toEqual(['c 1/1', 'v1 1/1']);
    const towns: Measure = { distinct: { record: 'case' }, field: 'town', among: ['each_town'] };
    const found: Entry = { type: 'case', unit: 'c', fields: { found_at: '2026-08-01T08:00', town: 't1' } };
    expect(told(towns, [found])).toEqual(['c 1/100']);
  });
  it('are nobody’s where the unit that entered them is not known', () => {
    const towns: Measure = { distinct: { record: 'case' }, field: 'town', among: ['each_town'] };
    const found: Entry = { type: 'case', unit: 'x', fields: { found_at: '2026-08-01T08:00', town: 't2' } };
    expect(told(towns, [found])).toEqual([]);
  });
  it('are added to those below it where the whole of it is looked at', () => {
    const below: Selection = { ...of, from: 'subtree' };
    expect(told({ latest: below, field: 'done' }, entries)).toEqual(['c 5/100', 't1 2/100', 'v1 2/100']);
    const towns: Measure = { distinct: { record: 'meeting' }, field: 'place', among: ['county'] };
    expect(told(towns, [meeting('c'), meeting('v1')])).toEqual(['c 1/100']);
  });
});

describe('items that other units cover', () => {
  const items = (from: Selection['from']): CoverageOf => ({
    type: 'items',
    items: ['重大', '重要', '个案'],
    sources: [{ of: { record: 'meeting', from: from ?? 'own' }, field: 'topics' }],
  });
  const entries = [meeting('c', ['重大']), meeting('t1', ['个案']), meeting('v1', ['重要'])];
  it('are the town’s only where everything below it is looked at', () => {
    expect(measured(items('own'), entries)[0]).toEqual(['c 1/3', 't1 1/3', 'v1 1/3']);
    expect(measured(items('subtree'), entries)[0]).toEqual(['c 3/3', 't1 2/3', 'v1 1/3']);
    const andBureau = [...entries, meeting('b1', ['个案']), meeting('x', ['重大'])];
    expect(measured(items('subtree'), andBureau)[0]).toContain('b1 1/3');
    expect(measured(items('county'), entries)[0]).toEqual(UNITS.map(({ code }) => `${code} 3/3`));
  });
});

describe('records that name no unit', () => {
  it('are seen by the county and its bureaus with the unit that entered them', () => {
    const owners: Measure = {
      distinct: { record: 'case', unitField: 'town', from: 'county' },
      field: 'place',
      among: ['each_town'],
    };
    const found: Entry = { type: 'case', unit: 't1', fields: { found_at: '2026-08-01T08:00', town: null } };
    expect(told(owners, [found])).toEqual(['c 1/100', 'b1 1/100', 'b2 1/100']);
  });
});
