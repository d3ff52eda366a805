import { adviceInWords } from './advice.js';
import { haveInWords } from './have.js';
import type { SentenceInput } from './sentence.types.js';
import { dayInWords } from './words.js';
import { formatDay } from '../../engine/index.js';

/**
 * The one renderer of a verdict: screen, workbook and API call it, so they cannot differ. One or two plain sentences:
 * what there is, what is asked, what is missing, by when. No unit name in front, no full stop missing at the end.
 */
export function sentenceOf(input: SentenceInput): string {
  const fixed = fixedSentence(input);
  if (fixed !== null) return fixed;
  const have = haveInWords(input);
  const about = input.part === null ? '' : `（${input.part}）`;
  const state = stateInWords(input);
  const facts = [have === '' ? '' : `${have}${about}`, state].filter((part) => part !== '').join('，');
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
      return '还没有填写创建启动日，暂不判定。请先在“设置”里填写启动日。';
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

/** What the reason adds to the numbers. */
function stateInWords(input: SentenceInput): string {
  const { verdict, asOf } = input;
  switch (verdict.reason) {
    case 'fulfilled':
      return '已达标';
    case 'onPace':
      return '尚未到期';
    case 'shortInLastQuarter':
      return '期限已近，仍有缺口';
    case 'shortInGrace':
      return '已到期，正在补报宽限期内';
    case 'short':
      return '没有达到要求';
    case 'nothingReported':
      return verdict.outcome === 'unmet' ? '到期后仍从未登记' : '没有任何登记';
    case 'nothingYet':
      return '还没有登记';
    case 'waitingForReview':
      return '已报送，正在等待审核';
    case 'attributeMissing':
      return '已登记，但缺少必备的内容或佐证材料';
    case 'tolerated':
      return '没有全部达到，差距在容许范围内';
    case 'expiring':
      return verdict.due === null ? '即将到期' : `将在 ${dayInWords(formatDay(verdict.due), asOf)}到期`;
    case 'expired':
      return '已过有效期';
    case 'sheetMissing':
      return '零报告或核对确认不齐，不能证明';
    case 'benchmarkMissing':
      return '缺少可比的对标值或上期值，无法判定';
    case 'benchmarkStale':
      return '对标值只有以前的，请更新';
    case 'overdue':
      return '有超过时限仍未办的';
    case 'late':
      return '有超过时限才办的';
    case 'stillOpen':
      return '有仍在时限内办理的';
    case 'triggered':
      return '已触发一票否决';
    case 'underConfirmation':
      return '有事项正在核实认定';
    case 'insideRepair':
      return '有新发现的问题，正在整改期内';
    default:
      return '';
  }
}
