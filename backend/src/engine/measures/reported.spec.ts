import type { CoverageOf } from '../rule.types.js';
import { MERGED } from '../testing/changing-county.js';
import type { Entry } from '../testing/county.js';
import { measured, type Looked } from '../testing/measured.js';
import { sheet, typed } from '../testing/sheets.js';

const told = (entries: readonly Entry[], looked: Looked = {}, of: CoverageOf = typed) =>
  measured(of, entries, looked)[0];
const early = (entry: Entry): Entry => ({ ...entry, submittedOn: '2026-08-01' });

describe('typed numbers of each unit', () => {
  it('are those of its own sheet, also where it did nothing', () => {
    expect(told([sheet(3, 4), sheet(0, 7, {}, 'v2')])).toEqual(['v1 3/4', 'v2 0/7']);
    expect(told([])).toEqual([]);
  });
  it('are those of its latest sheet of just the quarter', () => {
    expect(told([sheet(1, 4), sheet(3, 4)])).toEqual(['v1 3/4']);
    expect(told([sheet(3, 4), early(sheet(1, 4))])).toEqual(['v1 3/4']);
    expect(told([sheet(1, 4, {}, 'v1', '2026-Q2'), sheet(2, 4, {}, 'v1', '2026')])).toEqual([]);
  });
  it('are not there before the day on which the sheet was handed in', () => {
    const tomorrow = early(sheet(3, 4));
    expect(told([tomorrow], { asOf: '2026-07-31' })).toEqual([]);
    expect(told([tomorrow], { asOf: '2026-08-01' })).toEqual(['v1 3/4']);
  });
  it('are nothing more than everybody, and nothing where they were left out', () => {
    expect(told([sheet(9, 4)])).toEqual(['v1 4/4']);
    const empty = (done: number | null, all: number | null): Entry => ({
      ...sheet(0, 0),
      fields: { quarter: '2026-Q3', done, all },
    });
    expect([told([empty(null, 4)]), told([empty(3, null)])]).toEqual([['v1 0/4'], ['v1 0/0']]);
  });
  it('are none where the unit says that there is nobody', () => {
    expect(told([sheet(3, 4, { none: true })])).toEqual(['v1 0/0 none']);
    expect(told([sheet(3, 4, { none: false })])).toEqual(['v1 3/4']);
    const { zeroFlag: _flag, ...unflagged } = typed;
    expect(told([sheet(3, 4, { none: true })], {}, unflagged)).toEqual(['v1 3/4']);
    expect(told([sheet(3, 4, { none: true })], {}, { ...typed, zeroFlag: 'children_total' })).toEqual(['v1 3/4']);
  });
  it('wait with their sheet', () => {
    const waits: readonly Entry[] = [sheet(1, 4), { ...sheet(4, 4), state: 'pending' }];
    expect(told(waits)).toEqual(['v1 1/4']);
    expect(told(waits, { waiting: true })).toEqual(['v1 4/4']);
  });
  it('belong to nobody where the unit is unknown, or where the form is', () => {
    expect(told([sheet(3, 4, {}, 'x')])).toEqual([]);
    expect(told([sheet(3, 4)], {}, { ...typed, of: { record: 'other' } })).toEqual([]);
    expect(told([sheet(3, 4)], {}, { ...typed, numerator: 'other' })).toEqual(['v1 0/4']);
  });
});

describe('typed numbers of more than one unit', () => {
  const below: CoverageOf = { ...typed, of: { record: 'child_stat', from: 'subtree' } };
  const all: CoverageOf = { ...typed, of: { record: 'child_stat', from: 'county' } };
  const sheets = [sheet(3, 4), sheet(9, 2, {}, 'v2'), sheet(1, 8, {}, 'v3'), sheet(0, 0, { none: true }, 't2')];
  it('are those of everything below, unit by unit', () => {
    expect(told(sheets, {}, below)).toEqual(['c 6/14 none', 't1 5/6', 't2 1/8 none', 'v1 3/4', 'v2 2/2', 'v3 1/8']);
  });
  it('are the same for everybody where the whole county is looked at', () => {
    expect(new Set(told(sheets, {}, all)?.map((line) => line.slice(line.indexOf(' '))))).toEqual(
      new Set([' 6/14 none']),
    );
  });
  it('are taken over from all predecessors together, or from none', () => {
    const looked = { units: MERGED };
    expect(told([sheet(3, 4), sheet(1, 2, {}, 'v2')], looked)).toEqual(['v9 4/6']);
    expect(told([sheet(3, 4)], looked)).toEqual([]);
    expect(told([sheet(3, 4), sheet(1, 2, {}, 'v2'), sheet(5, 5, {}, 'v9')], looked)).toEqual(['v9 5/5']);
    const nobody = sheet(0, 0, { none: true }, 'v2');
    expect(told([sheet(0, 0, { none: true }), nobody], looked)).toEqual(['v9 0/0 none']);
    expect(told([sheet(3, 4), nobody], looked)).toEqual(['v9 3/4']);
  });
});

describe('typed numbers by category', () => {
  const by: CoverageOf = {
    type: 'reported',
    of: { record: 'indicator_value' },
    numerator: 'numerator',
    denominator: 'denominator',
    by: { field: 'category', categories: ['乙', '甲', '丙'] },
  };
  const value = (category: string | null, numerator: number, unit = 'b1'): Entry => ({
    type: 'indicator_value',
    unit,
    fields: { period: '2026-Q3', category, numerator, denominator: 10 },
  });
  it('are the latest of each category of each unit; a sheet without one is of none', () => {
    const entries = [value('甲', 1), value('甲', 2), value('乙', 3), value(null, 4), value('乙', 5, 'b2')];
    expect(measured(by, entries)).toEqual([['乙b1 3/10', '乙b2 5/10'], ['甲b1 2/10'], []]);
    expect(measured(by, [value('甲', 4, 'x')])).toEqual([[], [], []]);
  });
  it('are of the one category where the form does not tell them apart', () => {
    const plain = { ...by, by: { field: 'other', categories: ['甲'] } };
    expect(measured(plain, [value('乙', 3), value(null, 4)])).toEqual([['甲b1 4/10']]);
  });
});

describe('several shares on one sheet', () => {
  const pairs: CoverageOf = {
    type: 'pairs',
    of: { record: 'child_stat' },
    zeroFlag: 'none',
    pairs: [
      { label: '甲', numerator: 'done', denominator: 'all' },
      { label: '乙', numerator: 'unguarded', denominator: 'children_total' },
    ],
  };
  it('are read side by side', () => {
    expect(measured(pairs, [sheet(3, 4, { unguarded: 9, children_total: 7 })])).toEqual([['甲v1 3/4'], ['乙v1 7/7']]);
    expect(measured(pairs, [sheet(3, 4, { none: true })])).toEqual([['甲v1 0/0 none'], ['乙v1 0/0 none']]);
    expect(measured({ ...pairs, of: { record: 'other' } }, [sheet(3, 4)])).toEqual([[], []]);
  });
});

describe('a service in a home', () => {
  const served: CoverageOf = { ...typed, needsHome: ['儿童之家', '中心'] };
  const home = (fields: Entry['fields'] = {}, more: Partial<Entry> = {}): Entry => ({
    type: 'facility',
    unit: 'v2',
    fields: { facility_type: '儿童之家', status: '在用', opened_on: '2026-03-05', served_units: ['v1'], ...fields },
    ...more,
  });
  const line = (entries: readonly Entry[], looked: Looked = {}) => told([sheet(3, 4), ...entries], looked, served);
  it('reached nobody in a village without a home of the right kind in use', () => {
    expect(line([])).toEqual(['v1 0/4']);
    expect(line([home()])).toEqual(['v1 3/4']);
    expect(line([home({ facility_type: '中心' })])).toEqual(['v1 3/4']);
    expect(line([home({ status: '筹建' })])).toEqual(['v1 0/4']);
    expect(line([home({ served_units: [] })])).toEqual(['v1 0/4']);
    expect(line([home({ closed_on: '2026-09-29' })])).toEqual(['v1 0/4']);
    expect(line([home({ closed_on: '2026-09-30' })])).toEqual(['v1 3/4']);
    expect(line([home({ opened_on: '2026-10-01' })])).toEqual(['v1 0/4']);
    const one: CoverageOf = { ...typed, needsHome: ['中心'] };
    expect(told([sheet(3, 4), home()], {}, one)).toEqual(['v1 0/4']);
  });
  it('waits with the home', () => {
    expect(line([home({}, { state: 'pending' })])).toEqual(['v1 0/4']);
    expect(line([home({}, { state: 'pending' })], { waiting: true })).toEqual(['v1 3/4']);
  });
  it('goes on in the village into which its village was merged', () => {
    const looked = { units: MERGED };
    const sheets = [sheet(3, 4), sheet(1, 2, {}, 'v2')];
    expect(told([...sheets, home({}, { unit: 't1' })], looked, served)).toEqual(['v9 4/6']);
    expect(told(sheets, looked, served)).toEqual(['v9 0/6']);
  });
});
