import { formatDay, type FieldValue } from '../../engine/index.js';
import type { County } from './county.js';
import { day, quartersBetween } from './days.js';
import { Random } from './random.js';
import { dayIn, yearsOf } from './town-work.js';

const AGENCY = 'social work agency';

/** Places, money, training and publicity of the bureaus. */
export function addBureauWork(county: County): void {
  addPlaces(county);
  const random = new Random('work of the bureaus');
  for (const year of yearsOf(county)) {
    addMoney(county, year, random);
    addTraining(county, year, random);
    addPublicity(county, year, random);
    addAgencyServices(county, year, random);
  }
  for (const { lastMonth } of quartersBetween(county.start, county.last))
    addSystemLedger(county, lastMonth + 21, random);
}

/** Enters a place that was there before the campaign. */
function placeOf({ book }: County) {
  return (
    unit: string,
    facility_type: string,
    name: string,
    more: Readonly<Record<string, FieldValue>>,
    evidence: readonly string[],
    key?: string,
  ): void => {
    const on = day('2024-03-01');
    const fields = { facility_type, name, opened_on: formatDay(on), status: '在用', ...more };
    book.add({ type: 'facility', unit, day: on, fields, evidence, ...(key ? { key } : {}) });
  };
}

function addPlaces(county: County): void {
  const mz = county.code('县民政局');
  const place = placeOf(county);
  place(
    mz,
    '专门科室',
    '县民政局儿童福利科',
    { duties: ['农村留守儿童关爱保护', '困境儿童保障'], person_in_charge: '周敏' },
    ['appoint'],
  );
  place(
    mz,
    '未成年人保护中心',
    '县未成年人保护中心',
    { space_for_social_orgs: true, contract_to: '2028-06-30', capacity: 30, dedicated_site: true },
    ['site', 'contract'],
  );
  place(mz, '儿童福利机构', '县儿童福利院', { capacity: 60, rehab_equipment: true, open_to_community: true }, ['site']);
  place(
    mz,
    '未成年人保护热线',
    '县未成年人保护热线',
    { based_on: '12345', short_number: '12345-6', dedicated_site: true },
    ['screenshot'],
  );
  place(county.code('县教体局'), '特殊教育学校', '县特殊教育学校', { capacity: 120, dedicated_site: true }, ['site']);
  // The agreement runs out within the days in which that is warned of.
  const contract_to = formatDay(county.today + 19);
  place(mz, '专业社会工作机构', '县晨光社会工作服务中心', { contract_to }, ['contract'], AGENCY);
}

const PURPOSES = ['监护评估', '救助帮扶', '定期随访', '政策宣传引导', '志愿服务项目', '未成年人保护热线运行'] as const;

function addMoney({ book, code }: County, year: number, random: Random): void {
  const pay = (unit: string, purpose: string, source: string, month: number): void => {
    const on = dayIn(year, month, random);
    const paid = random.whole(4, 40) * 5000;
    const fields = { year: String(year), purpose, source, budget: paid, paid, paid_on: formatDay(on) };
    book.add({ type: 'funding', unit: code(unit), day: on, fields, evidence: ['voucher'] });
  };
  for (const [n, purpose] of PURPOSES.entries()) {
    pay('县财政局', purpose, '财政资金', (year === 2025 ? 7 : 3) + (n % 4));
    pay('县财政局', purpose, '财政资金', (year === 2025 ? 11 : 8) + (n % 2));
  }
  pay('县民政局', '志愿服务项目', '社会资本', 9);
  pay('县民政局', '定期随访', '社会公益资金', 10);
}

/** Batches of 儿童主任 by town, so that every town's whole staff is trained each year. */
function addTraining(county: County, year: number, random: Random): void {
  const { book, towns, code } = county;
  for (let batch = 0; batch < 4; batch += 1) {
    const on = dayIn(year, (year === 2025 ? 8 : 6) + batch, random);
    const here = towns.filter((_, index) => index % 4 === batch);
    const keepers = here.map(({ unit, villages }) => [unit.code, villages.length] as const);
    const headcount = keepers.reduce((sum, [, count]) => sum + count, 0) + 24;
    const fields = {
      date: formatDay(on),
      topic: '儿童工作业务培训',
      host_institution: batch % 2 === 0 ? '未成年人保护中心' : '儿童福利机构',
      audience_groups: ['相关部门', '镇工作人员', '儿童主任'],
      headcount,
      passed: headcount - 3,
      certificates: headcount - 3,
      keeper_counts: Object.fromEntries(keepers),
    };
    book.add({
      type: 'training',
      unit: code('县民政局'),
      day: on,
      fields,
      evidence: ['notice', 'signin', 'cert', 'photo'],
    });
  }
  const on = dayIn(year, year === 2025 ? 9 : 5, random);
  const fields = {
    date: formatDay(on),
    topic: '强制报告',
    audience_groups: ['村（居）委会', '镇（街道）', '学校', '幼儿园'],
    headcount: 160,
  };
  book.add({ type: 'training', unit: code('县公安局'), day: on, fields, evidence: ['notice', 'signin'] });
}

function addPublicity({ book, code, towns }: County, year: number, random: Random): void {
  const campaign = (unit: string, topic: string, methods: readonly string[], month: number): void => {
    const on = dayIn(year, month, random);
    const fields = {
      date: formatDay(on),
      topic,
      methods,
      covered_units: towns.map((town) => town.unit.code),
      audience_size: random.whole(5, 90) * 200,
    };
    book.add({ type: 'campaign', unit: code(unit), day: on, fields, evidence: ['photo', 'media'] });
  };
  const late = year === 2025 ? 3 : 0;
  campaign('县民政局', '两类儿童政策', ['现场宣传', '印刷标语'], 6 + late);
  campaign('县民政局', '两类儿童政策', ['网络', '广播'], 8 + late);
  campaign('县民政局', '未成年人保护热线', ['电视'], 5 + late);
  campaign('县民政局', '未成年人保护热线', ['广播', '网络'], 7 + late);
  campaign('县公安局', '强制报告', ['印刷标语', '投放公益广告'], 6 + late);
}

function addAgencyServices({ book, code, towns }: County, year: number, random: Random): void {
  for (let month = year === 2025 ? 6 : 1; month <= 12; month += 1) {
    const served = [
      code('县民政局'),
      ...towns.filter((_, index) => index % 3 === month % 3).map((town) => town.unit.code),
    ];
    const on = dayIn(year, month, random);
    const kinds = ['专业指导', '个案服务', '小组活动'] as const;
    const fields = {
      agency: { key: AGENCY },
      date: formatDay(on),
      served_units: served,
      service_kind: random.pick(kinds),
    };
    book.add({ type: 'agency_service', unit: code('县民政局'), day: on, fields, evidence: ['report'] });
  }
}

function addSystemLedger({ book, code }: County, on: number, random: Random): void {
  const fields = {
    ledgers: ['全国儿童福利信息系统', '全国农村留守儿童和困境儿童信息系统'],
    submitted_on: formatDay(on),
    change: '有变化',
    rows: random.whole(4200, 4500),
  };
  book.add({ type: 'ledger_submission', unit: code('县民政局'), day: on, after: 0, fields, evidence: ['screenshot'] });
}
