import { parseDay, weekday } from '../../engine/index.js';
import type { FieldProblem } from '../../platform/errors/index.js';

/** The days of one year as the county office writes them; each `YYYY-MM-DD`. */
export interface HolidayDays {
  readonly holidays: readonly string[];
  readonly workingWeekends: readonly string[];
  readonly springFestival: readonly string[];
}

export const HOLIDAY_LABELS: Readonly<Record<keyof HolidayDays, string>> = {
  holidays: '放假日',
  workingWeekends: '调休上班日',
  springFestival: '春节假期',
};

const FIELDS = ['holidays', 'workingWeekends', 'springFestival'] as const;
/** Number that the engine gives to a Saturday; Monday is 0. */
const SATURDAY = 5;

/** What is wrong with the days of a year, a sentence each; empty when they may be stored. */
export function holidayProblems(year: number, days: HolidayDays): FieldProblem[] {
  return [
    ...FIELDS.flatMap((field) => [...outside(year, field, days[field]), ...twice(field, days[field])]),
    ...wrongWorkingDays(days),
    ...days.springFestival
      .filter((day) => !days.holidays.includes(day))
      .map((day) => problem('springFestival', `春节假期 ${day} 不在放假日里，请先把它写进放假日`)),
  ];
}

function outside(year: number, field: keyof HolidayDays, days: readonly string[]): FieldProblem[] {
  return days
    .filter((day) => Number(day.slice(0, 4)) !== year)
    .map((day) => problem(field, `${HOLIDAY_LABELS[field]} ${day} 不在 ${year} 年，请写到它自己的年份里`));
}

function twice(field: keyof HolidayDays, days: readonly string[]): FieldProblem[] {
  const again = new Set(days.filter((day, at) => days.indexOf(day) !== at));
  return [...again].map((day) => problem(field, `${HOLIDAY_LABELS[field]} ${day} 写了两次，请删去一个`));
}

function wrongWorkingDays({ workingWeekends, holidays }: HolidayDays): FieldProblem[] {
  return workingWeekends.flatMap((day) => {
    const at = parseDay(day);
    if (at === null || weekday(at) < SATURDAY) {
      return [problem('workingWeekends', `调休上班日 ${day} 不是星期六或星期日，平日本来就上班，请删去`)];
    }
    const both = `${day} 既写成放假日又写成调休上班日，请只留一处`;
    return holidays.includes(day) ? [problem('workingWeekends', both)] : [];
  });
}

const problem = (field: keyof HolidayDays, message: string): FieldProblem => ({
  field,
  label: HOLIDAY_LABELS[field],
  message,
});
