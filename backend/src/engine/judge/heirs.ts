import { NO_DAY, NONE } from '../facts.types.js';
import type { Table } from '../facts/table.js';
import type { Tree } from '../facts/tree.js';

/**
 * What each unit stated last becomes what holds for the units of the day (decision 0011, rule 3): the unit's own statement,
 * or, until it has one, those of its predecessors added up. `seen` is 1 where a unit stated something; both change in place.
 */
export function addPredecessors(tree: Tree, seen: Float64Array, values: Float64Array): void {
  eachHeir(tree, (heir, predecessors) => {
    for (const one of predecessors) {
      if (seen[heir] === 0) values[heir] = (values[heir] ?? 0) + (values[one] ?? 0);
      values[one] = 0;
    }
  });
}

/**
 * The same for typed figures, which say something only together: a predecessor that has not stated anything leaves the
 * unit without a statement. `flags` are 1 only where they are so for all.
 */
export function joinPredecessors(
  tree: Tree,
  seen: Float64Array,
  sums: readonly Float64Array[],
  flags: readonly Float64Array[],
): void {
  eachHeir(tree, (heir, predecessors) => {
    const joined = seen[heir] === 0 && predecessors.every((one) => seen[one] === 1);
    for (const values of sums) {
      if (joined) values[heir] = predecessors.reduce((sum, one) => sum + (values[one] ?? 0), 0);
      for (const one of predecessors) values[one] = 0;
    }
    for (const values of flags) {
      if (joined) values[heir] = predecessors.every((one) => values[one] === 1) ? 1 : 0;
      for (const one of predecessors) values[one] = 0;
    }
    if (joined) seen[heir] = 1;
    for (const one of predecessors) seen[one] = 0;
  });
}

/**
 * The newest row of each unit (as row + 1, part by part; 0 for none): a unit without a row of its own takes the newest of
 * its predecessors', by the day it speaks of, then by the day it was handed in, then by its number (decision 0010).
 */
export function inheritRows(tree: Tree, { day, submitted, id }: Table, rows: Float64Array): void {
  const isNewer = (row: number, other: number) => {
    const [one, two] = [day[row] ?? NO_DAY, day[other] ?? NO_DAY];
    const later = one - two || Math.max(one, submitted[row] ?? NO_DAY) - Math.max(two, submitted[other] ?? NO_DAY);
    return (later || (id[row] ?? NONE) - (id[other] ?? NONE)) > 0;
  };
  for (let base = 0; base < rows.length; base += tree.length) {
    eachHeir(tree, (heir, predecessors) => {
      if (rows[base + heir] !== 0) return;
      for (const one of predecessors) {
        const row = rows[base + one] ?? 0;
        if (isNewer(row - 1, (rows[base + heir] ?? 0) - 1)) rows[base + heir] = row;
      }
    });
  }
}

/**
 * Months (as masks) that a unit proves itself, or that all its predecessors prove, as far as they still saw them. The
 * masks given may be kept by others and stay as they are.
 */
export function joinMonths(tree: Tree, masks: Int32Array): Int32Array {
  if (!tree.hasHeirs) return masks;
  const joined = masks.slice();
  eachHeir(tree, (heir, predecessors) => {
    // Who took over first comes first: a predecessor that had predecessors itself proves what they proved together.
    const together = predecessors.reduce((mask, one) => mask & (joined[one] ?? 0), -1);
    joined[heir] = (joined[heir] ?? 0) | together;
    for (const one of predecessors) joined[one] = 0;
  });
  return joined;
}

/** Calls `take` for every unit that took over from others by the day, through several changes step by step. */
export function eachHeir(tree: Tree, take: (heir: number, predecessors: readonly number[]) => void): void {
  for (const { heir, predecessors } of tree.successions) take(heir, predecessors);
}
