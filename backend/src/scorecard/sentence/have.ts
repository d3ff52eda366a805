import type { RequirementSpec } from '../../standard/standard.types.js';
import { spanInWords } from './spans.js';
import type { SentenceInput } from './sentence.types.js';
import { numberInWords } from './words.js';

/**
 * What there is, beside what is asked: "2026 年会议有 1 次，要求 2 次". Only the verdict's own numbers are said, so
 * the words cannot contradict them. '' when the verdict carries no number.
 */
export function haveInWords(input: SentenceInput): string {
  const { measured, of, required } = input.verdict;
  if (measured === null || of === 0) return '';
  const { rule } = input.requirement;
  if (rule.kind === 'incident_free_window') return `近两年内经认定的极端事件 ${measured} 件`;
  if (rule.kind === 'no_open_cases' && of === null) return `未解决的 ${measured} 件`;
  if (rule.kind === 'frequency_coverage') return `最近 ${of ?? 0} 个应开展活动的周中有 ${measured} 周达到次数`;
  const counted = `${spanInWords(input)}${nounOf(input)}`;
  const unit = unitOf(input.requirement);
  if (of !== null) return `${counted} ${fraction(measured, of)}${needed(required, of)}`;
  const have = `${counted} ${quantity(measured, unit)}`;
  return required === null ? have : `${have}，要求${bound(input.requirement)} ${quantity(required, unit)}`;
}

/** A number with its unit of measure: `2 次`. */
export function quantity(value: number, unit: string): string {
  return unit === '' ? numberInWords(value) : `${numberInWords(value)} ${unit}`;
}

function fraction(measured: number, of: number): string {
  return `${numberInWords(measured)}/${numberInWords(of)}`;
}

function needed(required: number | null, of: number): string {
  if (required === null) return '';
  return required === of ? '，要求全部' : `，要求不少于 ${numberInWords(required)}`;
}

function bound(requirement: RequirementSpec): string {
  const { rule } = requirement;
  if (rule.kind !== 'value_compare') return '';
  return rule.compare === 'atMost' ? '不高于' : rule.compare === 'above' ? '高于' : '不低于';
}

/** What the numbers count, in words. */
function nounOf({ requirement, recordLabel }: SentenceInput): string {
  const { rule } = requirement;
  switch (rule.kind) {
    case 'documents':
      return '已备文件';
    case 'count_per_period':
      return `${recordLabel(rule.count.record)}已有`;
    case 'frequency_coverage':
      return '达到次数的周';
    case 'staffing':
      return '在岗';
    case 'facility':
      return '在用';
    case 'coverage':
      return rule.of.type === 'items' ? '已覆盖' : '覆盖';
    case 'value_compare':
      return rule.as === 'ratio' ? '比例' : '数值';
    case 'every_case_handled':
      return '按时办理';
    case 'ledger_current':
      return '在更台账';
    case 'incident_free_window':
      return '经认定的极端事件';
    case 'no_open_cases':
      return '已核对单位';
  }
}

/** Unit of what a kind counts, as the standard or its language has it; '' where a bare number would say nothing. */
export function unitOf(requirement: RequirementSpec): string {
  const { rule, numbers } = requirement;
  switch (rule.kind) {
    case 'count_per_period':
    case 'staffing':
    case 'facility':
      return numbers['min']?.unit ?? '';
    case 'value_compare':
      return numbers['line']?.unit ?? '';
    case 'documents':
      return '份';
    case 'coverage':
      return rule.of.type === 'items' ? '项' : '';
    case 'frequency_coverage':
      return '周';
    case 'every_case_handled':
      return '件';
    case 'ledger_current':
      return '类';
    case 'incident_free_window':
    case 'no_open_cases':
      return '';
  }
}
