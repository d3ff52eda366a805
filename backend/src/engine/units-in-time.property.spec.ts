import fc from 'fast-check';
import { addCounts, countsOf } from './counts.js';
import { cellOf, evaluate, verdictAt } from './evaluate.js';
import { createFacts } from './facts/create.js';
import type { UnitFact } from './facts.types.js';
import { compile, Law } from './program.js';
import { countCells } from './roll-up.js';
import type { Rule } from './rule.types.js';
import { layoutOf, MERGED } from './testing/changing-county.js';
import { contextOf, day, requirementOf, toRecord, UNITS } from './testing/county.js';
import { holds } from './testing/property.js';
import { OUTCOMES, type Outcome } from './verdict.types.js';

describe('a law through time', () => {
  const rule: Rule = {
    kind: 'count_per_period',
    period: 'calendar_year',
    count: { record: 'meeting', from: 'subtree' },
  };
  const requirement = requirementOf(rule, { subjects: ['each_village', 'each_town', 'county'] }, { min: 1 });
  it('has one program for each stretch of days without a change', () => {
    const law = new Law([requirement], layoutOf(MERGED));
    expect(law.on(day('2026-06-30'))).toBe(law.on(day('2018-01-01')));
    expect(law.on(day('2026-07-01'))).toBe(law.on(day('2030-01-01')));
    expect(law.on(day('2026-06-30')).cells.unit.length - law.on(day('2026-07-01')).cells.unit.length).toBe(1);
  });

  const anyDay = fc.integer({ min: day('2026-03-01'), max: day('2027-06-30') });
  const anyEntries = fc.array(
    fc.record({ unit: fc.constantFrom('v1', 'v2', 'v3', 't1', 't2'), on: fc.integer({ min: 0, max: 400 }) }),
    { maxLength: 12 },
  );
  const ids = ['v1', 'v2', 'v3'] as const;
  const boardOn = (units: readonly UnitFact[], entries: readonly { unit: string; on: number }[], asOf: number) => {
    const layout = layoutOf(units);
    const facts = createFacts(layout);
    entries.forEach(({ unit, on }, at) =>
      facts.upsert(toRecord({ type: 'meeting', unit, fields: { date: textOf(day('2026-01-01') + on) } }, at + 1)),
    );
    const program = compile([requirement], layout, asOf);
    return { program, facts, board: evaluate(program, facts, { ...contextOf('2026-06-01'), asOf }) };
  };
  const textOf = (value: number) => new Date(value * 86_400_000).toISOString().slice(0, 10);

  holds(
    'judges every day before a change as if nobody knew of it',
    fc.property(
      anyEntries,
      anyDay,
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom(...ids),
      (entries, asOf, later, code) => {
        const from = textOf(asOf + later);
        const last = textOf(asOf + later - 1);
        const changed: readonly UnitFact[] = [
          ...UNITS.map((unit) => (unit.code === code ? { ...unit, to: last, heir: 'v9' } : unit)),
          { code: 'v9', shortName: '新村', kind: 'village', parentCode: 't1', from },
        ];
        const [plain, dated] = [boardOn(UNITS, entries, asOf), boardOn(changed, entries, asOf)];
        const cells = (one: typeof plain) =>
          [...one.program.cells.unit.keys()].map((cell) => verdictAt(one.board, cell));
        expect(cells(dated)).toEqual(cells(plain));
      },
    ),
    { runs: 200 },
  );

  holds(
    'adds up: the counts of the county are those of its towns and bureaus, whatever changed',
    fc.property(anyEntries, anyDay, (entries, asOf) => {
      const { program, facts, board } = boardOn(MERGED, entries, asOf);
      const tree = facts.treeOn(asOf);
      const counts = (code: string) =>
        countCells(program, board, new Set(tree.subtree(facts.unitIndex(code) ?? -1)))[0] ?? [];
      const parts = ['t1', 't2', 'b1', 'b2'].map(counts).reduce(addCounts);
      const cell = cellOf(program, 'r', facts.unitIndex('c') ?? -1);
      const own: Outcome = OUTCOMES[board.outcome[cell] ?? 0] ?? 'met';
      expect(counts('c')).toEqual(addCounts(parts, countsOf([own])));
    }),
    { runs: 100 },
  );
});
