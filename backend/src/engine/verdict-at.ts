import { NO_DAY } from './facts.types.js';
import { toVerdict } from './judge/draft.js';
import type { Board, Verdict } from './verdict.types.js';

/** One row of a board as a value; a row that the board does not have is a cell without data. */
export function verdictAt(board: Board, cell: number): Verdict {
  return toVerdict({
    outcome: board.outcome[cell] ?? 3,
    reason: board.reason[cell] ?? 0,
    measured: board.measured[cell] ?? NaN,
    of: board.of[cell] ?? NaN,
    required: board.required[cell] ?? NaN,
    from: board.from[cell] ?? NO_DAY,
    to: board.to[cell] ?? NO_DAY,
    due: board.due[cell] ?? NO_DAY,
    part: board.part[cell] ?? -1,
  });
}
