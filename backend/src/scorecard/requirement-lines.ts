import { formatDay, NO_DAY, OUTCOMES, verdictAt, type Board, type Outcome, type Verdict } from '../engine/index.js';

/** One requirement over a set of units, as numbers. */
export interface RequirementCells {
  /** Verdict of its only cell; null when several units are judged, or none. */
  readonly single: Verdict | null;
  /** Unit of the only cell. */
  readonly unit: number | null;
  /** Units that are due and not met, in list order. */
  readonly lacking: readonly number[];
  /** Earliest day by which something not yet met is due, `YYYY-MM-DD`; null when nothing is open. */
  readonly due: string | null;
}

const NOT_MET: readonly Outcome[] = ['atRisk', 'unmet', 'noData'];

/** For each requirement index what its cells inside the mask (`mask[unit]` is 1) come to. */
export function cellsPerRequirement(board: Board, mask: Uint8Array, requirements: number): readonly RequirementCells[] {
  const cells: number[][] = Array.from({ length: requirements }, () => []);
  for (let cell = 0; cell < board.length; cell += 1) {
    if (mask[board.unit[cell] ?? 0] === 1) cells[board.requirement[cell] ?? 0]?.push(cell);
  }
  return cells.map((own) => summary(board, own));
}

function summary(board: Board, cells: readonly number[]): RequirementCells {
  const [only] = cells;
  const outcomeOf = (cell: number) => OUTCOMES[board.outcome[cell] ?? 0] ?? 'noData';
  const lacking = cells.filter((cell) => NOT_MET.includes(outcomeOf(cell)));
  const open = cells.filter((cell) => NOT_MET.includes(outcomeOf(cell)) || outcomeOf(cell) === 'notDue');
  const days = open.map((cell) => board.due[cell] ?? NO_DAY).filter((day) => day !== NO_DAY);
  return {
    single: cells.length === 1 && only !== undefined ? verdictAt(board, only) : null,
    unit: cells.length === 1 && only !== undefined ? (board.unit[only] ?? null) : null,
    lacking: lacking.map((cell) => board.unit[cell] ?? 0),
    due: days.length === 0 ? null : formatDay(Math.min(...days)),
  };
}
