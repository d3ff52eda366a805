import { answeredInTime, caseCells, reportedInTime, zeroReports, type CaseRows } from './case-cells.js';
import { stepTimes } from './case-steps.js';
import { yearlyCells } from './counted-cells.js';
import { spansOf, type Day } from './plain-clock.js';
import { both, is, type Picks, type PlainCounty } from './plain-county.js';
import { marks, minutes, numbers } from './plain-rows.js';
import { shareCells, sheetParts, type Sheets } from './share-cells.js';
import { postCells, standingCells } from './standing-cells.js';
import { systemParts, trainedParts, allowanceParts, fundedParts, townRows } from './town-shares.js';
import { Found, type Judged } from './verdict-steps.js';
import type { JudgeAll } from './village-cells.js';

const SHARE = { target: 100, yellow: 90 } as const;
const COMPUTED = { ...SHARE, computed: true } as const;
const NEEDS = ['农村留守学生寄宿需求保障', '农村留守学生交通需求保障', '农村留守学生营养需求保障'] as const;

/** The 22 requirements that every town and street is judged by alone: 264 cells. */
export function townJudge(county: PlainCounty): JudgeAll {
  const parts = [
    papersAndPlaces(county),
    posts(county),
    yearly(county),
    sheets(county),
    shares(county),
    handled(county),
  ];
  return (day) => new Map(parts.flatMap((judge) => [...judge(day)]));
}

function papersAndPlaces(county: PlainCounty): JudgeAll {
  const { towns, count } = county.units;
  const paper = (type: string, shows?: Picks) =>
    county.standing(
      county.own(
        'document',
        both(is('doc_type', type), ({ evidence }) => evidence.length > 0),
      ),
      shows,
    );
  const mechanism = paper(
    '镇（街道）儿童工作机制成立文件',
    is('head_role', '党委（党工委）书记', '镇长', '街道办事处主任', '党政主要领导双组长'),
  );
  const desk = paper('困境儿童救助帮扶“一门受理、协同办理”机制文件');
  const windows = county.standing(
    county.own('facility', both(is('facility_type', '受理窗口'), is('status', '在用', '整改停用'))),
    is('status', '在用'),
  );
  const found = new Found();
  return (day) =>
    new Map([
      ['1.1.2.a', paperCells(standingCells(mechanism, towns, count, day, found, false))],
      ['4.2.3.a', paperCells(standingCells(desk, towns, count, day, found, false))],
      ['4.2.3.b', standingCells(windows, towns, count, day, found, true)],
    ]);
}

function posts(county: PlainCounty): JudgeAll {
  const { towns, count } = county.units;
  const supervisor = is('role', '儿童福利督导员');
  const dedicated = both(supervisor, ({ fields }) => fields.dedicated === true);
  const recruited = is('source', '购买社会组织服务', '设立公益岗位', '设立社会工作站', '其他');
  const sources = [
    ['5.3.1.a', county.standing(county.own('staff', supervisor))],
    ['5.3.1.b', county.standing(county.own('staff', dedicated))],
    ['5.3.3.b', county.standing(county.own('staff', is('role', '儿童社工')), recruited)],
  ] as const;
  const found = new Found();
  return (day) => new Map(sources.map(([id, source]) => [id, postCells(source, towns, count, day, found)]));
}

/** Of papers it is told whether there is one, not how many. */
export function paperCells(cells: Judged): Judged {
  cells.measured.forEach((measured, at) => (cells.measured[at] = Math.min(1, measured)));
  return cells;
}

function yearly(county: PlainCounty): JudgeAll {
  const { towns, count } = county.units;
  const meetings = county.own(
    'meeting',
    both(
      is('level', '镇街党委或政府'),
      is('subjects', '农村留守儿童关爱保护', '困境儿童保障'),
      is('topics', '重大问题', '重要事项', '重点个案'),
    ),
  );
  const paid: Picks = ({ fields }) => typeof fields.paid === 'number' && fields.paid >= 1;
  const courses = county.named('funding', 'covered_units', both(is('purpose', '儿童工作培训'), paid));
  const campaigns = (topic: string) => county.own('campaign', is('topic', topic));
  const sources = [
    ['1.1.3.b', county.proven(meetings, 'minutes'), 1],
    ['2.1.2.c', county.proven(courses, 'voucher'), 1],
    ['4.3.3.b', county.proven(campaigns('强制报告'), 'media'), 1],
    ['5.4.2.b', county.proven(campaigns('两类儿童政策'), 'photo'), 2],
  ] as const;
  const found = new Found();
  return (day) => new Map(sources.map(([id, source, min]) => [id, yearlyCells(source, min, towns, count, day, found)]));
}

export function typedSheets(
  county: PlainCounty,
  type: 'benefit_stat' | 'indicator_value',
  takes: Picks,
  categories: readonly string[],
  above: string,
  below: string,
): Sheets {
  const rows = county.own(type, takes);
  return {
    rows,
    none: marks(rows, ({ fields }) => fields.none_eligible === true),
    category:
      categories.length === 0
        ? null
        : Int8Array.from(rows.placed, ({ record }) => categories.indexOf(String(record.fields.category))),
    categories: Math.max(1, categories.length),
    pairs: [{ above: numbers(rows, above), below: numbers(rows, below) }],
  };
}

function sheets(county: PlainCounty): JudgeAll {
  const { towns, count } = county.units;
  const benefit = (name: string, categories: readonly string[]) =>
    typedSheets(county, 'benefit_stat', is('benefit', name), categories, 'paid', 'eligible');
  const student = both(is('benefit', '孤儿基本生活费'), is('category', '年满18周岁在读孤儿'));
  const monthly = [
    ['3.1.1.d', typedSheets(county, 'benefit_stat', student, [], 'paid', 'eligible')],
    ['3.1.2.b', benefit('困境儿童生活保障', ['建档立卡贫困家庭', '城乡最低生活保障家庭', '特困', '重病重残'])],
    ['3.1.3.a', benefit('生活救助', ['城乡最低生活保障', '其他生活救助'])],
  ] as const;
  const schooling = NEEDS.map((need, at) => {
    const takes = both(is('indicator', need), is('level', '本县'));
    return [
      `3.4.2.${'abc'.charAt(at)}`,
      typedSheets(county, 'indicator_value', takes, [], 'numerator', 'denominator'),
    ] as const;
  });
  const found = new Found();
  return (day) => {
    const judged = (unit: 'month' | 'school_year') => {
      const spans = spansOf(day, unit);
      return ([id, source]: readonly [string, Sheets]) =>
        [id, shareCells(spans, (span) => sheetParts(source, count, span), SHARE, towns, found)] as const;
    };
    return new Map([...monthly.map(judged('month')), ...schooling.map(judged('school_year'))]);
  };
}

function shares(county: PlainCounty): JudgeAll {
  const { towns } = county.units;
  const rows = townRows(county);
  const found = new Found();
  return (day: Day) => {
    const year = spansOf(day, 'calendar_year');
    return new Map([
      ['2.1.2.a', shareCells(year, (span) => fundedParts(rows, span), COMPUTED, towns, found)],
      ['2.1.2.b', shareCells(year, (span) => allowanceParts(rows, span), COMPUTED, towns, found)],
      ['5.4.1.b', shareCells(year, (span) => trainedParts(rows, span), COMPUTED, towns, found)],
      [
        '4.1.1.c',
        shareCells(spansOf(day, 'quarter'), (span) => systemParts(rows, span), { ...SHARE, pairs: true }, towns, found),
      ],
    ]);
  };
}

function handled(county: PlainCounty): JudgeAll {
  const { towns, count } = county.units;
  const steps = county.of('case_step');
  const casesOf = (register: string, takes: Picks, first: string, second: string | null): CaseRows => {
    const all = county.own('case', is('register', register));
    const rows = county.picked(all, 'case', takes);
    return {
      all,
      rows,
      found: minutes(rows, 'found_at'),
      first: stepTimes(rows, steps, first),
      second: second === null ? null : stepTimes(rows, steps, second),
    };
  };
  const reported = casesOf('强制报告', is('reporter', '村（居）委会', '镇（街道）工作人员'), '向公安机关报告', null);
  const types = is('case_type', '社会救助', '社会福利', '教育保障', '医疗保障', '慈善帮扶');
  const asked = casesOf('协助申请', types, '受理', '转办并反馈');
  const [reportSheets, askedSheets] = [zeroReports(county, '强制报告'), zeroReports(county, '协助申请')];
  return (day) =>
    new Map([
      ['3.2.1.a', caseCells(reported, reportedInTime(reported), reportSheets, towns, count, day)],
      ['4.2.3.c', caseCells(asked, answeredInTime(asked, day), askedSheets, towns, count, day)],
    ]);
}
