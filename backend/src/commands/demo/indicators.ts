import { addMonths, type Day } from '../../engine/index.js';
import type { County } from './county.js';
import { day, monthName, monthsBetween, quartersBetween } from './days.js';
import { Random } from './random.js';
import { dayIn, yearsOf } from './town-work.js';

interface Value {
  readonly unit: string;
  readonly indicator: string;
  readonly period: string;
  readonly on: Day;
  readonly level?: '市' | '省';
  readonly category?: string;
  readonly value?: number;
  readonly share?: readonly [number, number];
  readonly none?: boolean;
}

/** The values that bureaus report, with the benchmarks of city and province. Earlier years first: growth needs a past. */
export function addIndicators(county: County): void {
  const random = new Random('indicators');
  for (const year of [2024, ...yearsOf(county)]) addYear(county, year, random);
  for (const year of yearsOf(county)) addSchoolYear(county, year, random);
  for (const quarter of quartersBetween(county.start, county.last)) {
    const on = addMonths(quarter.lastMonth, 0) + random.whole(17, 22);
    const unit = county.code('县民政局');
    const share = (indicator: string, all: number, category?: string): void =>
      put(county, { unit, indicator, period: quarter.name, on, share: [all, all], ...(category ? { category } : {}) });
    share('孤儿安置', 96, '失去父母');
    share('孤儿安置', 11, '查找不到生父母');
    share('贫困家庭残疾儿童康复服务', 43);
  }
  for (const month of monthsBetween(county.start, county.last)) addCrime(county, month, random);
}

function put({ book }: County, { unit, indicator, period, on, level, category, value, share, none }: Value): void {
  const [numerator, denominator] = share ?? [];
  book.add({
    type: 'indicator_value',
    unit,
    day: on,
    after: 0,
    fields: {
      indicator,
      level: level ?? '本县',
      period,
      ...(category === undefined ? {} : { category }),
      ...(numerator === undefined || denominator === undefined ? {} : { numerator, denominator }),
      ...(value === undefined ? {} : { value }),
      ...(none ? { none_eligible: true } : {}),
      ...(level === undefined ? {} : { source: '上级统计公报' }),
    },
    evidence: [level === undefined ? 'stat' : 'official_stat'],
  });
}

const AIDED = ['建档立卡贫困家庭儿童', '最低生活保障家庭儿童', '特困救助供养人员中的儿童', '贫困残疾儿童'] as const;
const DISABILITIES = ['视力', '听力', '言语', '智力', '肢体', '孤独症'] as const;

function addYear(county: County, year: number, random: Random): void {
  const mz = county.code('县民政局');
  const period = String(year);
  const spring = dayIn(year, year === 2025 ? 6 : 3, random);
  const autumn = dayIn(year, 10, random);
  const value = (indicator: string, amount: number, category?: string): void =>
    put(county, { unit: mz, indicator, period, on: spring, value: amount, ...(category ? { category } : {}) });
  value('孤儿基本生活费月标准', 1900 + 100 * (year - 2024), '集中养育');
  value('孤儿基本生活费月标准', 1500 + 80 * (year - 2024), '社会散居');
  value('困境儿童人均月保障金额', 612 + 27 * (year - 2024));
  value('重特大疾病医疗救助年度封顶线', 30000 + 5000 * (year - 2024));
  const share = (unit: string, indicator: string, done: number, all: number, category?: string): void =>
    put(county, { unit, indicator, period, on: autumn, share: [done, all], ...(category ? { category } : {}) });
  for (const [n, category] of AIDED.entries()) {
    const cost = random.whole(20, 60) * 1000;
    share(mz, '重特大疾病医疗救助自负费用报销', Math.round(cost * (0.72 + 0.03 * n)), cost, category);
    share(mz, '重特大疾病医疗救助人数', 9 + 4 * n, 9 + 4 * n, category);
  }
  share(mz, '困境儿童意外伤害保险参保', 1874, 1874);
  share(mz, '城乡基本医疗保险参保', 61_215, 61_215);
  share(mz, '大病保险覆盖', 61_215, 61_215);
  for (const [n, category] of DISABILITIES.entries()) {
    share(county.code('县残联'), '0—6岁残疾儿童基本康复服务', 8 + 5 * n - (n === 5 ? 2 : 0), 8 + 5 * n, category);
  }
  share(county.code('县公安局'), '派出所强制报告措施落实', 13, 13);
  share(county.code('县教体局'), '乡村学校少年宫开放', 21, 22);
}

/** Values of the school year that ends in the summer of `year`; the first one ended with the campaign's first summer. */
function addSchoolYear(county: County, year: number, random: Random): void {
  const period = `${year - 1}-${year}`;
  const jt = county.code('县教体局');
  const on = day(`${year}-10-13`) + random.whole(0, 8);
  const share = (indicator: string, done: number, all: number): void =>
    put(county, { unit: jt, indicator, period, on, share: [done, all] });
  share('中小学生意外伤害保险参保', 58_020, 58_020);
  share('小规模学校基本达标', 18, 19);
  share('镇寄宿制学校基本达标', 12, 12);
  share('未入学适龄残疾儿童核实', 37, 37);
  share('适龄残疾儿童受教育', 371, 382);
  for (const [category, own, city, province] of [
    ['小学', 0.02, 0.04, 0.05],
    ['初中', 0.21, 0.28, 0.3],
  ] as const) {
    const rate = { unit: jt, indicator: '农村留守儿童辍学率', period, on, category };
    put(county, { ...rate, value: own });
    put(county, { ...rate, value: city, level: '市' });
    put(county, { ...rate, value: province, level: '省' });
  }
  for (const { unit, manner } of county.towns) {
    const pupils = random.whole(60, 260);
    for (const indicator of ['农村留守学生寄宿需求保障', '农村留守学生交通需求保障', '农村留守学生营养需求保障']) {
      if (unit.kind === 'street' && indicator.includes('寄宿')) {
        put(county, { unit: unit.code, indicator, period, on, share: [0, 0], none: true });
        continue;
      }
      const short = manner.missedReport > 0.03 && random.chance(0.35) ? random.whole(2, 5) : 0;
      put(county, { unit: unit.code, indicator, period, on, share: [pupils - short, pupils] });
    }
  }
}

/** Monthly figures of the police; mostly there was nothing. */
function addCrime(county: County, month: Day, random: Random): void {
  const on = addMonths(month, 1) + random.whole(0, 2);
  const period = monthName(month);
  for (const indicator of ['侵害儿童人身权利犯罪打击', '组织胁迫诱骗儿童犯罪打击', '利用儿童违法犯罪打击']) {
    const count = indicator.startsWith('侵害') && random.chance(0.3) ? random.whole(1, 2) : 0;
    const unit = county.code('县公安局');
    put(county, { unit, indicator, period, on, share: [count, count], ...(count === 0 ? { none: true } : {}) });
  }
}
