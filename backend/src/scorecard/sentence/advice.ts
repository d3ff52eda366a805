import { formatDay } from '../../engine/index.js';
import { quantity, unitOf } from './have.js';
import { recordToEnter } from './spans.js';
import type { SentenceInput } from './sentence.types.js';
import { dayInWords, listInWords } from './words.js';

/** What is missing and what to do about it, by when: "还差 1 次：请在 12 月 31 日前登记会议并附会议纪要，剩 37 天". */
export function adviceInWords(input: SentenceInput): string {
  return [gap(input), todo(input)].filter((part) => part !== '').join('；');
}

function gap({ verdict, missing, requirement }: SentenceInput): string {
  if (missing.length > 0) return `还缺：${listInWords(missing)}`;
  const { shortfall } = verdict;
  const unit = unitOf(requirement);
  if (shortfall === null || shortfall <= 0 || unit === '' || requirement.rule.kind === 'value_compare') return '';
  return `还差 ${quantity(shortfall, unit)}`;
}

function todo(sentence: SentenceInput): string {
  const { requirement, recordLabel } = sentence;
  const enter = `登记${recordLabel(recordToEnter(requirement.rule))}${attachmentsOf(sentence)}`;
  const deadline = deadlineOf(sentence);
  return deadline === '' ? `请尽快${enter}` : `请在 ${deadline.day}前${enter}${deadline.left}`;
}

function attachmentsOf({ requirement, evidenceLabel }: SentenceInput): string {
  if (requirement.rule.kind !== 'count_per_period') return '';
  const needed = requirement.rule.count.attachments ?? [];
  return needed.length === 0 ? '' : `并附${needed.map((type) => evidenceLabel(type)).join('、')}`;
}

function deadlineOf({ verdict, asOf }: SentenceInput): '' | { day: string; left: string } {
  if (verdict.due === null) return '';
  const day = formatDay(verdict.due);
  if (day < asOf) return '';
  return { day: dayInWords(day, asOf), left: daysLeft(verdict.due, asOf) };
}

function daysLeft(due: number, asOf: string): string {
  const today = Math.round(Date.parse(`${asOf}T00:00:00Z`) / 86_400_000);
  return due === today ? '，今天截止' : `，剩 ${due - today} 天`;
}
