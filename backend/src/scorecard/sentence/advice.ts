import { formatDay, type Reason, type Rule } from '../../engine/index.js';
import { quantity, unitOf } from './have.js';
import { recordToEnter } from './spans.js';
import type { SentenceInput } from './sentence.types.js';
import { dayInWords, listInWords } from './words.js';

/** What is missing and what to do about it, by when: "还差 1 次；请在 12 月 31 日前登记会议并附会议纪要，剩 37 天". */
export function adviceInWords(input: SentenceInput): string {
  return [gap(input), todo(input)].filter((part) => part !== '').join('；');
}

function gap({ verdict, missing, requirement, asOf }: SentenceInput): string {
  const { kind } = requirement.rule;
  const items = kind === 'frequency_coverage' ? missing.map((monday) => `${dayInWords(monday, asOf)}那周`) : missing;
  if (items.length > 0) return `还缺：${listInWords(items)}`;
  const { shortfall, reason } = verdict;
  const unit = unitOf(requirement);
  // What was done late stays late: there is nothing left to be made up for.
  const isCountable = unit !== '' && kind !== 'value_compare' && reason !== 'late';
  return isCountable && shortfall !== null && shortfall > 0 ? `还差 ${quantity(shortfall, unit)}` : '';
}

function todo(input: SentenceInput): string {
  const { verdict, requirement, recordLabel } = input;
  const { rule } = requirement;
  const label = recordLabel(recordToMend(rule, verdict.reason));
  switch (verdict.reason) {
    case 'late':
      return '今后请按时限办理';
    case 'overdue':
    case 'stillOpen':
      return by(input, `${rule.kind === 'every_case_handled' ? '补办并' : ''}登记${label}`);
    case 'insideRepair':
    case 'triggered':
      return by(input, '办结，并更新登记');
    case 'attributeMissing':
      return by(input, `补齐已登记的${label}及其佐证材料`);
    case 'expiring':
      return by(input, `登记新的${label}`);
    case 'short':
    case 'tolerated':
      return isReported(rule) && verdict.of !== 0
        ? by(input, `落实缺口，并更新${label}`)
        : by(input, `登记${label}${attachmentsOf(input)}`);
    default:
      return by(input, `登记${label}${attachmentsOf(input)}`);
  }
}

/** Type of the record whose entry would mend a verdict of this reason. */
export function recordToMend(rule: Rule, reason: Reason): string {
  if (rule.kind === 'every_case_handled' && (reason === 'overdue' || reason === 'stillOpen')) return stepRecord(rule);
  if (rule.kind === 'no_open_cases' && (reason === 'insideRepair' || reason === 'triggered')) return rule.cases.record;
  return recordToEnter(rule);
}

function stepRecord({ source }: Extract<Rule, { kind: 'every_case_handled' }>): string {
  if (source.type === 'statistic' || source.steps.some(({ field }) => field !== undefined)) return source.of.record;
  return 'case_step';
}

/** Numbers that a unit reports; a gap in them is closed in the field first, then reported anew. */
function isReported(rule: Rule): boolean {
  return rule.kind === 'coverage' && (rule.of.type === 'reported' || rule.of.type === 'pairs');
}

function attachmentsOf({ requirement, evidenceLabel }: SentenceInput): string {
  if (requirement.rule.kind !== 'count_per_period') return '';
  const needed = requirement.rule.count.attachments ?? [];
  return needed.length === 0 ? '' : `并附${needed.map((type) => evidenceLabel(type)).join('、')}`;
}

/** "请在 12 月 31 日前…，剩 37 天", or "请尽快…" when no day is left. */
function by({ verdict, asOf }: SentenceInput, action: string): string {
  // What is overdue has no day left; the verdict's day is that of the next case.
  const isOver = verdict.reason === 'overdue' || verdict.due === null || formatDay(verdict.due) < asOf;
  if (isOver || verdict.due === null) return `请尽快${action}`;
  return `请在 ${dayInWords(formatDay(verdict.due), asOf)}前${action}${daysLeft(verdict.due, asOf)}`;
}

function daysLeft(due: number, asOf: string): string {
  const today = Math.round(Date.parse(`${asOf}T00:00:00Z`) / 86_400_000);
  return due === today ? '，今天截止' : `，剩 ${due - today} 天`;
}
