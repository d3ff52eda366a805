import type { Outcome, Reason } from '../engine/index.js';

/** The words of an outcome, the same on screen, in the workbook and in print. */
export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  met: '达标',
  atRisk: '预警',
  unmet: '未达标',
  noData: '无数据',
  notDue: '未到期',
  notApplicable: '不适用',
};

/** A reason in a few words, where no unit and no number is at hand: beside a worked example. */
export const REASON_LABELS: Readonly<Record<Reason, string>> = {
  fulfilled: '已达到要求',
  onPace: '尚未到期',
  shortInLastQuarter: '期限已近仍有缺口',
  shortInGrace: '补报宽限期内仍有缺口',
  short: '没有达到要求',
  nothingReported: '没有符合条件的登记',
  nothingYet: '还没有登记',
  waitingForReview: '等待审核',
  attributeMissing: '缺少必备的内容或佐证材料',
  tolerated: '差距在容许范围内',
  expiring: '即将到期',
  expired: '已过有效期',
  beforeStart: '在创建启动之前',
  noSubjectChildren: '没有这类对象',
  wrongSize: '不在适用的儿童数范围',
  sizeUnknown: '儿童数不明',
  conditionAbsent: '没有“有条件”的场所',
  sheetMissing: '缺报表',
  benchmarkMissing: '缺可比的对标值',
  benchmarkStale: '对标值只有以前的',
  overdue: '超过时限',
  late: '逾期才办',
  stillOpen: '仍在时限内办理',
  triggered: '已触发一票否决',
  underConfirmation: '正在核实认定',
  insideRepair: '在整改期内',
  startUnknown: '没有填写启动日',
};

/** What a worked example shows. */
export const SHOWS_LABELS = { met: '达标', short: '不足', missing: '缺失', boundary: '界线', other: '其他' } as const;

export const REVIEW_LABELS = { approved: '已审核', pending: '待审核', returned: '已退回' } as const;
