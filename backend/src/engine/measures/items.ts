import { NO_OPTION, NONE } from '../facts.types.js';
import { bits, type Column } from '../facts/column.js';
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
  const columns = run.env.facts.tables.get(source.of.record)?.columns;
  const column = source.field === undefined ? undefined : columns?.get(source.field);
  const fixed = source.item === undefined ? -1 : items.indexOf(source.item);
  const whole = fixed < 0 ? 0 : 1 << fixed;
  const numbers = Object.entries(source.fields ?? {}).map(([item, field]) => ({
    bit: 1 << items.indexOf(item),
    column: columns?.get(field),
  }));
  const options = items.map((item) => codeOf(column, item));
  return (row) => {
    let mask = whole | optionMask(column, options, row);
    for (const { bit, column: field } of numbers) if (numberIn(field, row, 0) > 0) mask |= bit;
    return mask;
  };
}

function codeOf(column: Column | undefined, option: string): number {
  return column?.kind === 'choice' || column?.kind === 'choices' ? (column.codes.get(option) ?? NO_OPTION) : NO_OPTION;
}

function optionMask(column: Column | undefined, options: readonly number[], row: number): number {
  if (column?.kind !== 'choice' && column?.kind !== 'choices') return 0;
  const value = column.values[row] ?? 0;
  let mask = 0;
  for (let item = 0; item < options.length; item += 1) {
    const code = options[item] ?? NO_OPTION;
    if (column.kind === 'choice' ? value === code : code >= 0 && ((value >>> code) & 1) === 1) mask |= 1 << item;
  }
  return mask;
}
