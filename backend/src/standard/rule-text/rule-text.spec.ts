import type { Rule } from '../../engine/index.js';
import type { RecordType } from '../standard.types.js';
import { ruleText } from './rule-text.js';
import { subjectWords } from './words.js';

const field = (id: string, label: string) => ({ id, label, type: 'text' as const, required: false });

function recordType(id: string, label: string, ...fields: ReturnType<typeof field>[]): RecordType {
  return {
    id,
    label,
    group: '',
    note: '',
    owners: ['county'],
    dayField: 'date',
    titleFields: [],
    evidence: [],
    review: { bureau: '县民政局', steps: {} },
    fields,
  };
}

const types = [
  recordType('meeting', '会议', field('level', '级别'), field('subjects', '主题')),
  recordType('staff', '工作人员', field('role', '岗位'), field('dedicated', '专门负责')),
  recordType('facility', '设施机构', field('type', '类型'), field('open', '有条件开放')),
  recordType(
    'stat',
    '统计',
    field('done', '实发人数'),
    field('due', '应享人数'),
    field('none', '没有对象'),
    field('kind', '类别'),
  ),
  recordType('case', '个案', field('register', '登记册'), field('found', '发现时间')),
];

function tell(rule: Rule, values: Record<string, readonly [number | null, string]>): string {
  const words = {
    recordTypes: new Map(types.map((type) => [type.id, type])),
    evidence: new Map([['minutes', '会议纪要']]),
  };
  return ruleText(rule, words, {
    value: (name) => values[name]?.[0] ?? null,
    unit: (name) => values[name]?.[1] ?? '',
  });
}

describe('telling a rule in words', () => {
  it('counts per period, with conditions and evidence', () => {
    const rule: Rule = {
      kind: 'count_per_period',
      period: 'calendar_year',
      count: {
        record: 'meeting',
        from: 'own',
        where: { level: { any: ['县政府'] }, subjects: { any: ['留守', '困境'] } },
        attachments: ['minutes'],
      },
    };
    expect(tell(rule, { min: [2, '次'] })).toBe(
      '本年内，会议（级别：县政府；主题：留守或困境；附会议纪要）不少于 2 次',
    );
  });

  it('names papers and what may be missing', () => {
    const rule: Rule = {
      kind: 'documents',
      period: 'standing',
      mode: 'any',
      papers: [{ type: '机制文件', wants: { head: { present: true } } }, { type: '通知' }],
    };
    expect(tell(rule, {})).toBe('有有效的文件并附扫描件（有其中一件即可）：机制文件（缺“填写了head”的只算预警）、通知');
  });

  it('tells posts and places', () => {
    const people: Rule = {
      kind: 'staffing',
      period: 'standing',
      people: { record: 'staff', where: { role: { any: ['督导员'] }, dedicated: { is: true } } },
    };
    expect(tell(people, { min: [1, '名'] })).toBe('在岗的工作人员（岗位：督导员；专门负责：是）不少于 1 名');
    const places: Rule = {
      kind: 'facility',
      period: 'standing',
      places: { record: 'facility', from: 'home' },
      appliesIf: { open: { is: true } },
    };
    expect(tell(places, { min: [1, '处'] })).toBe(
      '在用的为本村（社区）服务的儿童之家的设施机构不少于 1 处（只考核“有条件开放：是”的）',
    );
  });

  it('tells a reported share with its yellow line, and leaves out a line that is no lower', () => {
    const rule: Rule = {
      kind: 'coverage',
      period: 'month',
      of: {
        type: 'reported',
        of: { record: 'stat' },
        numerator: 'done',
        denominator: 'due',
        zeroFlag: 'none',
        by: { field: 'kind', categories: ['甲', '乙'] },
      },
    };
    const share =
      '本月内，统计的“实发人数”占“应享人数”（按类别（甲、乙）逐类计算，看最低的一类；“没有对象”的不计）的比例';
    const target = [100, '%'] as const;
    expect(tell(rule, { target, yellow: [90, '%'] })).toBe(`${share}不少于 100%（不足但不少于 90% 为预警）`);
    expect(tell(rule, { target, yellow: [100, '%'] })).toBe(`${share}不少于 100%`);
  });

  it('tells a frequency', () => {
    const rule: Rule = {
      kind: 'frequency_coverage',
      period: 'iso_week',
      count: { record: 'meeting' },
      exempt: 'spring_festival',
    };
    const values = {
      min_per_week: [2, '次'],
      window_weeks: [13, '周'],
      target: [100, '%'],
      yellow: [80, '%'],
      catch_up_days: [7, '天'],
    } as const;
    expect(tell(rule, values)).toBe(
      '回看 13 周（一周结束后有 7 天补录，春节假期的周不计），每周会议不少于 2 次的周不少于 100%（不足但不少于 80% 为预警）',
    );
  });

  it('compares with a number, the last period or benchmarks', () => {
    const rule = (reference: Extract<Rule, { kind: 'value_compare' }>['reference']): Rule => ({
      kind: 'value_compare',
      period: 'school_year',
      of: { record: 'stat' },
      as: 'value',
      compare: 'atMost',
      reference,
    });
    expect(tell(rule({ type: 'number', number: 'line' }), { line: [70, '%'] })).toBe('本学年内，统计的数值不高于 70%');
    expect(tell(rule({ type: 'previousPeriod' }), {})).toBe('本学年内，统计的数值不高于上一期');
    expect(tell(rule({ type: 'benchmarks', levels: ['省', '市'], mode: 'all' }), {})).toBe(
      '本学年内，统计的数值不高于省、市每一级的同期值',
    );
  });

  it('tells the steps of a case and what stands for silence', () => {
    const rule: Rule = {
      kind: 'every_case_handled',
      period: 'month',
      register: '强制报告',
      source: {
        type: 'cases',
        of: { record: 'case', where: { register: { any: ['强制报告'] } } },
        base: 'found',
        steps: [
          { step: '报告', within: { number: 'hours', unit: 'hours' } },
          { step: '评估', before: '登记' },
          { step: '受理', or: [{ step: '到场' }, { step: '处置', having: 'ref_no' }] },
        ],
        outcomes: ['训诫'],
      },
    };
    expect(tell(rule, { hours: [24, '小时'] })).toBe(
      '近一年，个案（登记册：强制报告）逐件：“发现时间”起 24 小时内有“报告”；有“评估”，不晚于“登记”；有“受理”或“到场”或填了“ref_no”的“处置”；结果是训诫；没有“强制报告”的月份要有零报告',
    );
  });

  it('says that a number is not set rather than showing nothing', () => {
    const rule: Rule = { kind: 'count_per_period', period: 'quarter', count: { record: 'meeting' } };
    expect(tell(rule, { min: [null, '次'] })).toBe('本季度内，会议不少于 （未定）次');
  });

  it('names the units that are judged', () => {
    expect(subjectWords(['county', 'each_town', 'bureau:县民政局'])).toBe('县政府、各镇（街道）、县民政局');
    expect(subjectWords(['each_village_ge100'])).toBe('儿童 100 人以上的村（社区）');
  });
});
