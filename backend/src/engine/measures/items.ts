import { NONE } from '../facts.types.js';
import { bits, maskOf, type Column } from '../facts/column.js';
import type { Run } from '../judge/env.js';
import type { Window } from '../judge/window.js';
import type { CoverageOf, ItemSource } from '../rule.types.js';
import type { Fraction } from './fraction.types.js';
import { rowsIn, settle, settleMasks, takes } from './gather.js';
import { numberIn } from './measure.js';

type Items = CoverageOf & { readonly type: 'items' };

/** How many of the items any source covers (1.1.3.c, 2.1.1.a). At most 31 items. */
export function itemsFraction(run: Run, of: Items, window: Window, waiting: boolean): Fraction {
  const { masks, seen } = itemMasks(run, of, window, waiting);
  const numerator = run.env.take();
  for (const unit of run.subjects) numerator[unit] = bits(masks[unit] ?? 0);
  return { label: '', numerator, denominator: run.env.take().fill(of.items.length), seen, zero: run.env.zeros };
}

/** The items covered, as bits per unit, and how many records were looked at. */
export function itemMasks(
  run: Run,
  of: Items,
  window: Window,
  waiting: boolean,
): { masks: Int32Array; seen: Float64Array } {
  const masks = new Int32Array(run.env.units);
  const seen = run.env.take();
  for (const source of of.sources) addSource(run, of, source, window, waiting, masks, seen);
  return { masks, seen };
}

function addSource(
  run: Run,
  of: Items,
  source: ItemSource,
  window: Window,
  waiting: boolean,
  masks: Int32Array,
  seen: Float64Array,
): void {
  const { view, slice } = rowsIn(run, source.of, window, waiting);
  const maskOfRow = rowMask(run, of.items, source);
  const own = new Int32Array(run.env.units);
  const counts = run.env.take();
  let unattributed = 0;
  let rows = 0;
  for (let at = slice.low; at < slice.high; at += 1) {
    if (!takes(view, slice, at)) continue;
    const unit = view.units[at] ?? NONE;
    const mask = maskOfRow(view.rows[at] ?? 0);
    if (unit < 0) {
      unattributed |= mask;
      rows += 1;
      continue;
    }
    own[unit] = (own[unit] ?? 0) | mask;
    counts[unit] = (counts[unit] ?? 0) + 1;
  }
  settleMasks(run.env, own, unattributed, source.of);
  settle(run.env, counts, rows, source.of);
  for (const unit of run.subjects) {
    masks[unit] = (masks[unit] ?? 0) | (own[unit] ?? 0);
    seen[unit] = (seen[unit] ?? 0) + (counts[unit] ?? 0);
  }
}

/** Which items a row of the source covers. */
function rowMask(run: Run, items: readonly string[], source: ItemSource): (row: number) => number {
  const table = run.env.facts.tables.get(source.of.record);
  const bitOf = (item: string | undefined) =>
    items.reduce((mask, one, place) => (one === item ? mask | (1 << place) : mask), 0);
  const whole = bitOf(source.item);
  const numbers = Object.entries(source.fields ?? {}).map(([item, field]) => ({
    bit: bitOf(item),
    column: table?.column(field),
  }));
  const chosen = optionMask(table?.column(source.field), items);
  return (row) => {
    let mask = whole | chosen(row);
    for (const { bit, column } of numbers) if (numberIn(column, row, 0) > 0) mask |= bit;
    return mask;
  };
}

/** Which of the items a row names among its options, as bits in the order of the items. */
export function optionMask(column: Column | undefined, items: readonly string[]): (row: number) => number {
  if (column?.kind === 'choice') {
    const masks = new Map(items.map((item, place) => [column.codes.get(item), 1 << place]));
    return (row) => masks.get(column.values[row]) ?? 0;
  }
  if (column?.kind !== 'choices') return () => 0;
  const options = items.map((item, place) => ({ bit: maskOf([item], column.codes), item: 1 << place }));
  return (row) => {
    const value = column.values[row] ?? 0;
    let mask = 0;
    for (const { bit, item } of options) if ((value & bit) !== 0) mask |= item;
    return mask;
  };
}
