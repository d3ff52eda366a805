import { formatDay, type FieldValue } from '../../engine/index.js';
import type { County } from './county.js';
import { day } from './days.js';
import { Random } from './random.js';
import { dayIn, yearsOf } from './town-work.js';

type Fields = Readonly<Record<string, FieldValue>>;

/** Paper, bureau, month after the start (0 = June 2025), what else stands in it, and days from today to its last day in force. */
const STANDING: readonly (readonly [string, string, number, Fields, number?])[] = [
  ['孤儿基本生活保障制度文件', '县民政局', 0, {}],
  ['孤儿基本生活保障补贴标准自然增长机制文件（或含增长条款的文件）', '县民政局', 0, {}],
  ['困境儿童基本生活保障政策文件', '县民政局', 1, {}],
  ['中小学生和困境儿童意外伤害保险制度（方案、协议）', '县民政局', 2, { covers: ['中小学生', '困境儿童'] }],
  ['困境儿童重特大疾病医疗救助制度文件', '县民政局', 1, { policy_ratio: 75 }],
  ['残疾儿童康复救助制度文件', '县残联', 1, {}, -19],
  ['控辍保学工作机制文件', '县教体局', 0, {}],
  ['落实《第二期特殊教育提升计划（2017-2020年）》（或后续计划）的实施方案', '县教体局', 1, {}],
  ['农村留守儿童、困境儿童动态监测机制文件', '县民政局', 1, {}],
  ['困境儿童个案调查评估机制文件', '县民政局', 2, {}],
  ['部门会商机制文件', '县民政局', 2, {}],
  ['困境儿童和涉案未成年人法律援助机制文件', '县司法局', 1, { covers: ['困境儿童', '涉案未成年人'] }],
  [
    '困境儿童和涉案未成年人司法救助机制文件',
    '县司法局',
    2,
    { covers: ['困境儿童', '涉案未成年人'], issuer: '县人民检察院' },
  ],
  ['强制报告事项工作流程', '县公安局', 0, {}],
  ['强制报告事项操作规范', '县公安局', 1, {}],
  ['政府购买社会服务目录（含本项）', '县民政局', 2, {}, 24],
];

/** Papers, minutes and plans of the county and its bureaus. */
export function addBureauPapers(county: County): void {
  const random = new Random('papers of the bureaus');
  for (const [doc_type, bureau, after, fields, left] of STANDING) {
    const more = left === undefined ? fields : { ...fields, valid_to: formatDay(county.today + left) };
    const title = doc_type.includes('（')
      ? `关于印发${doc_type.slice(0, doc_type.indexOf('（'))}的通知`
      : `关于印发${doc_type}的通知`;
    paper(
      county,
      county.code(bureau),
      doc_type,
      title,
      day('2025-06-05') + after * 30 + random.whole(0, 20),
      more,
      random,
    );
  }
  addCountyPapers(county, random);
  for (const year of yearsOf(county)) addYear(county, year, random);
}

function paper(
  county: County,
  unit: string,
  doc_type: string,
  title: string,
  on: number,
  more: Fields,
  random: Random,
): void {
  const issued = formatDay(on);
  const doc_no = `源政发〔${issued.slice(0, 4)}〕${random.whole(3, 70)}号`;
  const fields = { doc_type, title, doc_no, issue_date: issued, ...more };
  county.book.add({ type: 'document', unit, day: on, fields, evidence: ['doc'] });
}

/** Members of the county's leading group. */
const MEMBERS = [
  '县政府办公室',
  '县民政局',
  '县财政局',
  '县公安局',
  '县教体局',
  '县卫计局',
  '县司法局',
  '团县委',
  '县妇联',
  '县残联',
] as const;

function addCountyPapers(county: County, random: Random): void {
  const unit = county.unit.code;
  paper(
    county,
    unit,
    '工作协调机制（领导小组或联席会议）成立文件',
    '关于成立儿童关爱保护工作领导小组的通知',
    day('2025-06-11'),
    {
      head_role: '县长',
      lead_unit: county.code('县民政局'),
      member_units: MEMBERS.map((name) => county.code(name)),
    },
    random,
  );
  paper(
    county,
    unit,
    '成员单位职责分工文件',
    '儿童关爱保护工作领导小组成员单位职责分工',
    day('2025-06-25'),
    {
      member_count: MEMBERS.length,
      duties_count: MEMBERS.length,
    },
    random,
  );
}

function addYear(county: County, year: number, random: Random): void {
  const { unit } = county;
  paper(
    county,
    unit.code,
    '年度工作要点（计划）',
    `${year}年儿童关爱保护工作要点`,
    dayIn(year, year === 2025 ? 6 : 2, random),
    {},
    random,
  );
  paper(county, unit.code, '年度工作总结', `${year}年儿童关爱保护工作总结`, dayIn(year, 12, random), {}, random);
  paper(
    county,
    county.code('县财政局'),
    '年度资金统筹安排（预算批复或下达）文件',
    `${year}年儿童福利资金统筹安排`,
    dayIn(year, year === 2025 ? 7 : 3, random),
    {},
    random,
  );
  addCentreReports(county, year, random);
  addCountyMeetings(county, year, random);
}

function addCentreReports(county: County, year: number, random: Random): void {
  const functions = [
    ['政策支持', '技术指导'],
    ['临时监护', '个案评估帮扶'],
  ];
  for (const [n, part] of functions.entries()) {
    const month = year === 2025 ? 9 + 2 * n : 5 + 4 * n;
    paper(
      county,
      county.code('县民政局'),
      '未成年人保护中心工作记录（报告）',
      `未成年人保护中心${year}年工作报告之${n + 1}`,
      dayIn(year, month, random),
      { functions: part },
      random,
    );
  }
}

/** One meeting by the autumn of every year, the second one in December; both in the year of the start. */
function addCountyMeetings(county: County, year: number, random: Random): void {
  for (const [n, month] of (year === 2025 ? [7, 11] : [5, 12]).entries()) {
    const on = dayIn(year, month, random);
    const fields = {
      date: formatDay(on),
      level: '县政府',
      subject_title: `${year}年第${n + 1}次农村留守儿童和困境儿童工作专题会议`,
      subjects: ['农村留守儿童关爱保护', '困境儿童保障'],
      topics: ['重大问题', '重要事项', '重点个案'],
      chair_role: '分管副县长',
      attendee_units: [county.code('县民政局'), county.code('县公安局'), county.code('县教体局')],
      minutes_no: `源政纪〔${year}〕${random.whole(4, 40)}号`,
    };
    county.book.add({
      type: 'meeting',
      unit: county.unit.code,
      day: on,
      fields,
      evidence: ['minutes', 'signin', 'notice'],
    });
  }
}
