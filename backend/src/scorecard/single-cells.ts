import type { Board } from '../engine/index.js';

/** For each requirement index the board row of its only cell inside the mask; -1 when there is none or several. */
export function cellsByRequirement(board: Board, mask: Uint8Array, requirements: number): Int32Array {
  const found = new Int32Array(requirements).fill(-2);
  for (let cell = 0; cell < board.length; cell += 1) {
    if (mask[board.unit[cell] ?? 0] !== 1) continue;
    const requirement = board.requirement[cell] ?? 0;
    found[requirement] = found[requirement] === -2 ? cell : -1;
  }
  return found.map((cell) => (cell === -2 ? -1 : cell));
}
