import { parseDay } from './days.js';
import { Tree } from './facts/tree.js';
import { joinMonths } from './judge/heirs.js';
import type { Rule } from './rule.types.js';
import { told } from './testing/changing-county.js';
import { UNITS, type Entry } from './testing/county.js';

/** 甲一村 becomes 中村 on 1 April 2026; 中村 and 甲二村 become 新村 on 1 July. 乙社区 is closed on the last day of August. */
const ENDS = {
  v1: { to: '2026-03-31', heir: 'v8' },
  v2: { to: '2026-06-30', heir: 'v9' },
  v3: { to: '2026-08-31' },
};
const TWICE = [
  ...UNITS.map((unit) => ({ ...unit, ...Object.entries(ENDS).find(([code]) => code === unit.code)?.[1] })),
  {
    code: 'v8',
    shortName: '中村',
    kind: 'village',
    parentCode: 't1',
    from: '2026-04-01',
    to: '2026-06-30',
    heir: 'v9',
  },
  { code: 'v9', shortName: '新村', kind: 'village', parentCode: 't1', from: '2026-07-01' },
] as const;

describe('a village that changed twice', () => {
  const ledgers: Rule = {
    kind: 'ledger_current',
    period: 'quarter',
    of: { record: 'ledger_submission' },
    field: 'ledgers',
    ledgers: ['困境'],
  };
  const filed = (unit: string, on: string, more: Partial<Entry> = {}): Entry => ({
    type: 'ledger_submission',
    unit,
    fields: { submitted_on: on, ledgers: ['困境'] },
    ...more,
  });
  const age = (entries: readonly Entry[], asOf: string) =>
    told(ledgers, { max_age_days: 92, yellow_days: 15 }, entries, asOf, 'v9', TWICE);
  it('rests on what its last predecessors filed, whatever those before them did not', () => {
    expect(age([filed('v8', '2026-06-20'), filed('v2', '2026-06-10')], '2026-07-05')).toBe('met fulfilled 1/1');
    expect(age([filed('v1', '2026-03-20'), filed('v2', '2026-06-10')], '2026-06-30')).toBe('no cell');
  });
  it('owes no more what a village before its last predecessors had open, once one in between has said that nothing is', () => {
    const none: Rule = {
      kind: 'no_open_cases',
      period: 'quarter',
      cases: { record: 'case', where: { register: { any: ['监护未落实'] } }, unitField: 'town' },
      statistic: { of: { record: 'child_stat' }, field: 'unguarded', foundOn: 'found_on' },
      register: '监护未落实',
      confirmers: ['each_village'],
    };
    const counted = (unit: string, quarter: string, unguarded: number, submittedOn: string): Entry => ({
      type: 'child_stat',
      unit,
      fields: { quarter, unguarded },
      submittedOn,
    });
    const open = counted('v1', '2026-Q1', 1, '2026-03-20');
    const town = (entries: readonly Entry[]) =>
      told(none, { repair_days: 7, max_age_days: 92 }, entries, '2026-08-01', 't1', TWICE);
    expect(town([open])).toContain('unmet triggered');
    expect(
      town([open, counted('v8', '2026-Q2', 0, '2026-06-20'), counted('v2', '2026-Q2', 0, '2026-06-20')]),
    ).toContain('met fulfilled');
  });
  it('has the months proven that its predecessors and those before them proved together', () => {
    const tree = new Tree(TWICE, parseDay('2026-08-01'));
    const months = (of: Readonly<Record<string, number>>) => {
      const joined = joinMonths(
        tree,
        Int32Array.from(TWICE, ({ code }) => of[code] ?? 0),
      );
      return joined[TWICE.findIndex(({ code }) => code === 'v9')];
    };
    expect(months({ v1: 0b0011, v8: 0b1100, v2: 0b1111 })).toBe(0b1111);
    expect(months({ v1: 0b0011, v8: 0b1100, v2: 0b1101 })).toBe(0b1101);
    expect(months({ v1: 0b0001, v8: 0b1100, v2: 0b1111, v9: 0b10000 })).toBe(0b11101);
  });
  it('goes back further where those in between said nothing', () => {
    expect(age([filed('v1', '2026-03-30'), filed('v2', '2026-06-10')], '2026-07-01')).toBe('atRisk tolerated 0/1');
    expect(age([filed('v2', '2026-06-10')], '2026-07-01')).toBe('noData nothingReported 0/1');
  });
  it('hands its first ledger in on time while those of its predecessors hold, and late after that', () => {
    const before = [filed('v8', '2026-06-20'), filed('v2', '2026-06-10')];
    // 10 June, 92 days and 10 days of grace: 20 September.
    const first = (on: string) => filed('v9', on, { state: 'pending', submittedOn: on });
    expect(age([...before, first('2026-09-20')], '2026-09-26')).toBe('atRisk waitingForReview 0/1');
    expect(age([...before, first('2026-09-21')], '2026-09-26')).toBe('unmet overdue 0/1');
  });

  it('keeps what stood in it up to the day on which its heir was closed', () => {
    const closed = TWICE.map((unit) => (unit.code === 'v9' ? { ...unit, to: '2026-09-30' } : unit));
    const places: Rule = {
      kind: 'facility',
      period: 'standing',
      places: { record: 'facility', from: 'subtree' },
    };
    const home: Entry = {
      type: 'facility',
      unit: 'v1',
      fields: { opened_on: '2026-02-01', facility_type: '儿童之家' },
    };
    const inTown = (asOf: string) => told(places, { min: 1 }, [home], asOf, 't1', closed);
    expect(inTown('2026-08-15')).toBe('met fulfilled 1');
    expect(inTown('2026-09-30')).toBe('met fulfilled 1');
    expect(inTown('2026-10-01')).toBe('unmet expired 0');
  });
});

describe('a town whose villages are all gone', () => {
  const below: Rule = {
    kind: 'coverage',
    period: 'quarter',
    of: {
      type: 'pairs',
      of: { record: 'child_stat', from: 'subtree' },
      pairs: [{ label: '留守', numerator: 'done', denominator: 'all' }],
    },
  };
  const lines = { target: 100, yellow: 90 };
  it('counts what a closed village said, but not in the place of one that is silent', () => {
    const closed = UNITS.map((unit) => (unit.code === 'v1' ? { ...unit, to: '2026-06-30' } : unit));
    const sheet = (unit: string, done: number): Entry => ({
      type: 'child_stat',
      unit,
      fields: { quarter: '2026-Q2', done, all: 4 },
    });
    const inTown = (entries: readonly Entry[]) => told(below, lines, entries, '2026-08-15', 't1', closed);
    expect(inTown([sheet('v1', 4)])).toBe('noData sheetMissing 4/4');
    expect(inTown([sheet('v1', 4), sheet('v2', 4)])).toBe('met fulfilled 8/8');
    expect(inTown([sheet('v2', 4)])).toBe('met fulfilled 4/4');
  });
  it('has nobody to ask for a sheet', () => {
    expect(told(below, lines, [], '2026-12-20', 't1', TWICE)).toBe('unmet nothingReported 0/0');
    expect(told(below, lines, [], '2026-08-31', 't2', TWICE)).toBe('unmet nothingReported 0/0');
    expect(told(below, lines, [], '2026-12-20', 't2', TWICE)).toBe('notApplicable noSubjectChildren 0/0');
  });
});
