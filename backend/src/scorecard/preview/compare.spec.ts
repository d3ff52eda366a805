import { OUTCOMES, type Board, type Program, type Requirement } from '../../engine/index.js';
import { matrixOf, outcomeAt, pairsOf, type Judged } from './compare.js';

/** A board of cells `[requirement, unit, outcome]`; nothing else of it is read. */
function judged(ids: string[], cells: [number, number, number][]): Judged {
  const column = (at: 0 | 1 | 2) => cells.map((cell) => cell[at]);
  return {
    program: { requirements: ids.map((id) => ({ id }) as Requirement) } as unknown as Program,
    board: {
      length: cells.length,
      requirement: Uint16Array.from(column(0)),
      unit: Uint16Array.from(column(1)),
      outcome: Uint8Array.from(column(2)),
    } as Board,
  };
}
const [met, unmet, notAsked] = [OUTCOMES.indexOf('met'), OUTCOMES.indexOf('unmet'), OUTCOMES.indexOf('notApplicable')];

describe('two boards side by side', () => {
  const before = judged(
    ['a', 'b'],
    [
      [0, 0, met],
      [0, 1, met],
      [1, 0, unmet],
    ],
  );
  const after = judged(
    ['b', 'c'],
    [
      [0, 0, met],
      [1, 5, unmet],
    ],
  );
  const pairs = pairsOf(before, after);

  it('pairs cells by requirement and unit, whatever their numbers', () => {
    expect(pairs).toEqual([
      { requirement: 'a', unit: 0, before: 0, after: null },
      { requirement: 'a', unit: 1, before: 1, after: null },
      { requirement: 'b', unit: 0, before: 2, after: 0 },
      { requirement: 'c', unit: 5, before: null, after: 1 },
    ]);
  });

  it('takes a missing cell for not applicable', () => {
    expect(outcomeAt(after, null)).toBe(notAsked);
    const matrix = matrixOf(pairs, before, after);
    expect(matrix[met]?.[notAsked]).toBe(2);
    expect(matrix[unmet]?.[met]).toBe(1);
    expect(matrix[notAsked]?.[unmet]).toBe(1);
    expect(matrix.flat().reduce((sum, one) => sum + one, 0)).toBe(4);
  });
});
