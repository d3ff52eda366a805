import type { Rule } from '../../engine/index.js';
import { everyCaseHandledText, incidentFreeWindowText, ledgerCurrentText, noOpenCasesText } from './case-text.js';
import { coverageText } from './coverage-text.js';
import {
  lineWords,
  numberWords,
  periodWords,
  type RuleNumbers,
  type RuleWords,
  selectionWords,
  type Telling,
  wantWords,
  whereWords,
} from './words.js';

export type { RuleNumbers, RuleWords } from './words.js';

type OfKind<K extends Rule['kind']> = Extract<Rule, { kind: K }>;

/** A rule in Chinese words with its numbers, such as 本年内，会议（级别：县政府；附党委或政府会议纪要）不少于 2 次. */
export function ruleText(rule: Rule, words: RuleWords, numbers: RuleNumbers): string {
  const telling = { words, numbers };
  switch (rule.kind) {
    case 'documents':
      return documentsText(rule, telling);
    case 'count_per_period':
      return countPerPeriodText(rule, telling);
    case 'frequency_coverage':
      return frequencyCoverageText(rule, telling);
    case 'staffing':
      return `在岗的${selectionWords(rule.people, telling)}不少于 ${numberWords('min', telling)}`;
    case 'facility':
      return facilityText(rule, telling);
    case 'coverage':
      return coverageText(rule, telling);
    case 'value_compare':
      return valueCompareText(rule, telling);
    case 'every_case_handled':
      return everyCaseHandledText(rule, telling);
    case 'ledger_current':
      return ledgerCurrentText(rule, telling);
    case 'incident_free_window':
      return incidentFreeWindowText(rule, telling);
    case 'no_open_cases':
      return noOpenCasesText(rule, telling);
  }
}

function documentsText(rule: OfKind<'documents'>, telling: Telling): string {
  const papers = rule.papers.map((paper) => {
    const inside = [...whereWords(paper.where, 'document', telling), ...wantWords(paper.wants, 'document', telling)];
    return `${paper.type}${inside.length === 0 ? '' : `（${inside.join('；')}）`}`;
  });
  const period =
    rule.period === 'standing' ? '有有效的文件并附扫描件' : `${periodWords(rule.period)}印发文件并附扫描件`;
  const which = papers.length === 1 ? '' : rule.mode === 'all' ? '（每件都要有）' : '（有其中一件即可）';
  return `${period}${which}：${papers.join('、')}`;
}

function countPerPeriodText(rule: OfKind<'count_per_period'>, telling: Telling): string {
  const { covering } = rule;
  const cover = covering === undefined ? '' : `，合起来覆盖${covering.items.join('、')}`;
  const count = `${selectionWords(rule.count, telling)}不少于 ${numberWords('min', telling)}`;
  return `${periodWords(rule.period)}${count}${cover}`;
}

function frequencyCoverageText(rule: OfKind<'frequency_coverage'>, telling: Telling): string {
  const holidays = rule.exempt === 'spring_festival' ? '，春节假期的周不计' : '';
  const enough = `每周${selectionWords(rule.count, telling)}不少于 ${numberWords('min_per_week', telling)}`;
  const window = `回看 ${numberWords('window_weeks', telling)}（一周结束后有 ${numberWords('catch_up_days', telling)}补录${holidays}）`;
  return `${window}，${enough}的周${lineWords('target', 'yellow', telling)}`;
}

function facilityText(rule: OfKind<'facility'>, telling: Telling): string {
  const only = whereWords(rule.appliesIf, rule.places.record, telling);
  const condition = only.length === 0 ? '' : `（只考核“${only.join('，')}”的）`;
  return `在用的${selectionWords(rule.places, telling)}不少于 ${numberWords('min', telling)}${condition}`;
}

const COMPARE = { atLeast: '不低于', atMost: '不高于', above: '高于' } as const;

function valueCompareText(rule: OfKind<'value_compare'>, telling: Telling): string {
  const what = rule.as === 'value' ? '数值' : '分子 ÷ 分母';
  const each = rule.categories === undefined ? '' : `（${rule.categories.join('、')}逐类对比）`;
  const equal = rule.equalIs === undefined ? '' : '，相等为预警';
  const tolerance = telling.numbers.value('tolerance');
  const within = tolerance === null ? '' : `，差 ${numberWords('tolerance', telling)}以内为预警`;
  const against = `${COMPARE[rule.compare]}${referenceWords(rule, telling)}`;
  return `${periodWords(rule.period)}${selectionWords(rule.of, telling)}的${what}${each}${against}${equal}${within}`;
}

function referenceWords({ reference }: OfKind<'value_compare'>, telling: Telling): string {
  switch (reference.type) {
    case 'number':
      return ` ${numberWords(reference.number, telling)}`;
    case 'previousPeriod':
      return '上一期';
    case 'benchmarks':
      return `${reference.levels.join('、')}${reference.mode === 'all' ? '每一级' : '任一级'}的同期值`;
  }
}
