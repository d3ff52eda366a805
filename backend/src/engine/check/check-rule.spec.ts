import { check } from '../check.js';
import type { CoverageOf, Rule } from '../rule.types.js';
import { LAYOUT, requirementOf } from '../testing/county.js';

/** All problems of a rule, in the order in which they are found. */
const problems = (rule: Rule, ...numbers: readonly string[]) =>
  check([requirementOf(rule, {}, Object.fromEntries(numbers.map((name) => [name, 1])))], LAYOUT).map(
    ({ requirement, path, code, detail }) => {
      expect(requirement).toBe('r');
      return `${path} ${code} ${detail}`;
    },
  );
const coverage = (of: CoverageOf): Rule => ({ kind: 'coverage', period: 'quarter', of });
const covers = (of: CoverageOf) => problems(coverage(of), 'target', 'yellow');

describe('documents', () => {
  it('is sound when papers and their conditions exist', () => {
    const papers = [
      { type: '机制', where: { head_role: { any: ['县长'] } }, wants: { valid_to: { present: true } } },
    ] as const;
    expect(problems({ kind: 'documents', period: 'standing', mode: 'all', papers })).toEqual([]);
  });
  it('names papers that no option has, and conditions on fields that are not there', () => {
    const papers = [
      { type: '机制' },
      { type: '规划', where: { x: { present: true } }, wants: { y: { present: true } } },
    ] as const;
    expect(problems({ kind: 'documents', period: 'standing', mode: 'all', papers })).toEqual([
      'rule.papers.1.type unknownOption doc_type: 规划',
      'rule.papers.1.where.x unknownField document.x',
      'rule.papers.1.wants.y unknownField document.y',
    ]);
    expect(problems({ kind: 'documents', period: 'standing', mode: 'all', papers: [] })).toEqual([
      'rule.papers emptyList papers',
    ]);
  });
});

describe('count_per_period', () => {
  const count = { record: 'meeting' } as const;
  it('checks the items it has to cover', () => {
    const rule = (field: string, items: readonly string[]): Rule => ({
      kind: 'count_per_period',
      period: 'month',
      count,
      covering: { field, items },
    });
    expect(problems(rule('topics', ['重大']), 'min')).toEqual([]);
    expect(problems(rule('level', ['县政府']), 'min')).toEqual([]);
    expect(problems(rule('topics', ['其他']), 'min')).toEqual(['rule.covering.items unknownOption topics: 其他']);
    expect(problems(rule('topics', []), 'min')).toEqual(['rule.covering.items emptyList rule.covering.items']);
    expect(problems(rule('date', ['重大']), 'min')).toEqual(['rule.covering.field wrongFieldType meeting.date: day']);
    expect(problems(rule('nix', ['重大']))).toEqual([
      'numbers missingNumber min',
      'rule.covering.field unknownField meeting.nix',
    ]);
  });
});

describe('kinds that look at one selection', () => {
  const wrong = { record: 'party' } as const;
  it('misses the numbers of the weekly kind by name', () => {
    const rule = (record: string): Rule => ({
      kind: 'frequency_coverage',
      period: 'iso_week',
      count: { record },
      exempt: 'none',
    });
    const all = ['min_per_week', 'window_weeks', 'target', 'yellow', 'catch_up_days'];
    expect(problems(rule('activity'), ...all)).toEqual([]);
    expect(problems(rule('party'))).toEqual([
      'rule.count.record unknownRecordType party',
      ...all.map((name) => `numbers missingNumber ${name}`),
    ]);
  });
  it('checks posts and places', () => {
    expect(problems({ kind: 'staffing', period: 'standing', people: wrong })).toEqual([
      'rule.people.record unknownRecordType party',
      'numbers missingNumber min',
    ]);
    expect(problems({ kind: 'staffing', period: 'standing', people: { record: 'staff' } }, 'min')).toEqual([]);
    const places = { record: 'facility' } as const;
    expect(
      problems({ kind: 'facility', period: 'standing', places, appliesIf: { has_conditions: { is: true } } }, 'min'),
    ).toEqual([]);
    expect(problems({ kind: 'facility', period: 'standing', places: wrong })).toEqual([
      'rule.places.record unknownRecordType party',
      'numbers missingNumber min',
    ]);
    expect(problems({ kind: 'facility', period: 'standing', places, appliesIf: { nix: { is: true } } }, 'min')).toEqual(
      ['rule.appliesIf.nix unknownField facility.nix'],
    );
  });
  it('checks ledgers and their numbers', () => {
    const rule = (field: string, ledgers: readonly string[]): Rule => ({
      kind: 'ledger_current',
      period: 'quarter',
      of: { record: 'ledger_submission' },
      field,
      ledgers,
    });
    expect(problems(rule('ledgers', ['困境', '留守']), 'max_age_days', 'yellow_days')).toEqual([]);
    expect(problems(rule('ledgers', ['孤儿']))).toEqual([
      'rule.ledgers unknownOption ledgers: 孤儿',
      'numbers missingNumber max_age_days',
      'numbers missingNumber yellow_days',
    ]);
    expect(problems(rule('submitted_on', ['困境']), 'max_age_days', 'yellow_days')).toEqual([
      'rule.field wrongFieldType ledger_submission.submitted_on: day',
    ]);
    expect(problems({ ...rule('ledgers', ['困境']), of: wrong } as Rule, 'max_age_days', 'yellow_days')).toEqual([
      'rule.of.record unknownRecordType party',
    ]);
  });
});

describe('selections and conditions', () => {
  const selecting = (selection: object) =>
    problems({ kind: 'count_per_period', period: 'month', count: { record: 'facility', ...selection } }, 'min', 'line');
  it('takes every condition that fits its field', () => {
    expect(
      selecting({
        where: {
          facility_type: { none: ['中心'] },
          has_conditions: { is: false },
          served_units: { all: ['甲一村', 'v2'] },
          opening_hours: { present: true },
        },
        wants: { served_units: { min: 'line' } },
        attachments: ['minutes', 'signin'],
        unitField: 'served_units',
        alsoUntil: 'closed_on',
      }),
    ).toEqual([]);
  });
  it('names what does not fit', () => {
    expect(selecting({ where: { opening_hours: { any: ['上午'] } } })).toEqual([
      'rule.count.where.opening_hours wrongFieldType opening_hours: text',
    ]);
    expect(selecting({ where: { facility_type: { all: ['学校'] } } })).toEqual([
      'rule.count.where.facility_type unknownOption facility_type: 学校',
    ]);
    expect(selecting({ where: { facility_type: { none: ['学校'] } } })).toEqual([
      'rule.count.where.facility_type unknownOption facility_type: 学校',
    ]);
    expect(selecting({ where: { served_units: { any: ['丙村'] } } })).toEqual([
      'rule.count.where.served_units unknownUnit 丙村',
    ]);
    expect(selecting({ where: { opened_on: { min: 'line' } } })).toEqual([
      'rule.count.where.opened_on wrongFieldType opened_on: day',
    ]);
    expect(selecting({ where: { served_units: { max: 'nix' } } })).toEqual([
      'rule.count.where.served_units missingNumber nix',
    ]);
    expect(selecting({ where: { facility_type: { any: [] } } })).toEqual([
      'rule.count.where.facility_type emptyList rule.count.where.facility_type',
    ]);
    expect(selecting({ wants: { nix: { present: true } } })).toEqual([
      'rule.count.wants.nix unknownField facility.nix',
    ]);
    expect(selecting({ attachments: ['minutes', 'film'] })).toEqual(['rule.count.attachments unknownEvidence film']);
    expect(selecting({ unitField: 'opened_on' })).toEqual([
      'rule.count.unitField wrongFieldType facility.opened_on: day',
    ]);
    expect(selecting({ alsoUntil: 'opening_hours' })).toEqual([
      'rule.count.alsoUntil wrongFieldType facility.opening_hours: text',
    ]);
  });
  it('takes numbers for thresholds, and a number by parameter or by values only', () => {
    const rule: Rule = {
      kind: 'count_per_period',
      period: 'month',
      count: { record: 'child_stat', where: { all: { min: 'least' }, done: { max: 'most' } } },
    };
    const of = (numbers: object) =>
      check(
        [{ ...requirementOf(rule, {}, { min: 1 }), numbers: { min: { unit: '', says: null, use: 'x' }, ...numbers } }],
        LAYOUT,
      );
    expect(
      of({ least: { unit: '', says: null, use: 'y' }, most: { unit: '', says: null, values: { '2018-01-01': 3 } } }),
    ).toEqual([]);
    expect(of({ least: { unit: '', says: null }, most: { unit: '', says: null, values: {} } })).toEqual([
      { requirement: 'r', path: 'rule.count.where.all', code: 'missingNumber', detail: 'least' },
      { requirement: 'r', path: 'rule.count.where.done', code: 'missingNumber', detail: 'most' },
    ]);
  });
  it('wants at least one subject', () => {
    const rule: Rule = { kind: 'count_per_period', period: 'month', count: { record: 'meeting' } };
    expect(check([requirementOf(rule, { subjects: [] }, { min: 1 })], LAYOUT)).toEqual([
      { requirement: 'r', path: 'subjects', code: 'emptyList', detail: 'subjects' },
    ]);
  });
});

describe('coverages', () => {
  const homes = { record: 'facility' } as const;
  it('checks a share: the set, what its members need, and what must point at them', () => {
    const having = {
      attachments: ['minutes'],
      where: { has_conditions: { is: true } },
      linked: { of: { record: 'activity' }, field: 'home' },
    } as const;
    expect(covers({ type: 'share', among: homes, having })).toEqual([]);
    expect(covers({ type: 'share', among: homes, having: {} })).toEqual([]);
    expect(
      covers({
        type: 'share',
        among: { record: 'party' },
        having: { attachments: ['film'], linked: { of: { record: 'feast' }, field: 'home' } },
      }),
    ).toEqual([
      'rule.of.among.record unknownRecordType party',
      'rule.of.having.attachments unknownEvidence film',
      'rule.of.having.linked.of.record unknownRecordType feast',
    ]);
    expect(
      covers({
        type: 'share',
        among: homes,
        having: { where: { nix: { is: true } }, linked: { of: { record: 'activity' }, field: 'date' } },
      }),
    ).toEqual([
      'rule.of.having.where.nix unknownField facility.nix',
      'rule.of.having.linked.field wrongFieldType activity.date: day',
    ]);
  });
  it('checks items and their sources', () => {
    const of = { record: 'meeting' } as const;
    const stats = { record: 'child_stat' } as const;
    expect(
      covers({
        type: 'items',
        items: ['重大', '会议', '数'],
        sources: [
          { of, field: 'topics' },
          { of, item: '会议' },
          { of: stats, fields: { 数: 'all' } },
        ],
      }),
    ).toEqual([]);
    expect(covers({ type: 'items', items: [], sources: [] })).toEqual(['rule.of.items emptyList items']);
    expect(
      covers({
        type: 'items',
        items: ['甲'],
        sources: [
          { of: { record: 'party' } },
          { of, field: 'topics' },
          { of, field: 'date' },
          { of, item: '乙' },
          { of: stats, fields: { 丙: 'quarter' } },
        ],
      }),
    ).toEqual([
      'rule.of.sources.0.of.record unknownRecordType party',
      'rule.of.sources.1.field unknownItem topics',
      'rule.of.sources.2.field wrongFieldType meeting.date: day',
      'rule.of.sources.2.field unknownItem date',
      'rule.of.sources.3.item unknownItem 乙',
      'rule.of.sources.4.fields.丙 unknownItem 丙',
      'rule.of.sources.4.fields.丙 wrongFieldType child_stat.quarter: period',
    ]);
    expect(covers({ type: 'items', items: ['甲'], sources: [{ of, field: 'nix' }] })).toEqual([
      'rule.of.sources.0.field unknownField meeting.nix',
    ]);
  });
  it('checks typed figures', () => {
    const of = { record: 'indicator_value' } as const;
    const typed = { type: 'reported', of, numerator: 'numerator', denominator: 'denominator' } as const;
    expect(
      covers({
        ...typed,
        zeroFlag: 'none_eligible',
        by: { field: 'category', categories: ['甲'] },
        needsHome: ['儿童之家'],
      }),
    ).toEqual([]);
    expect(covers(typed)).toEqual([]);
    expect(
      covers({
        ...typed,
        numerator: 'period',
        denominator: 'level',
        zeroFlag: 'value',
        by: { field: 'category', categories: ['丙'] },
        needsHome: ['学校'],
      }),
    ).toEqual([
      'rule.of.numerator wrongFieldType indicator_value.period: period',
      'rule.of.denominator wrongFieldType indicator_value.level: choice',
      'rule.of.zeroFlag wrongFieldType indicator_value.value: decimal',
      'rule.of.by.categories unknownOption category: 丙',
      'rule.of.needsHome unknownOption facility_type: 学校',
    ]);
    expect(covers({ ...typed, of: { record: 'party' } })).toEqual(['rule.of.of.record unknownRecordType party']);
    expect(covers({ ...typed, by: { field: 'value', categories: ['甲'] } })).toEqual([
      'rule.of.by.field wrongFieldType indicator_value.value: decimal',
    ]);
  });
  it('checks pairs', () => {
    const pairs = [
      { label: '一', numerator: 'done', denominator: 'all' },
      { label: '二', numerator: 'none', denominator: 'found_on' },
    ];
    expect(covers({ type: 'pairs', of: { record: 'child_stat' }, zeroFlag: 'none', pairs: pairs.slice(0, 1) })).toEqual(
      [],
    );
    expect(covers({ type: 'pairs', of: { record: 'child_stat' }, pairs: pairs.slice(0, 1) })).toEqual([]);
    expect(covers({ type: 'pairs', of: { record: 'child_stat' }, zeroFlag: 'all', pairs })).toEqual([
      'rule.of.zeroFlag wrongFieldType child_stat.all: integer',
      'rule.of.pairs.1.numerator wrongFieldType child_stat.none: flag',
      'rule.of.pairs.1.denominator wrongFieldType child_stat.found_on: day',
    ]);
    expect(covers({ type: 'pairs', of: { record: 'party' }, pairs })).toEqual([
      'rule.of.of.record unknownRecordType party',
    ]);
  });
  it('checks both measures of a ratio', () => {
    const ratio = (numerator: object, denominator: object) =>
      covers({ type: 'ratio', numerator, denominator } as CoverageOf);
    const stat = { record: 'child_stat' };
    expect(ratio({ count: homes }, { units: ['each_town'] })).toEqual([]);
    expect(ratio({ distinct: homes, field: 'served_units', among: ['each_village'] }, { number: 'target' })).toEqual(
      [],
    );
    expect(ratio({ sum: stat, field: 'done' }, { latest: stat, field: 'all' })).toEqual([]);
    expect(ratio({ number: 'nix' }, { units: [] })).toEqual([
      'rule.of.numerator missingNumber nix',
      'rule.of.denominator.units emptyList rule.of.denominator.units',
    ]);
    expect(ratio({ count: { record: 'party' } }, { distinct: homes, field: 'status', among: ['bureau:无'] })).toEqual([
      'rule.of.numerator.count.record unknownRecordType party',
      'rule.of.denominator.field wrongFieldType facility.status: choice',
      'rule.of.denominator.among unknownSubject bureau:无',
    ]);
    expect(ratio({ distinct: { record: 'party' }, field: 'x', among: ['each_town'] }, { number: 'target' })).toEqual([
      'rule.of.numerator.distinct.record unknownRecordType party',
    ]);
    expect(ratio({ sum: stat, field: 'found_on' }, { latest: { record: 'party' }, field: 'all' })).toEqual([
      'rule.of.numerator.field wrongFieldType child_stat.found_on: day',
      'rule.of.denominator.record unknownRecordType party',
    ]);
  });
  it('misses target and warning line', () => {
    const of = { type: 'ratio', numerator: { count: homes }, denominator: { count: homes } } as const;
    expect(problems(coverage(of))).toEqual(['numbers missingNumber target', 'numbers missingNumber yellow']);
  });
});

describe('value_compare', () => {
  const rule = (more: object): Rule => ({
    kind: 'value_compare',
    period: 'calendar_year',
    of: { record: 'indicator_value' },
    as: 'value',
    compare: 'atLeast',
    reference: { type: 'previousPeriod' },
    ...more,
  });
  it('is sound with value or fraction, categories, line and benchmarks', () => {
    expect(problems(rule({}))).toEqual([]);
    expect(problems(rule({ as: 'ratio', categories: ['甲', '乙'] }))).toEqual([]);
    expect(problems(rule({ reference: { type: 'number', number: 'line' } }), 'line')).toEqual([]);
    expect(problems(rule({ reference: { type: 'benchmarks', levels: ['市', '省'], mode: 'all' } }))).toEqual([]);
  });
  it('names fields, options and numbers that are missing', () => {
    const of = { record: 'child_stat' };
    expect(problems(rule({ of }))).toEqual(['rule.as unknownField child_stat.value']);
    expect(problems(rule({ of, as: 'ratio' }))).toEqual([
      'rule.as unknownField child_stat.numerator',
      'rule.as unknownField child_stat.denominator',
    ]);
    expect(problems(rule({ of: { record: 'party' } }))).toEqual(['rule.of.record unknownRecordType party']);
    expect(problems(rule({ categories: ['丙'] }))).toEqual(['rule.categories unknownOption category: 丙']);
    expect(problems(rule({ of, as: 'ratio', categories: ['甲'] }))).toContain(
      'rule.categories unknownField child_stat.category',
    );
    expect(problems(rule({ reference: { type: 'number', number: 'line' } }))).toEqual([
      'rule.reference.number missingNumber line',
    ]);
    expect(problems(rule({ reference: { type: 'benchmarks', levels: ['国'], mode: 'all' } }))).toEqual([
      'rule.reference.levels unknownOption level: 国',
    ]);
    expect(
      problems(rule({ of, as: 'ratio', reference: { type: 'benchmarks', levels: ['省'], mode: 'all' } })),
    ).toContain('rule.reference.levels unknownField child_stat.level');
  });
});

describe('every_case_handled', () => {
  const cases = (source: object, register = '强制报告'): Rule => ({
    kind: 'every_case_handled',
    period: 'month',
    register,
    source: { type: 'cases', of: { record: 'case' }, base: 'found_at', steps: [{ step: '报告' }], ...source } as never,
  });
  it('is sound with limits, clocks at fields and steps, and outcomes', () => {
    const steps = [
      { step: '报告', from: 'reported_at', within: { number: 'hours', unit: 'hours' } },
      { step: '处置', from: '报告', before: '登记', every: 'days' },
      { step: '办结', field: 'closed_at' },
    ];
    expect(problems(cases({ steps, outcomes: ['复学'] }), 'hours', 'days')).toEqual([]);
    expect(problems(cases({ base: 'accepted_on' }))).toEqual([]);
  });
  it('names registers, bases, steps, clocks and outcomes that are not there', () => {
    expect(problems(cases({}, '收养'))).toEqual(['rule.register unknownOption registers: 收养']);
    expect(problems(cases({ base: 'town' }))).toEqual(['rule.source.base wrongFieldType case.town: unit']);
    expect(problems(cases({ of: { record: 'party' } }))).toEqual(['rule.source.of.record unknownRecordType party']);
    expect(problems(cases({ steps: [] }))).toEqual(['rule.source.steps emptyList steps']);
    expect(problems(cases({ outcomes: ['转学'] }))).toEqual(['rule.source.outcomes unknownOption outcome: 转学']);
    const steps = [
      { step: '甲', before: '乙', from: '丙', within: { number: 'a', unit: 'days' }, every: 'b' },
      { step: '丁', field: 'town', from: 'nix' },
      { step: '报告', from: 'town' },
    ];
    expect(problems(cases({ steps }))).toEqual([
      'rule.source.steps.0.step unknownStep 甲',
      'rule.source.steps.0.before unknownStep 乙',
      'rule.source.steps.0.within missingNumber a',
      'rule.source.steps.0.every missingNumber b',
      'rule.source.steps.0.from unknownStep 丙',
      'rule.source.steps.1.field wrongFieldType case.town: unit',
      'rule.source.steps.1.from unknownField case.nix',
      'rule.source.steps.2.from wrongFieldType case.town: unit',
    ]);
  });
  it('needs a step type and a register type to name steps and registers', () => {
    const recordTypes = LAYOUT.recordTypes.filter(({ id }) => id !== 'case_step' && id !== 'zero_report');
    expect(check([requirementOf(cases({}))], { ...LAYOUT, recordTypes })).toEqual([
      { requirement: 'r', path: 'rule.source.steps.0.step', code: 'unknownStep', detail: '报告' },
    ]);
  });
  it('checks a monthly statistic', () => {
    const statistic = (more: object) =>
      cases({
        type: 'statistic',
        of: { record: 'child_stat' },
        numerator: 'done',
        denominator: 'all',
        zeroFlag: 'none',
        ...more,
      });
    expect(problems(statistic({}))).toEqual([]);
    expect(problems(statistic({ numerator: 'none', denominator: 'none', zeroFlag: 'done' }))).toEqual([
      'rule.source.numerator wrongFieldType child_stat.none: flag',
      'rule.source.denominator wrongFieldType child_stat.none: flag',
      'rule.source.zeroFlag wrongFieldType child_stat.done: integer',
    ]);
  });
});

describe('veto kinds', () => {
  const incidents = (more: object): Rule => ({
    kind: 'incident_free_window',
    period: 'month',
    incidents: { record: 'incident' },
    register: '极端事件',
    reporters: ['each_town'],
    ...more,
  });
  it('checks incidents, register, reporters and window', () => {
    expect(problems(incidents({}), 'window_years')).toEqual([]);
    expect(problems(incidents({ incidents: { record: 'party' }, register: '无', reporters: ['bureau:无'] }))).toEqual([
      'rule.incidents.record unknownRecordType party',
      'rule.register unknownOption registers: 无',
      'rule.reporters unknownSubject bureau:无',
      'numbers missingNumber window_years',
    ]);
  });
  const open = (more: object, statistic: object = {}): Rule => ({
    kind: 'no_open_cases',
    period: 'quarter',
    cases: { record: 'case' },
    statistic: {
      of: { record: 'child_stat' },
      field: 'unguarded',
      foundOn: 'found_on',
      acceptedOn: 'found_on',
      ...statistic,
    },
    register: '监护未落实',
    confirmers: ['each_village'],
    ...more,
  });
  it('checks open cases, statistic, register, confirmers and numbers', () => {
    expect(problems(open({}), 'repair_days', 'max_age_days')).toEqual([]);
    expect(
      problems(
        open(
          { cases: { record: 'party' }, register: '无', confirmers: [] },
          { field: 'none', foundOn: 'all', acceptedOn: 'quarter' },
        ),
      ),
    ).toEqual([
      'rule.cases.record unknownRecordType party',
      'rule.statistic.field wrongFieldType child_stat.none: flag',
      'rule.statistic.foundOn wrongFieldType child_stat.all: integer',
      'rule.statistic.acceptedOn wrongFieldType child_stat.quarter: period',
      'rule.register unknownOption registers: 无',
      'rule.confirmers emptyList rule.confirmers',
      'numbers missingNumber repair_days',
      'numbers missingNumber max_age_days',
    ]);
    expect(problems(open({}, { of: { record: 'party' } }), 'repair_days', 'max_age_days')).toEqual([
      'rule.statistic.of.record unknownRecordType party',
    ]);
    expect(problems(open({}, { acceptedOn: undefined }), 'repair_days', 'max_age_days')).toEqual([]);
  });
});
