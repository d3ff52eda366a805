import { ledgerCells, yearlyCells } from './counted-cells.js';
import { spansOf, standingSpan, type Span } from './plain-clock.js';
import { both, counts, is, type Picks, type PlainCounty } from './plain-county.js';
import { bitsOf, marks, numbers, type PlainRows } from './plain-rows.js';
import { distinctParts, latestPart, sharePart, summedPart, type Among } from './office-shares.js';
import { itemsPart, rollingShareCells, shareCells, sheetParts, type Measured, type Target } from './share-cells.js';
import { typedSheets } from './town-cells.js';
import { Found, type Judged } from './verdict-steps.js';
import type { JudgeAll } from './village-cells.js';

const CIVIL = '县民政局';
const TWO_KINDS = ['农村留守儿童关爱保护', '困境儿童保障'] as const;
const MATTERS = ['重大问题', '重要事项', '重点个案'] as const;
const PURPOSES = ['监护评估', '救助帮扶', '定期随访', '政策宣传引导', '志愿服务项目', '未成年人保护热线运行'] as const;
const HOME_PURPOSES = ['儿童之家运行', '儿童主任工作补贴', '儿童工作培训'] as const;
const TRAINED = ['相关部门', '镇工作人员', '儿童主任'] as const;
const INSTITUTIONS = is('host_institution', '未成年人保护中心', '儿童福利机构');
const paid = counts('paid', 1);
const attached =
  (type: string): Picks =>
  ({ evidence }) =>
    evidence.includes(type);

/** Events that are counted in the year, and the ledgers of the two systems. */
export function officeCounts(county: PlainCounty): JudgeAll {
  const { count } = county.units;
  const meetings = both(is('level', '县政府'), is('subjects', ...TWO_KINDS), is('topics', ...MATTERS));
  const social = both(is('source', '社会资本'), is('purpose', ...PURPOSES), paid);
  const courses = county.own('training', both(is('topic', '儿童工作业务培训'), INSTITUTIONS));
  const invited = marks(courses, both(attached('notice'), attached('signin')));
  const sources = [
    ['1.1.3.a', '县政府', county.proven(county.own('meeting', meetings), 'minutes'), 2, false],
    ['2.1.1.c', CIVIL, county.proven(county.own('funding', social), 'voucher'), 1, true],
    [
      '5.4.1.a',
      CIVIL,
      { rows: courses, proven: invited, covers: { bits: bitsOf(courses, 'audience_groups', TRAINED), all: 7 } },
      1,
      false,
    ],
    ['5.4.2.a', CIVIL, county.proven(county.own('campaign', is('topic', '两类儿童政策')), 'photo'), 2, false],
  ] as const;
  const ledgers = county.own('ledger_submission');
  const systems = bitsOf(ledgers, 'ledgers', ['全国儿童福利信息系统', '全国农村留守儿童和困境儿童信息系统']);
  const found = new Found();
  return (day) =>
    new Map([
      ...sources.map(
        ([id, office, source, min, cap]) =>
          [id, yearlyCells(source, min, county.at(office), count, day, found, cap)] as const,
      ),
      ['4.1.1.d', ledgerCells(ledgers, systems, 2, county.at(CIVIL), count, day)],
    ]);
}

type Items = readonly [id: string, subjects: Int16Array, rows: PlainRows, bits: Int32Array, size: number, Target];

function itemsOf(county: PlainCounty): readonly Items[] {
  const target = (yellow: number, capped = false): Target => ({ target: 100, yellow, capped });
  const meetings = county.own('meeting', is('level', '县政府', '镇街党委或政府'));
  const spoken = bitsOf(meetings, 'subjects', TWO_KINDS);
  bitsOf(meetings, 'topics', MATTERS).forEach((mask, at) => (spoken[at] = (spoken[at] ?? 0) | (mask << 2)));
  const money = county.own('funding', paid);
  const homes = county.seenBy('县政府', 'funding', both(is('purpose', ...HOME_PURPOSES), paid));
  const aired = county.own('campaign', both(is('topic', '未成年人保护热线'), attached('media')));
  const told = county.ownOf(['campaign', 'training'], is('topic', '强制报告'));
  const ways = bitsOf(told, 'methods', ['业务培训', '印刷标语', '投放公益广告']);
  told.placed.forEach(({ record }, at) => {
    if (record.type === 'training') ways[at] = 1;
  });
  const groups = bitsOf(told, 'audience_groups', ['村（居）委会', '镇（街道）', '学校', '幼儿园']);
  const reports = county.own(
    'document',
    both(is('doc_type', '未成年人保护中心工作记录（报告）'), ({ evidence }) => evidence.length > 0),
  );
  const functions = bitsOf(reports, 'functions', ['政策支持', '技术指导', '临时监护', '个案评估帮扶']);
  return [
    ['1.1.3.c', county.withTowns('县政府'), meetings, spoken, 5, target(33, true)],
    ['2.1.1.a', county.at('县财政局'), money, bitsOf(money, 'purpose', PURPOSES), 6, target(50)],
    ['2.1.2.d', county.at('县政府'), homes, bitsOf(homes, 'source', ['财政资金', '社会公益资金']), 2, target(50, true)],
    ['4.1.2.e', county.at(CIVIL), aired, bitsOf(aired, 'methods', ['电视', '广播']), 2, target(50)],
    ['4.3.3.a', county.at('县公安局'), told, ways, 3, target(33)],
    ['4.3.3.c', county.at('县公安局'), told, groups, 4, target(50, true)],
    ['5.1.2.b', county.at(CIVIL), reports, functions, 4, target(50)],
  ];
}

/** Items covered in the year. */
export function officeItems(county: PlainCounty): JudgeAll {
  const { count } = county.units;
  const all = itemsOf(county);
  const found = new Found();
  return (day) => {
    const year = spansOf(day, 'calendar_year');
    return new Map(
      all.map(([id, subjects, rows, bits, size, target]) => [
        id,
        shareCells(year, (span) => itemsPart(rows, bits, size, count, span), target, subjects, found),
      ]),
    );
  };
}

/** Shares that are counted from records. */
export function officeShares(county: PlainCounty): JudgeAll {
  const { count, towns } = county.units;
  const meetings = county.own('meeting', both(is('level', '县政府', '镇街党委或政府'), is('subjects', ...TWO_KINDS)));
  const minuted = marks(meetings, attached('minutes'));
  const duties = county.own(
    'document',
    both(is('doc_type', '成员单位职责分工文件'), ({ evidence }) => evidence.length > 0),
  );
  const [told, members] = [numbers(duties, 'duties_count'), numbers(duties, 'member_count')];
  const hotline = county.own('campaign', is('topic', '未成年人保护热线'));
  const services = county.seenBy(CIVIL, 'agency_service');
  const reached: Among = { rows: hotline, field: 'covered_units', among: towns };
  const served: Among = { rows: services, field: 'served_units', among: Int16Array.of(...county.at(CIVIL), ...towns) };
  const [reaches, serves] = [distinctParts(reached, county.units), distinctParts(served, county.units)];
  const trained = county.own('training', both(is('topic', '儿童工作业务培训'), INSTITUTIONS));
  const certified = marks(trained, attached('cert'));
  const [certificates, passed] = [numbers(trained, 'certificates'), numbers(trained, 'passed')];
  const share = { target: 100, yellow: 90 } as const;
  const computed = { ...share, computed: true } as const;
  const civil = county.at(CIVIL);
  const found = new Found();
  return (day) => {
    const year = spansOf(day, 'calendar_year');
    const cells = (measure: (span: Span) => Measured, target: Target, subjects: Int16Array): Judged =>
      shareCells(year, measure, target, subjects, found);
    const once = standingSpan(day);
    const split = latestPart(duties, told, members, count, once);
    return new Map([
      ['1.1.1.b', rollingShareCells(once, split, share, county.at('县政府'), found)],
      ['1.1.3.d', cells((span) => sharePart(meetings, minuted, count, span), computed, county.withTowns('县政府'))],
      ['4.1.2.f', cells(reaches, { ...computed, capped: true }, civil)],
      ['5.1.3.c', cells(serves, { ...computed, yellow: 70 }, civil)],
      ['5.4.1.c', cells((span) => summedPart(trained, certified, certificates, passed, count, span), computed, civil)],
    ]);
  };
}

type SheetSpan = 'quarter' | 'calendar_year' | 'school_year';
type TypedShare = readonly [string, string, string, SheetSpan, Target, (readonly string[])?];

const share = (target: number, yellow: number): Target => ({ target, yellow });
const POOR = ['建档立卡贫困家庭儿童', '最低生活保障家庭儿童', '特困救助供养人员中的儿童', '贫困残疾儿童'] as const;
const TYPED: readonly TypedShare[] = [
  ['3.2.2.a', CIVIL, '孤儿安置', 'quarter', share(100, 90), ['失去父母', '查找不到生父母']],
  ['3.3.1.b', '县教体局', '中小学生意外伤害保险参保', 'school_year', share(100, 90)],
  ['3.3.1.c', CIVIL, '困境儿童意外伤害保险参保', 'calendar_year', share(100, 90)],
  ['3.3.1.d', CIVIL, '城乡基本医疗保险参保', 'calendar_year', share(100, 95)],
  ['3.3.1.e', CIVIL, '大病保险覆盖', 'calendar_year', share(100, 95)],
  ['3.3.2.c', CIVIL, '重特大疾病医疗救助人数', 'calendar_year', share(100, 90), POOR],
  [
    '3.3.3.b',
    '县残联',
    '0—6岁残疾儿童基本康复服务',
    'calendar_year',
    share(100, 90),
    ['视力', '听力', '言语', '智力', '肢体', '孤独症'],
  ],
  ['3.3.4.b', CIVIL, '贫困家庭残疾儿童康复服务', 'quarter', share(100, 90)],
  ['3.4.3.a', '县教体局', '小规模学校基本达标', 'school_year', share(90, 80)],
  ['3.4.3.b', '县教体局', '镇寄宿制学校基本达标', 'school_year', share(90, 80)],
  ['3.4.4.b', '县教体局', '未入学适龄残疾儿童核实', 'school_year', share(100, 95)],
  ['3.4.4.c', '县教体局', '适龄残疾儿童受教育', 'school_year', share(95, 90)],
  ['4.3.1.b', '县公安局', '派出所强制报告措施落实', 'calendar_year', share(100, 90)],
  ['5.2.1.g', '县教体局', '乡村学校少年宫开放', 'calendar_year', { ...share(100, 90), capped: true }],
];

/** Shares that bureaus type. */
export function officeSheets(county: PlainCounty): JudgeAll {
  const { count } = county.units;
  const all = TYPED.map(([id, office, indicator, unit, target, categories = []]) => {
    const takes = both(is('indicator', indicator), is('level', '本县'));
    const sheets = typedSheets(county, 'indicator_value', takes, categories, 'numerator', 'denominator');
    return [id, county.at(office), unit, target, sheets] as const;
  });
  const found = new Found();
  return (day) =>
    new Map(
      all.map(([id, subjects, unit, target, sheets]) => [
        id,
        shareCells(spansOf(day, unit), (span) => sheetParts(sheets, count, span), target, subjects, found),
      ]),
    );
}
