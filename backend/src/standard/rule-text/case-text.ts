import type { CaseStep, Rule, Within } from '../../engine/index.js';
import { fieldLabel, numberWords, periodWords, selectionWords, subjectWords, type Telling } from './words.js';

type OfKind<K extends Rule['kind']> = Extract<Rule, { kind: K }>;

/** 近一年，个案（登记册：强制报告）逐件：发现时间起 24 小时内“向公安机关报告”；…；没有个案的月份要有零报告。 */
export function everyCaseHandledText(rule: OfKind<'every_case_handled'>, telling: Telling): string {
  const silence = `没有“${rule.register}”的月份要有零报告`;
  const { source } = rule;
  if (source.type === 'statistic') {
    const label = (field: string) => fieldLabel(source.of.record, field, telling);
    const share = `每月${selectionWords(source.of, telling)}的“${label(source.numerator)}”等于“${label(source.denominator)}”`;
    return `${share}（“${label(source.zeroFlag)}”的不计）；${silence}`;
  }
  const base = fieldLabel(source.of.record, source.base, telling);
  const steps = source.steps.map((step) => stepWords(step, base, source.of.record, telling));
  const outcomes = source.outcomes === undefined ? [] : [outcomeWords(source.outcomes)];
  return `近一年，${selectionWords(source.of, telling)}逐件：${[...steps, ...outcomes].join('；')}；${silence}`;
}

function outcomeWords(outcomes: readonly string[]): string {
  return `结果是${outcomes.join('、')}${outcomes.length > 1 ? '之一' : ''}`;
}

function stepWords(step: CaseStep, base: string, record: string, telling: Telling): string {
  const own = step.field === undefined ? step.step : fieldLabel(record, step.field, telling);
  const others = (step.or ?? []).map((other) =>
    other.having === undefined
      ? `“${other.step}”`
      : `填了“${fieldLabel('case_step', other.having, telling)}”的“${other.step}”`,
  );
  const name = [`“${own}”`, ...others].join('或');
  const from = step.from === undefined ? base : fieldLabel(record, step.from, telling);
  const parts = [
    step.within === undefined ? `有${name}` : `“${from}”起 ${withinWords(step.within, telling)}内有${name}`,
    ...(step.before === undefined ? [] : [`不晚于“${step.before}”`]),
    ...(step.every === undefined ? [] : [`之后间隔不超过 ${numberWords(step.every, telling)}`]),
  ];
  return parts.join('，');
}

const UNITS: Readonly<Record<Within['unit'], string>> = {
  minutes: '分钟',
  hours: '小时',
  days: '天',
  workdays: '个工作日',
};

function withinWords(within: Within, { numbers }: Telling): string {
  return `${numbers.value(within.number) ?? '（未定）'} ${UNITS[within.unit]}`;
}

/** 农村留守儿童、困境儿童台账，最近一次报送距今不超过 92 天. */
export function ledgerCurrentText(rule: OfKind<'ledger_current'>, telling: Telling): string {
  const age = numberWords('max_age_days', telling);
  const late = `超期不到 ${numberWords('yellow_days', telling)}为预警`;
  return `${selectionWords(rule.of, telling)}：${rule.ledgers.join('、')}台账每一类最近一次报送距今不超过 ${age}（${late}）`;
}

/** 近 2 年内没有极端事件，各镇每月零报告. */
export function incidentFreeWindowText(rule: OfKind<'incident_free_window'>, telling: Telling): string {
  const window = numberWords('window_years', telling);
  const proof = `${subjectWords(rule.reporters)}每月有“${rule.register}”零报告`;
  return `近 ${window}内没有${selectionWords(rule.incidents, telling)}，并且${proof}`;
}

/** 没有超过整改期仍未解决的个案，统计为 0，每季确认. */
export function noOpenCasesText(rule: OfKind<'no_open_cases'>, telling: Telling): string {
  const { of, field, acceptedOn } = rule.statistic;
  const repair = numberWords('repair_days', telling);
  const accepted = acceptedOn === undefined ? '' : `（填了“${fieldLabel(of.record, acceptedOn, telling)}”的为预警）`;
  const age = numberWords('max_age_days', telling);
  // Villages confirm by the statistic, the others by their sheet for the register.
  const villages = rule.confirmers.filter((subject) => subject.startsWith('each_village'));
  const others = rule.confirmers.filter((subject) => !subject.startsWith('each_village'));
  return [
    `没有发现后超过 ${repair}仍未解决的${selectionWords(rule.cases, telling)}`,
    `${periodWords('quarter')}${selectionWords(of, telling)}的“${fieldLabel(of.record, field, telling)}”为 0${accepted}`,
    ...(villages.length === 0 ? [] : [`${subjectWords(villages)}的统计都不旧于 ${age}`]),
    ...(others.length === 0 ? [] : [`${subjectWords(others)}都有不旧于 ${age}的“${rule.register}”零报告`]),
  ].join('；');
}
