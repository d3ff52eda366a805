import { formatDay, type Day } from '../../engine/index.js';
import type { County, Town } from './county.js';
import { day } from './days.js';
import type { Home } from './homes.js';
import { Random } from './random.js';

/** Papers, meetings, publicity, windows and money of every town and street. */
export function addTownWork(county: County, homes: readonly Home[]): void {
  for (const town of county.towns) {
    const random = new Random(`town ${town.unit.code}`);
    addPapers(county, town, random);
    addWindow(county, town, random);
    for (const year of yearsOf(county)) {
      addMeetings(county, town, year, random);
      addPublicity(county, town, year, random);
      addMoney(county, town, homes, year, random);
    }
  }
}

/** Calendar years since the start, the first one whole. */
export function yearsOf({ last }: Pick<County, 'last'>): readonly number[] {
  const final = Number(formatDay(last).slice(0, 4));
  return Array.from({ length: final - 2024 }, (_, index) => 2025 + index);
}

/** Some day of a month. */
export function dayIn(year: number, month: number, random: Random): Day {
  return day(`${year}-${String(month).padStart(2, '0')}-${String(random.whole(2, 24)).padStart(2, '0')}`);
}

function addPapers({ book }: County, { unit }: Town, random: Random): void {
  const paper = (doc_type: string, title: string, more: Readonly<Record<string, string>>): void => {
    const on = day('2025-06-09') + random.whole(0, 50);
    const doc_no = `${unit.shortName.slice(0, 2)}发〔2025〕${random.whole(8, 60)}号`;
    const fields = { doc_type, title, doc_no, issue_date: formatDay(on), ...more };
    book.add({ type: 'document', unit: unit.code, day: on, fields, evidence: ['doc'] });
  };
  const name = unit.shortName;
  const head = unit.kind === 'street' ? '街道办事处主任' : '党委（党工委）书记';
  paper('镇（街道）儿童工作机制成立文件', `${name}关于成立儿童关爱保护工作领导小组的通知`, { head_role: head });
  if (name === '张家坡镇') return;
  paper('困境儿童救助帮扶“一门受理、协同办理”机制文件', `${name}困境儿童救助帮扶“一门受理、协同办理”办法`, {});
}

function addWindow({ book }: County, { unit }: Town, random: Random): void {
  const on = day('2025-06-16') + random.whole(0, 60);
  book.add({
    type: 'facility',
    unit: unit.code,
    day: on,
    fields: {
      facility_type: '受理窗口',
      name: `${unit.shortName}便民服务中心儿童事务窗口`,
      opened_on: formatDay(on),
      status: '在用',
      dedicated_site: true,
    },
    evidence: ['photo'],
  });
}

function addMeetings({ book }: County, { unit, manner }: Town, year: number, random: Random): void {
  const months = year === 2025 ? [7, 11] : manner.missedReport > 0.01 ? [12] : [4, 9];
  for (const [n, month] of months.entries()) {
    const on = dayIn(year, month, random);
    const minutes_no = `${unit.shortName.slice(0, 2)}纪〔${year}〕${random.whole(3, 30)}号`;
    book.add({
      type: 'meeting',
      unit: unit.code,
      day: on,
      fields: {
        date: formatDay(on),
        level: '镇街党委或政府',
        subject_title: `${unit.shortName}${year}年第${n + 1}次儿童关爱保护专题会议`,
        subjects: ['农村留守儿童关爱保护', '困境儿童保障'],
        topics: ['重大问题', '重要事项', '重点个案'],
        chair_role: unit.kind === 'street' ? '街道办事处主任' : '镇长',
        minutes_no,
      },
      evidence: ['minutes', 'signin'],
    });
  }
}

function addPublicity({ book }: County, { unit, manner }: Town, year: number, random: Random): void {
  const slow = manner.missedReport > 0.01 && year > 2025;
  const plan = [
    { topic: '两类儿童政策', months: year === 2025 ? [7, 10] : slow ? [6, 12] : [4, 6, 9] },
    { topic: '强制报告', months: year === 2025 ? [8, 11] : slow ? [11] : [5, 10] },
  ];
  for (const { topic, months } of plan) {
    for (const month of months) {
      const on = dayIn(year, month, random);
      const fields = {
        date: formatDay(on),
        topic,
        methods: ['印刷标语', random.pick(['现场宣传', '广播', '网络'])],
        audience_groups: ['村（居）委会', '学校', '社会公众'],
        audience_size: random.whole(6, 60) * 50,
      };
      book.add({ type: 'campaign', unit: unit.code, day: on, fields, evidence: ['photo', 'media'] });
    }
  }
}

function addMoney(
  { book }: County,
  { unit, manner, villages }: Town,
  homes: readonly Home[],
  year: number,
  random: Random,
): void {
  const pay = (purpose: string, source: string, paid: number, on: Day, more: object): void => {
    const fields = { year: String(year), purpose, source, budget: paid, paid, paid_on: formatDay(on), ...more };
    book.add({ type: 'funding', unit: unit.code, day: on, fields, evidence: ['voucher'] });
  };
  const first = year === 2025 ? 7 : 3;
  for (const home of homes.filter((candidate) => candidate.host.town.code === unit.code)) {
    // The towns that are behind pay the last of their homes only after this day.
    const month = random.chance(manner.missedReport) ? 12 : random.whole(first, 9);
    pay(
      '儿童之家运行',
      random.chance(0.1) ? '社会公益资金' : '财政资金',
      random.whole(6, 20) * 500,
      dayIn(year, month, random),
      {
        home: { key: home.key },
      },
    );
  }
  for (let month = year === 2025 ? 6 : 3; month <= 12; month += 3) {
    const headcount = villages.length;
    pay('儿童主任工作补贴', '财政资金', headcount * 900, dayIn(year, month, random), { headcount });
  }
  pay('儿童工作培训', '财政资金', random.whole(4, 12) * 1000, dayIn(year, first + 1, random), {
    covered_units: [unit.code],
  });
}
