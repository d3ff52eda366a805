import { civil, dayOf } from '../days.js';
import { NO_DAY, NONE } from '../facts.types.js';
import { viewsOf } from '../facts/view.js';
import { pick } from '../facts/selection.js';
import type { Selection } from '../rule.types.js';
import type { Env } from './env.js';
import { eachHeir } from './heirs.js';

export const SIZE_UNKNOWN = 0;
export const SIZE_LESS = 1;
export const SIZE_MORE = 2;

const STATISTIC: Selection = { record: 'child_stat' };
/** Parameter `village_child_base`: all children, or those left behind and in difficulty. */
const IN_NEED = 2;

/**
 * Size class of every village: children of the last quarter of the year before the as-of day; else of the earliest
 * approved statistic after it, but not after the as-of day.
 */
export function villageSizes(env: Env): Uint8Array {
  const sizes = new Uint8Array(env.units);
  const children = childrenOf(env);
  const threshold = env.parameter('village_child_threshold');
  const inclusive = env.parameter('village_threshold_inclusive') !== 0;
  for (let unit = 0; unit < env.units; unit += 1) {
    const count = children[unit] ?? NaN;
    if (Number.isNaN(count)) continue;
    sizes[unit] = count > threshold || (inclusive && count === threshold) ? SIZE_MORE : SIZE_LESS;
  }
  return sizes;
}

/** Children of every village by the statistic that fixes its size; NaN where there is none. */
function childrenOf(env: Env): Float64Array {
  const counts = new Float64Array(env.units).fill(NaN);
  const columns = env.facts.tables.get(STATISTIC.record)?.columns;
  const number = columns?.get(env.parameter('village_child_base') === IN_NEED ? 'concerned' : 'children_total');
  const { approved: view } = viewsOf(env.facts, env.tree, pick(env.facts, STATISTIC), () => NaN);
  const lastQuarter = dayOf(civil(env.asOf).year - 1, 10, 1);
  const settled = new Int32Array(env.units).fill(NO_DAY);
  for (let at = 0; at < view.length && (view.days[at] ?? 0) <= env.asOf; at += 1) {
    const unit = view.origins[at] ?? NONE;
    const from = view.from[at] ?? NO_DAY;
    const row = view.rows[at] ?? 0;
    const count = number?.kind === 'number' ? (number.values[row] ?? NaN) : NaN;
    if (unit < 0 || from < lastQuarter || Number.isNaN(count)) continue;
    // A correction of the same quarter replaces the first sheet; a later quarter does not.
    if (settled[unit] !== NO_DAY && settled[unit] !== from) continue;
    settled[unit] = from;
    counts[unit] = count;
  }
  // A merged village without a count of its own is as large as its predecessors together; an unknown one leaves it unknown.
  eachHeir(env.tree, (heir, predecessors) => {
    if (Number.isNaN(counts[heir])) counts[heir] = predecessors.reduce((sum, one) => sum + (counts[one] ?? NaN), 0);
  });
  return counts;
}
