import { OUTCOMES, type Board, type Program } from '../../engine/index.js';

/** One cell on both boards; a side that does not have it is null: nobody asks there. */
export interface Pair {
  readonly requirement: string;
  readonly unit: number;
  readonly before: number | null;
  readonly after: number | null;
}

export interface Judged {
  readonly program: Program;
  readonly board: Board;
}

/** Outcome number of a cell that nobody asks for. */
const NOT_ASKED = OUTCOMES.indexOf('notApplicable');

/** Every cell of either side, in the order of the first one, then those that only the second has. */
export function pairsOf(before: Judged, after: Judged): Pair[] {
  const left = new Map(numbersOf(after));
  const pairs = numbersOf(before).map(([key, cell]): Pair => {
    const other = left.get(key) ?? null;
    left.delete(key);
    return { ...placeOf(before, cell), before: cell, after: other };
  });
  return [
    ...pairs,
    ...[...left.values()].map((cell): Pair => ({ ...placeOf(after, cell), before: null, after: cell })),
  ];
}

/** Outcome number of a side of a pair. */
export function outcomeAt({ board }: Judged, cell: number | null): number {
  return cell === null ? NOT_ASKED : (board.outcome[cell] ?? NOT_ASKED);
}

/** How many cells went from which outcome (row) to which (column). */
export function matrixOf(pairs: readonly Pair[], before: Judged, after: Judged): number[][] {
  const matrix = OUTCOMES.map(() => OUTCOMES.map(() => 0));
  for (const pair of pairs) {
    const row = matrix[outcomeAt(before, pair.before)];
    const column = outcomeAt(after, pair.after);
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return matrix;
}

function numbersOf(judged: Judged): [string, number][] {
  return Array.from({ length: judged.board.length }, (_, cell) => {
    const { requirement, unit } = placeOf(judged, cell);
    return [`${requirement}@${unit}`, cell];
  });
}

function placeOf({ program, board }: Judged, cell: number): { readonly requirement: string; readonly unit: number } {
  return { requirement: program.requirements[board.requirement[cell] ?? 0]?.id ?? '', unit: board.unit[cell] ?? 0 };
}
