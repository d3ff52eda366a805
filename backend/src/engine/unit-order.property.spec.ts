import fc from 'fast-check';
import { cellOf, evaluate, verdictAt } from './evaluate.js';
import { compile } from './program.js';
import type { Requirement } from './rule.types.js';
import { layoutOf } from './testing/changing-county.js';
import { contextOf, UNITS, type Entry } from './testing/county.js';
import { holds } from './testing/property.js';
import { asOfDay, county, REQUIREMENTS } from './testing/random-county.js';
import { registered, REGISTERS } from './testing/random-registers.js';
import { filled } from './testing/selected.js';

const codes = UNITS.map(({ code }) => code);

/** The verdicts of all cells, requirement by requirement and unit by unit, however the units are listed. */
function verdicts(requirements: readonly Requirement[], entries: readonly Entry[], asOf: string, units = UNITS) {
  const layout = layoutOf(units);
  const facts = filled(entries, layout);
  const program = compile(requirements, layout);
  const board = evaluate(program, facts, contextOf(asOf));
  return requirements.flatMap(({ id }) =>
    codes.map((code) => {
      const cell = cellOf(program, id, facts.unitIndex(code) ?? -1);
      return [id, code, cell < 0 ? null : verdictAt(board, cell)];
    }),
  );
}

const listed = fc.shuffledSubarray([...UNITS], { minLength: UNITS.length });

describe('the list of units', () => {
  for (const [name, requirements, records] of [
    ['counts, papers, posts and places', REQUIREMENTS, county],
    ['registers, vetoes and values', REGISTERS, registered],
  ] as const)
    holds(
      `may be in any order: the verdicts are the same (${name})`,
      fc.property(records, asOfDay, listed, (entries, asOf, units) => {
        expect(verdicts(requirements, entries, asOf, units)).toEqual(verdicts(requirements, entries, asOf));
      }),
      { runs: 60 },
    );
});
