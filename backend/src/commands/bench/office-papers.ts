import { yearDocuments } from './counted-papers.js';
import { standingSpan, VACANCY_DAYS, type Day } from './plain-clock.js';
import { both, counts, every, filled, is, yes, type Picks, type PlainCounty } from './plain-county.js';
import { countStanding, findStanding, standingCells, type StandingRows } from './standing-cells.js';
import { paperCells } from './town-cells.js';
import { AT_RISK, Found, judgedFor, outcomeIn, UNMET, type Judged } from './verdict-steps.js';
import type { JudgeAll } from './village-cells.js';

const CIVIL = '县民政局';
const LEGAL_COVERS = ['困境儿童', '涉案未成年人'] as const;

/** Papers of which one in force is enough, with what they should show. */
function papers(county: PlainCounty): readonly (readonly [string, string, Picks, Picks?])[] {
  const type = (name: string) => is('doc_type', name);
  const { codeOf } = county.units;
  const units = (...names: readonly string[]) => names.map((name) => codeOf.get(name) ?? '');
  const covers = every('covers', ...LEGAL_COVERS);
  const courts = is('issuer', '县人民法院', '县人民检察院', '县委政法委', '县司法局');
  const led = both(
    is('head_role', '县长', '县政府主要领导', '党政主要领导双组长'),
    is('lead_unit', ...units(CIVIL)),
    is('member_units', ...units('团县委', '县妇联', '县残联')),
  );
  return [
    ['1.1.1.a', '县政府', type('工作协调机制（领导小组或联席会议）成立文件'), led],
    ['3.1.1.a', CIVIL, type('孤儿基本生活保障制度文件')],
    ['3.1.1.b', CIVIL, type('孤儿基本生活保障补贴标准自然增长机制文件（或含增长条款的文件）')],
    ['3.1.2.a', CIVIL, type('困境儿童基本生活保障政策文件')],
    [
      '3.3.1.a',
      CIVIL,
      type('中小学生和困境儿童意外伤害保险制度（方案、协议）'),
      every('covers', '中小学生', '困境儿童'),
    ],
    ['3.3.2.a', CIVIL, both(type('困境儿童重特大疾病医疗救助制度文件'), counts('policy_ratio', 70))],
    ['3.3.3.a', '县残联', type('残疾儿童康复救助制度文件')],
    ['3.4.1.a', '县教体局', type('控辍保学工作机制文件')],
    ['3.4.4.a', '县教体局', type('落实《第二期特殊教育提升计划（2017-2020年）》（或后续计划）的实施方案')],
    ['4.1.1.a', CIVIL, type('农村留守儿童、困境儿童动态监测机制文件')],
    ['4.2.1.a', CIVIL, type('困境儿童个案调查评估机制文件')],
    ['4.2.1.b', CIVIL, type('部门会商机制文件')],
    ['4.2.4.a', '县司法局', type('困境儿童和涉案未成年人法律援助机制文件'), covers],
    ['4.2.4.b', '县司法局', type('困境儿童和涉案未成年人司法救助机制文件'), both(covers, courts)],
    ['5.1.3.a', CIVIL, type('政府购买社会服务目录（含本项）')],
  ];
}

const scanned: Picks = ({ evidence }) => evidence.length > 0;

/** Papers of the county and its bureaus: in force, or dated in the year. */
export function officePapers(county: PlainCounty): JudgeAll {
  const { count } = county.units;
  const rowsOf = (takes: Picks) => county.own('document', both(takes, scanned));
  const single = papers(county).map(
    ([id, office, takes, shows]) => [id, county.at(office), county.standing(rowsOf(takes), shows)] as const,
  );
  const named = (...names: readonly string[]) => names.map((name) => county.standing(rowsOf(is('doc_type', name))));
  const flow = named('强制报告事项工作流程', '强制报告事项操作规范');
  const yearly = [
    ['1.1.1.c', county.at('县政府'), named('年度工作要点（计划）', '年度工作总结')],
    ['2.1.1.b', county.at('县财政局'), named('年度资金统筹安排（预算批复或下达）文件')],
  ] as const;
  const found = new Found();
  return (day) =>
    new Map([
      ...single.map(
        ([id, subjects, source]) =>
          [id, paperCells(standingCells(source, subjects, count, day, found, false))] as const,
      ),
      ['4.3.1.a', allPapers(flow, county.at('县公安局'), count, day, found)],
      ...yearly.map(
        ([id, subjects, sources]) =>
          [
            id,
            yearDocuments(
              sources.map(({ rows }) => rows),
              subjects,
              count,
              day,
              found,
            ),
          ] as const,
      ),
    ]);
}

/** Several papers that must all be in force. */
function allPapers(
  sources: readonly StandingRows[],
  subjects: Int16Array,
  units: number,
  day: Day,
  found: Found,
): Judged {
  const span = standingSpan(day);
  const counted = sources.map((source) => countStanding(source, units, day.asOf, span));
  const cells = judgedFor(subjects);
  for (let place = 0; place < subjects.length; place += 1) {
    let [there, steady, hoped, present, any] = [0, 0, 0, 0, false];
    for (const one of counted) {
      findStanding(found, one, subjects[place] ?? 0);
      if (found.fulfilled) there += 1;
      if (found.fulfilled && !found.expiring) steady += 1;
      if (found.fulfilled || found.excused) hoped += 1;
      if (found.measured > 0) present += 1;
      any ||= found.any;
    }
    found.clear();
    found.fulfilled = there === counted.length;
    found.expiring = steady < counted.length;
    found.excused = hoped === counted.length;
    found.any = any;
    cells.outcome[place] = outcomeIn(found, span);
    cells.measured[place] = present;
  }
  return cells;
}

/** Places and posts of the bureaus. */
export function officePlaces(county: PlainCounty): JudgeAll {
  const { count } = county.units;
  const inUse = is('status', '在用');
  const kept = is('status', '在用', '整改停用');
  const place = (types: Picks, shows: Picks, ends?: string) =>
    county.standing(county.own('facility', both(types, kept), ends), both(inUse, shows));
  const type = (...names: readonly string[]) => is('facility_type', ...names);
  const signed: Picks = ({ evidence }) => evidence.includes('contract');
  const whatever: Picks = () => true;
  const centre = type('未成年人保护中心', '儿童福利指导中心');
  const hotline = type('未成年人保护热线');
  const rehab = both(yes('rehab_equipment'), yes('open_to_community'));
  const duties = every('duties', '农村留守儿童关爱保护', '困境儿童保障');
  const sources = [
    ['3.2.3.a', CIVIL, place(type('儿童福利机构'), counts('capacity', 1), 'contract_to')],
    ['3.3.4.a', CIVIL, place(type('儿童福利机构'), rehab)],
    ['3.4.4.d', '县教体局', place(type('特殊教育学校'), whatever)],
    ['4.1.2.a', CIVIL, place(hotline, both(is('based_on', '12345'), filled('short_number')))],
    ['4.1.2.b', CIVIL, place(both(hotline, yes('dedicated_site')), whatever)],
    ['5.1.1.a', CIVIL, place(both(type('专门科室'), duties), filled('person_in_charge'))],
    ['5.1.2.a', CIVIL, place(centre, whatever)],
    ['5.1.3.b', CIVIL, place(both(type('专业社会工作机构'), signed), filled('contract_to'), 'contract_to')],
    ['5.1.4.a', CIVIL, place(both(centre, yes('space_for_social_orgs'), signed), filled('contract_to'), 'contract_to')],
  ] as const;
  const watch = county.standing(county.own('staff', is('role', '热线值守员'), 'contract_to'), yes('dedicated'));
  const workplaces = is('workplace', CIVIL, '未成年人保护中心', '儿童福利机构');
  const social = county.standing(
    county.own('staff', both(is('role', '儿童社工'), workplaces), 'contract_to'),
    is('source', '购买社会组织服务', '设立公益岗位', '设立社会工作站', '其他'),
  );
  const found = new Found();
  return (day) =>
    new Map([
      ...sources.map(
        ([id, office, source]) => [id, standingCells(source, county.at(office), count, day, found, false)] as const,
      ),
      ['4.1.2.c', officePosts(watch, 1, county.at(CIVIL), count, day, found)],
      ['5.3.3.a', officePosts(social, 2, county.at(CIVIL), count, day, found)],
    ]);
}

/** So many people in post; missing ones are at risk for thirty days after there were enough. */
function officePosts(
  source: StandingRows,
  min: number,
  subjects: Int16Array,
  units: number,
  day: Day,
  found: Found,
): Judged {
  const span = standingSpan(day);
  const counted = countStanding(source, units, day.asOf, span);
  const cells = judgedFor(subjects);
  for (let place = 0; place < subjects.length; place += 1) {
    const unit = subjects[place] ?? 0;
    findStanding(found, counted, unit, min);
    cells.measured[place] = found.measured;
    const outcome = outcomeIn(found, span);
    const tolerated = outcome === UNMET && day.asOf - fullUntil(source, min, unit, day.asOf) <= VACANCY_DAYS;
    cells.outcome[place] = tolerated ? AT_RISK : outcome;
  }
  return cells;
}

/** The last leaving day, of the newest few, on which there were still enough. */
function fullUntil({ rows }: StandingRows, min: number, unit: number, asOf: number): number {
  let tried = asOf;
  for (let round = 0; round < min; round += 1) {
    let last = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const until = rows.until[at] ?? 0;
      if (rows.unit[at] === unit && rows.waiting[at] === 0 && until < tried && until > last) last = until;
    }
    let inPost = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const until = rows.until[at] ?? 0;
      const there = (rows.day[at] ?? 0) <= last && (until === 0 || until >= last);
      if (rows.unit[at] === unit && rows.waiting[at] === 0 && there) inPost += 1;
    }
    if (last > 0 && inPost >= min) return last;
    tried = last;
  }
  return -Infinity;
}
