import { civil, dayOf } from '../days.js';
import { NO_DAY } from '../facts.types.js';
import { viewsOf } from '../facts/view.js';
import { pick } from '../facts/selection.js';
import type { Selection } from '../rule.types.js';
import type { Env } from './env.js';

export const SIZE_UNKNOWN = 0;
export const SIZE_LESS = 1;
export const SIZE_MORE = 2;

const STATISTIC: Selection = { record: 'child_stat' };

/**
 * Size class of every village: children of the last quarter of the year before the as-of day; else of the earliest
 * approved statistic after it, but not after the as-of day.
 */
export function villageSizes(env: Env): Uint8Array {
  const sizes = new Uint8Array(env.units);
  const column = env.facts.tables.get(STATISTIC.record)?.columns.get('children_total');
  if (column?.kind !== 'number') return sizes;
  const { approved: view } = viewsOf(env.facts, pick(env.facts, STATISTIC), () => NaN);
  const threshold = env.parameter('village_child_threshold');
  const inclusive = env.parameter('village_threshold_inclusive') !== 0;
  const yearStart = dayOf(civil(env.asOf).year, 1, 1);
  const lastQuarter = dayOf(civil(env.asOf).year - 1, 10, 1);
  const settled = new Int32Array(env.units).fill(NO_DAY);
  for (let at = 0; at < view.length && (view.days[at] ?? 0) <= env.asOf; at += 1) {
    const unit = view.units[at] ?? -1;
    const from = view.from[at] ?? NO_DAY;
    const children = column.values[view.rows[at] ?? 0] ?? NaN;
    if (unit < 0 || from < lastQuarter || Number.isNaN(children)) continue;
    // A correction of the same quarter replaces the first sheet; a later quarter does not.
    if (settled[unit] !== NO_DAY && settled[unit] !== from) continue;
    settled[unit] = from < yearStart ? lastQuarter : from;
    sizes[unit] = children > threshold || (inclusive && children === threshold) ? SIZE_MORE : SIZE_LESS;
  }
  return sizes;
}
