import { cellOf, createBoard, evaluate, verdictAt } from './evaluate.js';
import { compile } from './program.js';
import { contextOf, factsOf, LAYOUT, requirementOf, type Entry } from './testing/county.js';

const yearly = requirementOf(
  { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } },
  { subjects: ['county', 'each_village'] },
  { min: 2 },
);
const covered = requirementOf(
  {
    kind: 'coverage',
    period: 'calendar_year',
    of: {
      type: 'items',
      items: ['重大', '重要'],
      sources: [{ of: { record: 'meeting' }, field: 'topics' }],
    },
  },
  { id: 'q', subjects: ['each_town', 'county'] },
  { target: 100, yellow: 50 },
);
const meeting: Entry = { type: 'meeting', fields: { date: '2026-04-02', topics: ['重大'] } };
const program = compile([yearly, covered], LAYOUT);
const facts = factsOf([meeting]);
const cell = (requirement: string, unit: string) => cellOf(program, requirement, facts.unitIndex(unit) ?? -1);

describe('a cell of the board', () => {
  it('is found by requirement and unit', () => {
    expect(['c', 'v1', 'v2', 'v3'].map((unit) => cell('r', unit))).toEqual([0, 1, 2, 3]);
    expect(['c', 't1', 't2'].map((unit) => cell('q', unit))).toEqual([4, 5, 6]);
  });
  it('does not exist where the requirement does not judge the unit, or is not known', () => {
    expect([cell('r', 't1'), cell('q', 'v1'), cell('q', 'x'), cell('x', 'c')]).toEqual([-1, -1, -1, -1]);
  });
  it('says nothing where the board has no such cell', () => {
    const nothing = { measured: null, of: null, required: null, shortfall: null };
    expect(verdictAt(evaluate(program, facts, contextOf('2026-11-24')), 99)).toEqual({
      ...nothing,
      outcome: 'noData',
      reason: 'fulfilled',
      from: null,
      to: null,
      due: null,
      part: null,
    });
  });
});

describe('a board that is used again', () => {
  const board = createBoard(program);
  const told = (asOf: string, start: string | null = '2026-03-01') => {
    const filled = evaluate(program, facts, contextOf(asOf, start), board);
    return Array.from({ length: filled.length }, (_, at) => verdictAt(filled, at));
  };
  const fresh = (asOf: string, start: string | null = '2026-03-01') => {
    const filled = evaluate(program, facts, contextOf(asOf, start));
    return Array.from({ length: filled.length }, (_, at) => verdictAt(filled, at));
  };
  it('tells of the new day what a fresh one would', () => {
    for (const asOf of ['2026-11-24', '2027-02-01', '2026-04-01', '2027-01-05'])
      expect(told(asOf)).toEqual(fresh(asOf));
    expect(evaluate(program, facts, contextOf('2027-02-01'), board).asOf).toBe(contextOf('2027-02-01').asOf);
  });
  it('keeps nothing of an earlier day where nothing is judged at all', () => {
    expect(told('2027-02-01').some(({ measured, to }) => measured === 1 && to !== null)).toBe(true);
    const blank = { measured: null, of: null, required: null, shortfall: null, from: null, to: null, due: null };
    const unset = { ...blank, part: null, outcome: 'notDue' };
    expect(told('2027-02-01', null)).toEqual(Array(7).fill({ ...unset, reason: 'startUnknown' }));
    expect(told('2026-02-28')).toEqual(Array(7).fill({ ...unset, reason: 'beforeStart' }));
  });
  it('judges from the first day of the campaign on', () => {
    expect(told('2026-03-01').map(({ reason }) => reason)).not.toContain('beforeStart');
  });
});
