import { settingProblems } from './settings.policy.js';

const values = (campaignStart: string | null, inspectionDay: string | null) => ({
  campaignStart,
  inspectionDay,
  implied: false,
  countyName: '某县',
});
const messages = (start: string | null, inspection: string | null) =>
  settingProblems(values(start, inspection), '2018-01-01').map((problem) => problem.message);

describe('settings', () => {
  it('may leave days open', () => {
    expect(messages(null, null)).toEqual([]);
    expect(messages(null, '2026-12-20')).toEqual([]);
    expect(messages('2026-03-01', null)).toEqual([]);
  });

  it('may be inspected on the first day, not before it', () => {
    expect(messages('2026-03-01', '2026-03-01')).toEqual([]);
    expect(messages('2026-03-01', '2026-02-28')).toEqual([
      '迎检日 2026-02-28 早于启动日 2026-03-01，请写启动日当天或以后的日期',
    ]);
  });

  it('start when the standard has numbers', () => {
    expect(messages('2018-01-01', null)).toEqual([]);
    expect(messages('2017-12-31', null)).toEqual(['启动日不能早于 2018-01-01（标准从这一天起有数值），请检查年份']);
  });

  it('take an inspection more than ten years later for a slip', () => {
    expect(messages('2026-03-01', '2036-03-01')).toEqual([]);
    expect(messages('2026-03-01', '2036-03-02')).toEqual(['迎检日离启动日超过 10 年（晚于 2036-03-01），请检查年份']);
  });
});
