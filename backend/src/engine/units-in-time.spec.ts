import type { UnitFact } from './facts.types.js';
import type { Rule } from './rule.types.js';
import { told } from './testing/changing-county.js';
import { UNITS, type Entry } from './testing/county.js';

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
