import { cellOf, evaluate, verdictAt } from '../evaluate.js';
import { explain } from '../explain.js';
import { createFacts } from '../facts/create.js';
import { compile } from '../program.js';
import type { CoverageOf, Requirement, Rule } from '../rule.types.js';
import { MONTHLY_NUMBERS } from '../testing/cases.js';
import { contextOf, day, LAYOUT, requirementOf } from '../testing/county.js';

const numbers = {
  ...{ min: 1, target: 100, yellow: 90, line: 1, max_age_days: 92, yellow_days: 15, window_years: 2, repair_days: 7 },
  ...{ min_per_week: 1, window_weeks: 2, catch_up_days: 7, hours: 24 },
};
const requirement = (rule: Rule): Requirement =>
  requirementOf(rule, { subjects: ['county', 'bureau:县民政局', 'each_town', 'each_village'] }, numbers);
const share = (of: CoverageOf): Rule => ({ kind: 'coverage', period: 'quarter', of });
const added = { sum: { record: 'child_stat' }, field: 'done' };
const statistic = { of: { record: 'child_stat' }, field: 'unguarded', foundOn: 'found_on', acceptedOn: 'accepted_on' };
const RULES: Readonly<Record<string, Rule>> = {
  papers: { kind: 'documents', period: 'standing', mode: 'all', papers: [{ type: '机制' }] },
  'papers of a year': { kind: 'documents', period: 'calendar_year', mode: 'any', papers: [{ type: '机制' }] },
  meetings: { kind: 'count_per_period', period: 'quarter', count: { record: 'meeting', from: 'county' } },
  'topics of meetings': {
    kind: 'count_per_period',
    period: 'quarter',
    count: { record: 'meeting' },
    covering: { field: 'topics', items: ['重大'] },
  },
  sessions: {
    kind: 'frequency_coverage',
    period: 'iso_week',
    count: { record: 'activity', from: 'home' },
    exempt: 'none',
  },
  posts: { kind: 'staffing', period: 'standing', people: { record: 'staff', from: 'subtree' } },
  places: {
    kind: 'facility',
    period: 'standing',
    places: { record: 'facility', from: 'home' },
    appliesIf: { has_conditions: { is: true } },
  },
  'typed shares': share({
    type: 'reported',
    of: { record: 'child_stat', from: 'subtree' },
    numerator: 'done',
    denominator: 'all',
    zeroFlag: 'none',
    needsHome: ['儿童之家'],
  }),
  'shares of records': share({ type: 'share', among: { record: 'meeting' }, having: { attachments: ['minutes'] } }),
  'covered items': share({
    type: 'items',
    items: ['重大'],
    sources: [{ of: { record: 'meeting' }, field: 'topics' }],
  }),
  'records that show something of others': share({
    type: 'share',
    among: { record: 'facility' },
    having: { linked: { of: { record: 'activity' }, field: 'home' }, where: { has_conditions: { is: true } } },
  }),
  'items covered by numbers': share({
    type: 'items',
    items: ['重大'],
    sources: [{ of: { record: 'child_stat' }, fields: { 重大: 'done' } }],
  }),
  'amounts of all': share({ type: 'ratio', numerator: added, denominator: { latest: added.sum, field: 'all' } }),
  'units named': share({
    type: 'ratio',
    numerator: { distinct: { record: 'case', from: 'county' }, field: 'town', among: ['each_town'] },
    denominator: { units: ['each_town'] },
  }),
  values: {
    kind: 'value_compare',
    period: 'calendar_year',
    of: { record: 'indicator_value' },
    as: 'ratio',
    compare: 'atLeast',
    reference: { type: 'benchmarks', levels: ['省'], mode: 'all' },
    categories: ['甲'],
  },
  cases: {
    kind: 'every_case_handled',
    period: 'month',
    register: '强制报告',
    source: {
      type: 'cases',
      of: { record: 'case', where: { register: { any: ['强制报告'] } }, from: 'subtree' },
      base: 'found_at',
      steps: [{ step: '报告', within: { number: 'hours', unit: 'hours' }, or: [{ step: '登记', having: 'ref_no' }] }],
      outcomes: ['复学'],
    },
  },
  'numbers of cases': MONTHLY_NUMBERS,
  ledgers: {
    kind: 'ledger_current',
    period: 'quarter',
    of: { record: 'ledger_submission' },
    field: 'ledgers',
    ledgers: ['困境'],
  },
  incidents: {
    kind: 'incident_free_window',
    period: 'month',
    incidents: { record: 'incident', unitField: 'town' },
    register: '极端事件',
    reporters: ['each_town'],
  },
  'open cases': {
    kind: 'no_open_cases',
    period: 'quarter',
    cases: { record: 'case', where: { register: { any: ['监护未落实'] } }, unitField: 'town' },
    statistic,
    register: '监护未落实',
    confirmers: ['each_village', 'each_town'],
  },
};

/** Of a cell by itself, and as it is explained; all units whose verdict is the same are told once. */
function told(rule: Rule, layout: typeof LAYOUT, asOf = '2026-11-24') {
  const one = requirement(rule);
  const facts = createFacts(layout);
  const program = compile([one], layout, day(asOf));
  const board = evaluate(program, facts, contextOf(asOf));
  const words = ['c', 'b1', 't1', 'v1'].map((unit) => {
    const verdict = verdictAt(board, cellOf(program, 'r', facts.unitIndex(unit) ?? -1));
    const why = explain(program, facts, contextOf(asOf), 'r', unit);
    expect(why).toMatchObject({ verdict, counted: [], notCounted: [] });
    return `${verdict.outcome} ${verdict.reason}`;
  });
  return [...new Set(words)].join(', ');
}

describe('a county that keeps no records of the types that a standard speaks of', () => {
  const bare = { ...LAYOUT, recordTypes: [] };
  it.each(Object.entries(RULES))('is told the same of %s as one that has none of them', (_name, rule) => {
    const silence = told(rule, bare);
    expect(silence).toBe(told(rule, LAYOUT));
    expect(silence).not.toMatch(/^met|, met/);
  });
});
