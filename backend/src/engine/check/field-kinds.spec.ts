import { check } from '../check.js';
import type { FactsLayout } from '../facts.types.js';
import type { FieldType } from '../record-type.types.js';
import type { CoverageOf, Rule } from '../rule.types.js';
import { LAYOUT, requirementOf } from '../testing/county.js';

const KINDS: readonly FieldType[] = [
  ...(['text', 'longText', 'integer', 'decimal', 'money', 'day', 'instant', 'period'] as const),
  ...(['flag', 'choice', 'choices', 'unit', 'units', 'unitCounts', 'record'] as const),
];
const TIMES: readonly FieldType[] = ['day', 'instant'];
const OPTIONS: readonly FieldType[] = ['choice', 'choices'];
const UNITS: readonly FieldType[] = ['unit', 'units', 'unitCounts'];
const NUMBERS: readonly FieldType[] = ['integer', 'decimal', 'money'];

/** The layout with a field (`record.field`) of another kind, or without it; it has no options. */
function layoutWith(name: string, kind: FieldType | null): FactsLayout {
  const [record, id = ''] = name.split('.');
  const made = kind === null ? [] : [{ id, label: id, type: kind, required: false }];
  const recordTypes = LAYOUT.recordTypes.map((type) =>
    type.id === record ? { ...type, fields: [...type.fields.filter((one) => one.id !== id), ...made] } : type,
  );
  return { ...LAYOUT, recordTypes };
}
const found = (rule: Rule, layout: FactsLayout) =>
  check([requirementOf(rule)], layout).map(({ path, code, detail }) => `${path} ${code} ${detail}`);

const handled = (more: object): Rule => ({
  kind: 'every_case_handled',
  period: 'month',
  register: '强制报告',
  source: { type: 'cases', of: { record: 'case' }, base: 'found_at', steps: [{ step: '报告', ...more }] },
});
const ending: Rule = {
  kind: 'every_case_handled',
  period: 'month',
  register: '强制报告',
  source: { type: 'cases', of: { record: 'case' }, base: 'x', steps: [{ step: '报告' }], outcomes: ['复学'] },
};
const coverage = (of: CoverageOf): Rule => ({ kind: 'coverage', period: 'quarter', of });
const reported = coverage({
  type: 'reported',
  of: { record: 'indicator_value' },
  numerator: 'numerator',
  denominator: 'denominator',
  by: { field: 'x', categories: ['甲'] },
  needsHome: ['儿童之家'],
});
const meeting = { record: 'meeting' } as const;
const ratio = coverage({
  type: 'ratio',
  numerator: { distinct: meeting, field: 'x', among: ['each_town'] },
  denominator: { sum: meeting, field: 'y' },
});
const count = (more: object): Rule => ({ kind: 'count_per_period', period: 'month', count: { ...meeting, ...more } });
const covering: Rule = {
  kind: 'count_per_period',
  period: 'month',
  count: meeting,
  covering: { field: 'x', items: [] },
};
const items = coverage({ type: 'items', items: ['甲'], sources: [{ of: meeting, field: 'x' }] });
const papers: Rule = { kind: 'documents', period: 'standing', mode: 'all', papers: [{ type: '机制' }] };
const ledgers: Rule = { kind: 'ledger_current', period: 'quarter', of: meeting, field: 'x', ledgers: ['困境'] };
const compared: Rule = {
  kind: 'value_compare',
  period: 'calendar_year',
  of: { record: 'indicator_value' },
  as: 'value',
  compare: 'atLeast',
  reference: { type: 'benchmarks', levels: ['省'], mode: 'all' },
  categories: ['甲'],
};

/** What a rule asks of a field: where the rule names it, which field it is, and the kinds that serve. */
const ASKED: readonly (readonly [path: string, field: string, rule: Rule, kinds: readonly FieldType[]])[] = [
  ['rule.source.base', 'case.x', ending, TIMES],
  ['rule.source.outcomes', 'case.outcome', ending, ['choice']],
  ['rule.source.steps.0.step', 'case_step.step', ending, ['choice']],
  ['rule.source.steps.0.field', 'case.x', handled({ field: 'x' }), TIMES],
  ['rule.source.steps.0.from', 'case.x', handled({ from: 'x' }), TIMES],
  ['rule.source.steps.0.or.0.having', 'case_step.x', handled({ or: [{ step: '处置', having: 'x' }] }), KINDS],
  ['rule.register', 'zero_report.registers', ending, ['choices']],
  ['rule.of.by.field', 'indicator_value.x', reported, ['choice']],
  ['rule.of.needsHome', 'facility.facility_type', reported, ['choice']],
  ['rule.of.numerator', 'indicator_value.numerator', reported, NUMBERS],
  ['rule.of.sources.0.field', 'meeting.x', items, OPTIONS],
  ['rule.of.numerator.field', 'meeting.x', ratio, UNITS],
  ['rule.of.denominator.field', 'meeting.y', ratio, [...NUMBERS, 'unitCounts']],
  ['rule.papers.0.type', 'document.doc_type', papers, ['choice']],
  ['rule.covering.field', 'meeting.x', covering, OPTIONS],
  ['rule.field', 'meeting.x', ledgers, OPTIONS],
  ['rule.categories', 'indicator_value.category', compared, ['choice']],
  ['rule.reference.levels', 'indicator_value.level', compared, ['choice']],
  ['rule.count.unitField', 'meeting.x', count({ unitField: 'x' }), UNITS],
  ['rule.count.alsoUntil', 'meeting.x', count({ alsoUntil: 'x' }), ['day']],
  ['rule.count.where.x', 'meeting.x', count({ where: { x: { present: true } } }), KINDS],
  ['rule.count.where.x', 'meeting.x', count({ where: { x: { is: true } } }), ['flag']],
  ['rule.count.where.x', 'meeting.x', count({ where: { x: { any: ['甲'] } } }), [...OPTIONS, ...UNITS]],
  [
    'rule.count.where.x',
    'meeting.x',
    count({ where: { x: { min: 'line' } } }),
    [...NUMBERS, 'choices', 'units', 'unitCounts'],
  ],
];

describe('the kinds of fields that a rule takes', () => {
  it.each(ASKED)('are told at %s for %s', (path, name, rule, kinds) => {
    const refused = KINDS.filter((kind) =>
      found(rule, layoutWith(name, kind)).some((line) => line.startsWith(`${path} wrongFieldType `)),
    );
    expect(KINDS.filter((kind) => !refused.includes(kind))).toEqual(KINDS.filter((kind) => kinds.includes(kind)));
  });
  it.each(ASKED)('need the field that %s names: %s', (path, name, rule) => {
    expect(found(rule, layoutWith(name, null)).filter((line) => line.includes('unknownField'))).toContain(
      `${path} unknownField ${name}`,
    );
  });
  it('know the units that a condition may name in a field of any kind of units', () => {
    const rule = count({ where: { x: { any: ['丙村'] } } });
    for (const kind of UNITS)
      expect(found(rule, layoutWith('meeting.x', kind))).toContain('rule.count.where.x unknownUnit 丙村');
    expect(found(rule, layoutWith('meeting.x', 'choice'))).toContain('rule.count.where.x unknownOption x: 丙村');
  });
  it('have no option and no step to name where the field declares none', () => {
    expect(found(papers, layoutWith('document.doc_type', 'choice'))).toEqual([
      'rule.papers.0.type unknownOption doc_type: 机制',
    ]);
    expect(found(handled({}), layoutWith('case_step.step', 'choice'))).toEqual([
      'rule.source.steps.0.step unknownStep 报告',
    ]);
  });
});
