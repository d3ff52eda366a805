import type { Day } from '../../engine/index.js';
import { CaseBook, DAY, type DemoCase } from './case-book.js';
import type { County, Town } from './county.js';
import { workdayFrom } from './days.js';
import { addInterventions, addPoliceReports } from './police-cases.js';
import { addWelfareCases } from './welfare-cases.js';
import { Random } from './random.js';

const HELP = ['社会救助', '社会福利', '教育保障', '医疗保障', '慈善帮扶'] as const;

/** All cases with their steps. Nobody is named; the numbers are invented. */
export function addCases(county: County): CaseBook {
  const cases = new CaseBook(county);
  for (const town of county.towns) {
    addApplications(county, cases, town);
    addReturnsToSchool(county, cases, town);
    addRepaired(county, cases, town);
  }
  addPoliceReports(county, cases);
  addInterventions(county, cases);
  addWelfareCases(county, cases);
  addVetoCase(county, cases);
  return cases;
}

/** 协助申请: accepted the same day, answered within ten workdays, seldom later. */
function addApplications(county: County, cases: CaseBook, { unit, manner, villages }: Town): void {
  const random = new Random(`applications ${unit.code}`);
  const late = manner.missedReport > 0.03 ? 0.04 : manner.missedReport > 0.01 ? 0.015 : 0;
  for (let on = county.start; on <= county.last; on += 1) {
    if (workdayFrom(on, county.book.calendar) !== on || !random.chance(0.14 + villages.length / 125)) continue;
    const answer = (on < county.today - 45 && random.chance(late) ? random.whole(22, 30) : random.whole(2, 9)) * DAY;
    cases.add(
      {
        register: '协助申请',
        prefix: 'XZ',
        unit: unit.code,
        town: unit.code,
        caseType: random.pick(HELP),
        found: on,
        minute: random.whole(520, 1000),
        steps: [
          { step: '受理', unit: unit.code, after: random.whole(5, 40) },
          { step: '转办并反馈', unit: unit.code, after: answer },
        ],
        outcome: '其他方式',
        closed: answer + 30,
      },
      random,
    );
  }
}

/** 劝返复学: a few a year; one of them, in a town that is behind, is still not back at school. */
function addReturnsToSchool(county: County, cases: CaseBook, { unit, manner }: Town): void {
  const random = new Random(`school ${unit.code}`);
  const add = (found: Day, closed: number | undefined): void => {
    const settled = closed === undefined ? [] : [{ step: '复学或其他安置', unit: unit.code, after: closed - 60 }];
    const base = {
      register: '劝返复学',
      prefix: 'QF',
      unit: unit.code,
      town: unit.code,
      minute: random.whole(530, 980),
    };
    const steps = [{ step: '劝返记录', unit: unit.code, after: random.whole(1, 4) * DAY }, ...settled];
    const end = closed === undefined ? {} : { closed };
    cases.add(
      {
        ...base,
        caseType: random.pick(['失学', '辍学']),
        found,
        steps,
        outcome: random.pick(['复学', '复学', '送教', '转学']),
        ...end,
      },
      random,
    );
  };
  for (let on = county.start; on <= county.last; on += random.whole(60, 240)) add(on, random.whole(6, 24) * DAY);
  if (unit.shortName === '大张庄镇') add(county.today - 44, undefined);
  if (manner.missedReport < 0.002) return;
  add(county.today - 9, undefined);
}

/** 监护未落实 and 无户籍 that were found and put right within the repair days. */
function addRepaired(county: County, cases: CaseBook, { unit }: Town): void {
  const random = new Random(`repaired ${unit.code}`);
  for (let found = county.start + random.whole(20, 200); found < county.today - 20; found += random.whole(180, 400)) {
    const guardian = random.chance(0.5);
    const closed = random.whole(2, 6) * DAY;
    cases.add(
      {
        register: guardian ? '监护未落实' : '无户籍',
        prefix: guardian ? 'JH' : 'HJ',
        unit: unit.code,
        town: unit.code,
        caseType: guardian ? '监护未落实' : '未登记户籍',
        found,
        minute: random.whole(530, 900),
        leftBehind: !guardian,
        steps: [],
        outcome: guardian ? '协助委托监护' : '其他方式',
        closed,
        urgent: true,
      },
      random,
    );
  }
}

/** The veto item at risk: found three days ago, four repair days left. */
function addVetoCase(county: County, cases: CaseBook): void {
  const town = county.code('东里镇');
  const entry: DemoCase = {
    register: '无户籍',
    prefix: 'HJ',
    unit: town,
    town,
    caseType: '未登记户籍',
    found: county.today - 3,
    minute: 615,
    leftBehind: true,
    steps: [],
    urgent: true,
  };
  cases.add(entry, new Random('veto case'));
}
