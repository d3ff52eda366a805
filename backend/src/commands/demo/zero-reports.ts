import { addMonths, addWorkdays, civil, formatDay, type Day } from '../../engine/index.js';
import type { CaseBook } from './case-book.js';
import type { County } from './county.js';
import { monthName, monthsBetween } from './days.js';
import { staffName } from './names.js';
import { Random } from './random.js';

const BOTH = ['极端事件', '监护未落实', '无户籍'];
const TOWN = [...BOTH, '强制报告', '劝返复学', '协助申请'];
const BUREAUS: Readonly<Record<string, readonly string[]>> = {
  县民政局: [...BOTH, '收养', '收留抚养', '临时监护', '重点个案', '热线工单'],
  县公安局: [...BOTH, '强制报告', '监护干预', '刑事打击'],
  县教体局: ['强制报告', '劝返复学'],
  县司法局: ['法律援助'],
};

/** One sheet a unit and month, and one statement each about the time before; one town has gaps. */
export function addZeroReports(county: County, cases: CaseBook): void {
  for (const { unit } of county.towns)
    addSheets(county, cases, unit.code, TOWN, unit.shortName === '中庄镇' ? [3, 6] : []);
  for (const [name, registers] of Object.entries(BUREAUS)) addSheets(county, cases, county.code(name), registers, []);
}

/** `gaps`: how many months before today's month a sheet is missing. */
function addSheets(
  county: County,
  cases: CaseBook,
  unit: string,
  registers: readonly string[],
  gaps: readonly number[],
): void {
  const { book, start, last, today } = county;
  const random = new Random(`zero reports ${unit}`);
  const signed_by = staffName(random);
  addRetrospective(county, unit, registers, signed_by);
  for (const month of monthsBetween(start, last)) {
    const on = addWorkdays(addMonths(month, 1) - 1, random.whole(1, 4), book.calendar);
    if (gaps.includes(monthsApart(month, today))) continue;
    const name = monthName(month);
    const active = registers.some((register) => cases.months.has(`${unit} ${register} ${name}`));
    const fields = {
      statement: active ? '已更新' : '零报告',
      month: name,
      registers,
      signed_by,
      signed_on: formatDay(on),
    };
    book.add({ type: 'zero_report', unit, day: on, after: 0, review: random.whole(1, 2), fields, evidence: ['zero'] });
  }
}

function addRetrospective(
  { book, start }: County,
  unit: string,
  registers: readonly string[],
  signed_by: string,
): void {
  const fields = {
    statement: '追溯说明',
    month: monthName(addMonths(start, -1)),
    registers,
    covers_from: formatDay(addMonths(start, -25)),
    covers_to: formatDay(start - 1),
    signed_by,
    signed_on: formatDay(start + 16),
  };
  book.add({ type: 'zero_report', unit, day: start + 16, after: 0, fields, evidence: ['zero'] });
}

function monthsApart(month: Day, today: Day): number {
  const [from, to] = [civil(month), civil(today)];
  return (to.year - from.year) * 12 + to.month - from.month;
}
