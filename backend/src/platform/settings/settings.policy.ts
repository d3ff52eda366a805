import type { FieldProblem } from '../errors/index.js';
import type { SettingKey, SettingValues } from './settings.types.js';

const LONGEST_CAMPAIGN_YEARS = 10;

export const SETTING_LABELS: Readonly<Record<SettingKey, string>> = {
  campaignStart: '启动日',
  inspectionDay: '迎检日',
  implied: '推导要求计入条款',
  countyName: '县名',
};

/** What is wrong with settings as a whole; empty when they may be stored. `earliestStart`: `YYYY-MM-DD`. */
export function settingProblems(values: SettingValues, earliestStart: string): FieldProblem[] {
  const { campaignStart: start, inspectionDay: inspection } = values;
  const problems: FieldProblem[] = [];
  if (start !== null && start < earliestStart) {
    problems.push(problem('campaignStart', `启动日不能早于 ${earliestStart}（标准从这一天起有数值），请检查年份`));
  }
  if (start !== null && inspection !== null && inspection < start) {
    problems.push(problem('inspectionDay', `迎检日 ${inspection} 早于启动日 ${start}，请写启动日当天或以后的日期`));
  }
  if (start !== null && inspection !== null && inspection > yearsAfter(start, LONGEST_CAMPAIGN_YEARS)) {
    const latest = yearsAfter(start, LONGEST_CAMPAIGN_YEARS);
    problems.push(
      problem('inspectionDay', `迎检日离启动日超过 ${LONGEST_CAMPAIGN_YEARS} 年（晚于 ${latest}），请检查年份`),
    );
  }
  return problems;
}

const problem = (field: SettingKey, message: string): FieldProblem => ({
  field,
  label: SETTING_LABELS[field],
  message,
});

/** Only compared as text, so a 29 February that does not exist does no harm. */
const yearsAfter = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
