import fc from 'fast-check';
import type { Requirement } from '../rule.types.js';
import { MONTHLY_NUMBERS } from './cases.js';
import { requirementOf, UNITS, type Entry } from './county.js';
import { aDay, everyone, named } from './random-county.js';

/** Registers, vetoes and values of a random small county, besides what `random-county.ts` has of it. */

const judged = { subjects: ['bureau:县民政局', 'bureau:县公安局', ...everyone.subjects] } as const;
export const REGISTERS: readonly Requirement[] = [
  named(
    'county cases',
    requirementOf(
      {
        kind: 'every_case_handled',
        period: 'month',
        register: '强制报告',
        source: {
          type: 'cases',
          of: { record: 'case', where: { register: { any: ['强制报告'] } }, from: 'county', unitField: 'town' },
          base: 'found_at',
          steps: [{ step: '报告', within: { number: 'days', unit: 'days' } }],
        },
      },
      judged,
      { days: 7 },
    ),
  ),
  named('monthly', requirementOf(MONTHLY_NUMBERS, judged)),
  named(
    'incidents',
    requirementOf(
      {
        kind: 'incident_free_window',
        period: 'month',
        incidents: { record: 'incident', from: 'subtree', unitField: 'town' },
        register: '极端事件',
        reporters: ['bureau:县公安局', 'each_town'],
      },
      judged,
      { window_years: 2 },
    ),
  ),
  named(
    'open',
    requirementOf(
      {
        kind: 'no_open_cases',
        period: 'quarter',
        cases: { record: 'case', where: { register: { any: ['监护未落实'] } }, unitField: 'town' },
        statistic: { of: { record: 'child_stat' }, field: 'unguarded', foundOn: 'found_on', acceptedOn: 'accepted_on' },
        register: '监护未落实',
        confirmers: ['each_village', 'each_town'],
      },
      judged,
      { repair_days: 7, max_age_days: 92 },
    ),
  ),
  named(
    'values',
    requirementOf(
      {
        kind: 'value_compare',
        period: 'calendar_year',
        of: { record: 'indicator_value', where: { level: { any: ['本县'] } } },
        as: 'value',
        compare: 'atMost',
        categories: ['甲', '乙'],
        reference: { type: 'benchmarks', levels: ['市', '省'], mode: 'all' },
      },
      judged,
    ),
  ),
  named(
    'topics',
    requirementOf(
      {
        kind: 'count_per_period',
        period: 'calendar_year',
        count: { record: 'meeting', from: 'subtree' },
        covering: { field: 'topics', items: ['重大', '重要', '个案'] },
      },
      judged,
      { min: 1 },
    ),
  ),
];

const codes = fc.constantFrom(...UNITS.map((unit) => unit.code));
const entry = (type: string, fields: Record<string, fc.Arbitrary<Entry['fields'][string]>>): fc.Arbitrary<Entry> =>
  fc.record({
    type: fc.constant(type),
    unit: codes,
    state: fc.constantFrom('approved' as const, 'approved' as const, 'pending' as const),
    submittedOn: aDay,
    evidence: fc.constant([]),
    fields: fc.record(fields),
  });
const small = fc.integer({ min: 0, max: 4 });
const atNine = (time: fc.Arbitrary<string>) => time.map((text) => `${text}T09:00`);
const registers = fc.subarray(['极端事件', '强制报告', '监护未落实'], { minLength: 1 });
const town = fc.option(fc.constantFrom('c', 't1', 't2', 'v1'));
const month = fc.constantFrom('2026-03', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11');
const anEntry = fc.oneof(
  entry('case', {
    found_at: atNine(aDay),
    closed_at: fc.option(atNine(aDay)),
    accepted_on: fc.option(aDay),
    register: fc.constantFrom('强制报告', '监护未落实'),
    town,
  }),
  entry('child_stat', {
    quarter: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'),
    unguarded: fc.option(fc.constantFrom(0, 0, 1)),
    found_on: fc.option(aDay),
  }),
  entry('zero_report', { month, statement: fc.constant('零报告'), registers }),
  entry('zero_report', {
    month,
    statement: fc.constant('追溯说明'),
    registers,
    covers_from: fc.constant('2023-01-01'),
    covers_to: fc.constant('2026-09-30'),
  }),
  entry('incident', { occurred_on: aDay, status: fc.constantFrom('在核', '认定', '排除'), town }),
  entry('indicator_value', {
    period: fc.oneof(month, fc.constantFrom('2025', '2026')),
    level: fc.constantFrom('本县', '市', '省'),
    category: fc.constantFrom('甲', '乙'),
    value: fc.option(small),
    numerator: small,
    denominator: small,
  }),
  entry('meeting', { date: aDay, topics: fc.subarray(['重大', '重要', '个案']) }),
);
/** Up to sixty records behind these requirements. */
export const registered = fc.array(anEntry, { maxLength: 60 });
