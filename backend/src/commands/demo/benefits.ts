import { addMonths, addWorkdays, type Day } from '../../engine/index.js';
import type { County, Town } from './county.js';
import { monthName, monthsBetween } from './days.js';
import { Random } from './random.js';

/** Benefit, category, how many a town pays, yuan a head. */
const LINES = [
  ['孤儿基本生活费', '年满18周岁在读孤儿', 0.4, 1900],
  ['困境儿童生活保障', '建档立卡贫困家庭', 14, 420],
  ['困境儿童生活保障', '城乡最低生活保障家庭', 46, 480],
  ['困境儿童生活保障', '特困', 5, 900],
  ['困境儿童生活保障', '重病重残', 22, 560],
  ['生活救助', '城乡最低生活保障', 260, 430],
  ['生活救助', '其他生活救助', 18, 600],
] as const;

/** The monthly lists of benefits of every town and street: heads and money only. */
export function addBenefits(county: County): void {
  for (const town of county.towns) {
    const random = new Random(`benefits ${town.unit.code}`);
    const sizes = LINES.map(([, , size]) => Math.round(size * (0.6 + random.next())));
    for (const month of monthsBetween(county.start, county.last)) {
      addMonth(county, town, month, sizes, random);
    }
  }
}

function addMonth(
  { book }: County,
  { unit, manner }: Town,
  month: Day,
  sizes: readonly number[],
  random: Random,
): void {
  // Paid in the middle of the month; who is behind writes the long lists down only after the month's end.
  const late = manner.missedReport > 0.01 && random.chance(0.6);
  const afterwards = addWorkdays(addMonths(month, 1) - 1, random.whole(1, 5), book.calendar);
  const during = month + random.whole(12, 18);
  LINES.forEach(([benefit, category, , yuan], line) => {
    const eligible = sizes[line] ?? 0;
    const short =
      benefit === '困境儿童生活保障' && eligible > 10 && manner.missedReport > 0.03 && random.chance(0.25) ? 1 : 0;
    book.add({
      type: 'benefit_stat',
      unit: unit.code,
      day: late && benefit === '困境儿童生活保障' ? afterwards : during,
      after: 0,
      review: random.whole(1, 2),
      fields: {
        month: monthName(month),
        benefit,
        category,
        eligible,
        paid: eligible - short,
        ...(eligible === 0 ? { none_eligible: true } : {}),
        amount: (eligible - short) * yuan,
      },
      evidence: ['stat', 'voucher'],
    });
  });
}
