import type { Selection } from '../rule.types.js';
import type { UnitFact } from '../facts.types.js';
import { AWARD, award } from '../testing/awards.js';
import { layoutOf, MERGED } from '../testing/changing-county.js';
import { LAYOUT, UNITS, type Entry } from '../testing/county.js';
import { filled, told, viewsOn } from '../testing/selected.js';

const lines = (
  fields: Entry['fields'],
  more: Partial<Selection>,
  asOf = '2026-11-24',
  units: readonly UnitFact[] = UNITS,
) => {
  const selection: Selection = { record: 'award', ...more };
  const facts = filled([award(fields)], {
    ...layoutOf(units),
    recordTypes: [...LAYOUT.recordTypes, AWARD],
  });
  return told(facts, selection, viewsOn(facts, selection, asOf).approved, 'weights', 'origins', 'until');
};

describe('to whom a record belongs', () => {
  it('is its owner, or the one unit that it names', () => {
    expect(lines({ town: 't2' }, {})).toEqual(['1 v1 1 v1 -']);
    expect(lines({ town: 't2' }, { unitField: 'town' })).toEqual(['1 t2 1 t2 -']);
    expect(lines({ town: null }, { unitField: 'town' })).toEqual(['1 - 1 - -']);
    expect(lines({ town: 't2' }, { unitField: 'town', from: 'county' })).toEqual(['1 t2 1 t2 -']);
  });
  it('is each of several units that it names; county-wide it counts once', () => {
    const named = { named: ['v3', 'v1', 'v3'] };
    expect(lines(named, { unitField: 'named' })).toEqual(['1 v3 1 v3 -', '1 v1 1 v1 -']);
    expect(lines(named, { unitField: 'named', from: 'subtree' })).toEqual(['1 v3 1 v3 -', '1 v1 1 v1 -']);
    expect(lines(named, { unitField: 'named', from: 'county' })).toEqual(['1 - 1 - -']);
    expect(lines({}, { unitField: 'named' })).toEqual([]);
  });
  it('is each of the units that it gives a count for, county-wide too', () => {
    const counts = { counts: { v3: 4, v1: 0.5 } };
    for (const from of ['own', 'county'] as const)
      expect(lines(counts, { unitField: 'counts', from })).toEqual(['1 v3 4 v3 -', '1 v1 0.5 v1 -']);
  });
  it('is said once where no unit holds the records of another', () => {
    const facts = filled([award({})], { ...LAYOUT, recordTypes: [AWARD] });
    const { approved } = viewsOn(facts, { record: 'award' });
    expect(approved.origins).toBe(approved.units);
  });
  it('is nobody where the field names no unit', () => {
    expect(lines({ place: 'v3' }, { unitField: 'place' })).toEqual(['1 - 1 - -']);
    expect(lines({}, { unitField: 'other' })).toEqual(['1 v1 1 v1 -']);
  });
});

describe('to whom a record belongs after a merger', () => {
  it('is the heir, who also says whose it was first', () => {
    expect(lines({}, {}, '2026-06-30', MERGED)).toEqual(['1 v1 1 v1 -']);
    expect(lines({}, {}, '2026-07-01', MERGED)).toEqual(['1 v9 1 v1 -']);
    expect(lines({ town: 'v2' }, { unitField: 'town' }, '2026-07-01', MERGED)).toEqual(['1 v9 1 v2 -']);
  });
  it('is the heir once, with the counts of both added', () => {
    expect(lines({ named: ['v1', 'v2', 'v3'] }, { unitField: 'named' }, '2026-07-01', MERGED)).toEqual([
      '1 v9 1 v9 -',
      '1 v3 1 v3 -',
    ]);
    expect(lines({ counts: { v1: 2, v3: 1, v2: 3 } }, { unitField: 'counts' }, '2026-07-01', MERGED)).toEqual([
      '1 v9 5 v9 -',
      '1 v3 1 v3 -',
    ]);
  });
  it('stays a unit that ended without an heir, and ends with it', () => {
    const closed = UNITS.map((unit) => (unit.code === 'v1' ? { ...unit, to: '2026-06-30' } : unit));
    expect(lines({}, {}, '2026-06-30', closed)).toEqual(['1 v1 1 v1 -']);
    expect(lines({}, {}, '2026-07-01', closed)).toEqual(['1 v1 1 v1 2026-06-30']);
    expect(lines({ to: '2026-12-31' }, {}, '2026-07-01', closed)).toEqual(['1 v1 1 v1 2026-06-30']);
    expect(lines({ to: '2026-05-31' }, {}, '2026-07-01', closed)).toEqual(['1 v1 1 v1 2026-05-31']);
    expect(lines({ to: '2026-12-31' }, {}, '2026-06-30', closed)).toEqual(['1 v1 1 v1 2026-12-31']);
  });
});
