import type { Rule } from '../rule.types.js';
import { problems } from '../testing/problems.js';

describe('documents', () => {
  it('is sound when papers and their conditions exist', () => {
    const papers = [
      { type: '机制', where: { head_role: { any: ['县长'] } }, wants: { valid_to: { present: true } } },
    ] as const;
    expect(problems({ kind: 'documents', period: 'standing', mode: 'all', papers })).toEqual([]);
  });
  it('names papers that no option has, and conditions on fields that are not there', () => {
    const papers = [
      { type: '机制' },
      { type: '规划', where: { x: { present: true } }, wants: { y: { present: true } } },
    ] as const;
    expect(problems({ kind: 'documents', period: 'standing', mode: 'all', papers })).toEqual([
      'rule.papers.1.type unknownOption doc_type: 规划',
      'rule.papers.1.where.x unknownField document.x',
      'rule.papers.1.wants.y unknownField document.y',
    ]);
    expect(problems({ kind: 'documents', period: 'standing', mode: 'all', papers: [] })).toEqual([
      'rule.papers emptyList papers',
    ]);
  });
});

describe('count_per_period', () => {
  const count = { record: 'meeting' } as const;
  it('checks the items it has to cover', () => {
    const rule = (field: string, items: readonly string[]): Rule => ({
      kind: 'count_per_period',
      period: 'month',
      count,
      covering: { field, items },
    });
    expect(problems(rule('topics', ['重大']), 'min')).toEqual([]);
    expect(problems(rule('level', ['县政府']), 'min')).toEqual([]);
    expect(problems(rule('topics', ['其他']), 'min')).toEqual(['rule.covering.items unknownOption topics: 其他']);
    expect(problems(rule('topics', []), 'min')).toEqual(['rule.covering.items emptyList rule.covering.items']);
    expect(problems(rule('date', ['重大']), 'min')).toEqual(['rule.covering.field wrongFieldType meeting.date: day']);
    expect(problems(rule('nix', ['重大']))).toEqual([
      'numbers missingNumber min',
      'rule.covering.field unknownField meeting.nix',
    ]);
  });
});

describe('kinds that look at one selection', () => {
  const wrong = { record: 'party' } as const;
  it('misses the numbers of the weekly kind by name', () => {
    const rule = (record: string): Rule => ({
      kind: 'frequency_coverage',
      period: 'iso_week',
      count: { record },
      exempt: 'none',
    });
    const all = ['min_per_week', 'window_weeks', 'target', 'yellow', 'catch_up_days'];
    expect(problems(rule('activity'), ...all)).toEqual([]);
    expect(problems(rule('party'))).toEqual([
      'rule.count.record unknownRecordType party',
      ...all.map((name) => `numbers missingNumber ${name}`),
    ]);
  });
  it('checks posts and places', () => {
    expect(problems({ kind: 'staffing', period: 'standing', people: wrong })).toEqual([
      'rule.people.record unknownRecordType party',
      'numbers missingNumber min',
    ]);
    expect(problems({ kind: 'staffing', period: 'standing', people: { record: 'staff' } }, 'min')).toEqual([]);
    const places = { record: 'facility' } as const;
    expect(
      problems({ kind: 'facility', period: 'standing', places, appliesIf: { has_conditions: { is: true } } }, 'min'),
    ).toEqual([]);
    expect(problems({ kind: 'facility', period: 'standing', places: wrong })).toEqual([
      'rule.places.record unknownRecordType party',
      'numbers missingNumber min',
    ]);
    expect(problems({ kind: 'facility', period: 'standing', places, appliesIf: { nix: { is: true } } }, 'min')).toEqual(
      ['rule.appliesIf.nix unknownField facility.nix'],
    );
  });
  it('checks ledgers and their numbers', () => {
    const rule = (field: string, ledgers: readonly string[]): Rule => ({
      kind: 'ledger_current',
      period: 'quarter',
      of: { record: 'ledger_submission' },
      field,
      ledgers,
    });
    expect(problems(rule('ledgers', ['困境', '留守']), 'max_age_days', 'yellow_days')).toEqual([]);
    expect(problems(rule('ledgers', ['孤儿']))).toEqual([
      'rule.ledgers unknownOption ledgers: 孤儿',
      'numbers missingNumber max_age_days',
      'numbers missingNumber yellow_days',
    ]);
    expect(problems(rule('submitted_on', ['困境']), 'max_age_days', 'yellow_days')).toEqual([
      'rule.field wrongFieldType ledger_submission.submitted_on: day',
    ]);
    expect(problems({ ...rule('ledgers', ['困境']), of: wrong } as Rule, 'max_age_days', 'yellow_days')).toEqual([
      'rule.of.record unknownRecordType party',
    ]);
  });
});

describe('value_compare', () => {
  const rule = (more: object): Rule => ({
    kind: 'value_compare',
    period: 'calendar_year',
    of: { record: 'indicator_value' },
    as: 'value',
    compare: 'atLeast',
    reference: { type: 'previousPeriod' },
    ...more,
  });
  it('is sound with value or fraction, categories, line and benchmarks', () => {
    expect(problems(rule({}))).toEqual([]);
    expect(problems(rule({ as: 'ratio', categories: ['甲', '乙'] }))).toEqual([]);
    expect(problems(rule({ reference: { type: 'number', number: 'line' } }), 'line')).toEqual([]);
    expect(problems(rule({ reference: { type: 'benchmarks', levels: ['市', '省'], mode: 'all' } }))).toEqual([]);
  });
  it('names fields, options and numbers that are missing', () => {
    const of = { record: 'child_stat' };
    expect(problems(rule({ of }))).toEqual(['rule.as unknownField child_stat.value']);
    expect(problems(rule({ of, as: 'ratio' }))).toEqual([
      'rule.as unknownField child_stat.numerator',
      'rule.as unknownField child_stat.denominator',
    ]);
    expect(problems(rule({ of: { record: 'party' } }))).toEqual(['rule.of.record unknownRecordType party']);
    expect(problems(rule({ categories: ['丙'] }))).toEqual(['rule.categories unknownOption category: 丙']);
    expect(problems(rule({ of, as: 'ratio', categories: ['甲'] }))).toContain(
      'rule.categories unknownField child_stat.category',
    );
    expect(problems(rule({ reference: { type: 'number', number: 'line' } }))).toEqual([
      'rule.reference.number missingNumber line',
    ]);
    expect(problems(rule({ reference: { type: 'benchmarks', levels: ['国'], mode: 'all' } }))).toEqual([
      'rule.reference.levels unknownOption level: 国',
    ]);
    expect(
      problems(rule({ of, as: 'ratio', reference: { type: 'benchmarks', levels: ['省'], mode: 'all' } })),
    ).toContain('rule.reference.levels unknownField child_stat.level');
  });
});
