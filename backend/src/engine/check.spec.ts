import { check } from './check.js';
import type { Rule } from './rule.types.js';
import { LAYOUT, requirementOf } from './testing/county.js';

const problems = (
  rule: Rule,
  numbers: Record<string, number> = { min: 1 },
  subjects: Parameters<typeof requirementOf>[1] = {},
) =>
  check([requirementOf(rule, subjects, numbers)], LAYOUT).map(({ path, code, detail }) => `${path} ${code} ${detail}`);

describe('check of requirements against the record types', () => {
  const count = (selection: Partial<Extract<Rule, { kind: 'count_per_period' }>['count']>): Rule => ({
    kind: 'count_per_period',
    period: 'month',
    count: { record: 'meeting', ...selection },
  });
  it('has nothing to say about a sound requirement', () => {
    expect(problems(count({ where: { level: { any: ['县政府'] } }, attachments: ['minutes'] }))).toEqual([]);
  });
  it('names an unknown record type, field, option and evidence type by its path', () => {
    expect(problems(count({ record: 'party' }))).toEqual(['rule.count.record unknownRecordType party']);
    expect(problems(count({ where: { lvl: { any: ['县政府'] } } }))).toEqual([
      'rule.count.where.lvl unknownField meeting.lvl',
    ]);
    expect(problems(count({ where: { level: { any: ['省政府'] } } }))).toEqual([
      'rule.count.where.level unknownOption level: 省政府',
    ]);
    expect(problems(count({ attachments: ['video'] }))).toEqual(['rule.count.attachments unknownEvidence video']);
  });
  it('misses a number by name and a flag test on a choice by type', () => {
    expect(problems(count({}), {})).toEqual(['numbers missingNumber min']);
    expect(problems(count({ where: { level: { is: true } } }))).toEqual([
      'rule.count.where.level wrongFieldType level: choice',
    ]);
  });
  it('refuses a subject that no unit bears', () => {
    expect(problems(count({}), { min: 1 }, { subjects: ['bureau:县气象局'] })).toEqual([
      'subjects unknownSubject bureau:县气象局',
    ]);
  });
  it('refuses numbers that are no numbers and steps that the case type lacks', () => {
    const rule: Rule = {
      kind: 'coverage',
      period: 'quarter',
      of: { type: 'reported', of: { record: 'child_stat' }, numerator: 'quarter', denominator: 'all' },
    };
    expect(problems(rule, { target: 100, yellow: 90 })).toEqual([
      'rule.of.numerator wrongFieldType child_stat.quarter: period',
    ]);
    const cases: Rule = {
      kind: 'every_case_handled',
      period: 'month',
      register: '强制报告',
      source: { type: 'cases', of: { record: 'case' }, base: 'found_at', steps: [{ step: '评估通过' }] },
    };
    expect(problems(cases)).toEqual(['rule.source.steps.0.step unknownStep 评估通过']);
  });
});
