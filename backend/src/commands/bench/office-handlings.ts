import type { CaseReader, Handling } from './case-reader.js';
import {
  daysOn,
  earlier,
  inTime,
  minutesOn,
  noted,
  recorded,
  since,
  workdaysOn,
  worst,
  type CaseJudge,
} from './case-steps.js';
import type { Day } from './plain-clock.js';
import { both, is, type Picks } from './plain-county.js';

const HOUR = 60;
const CIVIL = '县民政局';
const POLICE = '县公安局';
const REPORTED_TYPES = [
  '脱离监护单独居住生活',
  '失踪',
  '监护人丧失监护能力',
  '监护人不履行监护责任',
  '疑似遭受家庭暴力',
  '其他',
] as const;
const GUARDED_TYPES = ['遭受监护侵害', '无人监护', '监护人丧失监护能力'] as const;

const always =
  (judge: (cases: CaseReader) => CaseJudge): Handling['judge'] =>
  (cases) => {
    const one = judge(cases);
    return () => one;
  };

/** The day on which a case was taken up must be there, then a step in its time. */
const taken =
  (name: string, limit: (day: Day) => (start: number) => number, ...outcomes: readonly string[]): Handling['judge'] =>
  (cases) => {
    const { found, reported, closed } = cases;
    const step = outcomes.length === 0 ? cases.step(name) : cases.ending(name, ...outcomes);
    return (day) =>
      worst(recorded(noted(reported), since(found), closed, day.calendar), inTime(step, since(reported), limit(day)));
  };

const arrival = (days: number): Handling['judge'] =>
  always((cases) => {
    const there = cases.step('出警到场');
    return worst(
      inTime(there, since(cases.reported), minutesOn(HOUR)),
      inTime(cases.step('调查处置'), there, daysOn(days)),
    );
  });

const CIVIL_CASES: readonly Handling[] = [
  {
    id: '3.2.2.b',
    register: '收养',
    office: CIVIL,
    judge: always((cases) => earlier(cases.step('收养家庭抚养教育能力评估报告'), cases.step('收养登记'))),
  },
  {
    id: '3.2.2.c',
    register: '收养',
    office: CIVIL,
    judge: always((cases) => inTime(cases.step('收养登记'), cases.step('收养家庭抚养教育能力评估报告'), daysOn(60))),
  },
  {
    id: '3.2.3.b',
    register: '收留抚养',
    office: CIVIL,
    judge: always((cases) => inTime(cases.step('接收入院'), cases.step('认定或裁判生效'), daysOn(7))),
  },
  {
    id: '4.2.1.c',
    register: '重点个案',
    office: CIVIL,
    takes: is('case_type', '重点困境个案'),
    cap: true,
    judge: always((cases) =>
      worst(
        inTime(cases.step('调查评估报告'), since(cases.found), daysOn(15)),
        inTime(cases.step('部门会商'), since(cases.found), daysOn(30)),
      ),
    ),
  },
  {
    id: '4.2.2.a',
    register: '临时监护',
    office: CIVIL,
    takes: is('case_type', ...GUARDED_TYPES),
    judge: taken('接收', () => minutesOn(24 * HOUR)),
  },
  {
    id: '4.2.2.b',
    register: '临时监护',
    office: CIVIL,
    takes: is('case_type', ...GUARDED_TYPES),
    judge: always((cases) => {
      const received = cases.step('接收');
      return worst(inTime(cases.step('照料计划'), received, daysOn(7)), cases.repeats('季度照料评估', received, 90));
    }),
  },
  {
    id: '4.2.4.c',
    register: '法律援助',
    office: '县司法局',
    takes: is('case_type', '困境儿童', '涉案未成年人'),
    cap: true,
    judge: taken('审查决定', ({ calendar }) => workdaysOn(7, calendar)),
  },
];

const SCHOOL_CASES: readonly Handling[] = [
  {
    id: '3.2.1.b',
    register: '强制报告',
    office: '县教体局',
    takes: is('reporter', '学校', '幼儿园'),
    judge: always((cases) => inTime(cases.step('向公安机关报告'), since(cases.found), minutesOn(24 * HOUR))),
  },
  {
    id: '3.4.1.b',
    register: '劝返复学',
    office: '县教体局',
    reach: 'towns',
    judge: always((cases) => {
      const settled = cases.ending('复学或其他安置', '复学', '送教', '转学', '延缓入学批准', '其他安置');
      return worst(
        inTime(cases.step('劝返记录'), since(cases.found), daysOn(7)),
        inTime(settled, since(cases.found), daysOn(30)),
      );
    }),
  },
];

const police = (id: string, judge: Handling['judge'], takes?: Picks): Handling => ({
  id,
  register: '强制报告',
  office: POLICE,
  base: 'reported',
  reach: 'county',
  judge,
  ...(takes === undefined ? {} : { takes }),
});
const guardian = (id: string, takes: Picks, judge: Handling['judge']): Handling => ({
  id,
  register: '监护干预',
  office: POLICE,
  reach: 'county',
  takes,
  judge,
});
const typed = is('case_type', ...REPORTED_TYPES);

const POLICE_CASES: readonly Handling[] = [
  police('3.2.1.c', arrival(7)),
  police(
    '3.2.1.d',
    always((cases) =>
      inTime(
        cases.ending('监护落实', '督促监护人履行监护责任', '协助委托监护', '其他方式'),
        since(cases.reported),
        daysOn(30),
      ),
    ),
  ),
  police(
    '4.3.2.a',
    always((cases) => inTime(cases.stepOrArrival('受理登记', false), since(cases.reported), minutesOn(HOUR))),
    typed,
  ),
  police(
    '4.3.2.b',
    (cases) => {
      const number = cases.stepOrArrival('接处警记录编号', true);
      return ({ calendar }) => recorded(number, since(cases.reported), cases.closed, calendar);
    },
    typed,
  ),
  police('4.4.1.a', arrival(7), typed),
  police(
    '4.4.1.b',
    always((cases) => {
      const there = cases.step('出警到场');
      return worst(
        inTime(cases.step('通报镇（街道）'), there, minutesOn(24 * HOUR)),
        inTime(cases.step('通报县民政局'), there, minutesOn(24 * HOUR)),
      );
    }),
    typed,
  ),
  guardian(
    '4.5.1.a',
    is('case_type', '不满16周岁单独居住'),
    always((cases) => inTime(cases.ending('批评训诫', '批评训诫'), since(cases.found), daysOn(7))),
  ),
  guardian(
    '4.5.2.a',
    both(is('case_type', '家庭暴力', '虐待', '遗弃'), is('offender', '父母', '受委托监护人')),
    taken('处置措施', () => daysOn(30), '批评训诫', '行政处罚', '刑事侦查', '其他依法措施', '查证不属实'),
  ),
  guardian(
    '4.5.3.a',
    both(is('case_type', '不履行监护职责', '严重侵害儿童权益'), is('offender', '父母', '其他监护人')),
    taken('干预措施', () => daysOn(60), '批评教育', '行政处罚', '刑事侦查', '撤销监护权', '其他依法措施'),
  ),
];

/** What the bureaus do with the cases of their registers, in how much time. */
export const HANDLINGS: readonly Handling[] = [...CIVIL_CASES, ...SCHOOL_CASES, ...POLICE_CASES];
