import fc from 'fast-check';
import { formatDay } from './days.js';
import { createFacts } from './facts/create.js';
import { cellOf, createBoard, evaluate, verdictAt } from './evaluate.js';
import { explain } from './explain.js';
import { compile } from './program.js';
import type { Requirement } from './rule.types.js';
import { contextOf, day, factsOf, LAYOUT, toRecord, UNITS, type Entry } from './testing/county.js';
import { holds } from './testing/property.js';
import { asOfDay, county, named, REQUIREMENTS } from './testing/random-county.js';
import { OUTCOMES, type Board, type Outcome } from './verdict.types.js';

const program = compile(REQUIREMENTS, LAYOUT);
const boardOf = (entries: readonly Entry[], asOf: string) => evaluate(program, factsOf(entries), contextOf(asOf));
const outcomeAt = (board: Board, requirement: string, unit: string): Outcome => {
  const index = UNITS.findIndex(({ code }) => code === unit);
  return OUTCOMES[board.outcome[cellOf(program, requirement, index)] ?? 0] ?? 'met';
};

/** From worst to best. Neutral outcomes stand between: what was not due may become met, what was short never less than due. */
const RANK: Readonly<Record<Outcome, number>> = { unmet: 0, noData: 1, atRisk: 2, notDue: 3, notApplicable: 3, met: 4 };
const unit = fc.constantFrom('c', 't1', 't2', 'v1', 'v3');
const before = fc.integer({ min: 0, max: 500 });

/** An approved record that fits one of the kinds, made `ago` days before the as-of day and never ending. */
function fitting(requirement: string, owner: string, asOf: string, ago: number): Entry {
  const date = formatDay(day(asOf) - ago);
  const whole = { unit: owner, evidence: ['minutes'], submittedOn: date };
  switch (requirement) {
    case 'posts':
      return { ...whole, type: 'staff', fields: { start_on: date, role: '主任', dedicated: true } };
    case 'places':
      return { ...whole, type: 'facility', fields: { opened_on: date } };
    case 'papers':
      return { ...whole, type: 'document', fields: { issue_date: date, doc_type: '机制' } };
    default:
      return { ...whole, type: 'meeting', fields: { date } };
  }
}

/** The same record as if everything in it happened that many days later. */
function later(entry: Entry, days: number): Entry {
  const moved = (value: unknown) => {
    const text = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(.*)$/.exec(value) : null;
    return text === null ? value : formatDay(day(text[1] ?? '') + days) + (text[2] ?? '');
  };
  const fields = Object.fromEntries(Object.entries(entry.fields).map(([id, value]) => [id, moved(value)]));
  return { ...entry, fields: fields as Entry['fields'], submittedOn: String(moved(entry.submittedOn)) };
}

describe('the engine on random small counties', () => {
  holds(
    'judges every cell the same in the batch and in the explanation',
    fc.property(county, asOfDay, (entries, asOf) => {
      const facts = factsOf(entries);
      const context = contextOf(asOf);
      const board = evaluate(program, facts, context);
      for (const requirement of REQUIREMENTS) {
        for (const { code } of UNITS) {
          const cell = cellOf(program, requirement.id, facts.unitIndex(code) ?? -1);
          const told = explain(program, facts, context, requirement.id, code);
          expect(told?.verdict ?? null).toEqual(cell < 0 ? null : verdictAt(board, cell));
        }
      }
    }),
    { runs: 60 },
  );
  holds(
    'lists exactly as many counted records as it counts',
    fc.property(county, asOfDay, (entries, asOf) => {
      const facts = factsOf(entries);
      for (const id of ['own', 'below', 'posts', 'places']) {
        for (const { code } of UNITS) {
          const told = explain(program, facts, contextOf(asOf), id, code);
          if (told !== null) expect(told.counted).toHaveLength(told.verdict.measured ?? -1);
        }
      }
    }),
    { runs: 80 },
  );
  holds(
    'is never worse off for one more approved fitting record (counts, posts, places, papers)',
    fc.property(
      county,
      asOfDay,
      unit,
      before,
      fc.constantFrom('own', 'below', 'posts', 'places', 'papers'),
      (entries, asOf, owner, ago, requirement) => {
        const [less, more] = [entries, [...entries, fitting(requirement, owner, asOf, ago)]].map((all) =>
          boardOf(all, asOf),
        );
        for (const { code } of UNITS) {
          if (less === undefined || more === undefined || code.startsWith('b')) continue;
          const [was, is] = [outcomeAt(less, requirement, code), outcomeAt(more, requirement, code)];
          expect([code, was, is, RANK[is] >= RANK[was]]).toEqual([code, was, is, true]);
        }
      },
    ),
    { runs: 400 },
  );
  holds(
    'calls nothing met whose kinds of records are missing',
    fc.property(county, asOfDay, fc.constantFrom(...LAYOUT.recordTypes.map(({ id }) => id)), (entries, asOf, kept) => {
      const board = boardOf(
        entries.filter(({ type }) => type === kept),
        asOf,
      );
      const needs: Readonly<Record<string, readonly string[]>> = {
        own: ['meeting'],
        below: ['meeting'],
        posts: ['staff'],
        places: ['facility'],
        papers: ['document'],
        typed: ['child_stat'],
        ledgers: ['ledger_submission'],
        cases: ['case', 'case_step', 'zero_report'],
        weekly: ['activity'],
      };
      for (const { id } of REQUIREMENTS)
        for (const { code } of UNITS)
          if (!code.startsWith('b') && needs[id]?.includes(kept) === false)
            expect([id, code, outcomeAt(board, id, code)]).not.toEqual([id, code, 'met']);
    }),
    { runs: 150 },
  );
  holds(
    'gives the same board whatever the order in which the records came in, and however often one was rewritten',
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
      expect(evaluate(program, stepwise, contextOf(asOf), board)).toEqual(boardOf(entries, asOf));
    }),
    { runs: 60 },
  );
  holds(
    'restores the board exactly when what was added is withdrawn',
    fc.property(county, county, asOfDay, (entries, added, asOf) => {
      const facts = factsOf(entries);
      const first = evaluate(program, facts, contextOf(asOf));
      const more = added.map((one, at) => toRecord({ ...one, id: 1000 + at }, 0));
      for (const record of more) facts.upsert(record);
      evaluate(program, facts, contextOf(asOf));
      for (const record of more) facts.upsert({ ...record, state: 'withdrawn' });
      expect(evaluate(program, facts, contextOf(asOf))).toEqual(first);
    }),
    { runs: 80 },
  );
  holds(
    'depends on no later day: what happens afterwards changes nothing',
    fc.property(county, county, asOfDay, (entries, future, asOf) => {
      // Statistics speak of a period that may have begun; everything else is moved behind the as-of day.
      const afterwards = future.filter(({ type }) => type !== 'child_stat').map((one) => later(one, 1000));
      expect(boardOf([...entries, ...afterwards], asOf)).toEqual(boardOf(entries, asOf));
    }),
    { runs: 120 },
  );
  holds(
    'is not changed by an approved record outside the periods looked at',
    fc.property(county, asOfDay, unit, fc.integer({ min: 800, max: 2000 }), (entries, asOf, owner, ago) => {
      const outside = fitting('own', owner, asOf, ago);
      const [was, is] = [boardOf(entries, asOf), boardOf([...entries, outside], asOf)];
      for (const id of ['own', 'below'])
        for (const { code } of UNITS)
          if (!code.startsWith('b')) {
            const cell = cellOf(
              program,
              id,
              UNITS.findIndex((one) => one.code === code),
            );
            expect(verdictAt(is, cell)).toEqual(verdictAt(was, cell));
          }
    }),
    { runs: 150 },
  );
  holds(
    'counts for a subtree what its units count',
    fc.property(county, asOfDay, (entries, asOf) => {
      const facts = factsOf(entries);
      const below = REQUIREMENTS.find(({ id }) => id === 'below');
      if (below === undefined) throw new Error('no such requirement');
      const own = compile(
        [
          named('own', {
            ...below,
            rule: { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } },
            subjects: ['county', 'bureau:县民政局', 'bureau:县公安局', 'each_town', 'each_village'],
          } as Requirement),
          named('below', below),
        ],
        LAYOUT,
      );
      const start = { ...contextOf(asOf), start: day('2026-01-01') };
      // The year of the day, whether it is shown first or as the other period.
      const counted = (id: string, code: string) => {
        const told = explain(own, facts, start, id, code);
        const year = [told?.verdict, told?.other].find((one) => one?.to === day(`${asOf.slice(0, 4)}-12-31`));
        return year?.measured;
      };
      const sum = (codes: readonly string[]) => codes.reduce((all, code) => all + (counted('own', code) ?? NaN), 0);
      expect(sum(UNITS.map(({ code }) => code))).toBe(counted('below', 'c'));
      expect(sum(['t1', 'v1', 'v2'])).toBe(counted('below', 't1'));
      expect(sum(['t2', 'v3'])).toBe(counted('below', 't2'));
    }),
    { runs: 80 },
  );
  it('shows nothing met, and no number that is no number, when nothing was entered at all', () => {
    for (const asOf of ['2026-03-01', '2026-06-05', '2026-11-24', '2027-02-28', '2030-01-01']) {
      const board = boardOf([], asOf);
      expect([...board.outcome].filter((outcome) => outcome === 0)).toHaveLength(0);
    }
  });
});
