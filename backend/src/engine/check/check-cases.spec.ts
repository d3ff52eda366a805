import { check } from '../check.js';
import type { Rule } from '../rule.types.js';
import { LAYOUT, requirementOf } from '../testing/county.js';
import { problems } from '../testing/problems.js';

describe('every_case_handled', () => {
  const cases = (source: object, register = '强制报告'): Rule => ({
    kind: 'every_case_handled',
    period: 'month',
    register,
    source: { type: 'cases', of: { record: 'case' }, base: 'found_at', steps: [{ step: '报告' }], ...source } as never,
  });
  it('is sound with limits, clocks at fields and steps, and outcomes', () => {
    const steps = [
      { step: '报告', from: 'reported_at', within: { number: 'hours', unit: 'hours' } },
      { step: '处置', from: '报告', before: '登记', every: 'days' },
      { step: '办结', field: 'closed_at' },
    ];
    expect(problems(cases({ steps, outcomes: ['复学'] }), 'hours', 'days')).toEqual([]);
    expect(problems(cases({ base: 'accepted_on' }))).toEqual([]);
  });
  it('names registers, bases, steps, clocks and outcomes that are not there', () => {
    expect(problems(cases({}, '收养'))).toEqual(['rule.register unknownOption registers: 收养']);
    expect(problems(cases({ base: 'town' }))).toEqual(['rule.source.base wrongFieldType case.town: unit']);
    expect(problems(cases({ of: { record: 'party' } }))).toEqual(['rule.source.of.record unknownRecordType party']);
    expect(problems(cases({ steps: [] }))).toEqual(['rule.source.steps emptyList steps']);
    expect(problems(cases({ outcomes: ['转学'] }))).toEqual(['rule.source.outcomes unknownOption outcome: 转学']);
    const steps = [
      { step: '甲', before: '乙', from: '丙', within: { number: 'a', unit: 'days' }, every: 'b' },
      { step: '丁', field: 'town', from: 'nix' },
      { step: '报告', from: 'town' },
    ];
    expect(problems(cases({ steps }))).toEqual([
      'rule.source.steps.0.step unknownStep 甲',
      'rule.source.steps.0.before unknownStep 乙',
      'rule.source.steps.0.within missingNumber a',
      'rule.source.steps.0.every missingNumber b',
      'rule.source.steps.0.from unknownStep 丙',
      'rule.source.steps.1.field wrongFieldType case.town: unit',
      'rule.source.steps.1.from unknownField case.nix',
      'rule.source.steps.2.from wrongFieldType case.town: unit',
    ]);
  });
  it('names other steps that show the same, and the field they need', () => {
    const sound = [{ step: '登记', or: [{ step: '处置' }, { step: '报告', having: 'done_at' }] }];
    expect(problems(cases({ steps: sound }))).toEqual([]);
    expect(
      problems(cases({ steps: [{ step: '登记', or: [{ step: '甲' }, { step: '报告', having: 'no' }] }] })),
    ).toEqual([
      'rule.source.steps.0.or.0.step unknownStep 甲',
      'rule.source.steps.0.or.1.having unknownField case_step.no',
    ]);
  });
  it('reads a clock as a step where any of its letters is none of a field name', () => {
    for (const from of ['回访a', 'a回访', '2次'])
      expect(problems(cases({ steps: [{ step: '报告', from }] }))).toEqual([
        `rule.source.steps.0.from unknownStep ${from}`,
      ]);
  });
  it('needs a step type and a register type to name steps and registers', () => {
    const recordTypes = LAYOUT.recordTypes.filter(({ id }) => id !== 'case_step' && id !== 'zero_report');
    expect(check([requirementOf(cases({}))], { ...LAYOUT, recordTypes })).toEqual([
      { requirement: 'r', path: 'rule.source.steps.0.step', code: 'unknownStep', detail: '报告' },
    ]);
  });
  it('checks a monthly statistic', () => {
    const statistic = (more: object) =>
      cases({
        type: 'statistic',
        of: { record: 'child_stat' },
        numerator: 'done',
        denominator: 'all',
        zeroFlag: 'none',
        ...more,
      });
    expect(problems(statistic({}))).toEqual([]);
    expect(problems(statistic({ numerator: 'none', denominator: 'none', zeroFlag: 'done' }))).toEqual([
      'rule.source.numerator wrongFieldType child_stat.none: flag',
      'rule.source.denominator wrongFieldType child_stat.none: flag',
      'rule.source.zeroFlag wrongFieldType child_stat.done: integer',
    ]);
  });
});

describe('veto kinds', () => {
  const incidents = (more: object): Rule => ({
    kind: 'incident_free_window',
    period: 'month',
    incidents: { record: 'incident' },
    register: '极端事件',
    reporters: ['each_town'],
    ...more,
  });
  it('checks incidents, register, reporters and window', () => {
    expect(problems(incidents({}), 'window_years')).toEqual([]);
    expect(problems(incidents({ incidents: { record: 'party' }, register: '无', reporters: ['bureau:无'] }))).toEqual([
      'rule.incidents.record unknownRecordType party',
      'rule.register unknownOption registers: 无',
      'rule.reporters unknownSubject bureau:无',
      'numbers missingNumber window_years',
    ]);
  });
  const open = (more: object, statistic: object = {}): Rule => ({
    kind: 'no_open_cases',
    period: 'quarter',
    cases: { record: 'case' },
    statistic: {
      of: { record: 'child_stat' },
      field: 'unguarded',
      foundOn: 'found_on',
      acceptedOn: 'found_on',
      ...statistic,
    },
    register: '监护未落实',
    confirmers: ['each_village'],
    ...more,
  });
  it('checks open cases, statistic, register, confirmers and numbers', () => {
    expect(problems(open({}), 'repair_days', 'max_age_days')).toEqual([]);
    expect(
      problems(
        open(
          { cases: { record: 'party' }, register: '无', confirmers: [] },
          { field: 'none', foundOn: 'all', acceptedOn: 'quarter' },
        ),
      ),
    ).toEqual([
      'rule.cases.record unknownRecordType party',
      'rule.statistic.field wrongFieldType child_stat.none: flag',
      'rule.statistic.foundOn wrongFieldType child_stat.all: integer',
      'rule.statistic.acceptedOn wrongFieldType child_stat.quarter: period',
      'rule.register unknownOption registers: 无',
      'rule.confirmers emptyList rule.confirmers',
      'numbers missingNumber repair_days',
      'numbers missingNumber max_age_days',
    ]);
    expect(problems(open({}, { of: { record: 'party' } }), 'repair_days', 'max_age_days')).toEqual([
      'rule.statistic.of.record unknownRecordType party',
    ]);
    expect(problems(open({}, { acceptedOn: undefined }), 'repair_days', 'max_age_days')).toEqual([]);
  });
});
