import type { Rule } from '../rule.types.js';
import { checkCases } from './check-cases.js';
import { checkCoverage } from './check-coverage.js';
import type { Checker } from './checker.js';

/** The names of a rule against the layout, kind by kind. */
export function checkRule(checker: Checker, rule: Rule): void {
  switch (rule.kind) {
    case 'documents':
      return checkDocuments(checker, rule);
    case 'count_per_period':
      return checkCount(checker, rule);
    case 'frequency_coverage':
      checker.selection('rule.count', rule.count);
      for (const name of ['min_per_week', 'window_weeks', 'target', 'yellow', 'catch_up_days'])
        checker.number('numbers', name);
      return;
    case 'staffing':
      checker.selection('rule.people', rule.people);
      return checker.number('numbers', 'min');
    case 'facility':
      checker.selection('rule.places', rule.places);
      checker.where('rule.appliesIf', rule.places.record, rule.appliesIf);
      return checker.number('numbers', 'min');
    case 'coverage':
      for (const name of ['target', 'yellow']) checker.number('numbers', name);
      return checkCoverage(checker, rule.of);
    case 'value_compare':
      return checkCompare(checker, rule);
    case 'every_case_handled':
      checkRegister(checker, rule.register);
      return checkCases(checker, rule.source);
    case 'ledger_current':
      return checkLedger(checker, rule);
    case 'incident_free_window':
      checker.selection('rule.incidents', rule.incidents);
      checkRegister(checker, rule.register);
      checker.subjects('rule.reporters', rule.reporters);
      return checker.number('numbers', 'window_years');
    case 'no_open_cases':
      return checkOpenCases(checker, rule);
  }
}

type Of<K extends Rule['kind']> = Extract<Rule, { readonly kind: K }>;

function checkRegister(checker: Checker, register: string): void {
  const field = checker.field('rule.register', 'zero_report', 'registers', ['choices']);
  checker.optionsOf('rule.register', field, [register]);
}

function checkDocuments(checker: Checker, rule: Of<'documents'>): void {
  if (rule.papers.length === 0) checker.say('rule.papers', 'emptyList', 'papers');
  rule.papers.forEach((paper, at) => {
    const field = checker.field(`rule.papers.${at}.type`, 'document', 'doc_type', ['choice']);
    checker.optionsOf(`rule.papers.${at}.type`, field, [paper.type]);
    checker.where(`rule.papers.${at}.where`, 'document', paper.where);
    checker.where(`rule.papers.${at}.wants`, 'document', paper.wants);
  });
}

function checkCount(checker: Checker, rule: Of<'count_per_period'>): void {
  checker.selection('rule.count', rule.count);
  checker.number('numbers', 'min');
  if (rule.covering === undefined) return;
  const field = checker.field('rule.covering.field', rule.count.record, rule.covering.field, ['choice', 'choices']);
  checker.optionsOf('rule.covering.items', field, rule.covering.items);
}

function checkCompare(checker: Checker, rule: Of<'value_compare'>): void {
  const { record } = rule.of;
  checker.selection('rule.of', rule.of);
  if (rule.as === 'value') checker.numberField('rule.as', record, 'value');
  else for (const field of ['numerator', 'denominator']) checker.numberField('rule.as', record, field);
  if (rule.categories !== undefined) {
    checker.optionsOf(
      'rule.categories',
      checker.field('rule.categories', record, 'category', ['choice']),
      rule.categories,
    );
  }
  if (rule.reference.type === 'number') checker.number('rule.reference.number', 'line');
  if (rule.reference.type !== 'benchmarks') return;
  checker.optionsOf(
    'rule.reference.levels',
    checker.field('rule.reference.levels', record, 'level', ['choice']),
    rule.reference.levels,
  );
}

function checkLedger(checker: Checker, rule: Of<'ledger_current'>): void {
  checker.selection('rule.of', rule.of);
  const field = checker.field('rule.field', rule.of.record, rule.field, ['choice', 'choices']);
  checker.optionsOf('rule.ledgers', field, rule.ledgers);
  for (const name of ['max_age_days', 'yellow_days']) checker.number('numbers', name);
}

function checkOpenCases(checker: Checker, rule: Of<'no_open_cases'>): void {
  const { of, field, foundOn, acceptedOn } = rule.statistic;
  checker.selection('rule.cases', rule.cases);
  checker.selection('rule.statistic.of', of);
  checker.numberField('rule.statistic.field', of.record, field);
  checker.field('rule.statistic.foundOn', of.record, foundOn, ['day']);
  if (acceptedOn !== undefined) checker.field('rule.statistic.acceptedOn', of.record, acceptedOn, ['day']);
  checkRegister(checker, rule.register);
  checker.subjects('rule.confirmers', rule.confirmers);
  for (const name of ['repair_days', 'max_age_days']) checker.number('numbers', name);
}
