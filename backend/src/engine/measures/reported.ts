import { NONE } from '../facts.types.js';
import type { Column } from '../facts/column.js';
import type { Table } from '../facts/table.js';
import type { Tree } from '../facts/tree.js';
import type { Run } from '../judge/env.js';
import { joinPredecessors } from '../judge/heirs.js';
import type { Window } from '../judge/window.js';
import { kept } from '../kept.js';
import type { CoverageOf, Selection } from '../rule.types.js';
import type { Fraction } from './fraction.types.js';
import { countRows, rowsIn, settle, takes } from './gather.js';
import { numberIn } from './measure.js';

type Reported = CoverageOf & { readonly type: 'reported' };
type Pairs = CoverageOf & { readonly type: 'pairs' };

/** The one category of a form that knows none. */
const WHOLE: readonly string[] = [''];

/** Numerator and denominator as a unit typed them: its latest record of the window in each category, added over the reach. */
export function reportedFractions(run: Run, of: Reported, window: Window, waiting: boolean): readonly Fraction[] {
  const table = run.env.facts.tables.get(of.of.record);
  const categories = of.by?.categories ?? WHOLE;
  const latest = latestRows(run, of.of, window, waiting, table?.column(of.by?.field), categories);
  const served = of.needsHome === undefined ? null : servedBy(run, of.needsHome, window, waiting);
  return categories.map((label, category) => {
    const rows = latest.subarray(category * run.env.units, (category + 1) * run.env.units);
    return fraction(run, of.of, label, rows, columnsOf(table, of, of.zeroFlag), served);
  });
}

/** Several fractions on one record (4.1.1.c). */
export function pairsFractions(run: Run, of: Pairs, window: Window, waiting: boolean): readonly Fraction[] {
  const table = run.env.facts.tables.get(of.of.record);
  const rows = latestRows(run, of.of, window, waiting, undefined, WHOLE);
  return of.pairs.map((pair) => fraction(run, of.of, pair.label, rows, columnsOf(table, pair, of.zeroFlag), null));
}

/** The columns of one fraction. */
interface Columns {
  readonly above: Column | undefined;
  readonly below: Column | undefined;
  readonly flag: Column | undefined;
}

function columnsOf(
  table: Table | undefined,
  { numerator, denominator }: { readonly numerator: string; readonly denominator: string },
  zeroFlag: string | undefined,
): Columns {
  return { above: table?.column(numerator), below: table?.column(denominator), flag: table?.column(zeroFlag) };
}

/**
 * Row + 1 of the latest record of each unit and category (category by category), 0 where there is none; by the units to
 * which the records belonged first. `shared`: the latest of the county, whoever entered it, in the place of the first unit.
 */
export function latestRows(
  run: Run,
  selection: Selection,
  window: Window,
  waiting: boolean,
  by: Column | undefined,
  categories: readonly string[],
  shared = false,
): Float64Array {
  const { units } = run.env;
  const { view, slice } = rowsIn(run, selection, window, waiting);
  const latest = run.env.take(units * categories.length);
  const categoryOf = categoryTest(by, categories);
  for (let at = slice.low; at < slice.high; at += 1) {
    const unit = shared ? 0 : (view.origins[at] ?? NONE);
    if (unit < 0 || !takes(view, slice, at)) continue;
    const row = view.rows[at] ?? 0;
    const category = categoryOf(row);
    if (category >= 0) latest[category * units + unit] = row + 1;
  }
  return latest;
}

/** The place of a row's option among the categories, -1 for the others; where the form tells none apart, all are the first. */
function categoryTest(by: Column | undefined, categories: readonly string[]): (row: number) => number {
  if (by?.kind !== 'choice') return () => 0;
  const codes = categories.map((category) => by.codes.get(category));
  return (row) => codes.indexOf(by.values[row]);
}

function fraction(
  run: Run,
  selection: Selection,
  label: string,
  rows: Float64Array,
  { above, below, flag }: Columns,
  served: Float64Array | null,
): Fraction {
  const [numerator, denominator, seen, zero] = [run.env.take(), run.env.take(), run.env.take(), run.env.take()];
  const { tree } = run.env;
  // What is looked at in its own unit only need not be gathered for the others.
  const isWide = selection.from === 'subtree' || selection.from === 'county' || tree.hasHeirs;
  for (const unit of isWide ? run.env.every : run.subjects) {
    const row = (rows[unit] ?? 0) - 1;
    if (row < 0) continue;
    seen[unit] = 1;
    if (flag?.kind === 'flag' && flag.values[row] === 1) {
      zero[unit] = 1;
      continue;
    }
    const whole = numberIn(below, row, 0);
    denominator[unit] = whole;
    // More than everybody is everybody; judged unit by unit so that one unit's surplus hides nobody else's gap.
    const isServed = served === null || served[tree.heirOf(unit)] !== 0;
    numerator[unit] = isServed ? Math.min(whole, numberIn(above, row, 0)) : 0;
  }
  joinPredecessors(tree, seen, [numerator, denominator], [zero]);
  // A sum over villages says something only once each of them has sent its sheet.
  const expected = selection.from === 'subtree' ? expectedBelow(tree, seen) : undefined;
  for (const values of [numerator, denominator, seen, zero]) settle(run.env, values, 0, selection);
  return { label, numerator, denominator, seen, zero, expected };
}

/** Villages below each unit that have to speak; one that was closed and has spoken answers for itself and for no other. */
function expectedBelow(tree: Tree, seen: Float64Array): Float64Array {
  if (tree.isWhole) return tree.villagesBelow;
  const closed = seen.map((one, unit) => (tree.isThere(unit) ? 0 : one));
  tree.addUp(closed);
  return tree.villagesBelow.map((villages, unit) => villages + (closed[unit] ?? 0));
}

/** Villages that a home of the given types, in use, serves on the last day looked at (5.2.1.e). */
function servedBy(run: Run, types: readonly string[], window: Window, waiting: boolean): Float64Array {
  const homes = homesInUse(types);
  const { view, slice } = rowsIn(run, homes, window, waiting);
  return countRows(run.env, view, slice, homes);
}

const inUse = new Map<string, Selection>();

/** One selection object per list of types: its rows are cached by it. */
export function homesInUse(types: readonly string[]): Selection {
  return kept(inUse, types.join(), () => ({
    record: 'facility',
    where: { facility_type: { any: types }, status: { any: ['在用'] } },
    from: 'home',
  }));
}
