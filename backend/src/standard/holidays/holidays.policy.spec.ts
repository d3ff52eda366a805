import { type HolidayDays, holidayProblems } from './holidays.policy.js';

const days: HolidayDays = { holidays: ['2027-01-01'], workingWeekends: ['2027-01-02'], springFestival: [] };
const said = (change: Partial<HolidayDays>) =>
  holidayProblems(2027, { ...days, ...change }).map(({ field, message }) => [field, message]);

describe('the days off of a year', () => {
  it('may be stored when they are in order, also when there are none', () => {
    expect(said({})).toEqual([]);
    expect(said({ holidays: [], workingWeekends: [] })).toEqual([]);
    expect(said({ springFestival: ['2027-01-01'] })).toEqual([]);
  });

  it.each([
    [{ holidays: ['2026-12-31'] }, 'holidays', '放假日 2026-12-31 不在 2027 年，请写到它自己的年份里'],
    [{ holidays: ['2027-01-01', '2027-01-01'] }, 'holidays', '放假日 2027-01-01 写了两次，请删去一个'],
    [
      { workingWeekends: ['2027-01-04'] },
      'workingWeekends',
      '调休上班日 2027-01-04 不是星期六或星期日，平日本来就上班，请删去',
    ],
    [{ holidays: ['2027-01-02'] }, 'workingWeekends', '2027-01-02 既写成放假日又写成调休上班日，请只留一处'],
    [{ springFestival: ['2027-02-06'] }, 'springFestival', '春节假期 2027-02-06 不在放假日里，请先把它写进放假日'],
  ])('are refused in a sentence: %j', (change, field, message) => {
    expect(said(change)).toEqual([[field, message]]);
  });

  it('may name a Sunday as a weekend worked, not a Friday', () => {
    expect(said({ workingWeekends: ['2027-01-03'] })).toEqual([]);
    expect(said({ workingWeekends: ['2027-01-08'] })).toHaveLength(1);
  });
});
