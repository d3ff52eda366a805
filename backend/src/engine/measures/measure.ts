import { NONE } from '../facts.types.js';
import { addPredecessors } from '../judge/heirs.js';
import type { Column } from '../facts/column.js';
import type { Table } from '../facts/table.js';
import type { Run } from '../judge/env.js';
import type { Window } from '../judge/window.js';
import type { Measure, Selection, Subject } from '../rule.types.js';
import { countRows, rowsIn, settle, takes } from './gather.js';

/** The selections that a measure reads. */
export function selectionsOf(measure: Measure): readonly Selection[] {
  if ('count' in measure) return [measure.count];
  if ('distinct' in measure) return [measure.distinct];
  if ('sum' in measure) return [measure.sum];
  return 'latest' in measure ? [measure.latest] : [];
}

/** The value of a measure for every unit, indexed by unit. */
export function measureIn(run: Run, measure: Measure, window: Window, waiting: boolean): Float64Array {
  if ('number' in measure) return run.env.take().fill(run.number(measure.number));
  if ('units' in measure) return unitsWithin(run, measure.units);
  if ('distinct' in measure) return distinctIn(run, measure, window, waiting);
  if ('sum' in measure) return sumIn(run, measure.sum, measure.field, window, waiting);
  if ('latest' in measure) return latestIn(run, measure.latest, measure.field, window, waiting);
  const { view, slice } = rowsIn(run, measure.count, window, waiting);
  return countRows(run.env, view, slice, measure.count);
}

/** How many of the named units lie in each unit's subtree; a bureau has none below it and sees the whole county. */
function unitsWithin(run: Run, among: readonly Subject[]): Float64Array {
  const { tree } = run.env;
  const values = run.env.take();
  const named = new Set(among.flatMap((subject) => tree.subjects(subject)));
  for (const unit of named) values[unit] = 1;
  tree.addUp(values);
  tree.units.forEach((unit, index) => {
    if (unit.kind === 'bureau') values[index] = named.size;
  });
  return values;
}

/** A number field of a row, or the count that the view carries for the unit. Missing counts as nothing. */
export function numberIn(column: Column | undefined, row: number, weight: number): number {
  if (column?.kind === 'unitCounts') return weight;
  if (column?.kind !== 'number') return 0;
  const value = column.values[row] ?? NaN;
  return Number.isNaN(value) ? 0 : value;
}

function sumIn(run: Run, selection: Selection, field: string, window: Window, waiting: boolean): Float64Array {
  const { view, slice } = rowsIn(run, selection, window, waiting);
  const column = run.env.facts.tables.get(selection.record)?.columns.get(field);
  const values = run.env.take();
  let unattributed = 0;
  for (let at = slice.low; at < slice.high; at += 1) {
    if (!takes(view, slice, at)) continue;
    const unit = view.units[at] ?? NONE;
    const value = numberIn(column, view.rows[at] ?? 0, view.weights[at] ?? 0);
    if (unit < 0) unattributed += value;
    else values[unit] = (values[unit] ?? 0) + value;
  }
  settle(run.env, values, unattributed, selection);
  return values;
}

function latestIn(run: Run, selection: Selection, field: string, window: Window, waiting: boolean): Float64Array {
  const { view, slice } = rowsIn(run, selection, window, waiting);
  const column = run.env.facts.tables.get(selection.record)?.columns.get(field);
  const values = run.env.take();
  const seen = run.env.take();
  // The view runs by day and record number: the last row written for a unit is its latest.
  for (let at = slice.low; at < slice.high; at += 1) {
    const unit = view.origins[at] ?? NONE;
    if (unit < 0 || !takes(view, slice, at)) continue;
    values[unit] = numberIn(column, view.rows[at] ?? 0, view.weights[at] ?? 0);
    seen[unit] = 1;
  }
  addPredecessors(run.env.tree, seen, values);
  settle(run.env, values, 0, selection);
  return values;
}

type Distinct = Extract<Measure, { readonly distinct: Selection }>;

/** How many of the named units the records of each subject name in a field (or own, if the type lacks the field). */
function distinctIn(run: Run, measure: Distinct, window: Window, waiting: boolean): Float64Array {
  const { env } = run;
  const { view, slice } = rowsIn(run, measure.distinct, window, waiting);
  const table = env.facts.tables.get(measure.distinct.record);
  const column = table?.columns.get(measure.field);
  const targets = [...new Set(measure.among.flatMap((subject) => env.tree.subjects(subject)))];
  const places = new Int16Array(env.units).fill(NONE);
  targets.forEach((unit, place) => (places[unit] = place));
  // A stretch of units for each target, and what belongs to no unit.
  const named = env.take(targets.length * env.units);
  const unattributed = new Uint8Array(targets.length);
  const mark = (target: number, unit: number) => {
    const place = places[env.tree.heirOf(target)] ?? NONE;
    if (place < 0) return;
    if (unit < 0) unattributed[place] = 1;
    else named[place * env.units + unit] = 1;
  };
  for (let at = slice.low; at < slice.high; at += 1) {
    if (takes(view, slice, at)) eachNamed(column, table, view.rows[at] ?? 0, view.units[at] ?? NONE, mark);
  }
  const values = env.take();
  targets.forEach((_, place) => {
    const own = named.subarray(place * env.units, (place + 1) * env.units);
    settle(env, own, unattributed[place] ?? 0, measure.distinct);
    for (const unit of run.subjects) if ((own[unit] ?? 0) > 0) values[unit] = (values[unit] ?? 0) + 1;
  });
  return values;
}

/** Hands on every unit that a row names (or its owner, where there is no such field) with the unit the row belongs to. */
function eachNamed(
  column: Column | undefined,
  table: Table | undefined,
  row: number,
  unit: number,
  mark: (target: number, unit: number) => void,
): void {
  if (column?.kind === 'unit') mark(column.values[row] ?? NONE, unit);
  else if (column?.kind === 'units' || column?.kind === 'unitCounts') {
    column.lists[row]?.forEach((target, at) => {
      if (column.kind === 'units' || (column.counts[row]?.[at] ?? 0) > 0) mark(target, unit);
    });
  } else mark(table?.unit[row] ?? NONE, unit);
}
