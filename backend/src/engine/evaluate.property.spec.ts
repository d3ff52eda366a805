import fc from 'fast-check';
import { formatDay } from './days.js';
import { createFacts } from './facts/create.js';
import { cellOf, createBoard, evaluate, verdictAt } from './evaluate.js';
import { explain } from './explain.js';
import { compile } from './program.js';
import type { Requirement } from './rule.types.js';
import { contextOf, day, factsOf, LAYOUT, requirementOf, toRecord, UNITS, type Entry } from './testing/county.js';

const named = (id: string, requirement: Requirement): Requirement => ({ ...requirement, id });
const everyone = { subjects: ['county', 'each_town', 'each_village'] } as const;
const REQUIREMENTS: readonly Requirement[] = [
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
const program = compile(REQUIREMENTS, LAYOUT);

const aDay = fc.integer({ min: day('2025-06-01'), max: day('2026-12-31') }).map(formatDay);
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
  entry('facility', { opened_on: aDay, closed_on: fc.option(aDay), served_units: fc.constantFrom([], ['v1', 'v3']) }),
  entry('activity', { date: aDay, home: fc.integer({ min: 1, max: 40 }) }),
);
const county = fc.array(anEntry, { maxLength: 40 });
const asOfDay = fc.integer({ min: day('2026-03-01'), max: day('2027-02-28') }).map(formatDay);

describe('the engine on random small counties', () => {
  it('judges every cell the same in the batch and in the explanation', () => {
    fc.assert(
      fc.property(county, asOfDay, (entries, asOf) => {
        const facts = factsOf(entries);
        const context = contextOf(asOf);
        const board = evaluate(program, facts, context);
        for (const requirement of REQUIREMENTS) {
          for (const unit of UNITS) {
            const cell = cellOf(program, requirement.id, facts.unitIndex(unit.code) ?? -1);
            const told = explain(program, facts, context, requirement.id, unit.code);
            expect(told?.verdict ?? null).toEqual(cell < 0 ? null : verdictAt(board, cell));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
  it('lists exactly as many counted records as it counts', () => {
    fc.assert(
      fc.property(county, asOfDay, (entries, asOf) => {
        const facts = factsOf(entries);
        for (const id of ['own', 'below', 'posts']) {
          for (const unit of UNITS) {
            const told = explain(program, facts, contextOf(asOf), id, unit.code);
            if (told !== null) expect(told.counted).toHaveLength(told.verdict.measured ?? -1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
  it('gives the same board whatever the order in which the records came in, and however often one was rewritten', () => {
    fc.assert(
      fc.property(county, asOfDay, fc.infiniteStream(fc.nat()), (entries, asOf, random) => {
        const records = entries.map((one, at) => toRecord(one, at + 1));
        const stepwise = createFacts(LAYOUT);
        const board = createBoard(program);
        const shuffled = records
          .map((record) => ({ record, key: random.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key);
        for (const { record } of shuffled) {
          stepwise.upsert({ ...record, state: 'withdrawn', fields: {} });
          evaluate(program, stepwise, contextOf(asOf), board);
          stepwise.upsert(record);
        }
        expect(evaluate(program, stepwise, contextOf(asOf), board)).toEqual(
          evaluate(program, factsOf(entries), contextOf(asOf)),
        );
      }),
      { numRuns: 40 },
    );
  });
  it('counts for a subtree what its units count', () => {
    fc.assert(
      fc.property(county, asOfDay, (entries, asOf) => {
        const facts = factsOf(entries);
        const own = compile(
          [
            named('own', {
              ...REQUIREMENTS[1],
              rule: { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } },
              subjects: ['county', 'bureau:县民政局', 'bureau:县公安局', 'each_town', 'each_village'],
            } as Requirement),
            named('below', REQUIREMENTS[1]!),
          ],
          LAYOUT,
        );
        const start = { ...contextOf(asOf), start: day('2026-01-01') };
        const measured = (id: string, code: string) => explain(own, facts, start, id, code)?.verdict;
        const parts = UNITS.map((unit) => measured('own', unit.code));
        const whole = measured('below', 'c');
        const same = parts.filter((part) => part?.to === whole?.to);
        if (same.length === UNITS.length)
          expect(same.reduce((sum, part) => sum + (part?.measured ?? 0), 0)).toBe(whole?.measured);
      }),
      { numRuns: 60 },
    );
  });
  it('shows nothing met, and no number that is no number, when nothing was entered at all', () => {
    for (const asOf of ['2026-03-01', '2026-06-05', '2026-11-24', '2027-02-28', '2030-01-01']) {
      const board = evaluate(program, createFacts(LAYOUT), contextOf(asOf));
      expect([...board.outcome].filter((outcome) => outcome === 0)).toHaveLength(0);
    }
  });
});
