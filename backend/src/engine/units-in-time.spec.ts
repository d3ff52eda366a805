import fc from 'fast-check';
import { addCounts, countsOf, OUTCOMES, type Outcome } from './index.js';
import { cellOf, evaluate, verdictAt } from './evaluate.js';
import { explain } from './explain.js';
import { createFacts } from './facts/create.js';
import type { FactsLayout, UnitFact } from './facts.types.js';
import { compile, Law } from './program.js';
import { countCells } from './roll-up.js';
import type { Requirement, Rule } from './rule.types.js';
import { contextOf, day, LAYOUT, requirementOf, toRecord, UNITS, type Entry } from './testing/county.js';

/** 甲一村 and 甲二村 become 新村 on 1 July 2026; their last day is 30 June. */
const MERGED: readonly UnitFact[] = [
  ...UNITS.map((unit) => (unit.code === 'v1' || unit.code === 'v2' ? { ...unit, to: '2026-06-30', heir: 'v9' } : unit)),
  { code: 'v9', shortName: '新村', kind: 'village', parentCode: 't1', from: '2026-07-01' },
];
const layoutOf = (units: readonly UnitFact[]): FactsLayout => ({ ...LAYOUT, units });

/** `outcome reason measured/of` of one cell; the explanation has to say the same. */
function told(
  rule: Rule,
  numbers: Record<string, number>,
  entries: readonly Entry[],
  asOf: string,
  unit: string,
  units = MERGED,
  more: Partial<Requirement> = {},
) {
  const requirement = requirementOf(rule, { subjects: ['each_village', 'each_town', 'county'], ...more }, numbers);
  const layout = layoutOf(units);
  const facts = createFacts(layout);
  entries.forEach((entry, at) => facts.upsert(toRecord(entry, at + 1)));
  const program = compile([requirement], layout, day(asOf));
  const board = evaluate(program, facts, contextOf(asOf));
  const cell = cellOf(program, 'r', facts.unitIndex(unit) ?? -1);
  if (cell < 0) return 'no cell';
  const verdict = verdictAt(board, cell);
  expect(explain(program, facts, contextOf(asOf), 'r', unit)?.verdict).toEqual(verdict);
  const fraction = verdict.of === null ? verdict.measured : `${verdict.measured}/${verdict.of}`;
  return `${verdict.outcome} ${verdict.reason} ${fraction}`;
}

describe('a merger of villages in mid-year', () => {
  const yearly: Rule = { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } };
  const meetings: readonly Entry[] = [
    { type: 'meeting', unit: 'v1', fields: { date: '2026-03-10' } },
    { type: 'meeting', unit: 'v2', fields: { date: '2026-04-10' } },
    { type: 'meeting', unit: 'v9', fields: { date: '2026-08-10' } },
  ];
  it('judges the old villages up to their last day and the new one from its first', () => {
    expect(told(yearly, { min: 3 }, meetings, '2026-06-30', 'v1')).toBe('notDue onPace 1');
    expect(told(yearly, { min: 3 }, meetings, '2026-06-30', 'v9')).toBe('no cell');
    expect(told(yearly, { min: 3 }, meetings, '2026-07-01', 'v1')).toBe('no cell');
    expect(told(yearly, { min: 3 }, meetings, '2026-07-01', 'v9')).toBe('notDue onPace 2');
  });
  it('counts what the predecessors did for the new village', () => {
    expect(told(yearly, { min: 3 }, meetings, '2026-12-31', 'v9')).toBe('met fulfilled 3');
    expect(told(yearly, { min: 4 }, meetings, '2026-12-31', 'v9')).toBe('atRisk shortInLastQuarter 3');
  });
  it('goes on with the duties of its predecessors: the year before is judged too', () => {
    expect(told(yearly, { min: 3 }, meetings, '2027-03-01', 'v9')).toBe('met fulfilled 3');
    expect(told(yearly, { min: 4 }, meetings, '2027-03-01', 'v9')).toBe('unmet short 3');
  });
  it('adds up in the town and the county as before', () => {
    const below: Rule = { ...yearly, count: { record: 'meeting', from: 'subtree' } };
    expect(told(below, { min: 3 }, meetings, '2026-12-31', 't1')).toBe('met fulfilled 3');
    expect(told(below, { min: 3 }, meetings, '2026-12-31', 'c')).toBe('met fulfilled 3');
  });

  const typed: Rule = {
    kind: 'coverage',
    period: 'quarter',
    of: { type: 'reported', of: { record: 'child_stat' }, numerator: 'done', denominator: 'all', zeroFlag: 'none' },
  };
  const lines = { target: 100, yellow: 90 };
  const sheet = (unit: string, quarter: string, done: number, all: number, more: object = {}): Entry => ({
    type: 'child_stat',
    unit,
    fields: { quarter, done, all, ...more },
    submittedOn: quarter === '2026-Q2' ? '2026-06-25' : '2026-09-25',
  });
  it('adds the sheets of the quarter before, as long as the new village has none of its own', () => {
    const sheets = [sheet('v1', '2026-Q2', 4, 4), sheet('v2', '2026-Q2', 5, 6)];
    expect(told(typed, lines, sheets, '2026-07-05', 'v9')).toBe('atRisk shortInGrace 9/10');
    expect(told(typed, lines, [...sheets, sheet('v9', '2026-Q2', 10, 10)], '2026-07-05', 'v9')).toBe(
      'met fulfilled 10/10',
    );
  });
  it('takes half a sheet for none', () => {
    expect(told(typed, lines, [sheet('v1', '2026-Q2', 4, 4)], '2026-07-05', 'v9')).toBe('noData nothingReported 0/0');
  });
  it('is without children only where both were', () => {
    const none = { none: true };
    expect(
      told(typed, lines, [sheet('v1', '2026-Q2', 0, 0, none), sheet('v2', '2026-Q2', 0, 0, none)], '2026-07-05', 'v9'),
    ).toBe('notDue nothingYet 0/0');
    expect(
      told(typed, lines, [sheet('v1', '2026-Q2', 0, 0, none), sheet('v2', '2026-Q2', 2, 2)], '2026-07-05', 'v9'),
    ).toBe('met fulfilled 2/2');
  });
  it('asks the town for the sheet of each village that is there', () => {
    const below: Rule = { ...typed, of: { ...typed.of, of: { record: 'child_stat', from: 'subtree' } } as never };
    expect(told(below, lines, [sheet('v9', '2026-Q3', 3, 3)], '2026-10-05', 't1')).toBe('met fulfilled 3/3');
    expect(told(below, lines, [sheet('v1', '2026-Q2', 4, 4)], '2026-07-05', 't1')).toBe('noData nothingReported 0/0');
    expect(told(below, lines, [sheet('v1', '2026-Q2', 4, 4), sheet('v2', '2026-Q2', 1, 1)], '2026-07-05', 't1')).toBe(
      'met fulfilled 5/5',
    );
  });
  it('adds values that are summed over the latest of each unit, and replaces them by its own', () => {
    const rule: Rule = {
      kind: 'coverage',
      period: 'quarter',
      of: {
        type: 'ratio',
        numerator: { latest: { record: 'child_stat' }, field: 'done' },
        denominator: { latest: { record: 'child_stat' }, field: 'all' },
      },
    };
    const sheets = [sheet('v1', '2026-Q2', 3, 4), sheet('v1', '2026-Q2', 4, 4), sheet('v2', '2026-Q2', 6, 6)];
    expect(told(rule, lines, sheets, '2026-07-05', 'v9')).toBe('met fulfilled 10/10');
    expect(told(rule, lines, [...sheets, sheet('v9', '2026-Q2', 1, 2)], '2026-07-05', 'v9')).toBe(
      'atRisk shortInGrace 1/2',
    );
  });
  it('counts posts, places and papers of all', () => {
    const posts: Rule = { kind: 'staffing', period: 'standing', people: { record: 'staff' } };
    const people: readonly Entry[] = [
      { type: 'staff', unit: 'v1', fields: { start_on: '2026-03-01' } },
      { type: 'staff', unit: 'v2', fields: { start_on: '2026-03-01' } },
    ];
    expect(told(posts, { min: 2 }, people, '2026-08-01', 'v9')).toBe('met fulfilled 2');
    const paper: Rule = { kind: 'documents', period: 'standing', mode: 'all', papers: [{ type: '机制' }] };
    const papers: readonly Entry[] = [
      { type: 'document', unit: 'v2', fields: { issue_date: '2026-03-01', doc_type: '机制' }, evidence: ['minutes'] },
    ];
    expect(told(paper, {}, papers, '2026-08-01', 'v9')).toBe('met fulfilled 1/1');
  });
  it('lets a home that served both serve the new village once', () => {
    const sessions: Rule = {
      kind: 'count_per_period',
      period: 'calendar_year',
      count: { record: 'activity', from: 'home' },
    };
    const entries: readonly Entry[] = [
      { type: 'facility', unit: 't1', id: 50, fields: { opened_on: '2026-01-01', served_units: ['v1', 'v2'] } },
      { type: 'activity', unit: 't1', fields: { date: '2026-05-01', home: 50 } },
    ];
    expect(told(sessions, { min: 1 }, entries, '2026-06-01', 'v2')).toBe('met fulfilled 1');
    expect(told(sessions, { min: 2 }, entries, '2026-08-01', 'v9')).toBe('notDue onPace 1');
  });
  it('takes the oldest ledger of the two, and none where one never filed it', () => {
    const ledgers: Rule = {
      kind: 'ledger_current',
      period: 'quarter',
      of: { record: 'ledger_submission' },
      field: 'ledgers',
      ledgers: ['困境'],
    };
    const numbers = { max_age_days: 92, yellow_days: 15 };
    const filed = (unit: string, on: string): Entry => ({
      type: 'ledger_submission',
      unit,
      fields: { submitted_on: on, ledgers: ['困境'] },
    });
    expect(told(ledgers, numbers, [filed('v1', '2026-06-20'), filed('v2', '2026-04-20')], '2026-07-21', 'v9')).toBe(
      'met fulfilled 1/1',
    );
    expect(told(ledgers, numbers, [filed('v1', '2026-06-20'), filed('v2', '2026-04-20')], '2026-07-22', 'v9')).toBe(
      'atRisk tolerated 0/1',
    );
    expect(told(ledgers, numbers, [filed('v1', '2026-06-20')], '2026-07-22', 'v9')).toBe('noData nothingReported 0/1');
    expect(told(ledgers, numbers, [filed('v2', '2026-04-20'), filed('v9', '2026-07-10')], '2026-07-22', 'v9')).toBe(
      'met fulfilled 1/1',
    );
  });
  it('sizes the new village by the children of both', () => {
    const rule: Rule = { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } };
    const count = (unit: string, children: number): Entry => ({
      type: 'child_stat',
      unit,
      fields: { quarter: '2025-Q4', children_total: children },
      submittedOn: '2025-12-25',
    });
    const large = { subjects: ['each_village_ge100'] } as const;
    expect(told(rule, { min: 1 }, [count('v1', 40), count('v2', 60)], '2026-08-01', 'v9', MERGED, large)).toContain(
      'notDue',
    );
    expect(told(rule, { min: 1 }, [count('v1', 40), count('v2', 59)], '2026-08-01', 'v9', MERGED, large)).toContain(
      'wrongSize',
    );
    expect(told(rule, { min: 1 }, [count('v1', 400)], '2026-08-01', 'v9', MERGED, large)).toContain('sizeUnknown');
  });
  const open: Rule = {
    kind: 'no_open_cases',
    period: 'quarter',
    cases: { record: 'case', where: { register: { any: ['监护未落实'] } } },
    statistic: { of: { record: 'child_stat' }, field: 'unguarded', foundOn: 'found_on' },
    register: '监护未落实',
    confirmers: ['each_village'],
  };
  const openNumbers = { repair_days: 7, max_age_days: 92 };
  const counted = (unit: string, quarter: string, unguarded: number, on: string): Entry => ({
    type: 'child_stat',
    unit,
    fields: { quarter, unguarded },
    submittedOn: on,
  });
  it('keeps what a predecessor said is open until the new village says otherwise', () => {
    const before = [
      counted('v1', '2026-Q2', 1, '2026-06-25'),
      counted('v2', '2026-Q2', 0, '2026-06-25'),
      counted('v3', '2026-Q2', 0, '2026-06-25'),
    ];
    const veto = { subjects: ['each_town', 'county'], veto: true } as const;
    expect(told(open, openNumbers, before, '2026-07-10', 't1', MERGED, veto)).toContain('unmet');
    const after = [...before, counted('v9', '2026-Q3', 0, '2026-07-09')];
    expect(told(open, openNumbers, after, '2026-07-10', 't1', MERGED, veto)).toBe('met fulfilled 1/1');
  });
  it('is confirmed by both predecessors, not by one', () => {
    const veto = { subjects: ['each_town'], veto: true } as const;
    expect(told(open, openNumbers, [counted('v1', '2026-Q2', 0, '2026-06-25')], '2026-07-10', 't1', MERGED, veto)).toBe(
      'noData sheetMissing 0/1',
    );
    const both = [counted('v1', '2026-Q2', 0, '2026-06-25'), counted('v2', '2026-Q2', 0, '2026-06-25')];
    expect(told(open, openNumbers, both, '2026-07-10', 't1', MERGED, veto)).toBe('met fulfilled 1/1');
  });
});

describe('a merger of towns and bureaus', () => {
  /** 甲镇 and 乙街道 become 丙镇 on 1 July 2026. */
  const units: readonly UnitFact[] = [
    ...UNITS.map((unit) => {
      if (unit.code === 't1' || unit.code === 't2') return { ...unit, to: '2026-06-30', heir: 't9' };
      return unit.code.startsWith('v') ? { ...unit, states: [{ from: '2026-07-01', parentCode: 't9' }] } : unit;
    }),
    { code: 't9', shortName: '丙镇', kind: 'town', parentCode: 'c', from: '2026-07-01' },
  ];
  const incidents: Rule = {
    kind: 'incident_free_window',
    period: 'month',
    incidents: { record: 'incident', unitField: 'town', from: 'county' },
    register: '极端事件',
    reporters: ['each_town'],
  };
  const months = (unit: string, from: number, to: number): readonly Entry[] =>
    Array.from({ length: to - from + 1 }, (_, at) => {
      const month = String(from + at).padStart(2, '0');
      return {
        type: 'zero_report',
        unit,
        fields: { month: `2026-${month}`, statement: '零报告', registers: ['极端事件'] },
        submittedOn: `2026-${month}-28`,
      };
    });
  const statement = (unit: string): Entry => ({
    type: 'zero_report',
    unit,
    fields: {
      month: '2026-03',
      statement: '追溯说明',
      registers: ['极端事件'],
      covers_from: '2024-01-01',
      covers_to: '2026-02-28',
    },
    submittedOn: '2026-03-20',
  });
  it('takes the months that both towns proved, and the new town’s own', () => {
    const veto = { subjects: ['each_town', 'county'], veto: true } as const;
    const both = [statement('t1'), statement('t2'), ...months('t1', 3, 6), ...months('t2', 3, 6)];
    expect(told(incidents, { window_years: 2 }, both, '2026-07-15', 't9', units, veto)).toContain('met');
    expect(told(incidents, { window_years: 2 }, both, '2026-07-15', 'c', units, veto)).toContain('met');
    const gap = [statement('t1'), statement('t2'), ...months('t1', 3, 6), ...months('t2', 4, 6)];
    expect(told(incidents, { window_years: 2 }, gap, '2026-07-15', 't9', units, veto)).toContain('noData sheetMissing');
    expect(told(incidents, { window_years: 2 }, both.slice(1), '2026-07-15', 't9', units, veto)).toContain(
      'noData sheetMissing',
    );
    expect(
      told(incidents, { window_years: 2 }, [...both, ...months('t9', 7, 8)], '2026-09-25', 't9', units, veto),
    ).toContain('met');
    expect(told(incidents, { window_years: 2 }, both, '2026-09-25', 't9', units, veto)).toContain(
      'noData sheetMissing',
    );
  });
  it('judges a register by the cases and sheets of both', () => {
    const rule: Rule = {
      kind: 'every_case_handled',
      period: 'month',
      register: '强制报告',
      source: {
        type: 'cases',
        of: { record: 'case', where: { register: { any: ['强制报告'] } }, unitField: 'town', from: 'county' },
        base: 'found_at',
        steps: [{ step: '报告', within: { number: 'h', unit: 'hours' } }],
      },
    };
    const zero = (unit: string, from: number, to: number) =>
      months(unit, from, to).map((entry) => ({ ...entry, fields: { ...entry.fields, registers: ['强制报告'] } }));
    const found: Entry = {
      type: 'case',
      unit: 't1',
      id: 90,
      fields: { register: '强制报告', found_at: '2026-05-03T08:00', town: 't1' },
      submittedOn: '2026-05-03',
    };
    const done: Entry = {
      type: 'case_step',
      unit: 't1',
      fields: { case: 90, step: '报告', done_at: '2026-05-03T09:00' },
      submittedOn: '2026-05-03',
    };
    const sheets = [...zero('t1', 3, 4), ...zero('t1', 6, 6), ...zero('t2', 3, 6)];
    const towns = { subjects: ['each_town'] } as const;
    expect(told(rule, { h: 24 }, [found, done, ...sheets], '2026-07-15', 't9', units, towns)).toBe('met fulfilled 1/1');
    expect(told(rule, { h: 24 }, [found, done, ...sheets.slice(1)], '2026-07-15', 't9', units, towns)).toBe(
      'noData sheetMissing 1/1',
    );
  });
  it('finds a renamed bureau by its old and its new name, and a merged one in its heir', () => {
    const papers: Rule = { kind: 'documents', period: 'standing', mode: 'all', papers: [{ type: '机制' }] };
    const entry: Entry = {
      type: 'document',
      unit: 'b1',
      fields: { issue_date: '2026-03-01', doc_type: '机制' },
      evidence: ['minutes'],
    };
    const renamed = UNITS.map((unit) =>
      unit.code === 'b1'
        ? {
            ...unit,
            names: ['县民政局', '县民政和社会工作局'],
            states: [{ from: '2026-05-01', shortName: '县民政和社会工作局' }],
          }
        : unit,
    );
    for (const name of ['县民政局', '县民政和社会工作局'] as const)
      for (const asOf of ['2026-04-30', '2026-05-01'])
        expect(told(papers, {}, [entry], asOf, 'b1', renamed, { subjects: [`bureau:${name}`] })).toBe(
          'met fulfilled 1/1',
        );
    const merged = UNITS.map((unit) => (unit.code === 'b1' ? { ...unit, to: '2026-04-30', heir: 'b2' } : unit));
    expect(told(papers, {}, [entry], '2026-05-01', 'b2', merged, { subjects: ['bureau:县民政局'] })).toBe(
      'met fulfilled 1/1',
    );
    expect(told(papers, {}, [entry], '2026-04-30', 'b2', merged, { subjects: ['bureau:县民政局'] })).toBe('no cell');
  });
});

describe('units that move, close, change their kind or are new', () => {
  const yearly: Rule = {
    kind: 'count_per_period',
    period: 'calendar_year',
    count: { record: 'meeting', from: 'subtree' },
  };
  const meeting: Entry = { type: 'meeting', unit: 'v2', fields: { date: '2026-04-10' } };
  const change = (code: string, more: Partial<UnitFact>) =>
    UNITS.map((unit) => (unit.code === code ? { ...unit, ...more } : unit));
  it('adds a moved village to the town to which it belongs on the day', () => {
    const units = change('v2', { states: [{ from: '2026-07-01', parentCode: 't2' }] });
    expect(told(yearly, { min: 1 }, [meeting], '2026-06-30', 't1', units)).toBe('met fulfilled 1');
    expect(told(yearly, { min: 1 }, [meeting], '2026-07-01', 't1', units)).toBe('notDue nothingYet 0');
    expect(told(yearly, { min: 1 }, [meeting], '2026-07-01', 't2', units)).toBe('met fulfilled 1');
  });
  it('leaves what a closed village did with its town, and ends its posts', () => {
    const units = change('v2', { to: '2026-06-30' });
    expect(told(yearly, { min: 1 }, [meeting], '2026-12-31', 't1', units)).toBe('met fulfilled 1');
    expect(told(yearly, { min: 1 }, [meeting], '2026-07-01', 'v2', units)).toBe('no cell');
    const posts: Rule = { kind: 'staffing', period: 'standing', people: { record: 'staff', from: 'subtree' } };
    const keeper: Entry = { type: 'staff', unit: 'v2', fields: { start_on: '2026-03-01' } };
    expect(told(posts, { min: 1 }, [keeper], '2026-06-30', 't1', units)).toBe('met fulfilled 1');
    expect(told(posts, { min: 1 }, [keeper], '2026-07-31', 't1', units)).toContain('unmet');
  });
  it('judges a town that becomes a street as a street from that day', () => {
    const units = change('t1', { states: [{ from: '2026-07-01', kind: 'street' }] });
    const towns = { subjects: ['each_town_without_streets'] } as const;
    expect(told(yearly, { min: 1 }, [meeting], '2026-06-30', 't1', units, towns)).toBe('met fulfilled 1');
    expect(told(yearly, { min: 1 }, [meeting], '2026-07-01', 't1', units, towns)).toBe('no cell');
    expect(told(yearly, { min: 1 }, [meeting], '2026-07-01', 't2', units, towns)).toBe('no cell');
  });
  const founded: readonly UnitFact[] = [
    ...UNITS,
    { code: 'v8', shortName: '新区', kind: 'community', parentCode: 't2', from: '2026-08-10', newborn: true },
  ];
  const own: Rule = { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } };
  it('asks nothing of a new village for a period that began before it', () => {
    expect(told(own, { min: 1 }, [], '2026-12-31', 'v8', founded)).toBe('notDue nothingYet 0');
    expect(
      told(
        own,
        { min: 1 },
        [{ type: 'meeting', unit: 'v8', fields: { date: '2026-09-01' } }],
        '2026-12-31',
        'v8',
        founded,
      ),
    ).toBe('met fulfilled 1');
    expect(told(own, { min: 1 }, [], '2027-03-01', 'v8', founded)).toBe('notDue nothingYet 0');
    expect(told(own, { min: 1 }, [], '2027-12-31', 'v8', founded)).toBe('atRisk shortInLastQuarter 0');
    expect(told(own, { min: 1 }, [], '2026-12-31', 'v3', founded)).toBe('atRisk shortInLastQuarter 0');
  });
  it('gives a new village its own ninety days for posts and papers', () => {
    const posts: Rule = { kind: 'staffing', period: 'standing', people: { record: 'staff' } };
    expect(told(posts, { min: 1 }, [], '2026-11-08', 'v8', founded)).toBe('notDue nothingYet 0');
    expect(told(posts, { min: 1 }, [], '2026-11-09', 'v8', founded)).toBe('noData nothingReported 0');
    expect(told(posts, { min: 1 }, [], '2026-11-08', 'v3', founded)).toContain('unmet');
  });
});

describe('a law through time', () => {
  const rule: Rule = {
    kind: 'count_per_period',
    period: 'calendar_year',
    count: { record: 'meeting', from: 'subtree' },
  };
  const requirement = requirementOf(rule, { subjects: ['each_village', 'each_town', 'county'] }, { min: 1 });
  it('has one program for each stretch of days without a change', () => {
    const law = new Law([requirement], layoutOf(MERGED));
    expect(law.on(day('2026-06-30'))).toBe(law.on(day('2018-01-01')));
    expect(law.on(day('2026-07-01'))).toBe(law.on(day('2030-01-01')));
    expect(law.on(day('2026-06-30')).cells.unit.length - law.on(day('2026-07-01')).cells.unit.length).toBe(1);
  });

  const anyDay = fc.integer({ min: day('2026-03-01'), max: day('2027-06-30') });
  const anyEntries = fc.array(
    fc.record({ unit: fc.constantFrom('v1', 'v2', 'v3', 't1', 't2'), on: fc.integer({ min: 0, max: 400 }) }),
    { maxLength: 12 },
  );
  const ids = ['v1', 'v2', 'v3'] as const;
  const boardOn = (units: readonly UnitFact[], entries: readonly { unit: string; on: number }[], asOf: number) => {
    const layout = layoutOf(units);
    const facts = createFacts(layout);
    entries.forEach(({ unit, on }, at) =>
      facts.upsert(toRecord({ type: 'meeting', unit, fields: { date: textOf(day('2026-01-01') + on) } }, at + 1)),
    );
    const program = compile([requirement], layout, asOf);
    return { program, facts, board: evaluate(program, facts, { ...contextOf('2026-06-01'), asOf }) };
  };
  const textOf = (value: number) => new Date(value * 86_400_000).toISOString().slice(0, 10);

  it('judges every day before a change as if nobody knew of it', () => {
    fc.assert(
      fc.property(
        anyEntries,
        anyDay,
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(...ids),
        (entries, asOf, later, code) => {
          const from = textOf(asOf + later);
          const last = textOf(asOf + later - 1);
          const changed: readonly UnitFact[] = [
            ...UNITS.map((unit) => (unit.code === code ? { ...unit, to: last, heir: 'v9' } : unit)),
            { code: 'v9', shortName: '新村', kind: 'village', parentCode: 't1', from },
          ];
          const [plain, dated] = [boardOn(UNITS, entries, asOf), boardOn(changed, entries, asOf)];
          const cells = (one: typeof plain) =>
            [...one.program.cells.unit.keys()].map((cell) => verdictAt(one.board, cell));
          expect(cells(dated)).toEqual(cells(plain));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('adds up: the counts of the county are those of its towns and bureaus, whatever changed', () => {
    fc.assert(
      fc.property(anyEntries, anyDay, (entries, asOf) => {
        const { program, facts, board } = boardOn(MERGED, entries, asOf);
        const tree = facts.treeOn(asOf);
        const counts = (code: string) =>
          countCells(program, board, new Set(tree.subtree(facts.unitIndex(code) ?? -1)))[0] ?? [];
        const parts = ['t1', 't2', 'b1', 'b2'].map(counts).reduce(addCounts);
        const cell = cellOf(program, 'r', facts.unitIndex('c') ?? -1);
        const own: Outcome = OUTCOMES[board.outcome[cell] ?? 0] ?? 'met';
        expect(counts('c')).toEqual(addCounts(parts, countsOf([own])));
      }),
      { numRuns: 100 },
    );
  });
});
