import { NO_DAY, NONE, type Day } from '../facts.types.js';
import { lowerBound } from '../facts/view.js';
import type { Column } from '../facts/column.js';
import type { CaseSource } from '../rule.types.js';
import type { Run } from './env.js';
import { eachHeir } from './heirs.js';
import { monthBit } from './sheets.js';
import type { Months } from './months.types.js';
import { numberIn } from '../measures/measure.js';

export type MonthlyStatistic = Extract<CaseSource, { readonly type: 'statistic' }>;

/** Handled in time of accepted, over the months of the window; the months that have a sheet, by the units that sent them. */
export interface MonthlySums {
  readonly handled: Float64Array;
  readonly accepted: Float64Array;
  readonly months: Int32Array;
}

/**
 * Adds up the latest monthly statistic of each unit (4.4.2): of the months that lie whole in the window that begins on
 * `from` (decision 0010). Every month that has a sheet is proven by it, also one that reaches over the window's edge.
 */
export function monthlySums(
  run: Run,
  source: MonthlyStatistic,
  months: Months,
  from: Day,
  waiting: boolean,
): MonthlySums {
  const { env } = run;
  const views = run.views(source.of);
  const view = waiting ? views.withPending : views.approved;
  const columns = env.facts.tables.get(source.of.record)?.columns;
  const rows = env.take(env.units * Math.max(1, months.count));
  const sums: MonthlySums = { handled: env.take(), accepted: env.take(), months: new Int32Array(env.units) };
  const high = lowerBound(view.days, env.asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const unit = view.origins[at] ?? NONE;
    const bit = monthBit(months, view.from[at] ?? NO_DAY);
    if (unit < 0 || bit === 0) continue;
    const month = 31 - Math.clz32(bit);
    // The sheet of a quarter is none of a month.
    if ((view.to[at] ?? NO_DAY) >= (months.starts[month + 1] ?? 0)) continue;
    if ((view.waitingSince[at] ?? NO_DAY) > (months.deadlines[month] ?? 0)) continue;
    rows[unit * months.count + month] = (view.rows[at] ?? 0) + 1;
  }
  const whole = (month: number) =>
    (months.starts[month] ?? 0) >= from && (months.starts[month + 1] ?? 0) <= env.asOf + 1;
  addRows(source, columns, rows, months.count, whole, sums);
  eachHeir(env.tree, (heir, predecessors) => {
    for (const one of predecessors) {
      for (const values of [sums.handled, sums.accepted]) {
        values[heir] = (values[heir] ?? 0) + (values[one] ?? 0);
        values[one] = 0;
      }
    }
  });
  return sums;
}

function addRows(
  source: MonthlyStatistic,
  columns: ReadonlyMap<string, Column> | undefined,
  rows: Float64Array,
  months: number,
  whole: (month: number) => boolean,
  sums: MonthlySums,
): void {
  const above = columns?.get(source.numerator);
  const below = columns?.get(source.denominator);
  const zero = columns?.get(source.zeroFlag);
  for (let at = 0; at < sums.handled.length * months; at += 1) {
    const row = (rows[at] ?? 0) - 1;
    if (row < 0) continue;
    const unit = Math.trunc(at / months);
    const none = zero?.kind === 'flag' && zero.values[row] === 1;
    const accepted = none ? 0 : numberIn(below, row, 0);
    // A sheet without a number proves a month only where it says that there was nothing.
    if (none || accepted > 0) sums.months[unit] = (sums.months[unit] ?? 0) | (1 << (at % months));
    if (!whole(at % months)) continue;
    sums.accepted[unit] = (sums.accepted[unit] ?? 0) + accepted;
    sums.handled[unit] = (sums.handled[unit] ?? 0) + Math.min(accepted, numberIn(above, row, 0));
  }
}
