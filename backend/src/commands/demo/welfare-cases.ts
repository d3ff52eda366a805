import { CaseBook, DAY, type DemoStep } from './case-book.js';
import type { County } from './county.js';
import { Random } from './random.js';

/** One register of the bureaus: how often something comes in, and what is done with it. */
interface Register {
  readonly register: string;
  readonly prefix: string;
  readonly bureau: string;
  readonly types: readonly [string, ...string[]];
  /** Days between two cases. */
  readonly pause: readonly [number, number];
  /** Steps with the first and last day after finding. */
  readonly steps: readonly (readonly [string, number, number])[];
  readonly outcome: string;
}

const REGISTERS: readonly Register[] = [
  {
    register: '收养',
    prefix: 'SY',
    bureau: '县民政局',
    types: ['送养'],
    pause: [20, 60],
    steps: [
      ['收养家庭抚养教育能力评估报告', 8, 14],
      ['收养登记', 20, 50],
    ],
    outcome: '其他方式',
  },
  {
    register: '收留抚养',
    prefix: 'SL',
    bureau: '县民政局',
    types: ['父母没有监护能力且无其他监护人', '人民法院指定民政部门担任监护人'],
    pause: [40, 90],
    steps: [
      ['认定或裁判生效', 2, 4],
      ['接收入院', 5, 8],
    ],
    outcome: '其他安置',
  },
  {
    register: '临时监护',
    prefix: 'LS',
    bureau: '县民政局',
    types: ['遭受监护侵害', '无人监护', '监护人丧失监护能力'],
    pause: [20, 50],
    steps: [
      ['接收', 0, 0],
      ['照料计划', 2, 6],
      ['季度照料评估', 30, 75],
    ],
    outcome: '协助委托监护',
  },
  {
    register: '重点个案',
    prefix: 'ZD',
    bureau: '县民政局',
    types: ['重点困境个案'],
    pause: [8, 22],
    steps: [
      ['调查评估报告', 4, 12],
      ['部门会商', 14, 27],
    ],
    outcome: '其他方式',
  },
  {
    register: '法律援助',
    prefix: 'FY',
    bureau: '县司法局',
    types: ['困境儿童', '涉案未成年人'],
    pause: [5, 16],
    steps: [['审查决定', 1, 5]],
    outcome: '其他方式',
  },
];

/** The registers of 县民政局 and 县司法局. */
export function addWelfareCases(county: County, cases: CaseBook): void {
  for (const kind of REGISTERS) {
    const random = new Random(`register ${kind.register}`);
    for (let found = county.start + random.whole(1, 9); found <= county.last; found += random.whole(...kind.pause)) {
      addOne(county, cases, kind, found, random);
    }
  }
}

function addOne(county: County, cases: CaseBook, kind: Register, found: number, random: Random): void {
  const unit = county.code(kind.bureau);
  const steps = kind.steps.map(([step, from, to]): DemoStep => {
    const after = to === 0 ? random.whole(200, 700) : random.whole(from, to) * DAY;
    return { step, unit, after };
  });
  cases.add(
    {
      register: kind.register,
      prefix: kind.prefix,
      unit,
      town: county.towns[random.whole(0, county.towns.length - 1)]?.unit.code ?? '',
      caseType: random.pick(kind.types),
      found,
      minute: random.whole(500, 700),
      reported: random.whole(10, 120),
      steps,
      outcome: kind.outcome,
      closed: Math.max(...steps.map((step) => step.after)) + 90,
    },
    random,
  );
}
