import type { CoverageOf, ItemSource, Measure, Selection } from '../rule.types.js';
import { AWARD, award } from '../testing/awards.js';
import { MERGED } from '../testing/changing-county.js';
import { UNITS, type Entry } from '../testing/county.js';
import { measured, type Looked } from '../testing/measured.js';
import { sheet } from '../testing/sheets.js';

const meeting = (unit: string, topics: readonly string[] = [], more: Partial<Entry> = {}): Entry => ({
  type: 'meeting',
  unit,
  fields: { date: '2026-08-01', topics },
  ...more,
});
const everyone = (line: string) => UNITS.map(({ code }) => `${code} ${line}`);

describe('items covered', () => {
  const ITEMS = ['个案', '重大', '重要'];
  const items = (...sources: readonly ItemSource[]): CoverageOf => ({ type: 'items', items: ITEMS, sources });
  const told = (of: CoverageOf, ...entries: readonly Entry[]) => measured(of, entries)[0];
  const topics = (from?: Selection['from']): ItemSource => ({
    of: { record: 'meeting', ...(from === undefined ? {} : { from }) },
    field: 'topics',
  });
  it('are those that the records of the unit name together, each once', () => {
    const both = [meeting('v1', ['重大']), meeting('v1', ['重大', '个案']), meeting('v2', ['重要'])];
    expect(told(items(topics()), ...both)).toEqual(['v1 2/3', 'v2 1/3']);
    expect(told(items(topics()), meeting('v1'))).toEqual(['v1 0/3']);
    expect(told(items(topics()))).toEqual([]);
  });
  it('are gathered below the unit, or in the whole county', () => {
    const entries = [meeting('v1', ['重大']), meeting('t1', ['个案']), meeting('v3', ['重要']), meeting('x', ['个案'])];
    expect(told(items(topics('subtree')), ...entries)).toEqual(['c 3/3', 't1 2/3', 't2 1/3', 'v1 1/3', 'v3 1/3']);
    expect(told(items(topics('county')), ...entries)).toEqual(everyone('3/3'));
    expect(told(items(topics('county')), meeting('x', ['个案']))).toEqual(everyone('1/3'));
  });
  it('are named by a single choice as well', () => {
    const of: CoverageOf = {
      type: 'items',
      items: ['镇街', '县政府', '村'],
      sources: [{ of: { record: 'meeting' }, field: 'level' }],
    };
    const at = (level: string | null) => meeting('v1', [], { fields: { date: '2026-08-01', level } });
    expect(told(of, at('县政府'))).toEqual(['v1 1/3']);
    expect(told(of, at('县政府'), at('镇街'), at('县政府'))).toEqual(['v1 2/3']);
    expect(told(of, at(null))).toEqual(['v1 0/3']);
    expect(told(of, at('村'))).toEqual(['v1 0/3']);
  });
  it('may be covered by any record of a kind, or by a number above nothing', () => {
    const post: ItemSource = { of: { record: 'staff' }, item: '重要' };
    const numbers: ItemSource = { of: { record: 'child_stat' }, fields: { 个案: 'done', 重大: 'all', 重要: 'other' } };
    const staff: Entry = { type: 'staff', unit: 'v1', fields: { start_on: '2026-03-01' } };
    expect(told(items(post), staff)).toEqual(['v1 1/3']);
    expect(told(items(numbers), sheet(2, 0))).toEqual(['v1 1/3']);
    expect(told(items(numbers), sheet(2, 1))).toEqual(['v1 2/3']);
    expect(told(items(post, numbers, topics()), staff, sheet(0, 1), meeting('v1', ['重要', '个案']))).toEqual([
      'v1 3/3',
    ]);
    expect(told(items({ of: { record: 'staff' }, item: '其他' }), staff)).toEqual(['v1 0/3']);
    expect(told(items({ of: { record: 'staff' }, field: 'dedicated' }), staff)).toEqual(['v1 0/3']);
    expect(told(items({ of: { record: 'other' }, item: '重要' }), staff)).toEqual([]);
  });
  it('leave out what lies outside the period', () => {
    const late = meeting('v1', ['重要'], { fields: { date: '2026-10-01', topics: ['重要'] } });
    const soon = meeting('v1', ['重要'], { fields: { date: '2026-06-30', topics: ['重要'] } });
    expect(told(items(topics()), late, soon, meeting('v1', ['个案']))).toEqual(['v1 1/3']);
    const quarters = ['2026-08', '2026-Q3'].map((quarter, at) => sheet(1 - at, at, {}, 'v1', quarter));
    expect(told(items({ of: { record: 'child_stat' }, fields: { 个案: 'done', 重大: 'all' } }), ...quarters)).toEqual([
      'v1 1/3',
    ]);
  });
  it('tell more items than one apart, up to the thirty-first', () => {
    const many = Array.from({ length: 31 }, (_, at) => `第${at}`);
    const of: CoverageOf = {
      type: 'items',
      items: many,
      sources: [
        { of: { record: 'meeting' }, item: '第30' },
        { of: { record: 'staff' }, item: '第0' },
      ],
    };
    const staff: Entry = { type: 'staff', unit: 'v1', fields: { start_on: '2026-03-01' } };
    expect(told(of, meeting('v1'), staff)).toEqual(['v1 2/31']);
  });
});

describe('a share of records', () => {
  const share = (having: (CoverageOf & { type: 'share' })['having'], among: Selection = { record: 'meeting' }) =>
    ({ type: 'share', among, having }) satisfies CoverageOf;
  const told = (of: CoverageOf, entries: readonly Entry[], looked: Looked = {}) => measured(of, entries, looked)[0];
  const minutes = { evidence: ['minutes'] };
  it('has all the files that are asked for', () => {
    const entries = [meeting('v1', [], minutes), meeting('v1'), meeting('v1', [], { evidence: ['signin'] })];
    const both = meeting('v1', [], { evidence: ['minutes', 'signin'] });
    expect(told(share({ attachments: ['minutes'] }), entries)).toEqual(['v1 1/3']);
    expect(told(share({ attachments: ['minutes', 'signin'] }), [...entries, both])).toEqual(['v1 1/4']);
    expect(told(share({}), entries)).toEqual(['v1 3/3']);
    expect(told(share({ attachments: ['minutes'] }), [])).toEqual([]);
  });
  it('is one of the records of the period', () => {
    const days = ['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01'].map((date) =>
      meeting('v1', [], { fields: { date } }),
    );
    expect(told(share({}), days)).toEqual(['v1 2/2']);
  });
  it('has what the conditions ask', () => {
    const entries = [meeting('v1', ['重大']), meeting('v1', ['重要'])];
    expect(told(share({ where: { topics: { any: ['重大'] } } }), entries)).toEqual(['v1 1/2']);
    const sheets = [sheet(4, 0), sheet(5, 0)];
    const line = share({ where: { done: { min: 'line' } } }, { record: 'child_stat' });
    expect(told(line, sheets, { numbers: { line: 5 } })).toEqual(['v1 1/2']);
  });
  it('is taken of the unit, of what lies below it, or of the whole county', () => {
    const entries = [
      meeting('v1', [], minutes),
      meeting('v2'),
      meeting('v3', [], minutes),
      meeting('x'),
      meeting('x', [], minutes),
    ];
    const from = (from: Selection['from']) =>
      share({ attachments: ['minutes'] }, { record: 'meeting', from: from ?? 'own' });
    expect(told(from('own'), entries)).toEqual(['v1 1/1', 'v2 0/1', 'v3 1/1']);
    expect(told(from('subtree'), entries)).toEqual(['c 2/3', 't1 1/2', 't2 1/1', 'v1 1/1', 'v2 0/1', 'v3 1/1']);
    expect(told(from('county'), entries)).toEqual(everyone('3/5'));
  });
  const linked = share({ linked: { of: { record: 'activity' }, field: 'home' } }, { record: 'facility' });
  const home = (id: number): Entry => ({ type: 'facility', unit: 'v1', id, fields: { opened_on: '2026-01-01' } });
  const session = (of: number | null, date = '2026-08-01', more: Partial<Entry> = {}): Entry => ({
    type: 'activity',
    unit: 'v1',
    fields: { date, home: of },
    ...more,
  });
  it('has a record of the period that points at it', () => {
    expect(told(linked, [home(50), home(51), session(51), session(51), session(null)])).toEqual(['v1 1/2']);
    expect(told(linked, [home(50), home(51), session(50), session(51)])).toEqual(['v1 2/2']);
    expect(told(linked, [home(50), session(50, '2026-06-30'), session(50, '2026-10-01')])).toEqual(['v1 0/1']);
    expect(told(linked, [home(50), session(50, '2026-09-30')])).toEqual(['v1 1/1']);
    const waits = session(50, '2026-08-01', { state: 'pending' });
    expect(told(linked, [home(50), waits])).toEqual(['v1 0/1']);
    expect(told(linked, [home(50), waits], { waiting: true })).toEqual(['v1 1/1']);
    const other = share({ linked: { of: { record: 'activity' }, field: 'date' } }, { record: 'facility' });
    expect(told(other, [home(50), session(50)])).toEqual(['v1 0/1']);
    for (const field of ['done', 'nothing']) {
      const number = share({ linked: { of: { record: 'child_stat' }, field } }, { record: 'facility' });
      expect(told(number, [home(50), sheet(50, 50)])).toEqual(['v1 0/1']);
    }
  });
  it('has a statistic of just the period that points at it', () => {
    const value = (period: string): Entry => ({ type: 'child_stat', unit: 'v1', fields: { quarter: period } });
    const among = share({ where: { quarter: { present: true } } }, { record: 'child_stat' });
    expect(told(among, [value('2026-Q3'), value('2026-08')])).toEqual(['v1 1/1']);
  });
});

describe('units that records name', () => {
  const told = (numerator: Measure, entries: readonly Entry[], looked: Looked = {}) =>
    measured({ type: 'ratio', numerator, denominator: { number: 'all' } }, entries, {
      ...looked,
      numbers: { all: 9 },
    })[0];
  const found = (unit: string, town: string | null): Entry => ({
    type: 'case',
    unit,
    fields: { found_at: '2026-08-01T08:00', town },
  });
  const towns = (from: Selection['from'], more: Partial<Selection> = {}): Measure => ({
    distinct: { record: 'case', from: from ?? 'own', ...more },
    field: 'town',
    among: ['each_town', 'each_town_without_streets'],
  });
  const cases = [
    found('b1', 't1'),
    found('b1', 't1'),
    found('b1', 't2'),
    found('v1', 't2'),
    found('b2', 'v1'),
    found('x', 't2'),
    found('b2', null),
  ];
  it('count once for the owner, for what lies above it, or for all', () => {
    expect(told(towns('own'), cases)).toEqual(['b1 2/9', 'v1 1/9']);
    expect(told(towns('subtree'), cases)).toEqual(['c 2/9', 'b1 2/9', 't1 1/9', 'v1 1/9']);
    expect(told(towns('county'), cases)).toEqual(everyone('2/9'));
    expect(told(towns('county'), [found('x', 't2')])).toEqual(everyone('1/9'));
    expect(told(towns('county'), [found('v3', 't2')])).toEqual(everyone('1/9'));
    expect(told(towns('county'), [found('v3', 'v1')])).toEqual([]);
  });
  it('belong, by a unit field, to the units named; the county and its bureaus see all', () => {
    expect(told(towns('county', { unitField: 'town' }), [found('b1', 't1'), found('b1', 't2')])).toEqual([
      'c 2/9',
      'b1 2/9',
      'b2 2/9',
      't1 1/9',
      't2 1/9',
    ]);
  });
  it('may be named in a list, or with a count above nothing', () => {
    const place: Entry = {
      type: 'facility',
      unit: 't1',
      fields: { opened_on: '2026-01-01', served_units: ['v1', 'v3', 't2'] },
    };
    const served: Measure = { distinct: { record: 'facility' }, field: 'served_units', among: ['each_village'] };
    expect(told(served, [place, place])).toEqual(['t1 2/9']);
    const winners: Measure = { distinct: { record: 'award' }, field: 'counts', among: ['each_village', 'each_town'] };
    const prizes = [
      award({ counts: { v1: 3, v2: 0, c: 1 } }, 'b1'),
      award({ counts: { t1: 1 } }, 'b1'),
      award({}, 'b2'),
    ];
    expect(told(winners, prizes, { types: [AWARD] })).toEqual(['b1 2/9']);
  });
  it('are the owners where the form names none', () => {
    const villages: Measure = {
      distinct: { record: 'meeting', from: 'subtree' },
      field: 'place',
      among: ['each_village'],
    };
    expect(told(villages, [meeting('v1'), meeting('v1'), meeting('v2'), meeting('t1')])).toEqual([
      'c 2/9',
      't1 2/9',
      'v1 1/9',
      'v2 1/9',
    ]);
  });
  it('are, after a merger, one with their heir', () => {
    const villages: Measure = { distinct: { record: 'case' }, field: 'town', among: ['each_village'] };
    const entries = [found('b1', 'v1'), found('b1', 'v2'), found('b1', 'v3')];
    expect(told(villages, entries, { asOf: '2026-06-30', units: MERGED, period: 'calendar_year' })).toEqual([]);
    expect(told(villages, entries, { units: MERGED })).toEqual(['b1 2/9']);
  });
  it('leave out what lies outside the period', () => {
    const late: Entry = { ...found('b1', 't1'), fields: { found_at: '2026-10-01T00:00', town: 't1' } };
    const soon: Entry = { ...found('b1', 't1'), fields: { found_at: '2026-06-30T23:59', town: 't1' } };
    expect(told(towns('own'), [late, soon, found('b1', 't2')])).toEqual(['b1 1/9']);
    const sheets: Measure = { distinct: { record: 'child_stat' }, field: 'place', among: ['each_village'] };
    expect(told(sheets, [sheet(1, 1, {}, 'v1', '2026-08')])).toEqual([]);
  });
});
