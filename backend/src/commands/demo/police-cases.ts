import { CaseBook, DAY, type DemoStep } from './case-book.js';
import type { County } from './county.js';
import { Random } from './random.js';

const REPORTED = [
  '脱离监护单独居住生活',
  '监护人丧失监护能力',
  '监护人不履行监护责任',
  '疑似遭受家庭暴力',
  '失踪',
  '其他',
] as const;

/** 强制报告: from villages, towns and schools to the police, who mostly arrive within the hour. */
export function addPoliceReports(county: County, cases: CaseBook): void {
  const random = new Random('police reports');
  const police = county.code('县公安局');
  const jt = county.code('县教体局');
  for (let found = county.start + 2; found <= county.last; found += random.whole(1, 7)) {
    const town = county.towns[random.whole(0, county.towns.length - 1)]?.unit.code ?? '';
    const school = random.chance(0.25);
    const reporter = school
      ? random.pick(['学校', '学校', '幼儿园'])
      : random.pick(['村（居）委会', '镇（街道）工作人员']);
    const reported = random.whole(20, 600);
    const arrived =
      reported + (found < county.today - 40 && random.chance(0.03) ? random.whole(75, 140) : random.whole(15, 55));
    const settled = arrived + random.whole(1, 4) * DAY;
    const secured = reported + random.whole(3, 25) * DAY;
    const unit = school ? jt : town;
    cases.add(
      {
        register: '强制报告',
        prefix: 'QZ',
        unit,
        town,
        caseType: random.pick(REPORTED),
        found,
        minute: random.whole(420, 1200),
        reported,
        reporter,
        steps: policeSteps({ unit, police, reported, arrived, settled, secured }, random),
        outcome: random.pick(['督促监护人履行监护责任', '协助委托监护', '其他方式']),
        closed: Math.max(secured, settled + 120) + 60,
        urgent: true,
      },
      random,
    );
  }
}

interface Report {
  readonly unit: string;
  readonly police: string;
  /** Minutes after the finding. */
  readonly reported: number;
  readonly arrived: number;
  readonly settled: number;
  readonly secured: number;
}

function policeSteps({ unit, police, reported, arrived, settled, secured }: Report, random: Random): DemoStep[] {
  return [
    { step: '向公安机关报告', unit, after: reported },
    { step: '受理登记', unit: police, after: reported + random.whole(2, 30) },
    { step: '接处警记录编号', unit: police, after: reported + random.whole(5, 40) },
    { step: '出警到场', unit: police, after: arrived },
    { step: '通报镇（街道）', unit: police, after: arrived + random.whole(30, 600) },
    { step: '通报县民政局', unit: police, after: arrived + random.whole(30, 600) },
    { step: '调查处置', unit: police, after: settled },
    { step: '监护落实', unit: police, after: Math.max(secured, settled + 120) },
  ];
}

const INTERVENTIONS = [
  { type: '不满16周岁单独居住', step: '批评训诫', days: 5, outcomes: ['批评训诫'], offender: '父母' },
  { type: '家庭暴力', step: '处置措施', days: 25, outcomes: ['批评训诫', '行政处罚'], offender: '父母' },
  { type: '遗弃', step: '处置措施', days: 25, outcomes: ['刑事侦查', '行政处罚'], offender: '受委托监护人' },
  {
    type: '不履行监护职责',
    step: '干预措施',
    days: 50,
    outcomes: ['批评教育', '其他依法措施'],
    offender: '其他监护人',
  },
] as const;

/** 监护干预, kept by the police. */
export function addInterventions(county: County, cases: CaseBook): void {
  const random = new Random('interventions');
  const police = county.code('县公安局');
  for (let found = county.start + 5; found <= county.last; found += random.whole(4, 15)) {
    const kind = random.pick(INTERVENTIONS);
    const done = random.whole(2, kind.days - 1) * DAY;
    cases.add(
      {
        register: '监护干预',
        prefix: 'GY',
        unit: police,
        town: county.towns[random.whole(0, county.towns.length - 1)]?.unit.code ?? '',
        caseType: kind.type,
        offender: kind.offender,
        found,
        minute: random.whole(500, 1000),
        reported: random.whole(10, 300),
        steps: [{ step: kind.step, unit: police, after: done }],
        outcome: kind.outcomes[random.whole(0, kind.outcomes.length - 1)] ?? kind.outcomes[0],
        closed: done + 60,
        urgent: true,
      },
      random,
    );
  }
}
