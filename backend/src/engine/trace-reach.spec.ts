import type { Selection } from './rule.types.js';
import { UNITS, type Entry } from './testing/county.js';
import { meeting, traced, yearly } from './testing/traced.js';

describe('whose records an explanation names', () => {
  const of = (unit: string, more: Partial<Entry> = {}) => meeting('2026-05-01', { unit, ...more });
  const all = UNITS.map(({ code }) => of(code));
  it('are the unit’s own, those of its subtree, or all of the county, as far as the rule looks', () => {
    const seen = (from: Selection['from'], unit: string) =>
      traced(yearly({ ...(from && { from }) }), all, '2026-11-24', unit);
    expect([seen(undefined, 't1'), seen('own', 'v3')]).toEqual([[[4]], [[8]]]);
    expect([seen('subtree', 't1'), seen('subtree', 'v1'), seen('subtree', 'b1')]).toEqual([[[7, 6, 4]], [[6]], [[2]]]);
    for (const unit of ['c', 'b1', 't1', 'v1']) expect(seen('county', unit)).toEqual([[8, 7, 6, 5, 4, 3, 2, 1]]);
  });
  it('are what names a town or village, and all for the county and its bureaus', () => {
    const named = yearly({ record: 'incident', unitField: 'town', from: 'county' });
    const incident = (town: string): Entry => ({
      type: 'incident',
      unit: 'b2',
      fields: { occurred_on: '2026-05-01', town },
    });
    const seen = (unit: string) =>
      traced(named, [incident('t1'), incident('v1'), incident('t2'), incident('v3')], '2026-11-24', unit)[0];
    expect([seen('c'), seen('b1')]).toEqual([
      [4, 3, 2, 1],
      [4, 3, 2, 1],
    ]);
    expect([seen('t1'), seen('t2'), seen('v1'), seen('v3')]).toEqual([[2, 1], [4, 3], [2], [4]]);
  });
  it('are nobody’s where they should name a unit and name none, whoever entered them', () => {
    const named = yearly({ record: 'incident', unitField: 'town' });
    const nameless: Entry = { type: 'incident', unit: 't1', fields: { occurred_on: '2026-05-01', town: null } };
    expect(traced(named, [nameless], '2026-11-24', 't1')).toEqual([[]]);
  });
  it('are near the period, also where the as-of day has not reached them', () => {
    expect(traced(yearly(), [meeting('2027-04-02'), meeting('2027-04-03')])).toEqual([[], '1 afterAsOf date']);
  });
  it('are other units’ only where somebody can act on them', () => {
    const entries = [
      of('v1', { state: 'pending' }),
      of('v2', { state: 'returned' }),
      of('v1', { evidence: [] }),
      meeting('2025-12-01', { unit: 'v1' }),
      meeting('2026-12-01', { unit: 'v1' }),
      meeting('2026-05-01', { unit: 'v1' }, { level: null }),
    ];
    const rule = yearly({ where: { level: { any: ['县政府'] } }, attachments: ['minutes'], from: 'subtree' });
    const acted = ['3 evidenceMissing null', '2 returned null', '1 waitingForReview null'];
    expect(traced(rule, entries, '2026-11-24', 't1')).toEqual([[], ...acted]);
    expect(traced(rule, entries, '2026-11-24', 't2')).toEqual([[]]);
    expect(traced(rule, entries, '2026-11-24', 'v1')).toEqual([
      [],
      '6 conditionNotMet level',
      '5 afterAsOf date',
      '4 outsidePeriod date',
      '3 evidenceMissing null',
      '1 waitingForReview null',
    ]);
  });
  it('are those that would count for it once somebody acts, whoever handed them in', () => {
    const named = yearly({ record: 'incident', unitField: 'town', from: 'county' });
    const incident = (town: string | null, more: Partial<Entry> = {}): Entry => ({
      type: 'incident',
      unit: 'b2',
      state: 'pending',
      ...more,
      fields: { occurred_on: '2026-05-01', town },
    });
    const all = [incident('t1'), incident('v3'), incident('v1', { state: 'returned' }), incident(null)];
    const seen = (unit: string) => traced(named, all, '2026-11-24', unit).slice(1);
    expect(seen('t1')).toEqual(['3 returned null', '1 waitingForReview null']);
    expect([seen('v1'), seen('v2'), seen('v3')]).toEqual([['3 returned null'], [], ['2 waitingForReview null']]);
    expect(seen('b1')).toEqual([
      '4 waitingForReview null',
      '3 returned null',
      '2 waitingForReview null',
      '1 waitingForReview null',
    ]);
  });
  it('are those of the county where they name it', () => {
    const named = yearly({ record: 'incident', unitField: 'town', from: 'county' });
    const early: Entry = { type: 'incident', unit: 'b2', fields: { occurred_on: '2026-12-01', town: 'c' } };
    expect(traced(named, [early])).toEqual([[], '1 afterAsOf occurred_on']);
    const home: Entry = {
      type: 'facility',
      unit: 'b2',
      fields: { opened_on: '2026-05-01', served_units: ['v1', 'v2'] },
    };
    const served = yearly({ record: 'facility', unitField: 'served_units', from: 'county' });
    expect([traced(served, [home]), traced(served, [home], '2026-11-24', 'b1')]).toEqual([[[1]], [[1]]]);
  });
  it('are those of whoever handed them in where they name nobody', () => {
    const named = yearly({ record: 'incident', unitField: 'town', from: 'county' });
    const early = (unit: string): Entry => ({ type: 'incident', unit, fields: { occurred_on: '2026-12-01' } });
    const seen = (unit: string) => traced(named, [early('b1'), early('t1'), early('c')], '2026-11-24', unit).slice(1);
    expect([seen('b1'), seen('t1'), seen('c'), seen('v1')]).toEqual([
      ['1 afterAsOf occurred_on'],
      ['2 afterAsOf occurred_on'],
      ['3 afterAsOf occurred_on'],
      [],
    ]);
  });
  it('are those of the home that serves a village, whoever runs it', () => {
    const sessions = yearly({ record: 'activity', from: 'home' });
    const home = (id: number, state: Entry['state']): Entry => ({
      type: 'facility',
      unit: 't1',
      id,
      state,
      fields: { opened_on: '2026-03-01', facility_type: '儿童之家', served_units: ['v1', 'v3'] },
    });
    const session = (id: number, at: number, date: string): Entry => ({
      type: 'activity',
      unit: 't1',
      id,
      state: 'pending',
      fields: { date, home: at },
    });
    const told = (unit: string) =>
      traced(
        sessions,
        [
          home(10, 'approved'),
          home(11, 'pending'),
          session(21, 10, '2026-05-01'),
          session(22, 11, '2026-05-01'),
          session(23, 10, '2026-12-01'),
        ],
        '2026-11-24',
        unit,
      ).slice(1);
    expect(told('v1')).toEqual(['23 afterAsOf date', '22 waitingForReview null', '21 waitingForReview null']);
    expect([told('v2'), told('t1')]).toEqual([[], []]);
  });
  it('name the home that keeps an approved record from counting: none, closed on the day, or waiting', () => {
    const place = (id: number, more: Entry['fields'], state: Entry['state'] = 'approved'): Entry => ({
      type: 'facility',
      unit: 'v1',
      id,
      state,
      fields: { opened_on: '2026-03-01', facility_type: '儿童之家', ...more },
    });
    const session = (id: number, home: number, unit = 'v1'): Entry => ({
      type: 'activity',
      unit,
      id,
      fields: { date: '2026-05-01', home },
    });
    const entries = [
      place(10, {}),
      place(11, { facility_type: '中心' }),
      place(12, { closed_on: '2026-04-30' }),
      place(13, {}, 'pending'),
      ...[10, 11, 12, 13, 99].map((home) => session(home + 10, home)),
      session(30, 10, 'v2'),
    ];
    const told = (unit: string) => traced(yearly({ record: 'activity', from: 'home' }), entries, '2026-11-24', unit);
    expect(told('v1')).toEqual([
      [30, 20],
      '109 conditionNotMet home',
      '23 waitingForReview home',
      '22 conditionNotMet home',
      '21 conditionNotMet home',
    ]);
    expect(told('v2')).toEqual([[]]);
  });
});
