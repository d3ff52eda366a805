import fc from 'fast-check';
import { formatDay } from '../days.js';
import type { Requirement } from '../rule.types.js';
import { day, requirementOf, UNITS, type Entry } from './county.js';

/** A requirement with an id of its own. */
export const named = (id: string, requirement: Requirement): Requirement => ({ ...requirement, id });
export const everyone = { subjects: ['county', 'each_town', 'each_village'] } as const;
export const REQUIREMENTS: readonly Requirement[] = [
  named(
    'own',
    requirementOf(
      { kind: 'count_per_period', period: 'quarter', count: { record: 'meeting', attachments: ['minutes'] } },
      everyone,
      { min: 2 },
    ),
  ),
  named(
    'below',
    requirementOf(
      { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting', from: 'subtree' } },
      everyone,
      { min: 3 },
    ),
  ),
  named(
    'posts',
    requirementOf(
      { kind: 'staffing', period: 'standing', people: { record: 'staff', wants: { dedicated: { is: true } } } },
      everyone,
      { min: 1 },
    ),
  ),
  named(
    'places',
    requirementOf({ kind: 'facility', period: 'standing', places: { record: 'facility' } }, everyone, { min: 1 }),
  ),
  named(
    'papers',
    requirementOf(
      { kind: 'documents', period: 'standing', mode: 'all', papers: [{ type: '机制' }, { type: '分工' }] },
      everyone,
    ),
  ),
  named(
    'typed',
    requirementOf(
      {
        kind: 'coverage',
        period: 'quarter',
        of: {
          type: 'reported',
          of: { record: 'child_stat', from: 'subtree' },
          numerator: 'done',
          denominator: 'all',
          zeroFlag: 'none',
        },
      },
      everyone,
      { target: 100, yellow: 90 },
    ),
  ),
  named(
    'ledgers',
    requirementOf(
      {
        kind: 'ledger_current',
        period: 'quarter',
        of: { record: 'ledger_submission' },
        field: 'ledgers',
        ledgers: ['困境', '留守'],
      },
      everyone,
      { max_age_days: 92, yellow_days: 15 },
    ),
  ),
  named(
    'cases',
    requirementOf(
      {
        kind: 'every_case_handled',
        period: 'month',
        register: '强制报告',
        source: {
          type: 'cases',
          of: { record: 'case', from: 'subtree' },
          base: 'found_at',
          steps: [{ step: '报告', within: { number: 'days', unit: 'days' } }],
        },
      },
      everyone,
      { days: 7 },
    ),
  ),
  named(
    'weekly',
    requirementOf(
      { kind: 'frequency_coverage', period: 'iso_week', count: { record: 'activity', from: 'home' }, exempt: 'none' },
      everyone,
      { min_per_week: 1, window_weeks: 4, target: 100, yellow: 50, catch_up_days: 7 },
    ),
  ),
];

export const aDay = fc.integer({ min: day('2025-06-01'), max: day('2026-12-31') }).map(formatDay);
const base = {
  unit: fc.constantFrom(...UNITS.map((unit) => unit.code)),
  state: fc.constantFrom(
    'approved' as const,
    'approved' as const,
    'pending' as const,
    'returned' as const,
    'withdrawn' as const,
  ),
  submittedOn: aDay,
  evidence: fc.constantFrom([], ['minutes']),
};
const entry = (type: string, fields: Record<string, fc.Arbitrary<Entry['fields'][string]>>): fc.Arbitrary<Entry> =>
  fc.record({ ...base, type: fc.constant(type), fields: fc.record(fields) });
const small = fc.integer({ min: 0, max: 5 });
const anEntry = fc.oneof(
  entry('meeting', { date: aDay, level: fc.constantFrom('县政府', '镇街') }),
  entry('staff', { start_on: aDay, end_on: fc.option(aDay), role: fc.constant('主任'), dedicated: fc.boolean() }),
  entry('document', { issue_date: aDay, valid_to: fc.option(aDay), doc_type: fc.constantFrom('机制', '分工') }),
  entry('child_stat', {
    quarter: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'),
    done: small,
    all: small,
    none: fc.boolean(),
    children_total: fc.integer({ min: 90, max: 110 }),
  }),
  entry('ledger_submission', { submitted_on: aDay, ledgers: fc.constantFrom(['困境'], ['困境', '留守']) }),
  entry('case', { found_at: aDay.map((text) => `${text}T08:00`), register: fc.constant('强制报告') }),
  entry('case_step', {
    case: fc.integer({ min: 1, max: 40 }),
    step: fc.constant('报告'),
    done_at: aDay.map((text) => `${text}T09:00`),
  }),
  entry('facility', {
    facility_type: fc.constantFrom('儿童之家', '儿童之家', '中心'),
    opened_on: aDay,
    closed_on: fc.option(aDay),
    served_units: fc.constantFrom([], ['v1', 'v3']),
  }),
  entry('activity', { date: aDay, home: fc.integer({ min: 1, max: 40 }) }),
);
/** Up to forty records of all types, in any state. */
export const county = fc.array(anEntry, { maxLength: 40 });
export const asOfDay = fc.integer({ min: day('2026-03-01'), max: day('2027-02-28') }).map(formatDay);
