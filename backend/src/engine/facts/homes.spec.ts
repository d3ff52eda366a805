import type { Selection } from '../rule.types.js';
import { layoutOf, MERGED } from '../testing/changing-county.js';
import { UNITS, type Entry } from '../testing/county.js';
import { filled, told, viewsOn } from '../testing/selected.js';

const home = (fields: Entry['fields'] = {}, more: Partial<Entry> = {}): Entry => ({
  type: 'facility',
  unit: 'v1',
  id: 50,
  fields: { facility_type: '儿童之家', opened_on: '2026-03-01', ...fields },
  ...more,
});
const session = (date: string, named: number | null = 50, unit = 'v1'): Entry => ({
  type: 'activity',
  unit,
  fields: { date, home: named },
});
const atHome: Selection = { record: 'activity', from: 'home' };
/** `record unit` of what counts, on a day. */
const counted = (entries: readonly Entry[], selection = atHome, asOf = '2026-11-24', units = UNITS) => {
  const facts = filled(entries, layoutOf(units));
  return told(facts, selection, viewsOn(facts, selection, asOf).approved);
};

describe('the villages of a home', () => {
  it('are its own and those it names, each once', () => {
    expect(counted([home({ served_units: ['v3', 'v1', 'v3'] }), session('2026-05-01')])).toEqual(['2 v1', '2 v3']);
    expect(counted([home(), session('2026-05-01', 50, 'v2')])).toEqual(['2 v1']);
  });
  it('are only those it names where a town or an unknown unit owns it', () => {
    const served = { served_units: ['v1', 'v2'] };
    for (const unit of ['t1', 'c', 'x'])
      expect(counted([home(served, { unit }), session('2026-05-01')])).toEqual(['2 v1', '2 v2']);
    expect(counted([home({}, { unit: 't1' }), session('2026-05-01')])).toEqual([]);
  });
  it('follow a merger: the new village is served once', () => {
    const entries = [home({ served_units: ['v1', 'v2', 'v3'] }, { unit: 't1' }), session('2026-05-01')];
    expect(counted(entries, atHome, '2026-06-30', MERGED)).toEqual(['2 v1', '2 v2', '2 v3']);
    expect(counted(entries, atHome, '2026-07-01', MERGED)).toEqual(['2 v9', '2 v3']);
    const owned = [home({ served_units: ['v2'] }), session('2026-05-01')];
    expect(counted(owned, atHome, '2026-07-01', MERGED)).toEqual(['2 v9']);
  });
  it('are served until the unit that owns the home is closed without an heir', () => {
    const closed = UNITS.map((unit) => (unit.code === 'v1' ? { ...unit, to: '2026-06-30' } : unit));
    const entries = [home({ served_units: ['v3'] }), session('2026-06-30', 50, 'v3'), session('2026-07-01', 50, 'v3')];
    expect(counted(entries, atHome, '2026-06-30', closed)).toEqual(['2 v1', '2 v3', '3 v1', '3 v3']);
    expect(counted(entries, atHome, '2026-07-01', closed)).toEqual(['2 v1', '2 v3']);
  });
  it('are only its own where the form of a home has no field for those it serves', () => {
    const { recordTypes, ...rest } = layoutOf(UNITS);
    const bare = recordTypes.map((type) => ({
      ...type,
      fields: type.fields.filter(({ id }) => id !== 'served_units'),
    }));
    const facts = filled([home({ served_units: ['v3'] }), session('2026-05-01')], { ...rest, recordTypes: bare });
    expect(told(facts, atHome, viewsOn(facts, atHome).approved)).toEqual(['2 v1']);
  });
  it('have the home among their places', () => {
    const places: Selection = { record: 'facility', from: 'home' };
    expect(counted([home({ served_units: ['v3'] })], places)).toEqual(['50 v1', '50 v3']);
    expect(counted([home({ facility_type: '中心', served_units: ['v3'] }, { unit: 't1' })], places)).toEqual(['50 v3']);
  });
  it('have one session each of two homes that serve them', () => {
    const second = home({ served_units: ['v1'] }, { id: 51, unit: 'v3' });
    expect(counted([home(), second, session('2026-05-01'), session('2026-05-02', 51)])).toEqual([
      '3 v1',
      '4 v3',
      '4 v1',
    ]);
  });
});

describe('records without a home that counts', () => {
  it('belong to their owner where they name none, and to nobody where it is unknown', () => {
    expect(counted([home(), session('2026-05-01', null, 'v2')])).toEqual(['2 v2']);
    expect(counted([home(), session('2026-05-01', 77)])).toEqual([]);
  });
  it('belong to nobody where the place is of another type, or not approved', () => {
    expect(counted([home({ facility_type: '中心' }), session('2026-05-01')])).toEqual([]);
    for (const state of ['pending', 'returned', 'withdrawn'] as const)
      expect(counted([home({}, { state }), session('2026-05-01')])).toEqual([]);
  });
  it('would belong to nobody once they are approved themselves, where their home was given back or withdrawn', () => {
    const wouldCount = (state: Entry['state']) => {
      const waits: Entry = { ...session('2026-05-01'), state: 'pending' };
      const facts = filled([home({}, { state: state ?? 'approved' }), waits]);
      return told(facts, atHome, viewsOn(facts, atHome).withPending);
    };
    expect((['approved', 'pending', 'returned', 'withdrawn'] as const).map(wouldCount)).toEqual([
      ['2 v1'],
      ['2 v1'],
      [],
      [],
    ]);
  });
  it('belong to their owner where their type knows no homes', () => {
    for (const unit of ['v1', 't1', 'c'])
      expect(
        counted([{ type: 'meeting', unit, fields: { date: '2026-05-01' } }], { record: 'meeting', from: 'home' }),
      ).toEqual([`1 ${unit}`]);
  });
  it('wait with their home, since the later of both days', () => {
    const waits = home({}, { state: 'pending', submittedOn: '2026-05-10' });
    const early: Entry = { ...session('2026-05-01'), state: 'pending', submittedOn: '2026-05-02' };
    const late: Entry = { ...session('2026-05-01'), state: 'pending', submittedOn: '2026-05-20' };
    const facts = filled([waits, session('2026-05-01'), early, late]);
    const views = viewsOn(facts, atHome);
    expect(views.approved.length).toBe(0);
    expect(told(facts, atHome, views.withPending, 'waitingSince')).toEqual([
      '2 v1 2026-05-10',
      '3 v1 2026-05-10',
      '4 v1 2026-05-20',
    ]);
    const open = filled([home(), session('2026-05-01'), early]);
    expect(told(open, atHome, viewsOn(open, atHome).withPending, 'waitingSince')).toEqual([
      '2 v1 -',
      '3 v1 2026-05-02',
    ]);
  });
  it('lack no file as long as their home does not count', () => {
    const minuted: Selection = { ...atHome, attachments: ['minutes'] };
    const lacking = (state: Entry['state']) => {
      const facts = filled([home({}, { state: state ?? 'approved' }), session('2026-05-01')]);
      return viewsOn(facts, minuted).lacking.length;
    };
    expect([lacking('approved'), lacking('pending')]).toEqual([1, 0]);
  });
  it('count again once the home does', () => {
    const facts = filled([home({}, { state: 'pending' }), session('2026-05-01')]);
    expect(viewsOn(facts, atHome).approved.length).toBe(0);
    facts.upsert({ ...approvedHome, state: 'approved' });
    expect(told(facts, atHome, viewsOn(facts, atHome).approved)).toEqual(['2 v1']);
    facts.upsert({ ...approvedHome, state: 'returned' });
    expect(viewsOn(facts, atHome).approved.length).toBe(0);
  });
  const approvedHome = {
    ...home(),
    id: 50,
    unit: 'v1',
    evidence: [],
    submittedOn: '2026-03-01',
    approvedOn: '2026-03-01',
  };
});

describe('the days of a home', () => {
  const closing = home({ closed_on: '2026-06-30' });
  const days = (selection: Selection, ...entries: readonly Entry[]) => {
    const facts = filled(entries);
    return told(facts, selection, viewsOn(facts, selection).approved, 'days', 'until');
  };
  it('are those on which its sessions count, the first and the last inside', () => {
    const on = (date: string) => counted([closing, session(date)]).length;
    expect(['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([0, 1, 1, 0]);
    expect(counted([home(), session('2027-07-01')]).length).toBe(1);
  });
  it('are asked of a session on its own day', () => {
    expect(days(atHome, home(), session('2026-05-01'))[0]).toContain('2 v1 2026-05-01');
  });
  const keeperType = {
    id: 'keeper',
    label: 'keeper',
    fields: [
      { id: 'start_on', label: '', type: 'day', required: false },
      { id: 'end_on', label: '', type: 'day', required: false },
      { id: 'home', label: '', type: 'record', target: 'facility', required: false },
    ],
    dayField: 'start_on',
    untilField: 'end_on',
  } as const;
  const trainings = {
    id: 'trainings',
    label: 'trainings',
    fields: [
      { id: 'quarter', label: '', type: 'period', required: false },
      { id: 'home', label: '', type: 'record', target: 'facility', required: false },
    ],
    dayField: 'quarter',
  } as const;
  const layout = { ...layoutOf(UNITS), recordTypes: [...layoutOf(UNITS).recordTypes, keeperType, trainings] };
  const lines = (type: string, place: Entry, fields: Entry['fields']) => {
    const selection: Selection = { record: type, from: 'home' };
    const facts = filled([place, { type, unit: 'v1', fields: { home: 50, ...fields } }], layout);
    return told(facts, selection, viewsOn(facts, selection).approved, 'days', 'until');
  };
  it('bound those of its keeper: both must be there', () => {
    expect(lines('keeper', closing, { start_on: '2026-01-01' })).toEqual(['2 v1 2026-03-01 2026-06-30']);
    expect(lines('keeper', closing, { start_on: '2026-04-01', end_on: '2026-05-31' })).toEqual([
      '2 v1 2026-04-01 2026-05-31',
    ]);
    expect(lines('keeper', home(), { start_on: '2026-04-01', end_on: '2026-05-31' })).toEqual([
      '2 v1 2026-04-01 2026-05-31',
    ]);
    expect(lines('keeper', home(), { start_on: '2026-04-01' })).toEqual(['2 v1 2026-04-01 -']);
    expect(lines('keeper', closing, { start_on: '2026-07-01' })).toEqual([]);
  });
  it('end for what another unit brought in once that is closed without an heir', () => {
    const closed = UNITS.map((unit) => (unit.code === 'v3' ? { ...unit, to: '2026-06-30' } : unit));
    const keeper = { type: 'keeper', unit: 'v3', fields: { home: 50, start_on: '2026-04-01' } };
    const facts = filled([home(), keeper], { ...layout, units: closed });
    const kept: Selection = { record: 'keeper', from: 'home' };
    const until = (asOf: string) => told(facts, kept, viewsOn(facts, kept, asOf).approved, 'until');
    expect(until('2026-06-30')).toEqual(['2 v1 -']);
    expect(until('2026-07-01')).toEqual(['2 v1 2026-06-30']);
  });
  it('touch the period of a statistic on one day at least', () => {
    const quarter = (opened_on: string, closed_on: string | null) =>
      lines('trainings', home({ opened_on, closed_on }), { quarter: '2026-Q2' }).length;
    expect(quarter('2026-06-30', null)).toBe(1);
    expect(quarter('2026-07-01', null)).toBe(0);
    expect(quarter('2026-01-01', '2026-04-01')).toBe(1);
    expect(quarter('2026-01-01', '2026-03-31')).toBe(0);
  });
});
