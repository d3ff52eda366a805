import { formatDay, type Reason, type Rule } from '../../engine/index.js';
import { adviceInWords } from './advice.js';
import { haveInWords } from './have.js';
import { spanInWords } from './spans.js';
import type { SentenceInput } from './sentence.types.js';
import { dayInWords } from './words.js';

/**
 * The one renderer of a verdict: screen, workbook and API call it, so they cannot differ. One or two plain sentences:
 * what there is, what is asked, what is missing, by when. No unit name in front, no full stop missing at the end.
 */
export function sentenceOf(input: SentenceInput): string {
  const fixed = fixedSentence(input);
  if (fixed !== null) return fixed;
  const have = haveInWords(input);
  // What is missing is named below; the part that decided says nothing more then.
  const about = input.part === null || input.missing.length > 0 ? '' : `（${input.part}）`;
  const state = stateInWords(input);
  const facts =
    have === '' ? `${spanInWords(input)}${about}${state}` : [`${have}${about}`, state].filter(Boolean).join('，');
  const advice = needsAction(input) ? adviceInWords(input) : '';
  return [facts, advice].filter((part) => part !== '').join('。') + '。';
}

function needsAction({ verdict }: SentenceInput): boolean {
  if (verdict.reason === 'waitingForReview' || verdict.reason === 'underConfirmation') return false;
  return verdict.outcome !== 'met' && verdict.outcome !== 'notApplicable';
}

/** Verdicts that have nothing to count. */
function fixedSentence({ verdict }: SentenceInput): string | null {
  switch (verdict.reason) {
    case 'startUnknown':
      return '还没有填写创建工作启动日，暂不判定。请先在右上角账号菜单的“创建工作日期”里填写。';
    case 'beforeStart':
      return '该期在创建启动之前已经结束，不作判定。';
    case 'wrongSize':
      return '本村（社区）的儿童数不在本项的适用范围内，不适用。';
    case 'sizeUnknown':
      return '还没有上年末的儿童基数统计，定不下适用哪一档。请先登记儿童基数统计。';
    case 'noSubjectChildren':
      return '本期没有这类对象，已作零申报，不适用。';
    case 'conditionAbsent':
      return '没有登记为“有条件”的场所，不适用。';
    default:
      return null;
  }
}

/** What a reason adds to the numbers; the others are said by numbers, or by a sentence of their own. */
const STATES: Readonly<Partial<Record<Reason, string>>> = {
  fulfilled: '已达标',
  onPace: '尚未到期',
  shortInLastQuarter: '期限已近，仍有缺口',
  shortInGrace: '已到期，正在补报宽限期内',
  short: '没有达到要求',
  nothingYet: '还没有登记',
  waitingForReview: '已报送，正在等待审核',
  attributeMissing: '已登记，但缺少必备的内容或佐证材料',
  tolerated: '没有全部达到，差距在容许范围内',
  expired: '已过有效期',
  benchmarkMissing: '缺少可比的对标值或上期值，无法判定',
  benchmarkStale: '对标值只有以前的，请更新',
  late: '有超过时限才办的',
  stillOpen: '有仍在时限内办理的',
  triggered: '已触发一票否决',
  underConfirmation: '有事项正在核实认定',
  insideRepair: '有新发现的问题，正在整改期内',
};

function stateInWords({ verdict, asOf, requirement }: SentenceInput): string {
  const { reason, outcome, due, measured, of } = verdict;
  if (reason === 'nothingReported') return outcome === 'unmet' ? '到期后仍没有符合条件的登记' : '没有任何登记';
  if (reason === 'short' && outcome === 'noData') return '已登记，但缺少佐证材料，不能计入';
  if (reason === 'expiring') return due === null ? '即将到期' : `将在 ${dayInWords(formatDay(due), asOf)}到期`;
  if (reason === 'overdue') return requirement.rule.kind === 'ledger_current' ? '超期没有更新' : '有超过时限仍未办的';
  if (reason === 'sheetMissing') return `${sheetsOf(requirement.rule)}不齐，不能证明`;
  if (reason === 'shortInLastQuarter' && (measured === null || of === 0)) return '还没有登记，期限已近';
  return STATES[reason] ?? '';
}

/** What proves that nothing happened. */
function sheetsOf(rule: Rule): string {
  if (rule.kind === 'no_open_cases') return '核对确认';
  if (rule.kind === 'coverage') return '各村（社区）的报表';
  return rule.kind === 'every_case_handled' && rule.source.type === 'statistic' ? '月报或零报告' : '零报告';
}
