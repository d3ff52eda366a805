import { NONE } from '../facts.types.js';
import type { Column } from '../facts/column.js';
import type { Run } from '../judge/env.js';
import { joinPredecessors } from '../judge/heirs.js';
import type { Window } from '../judge/window.js';
import type { CoverageOf, Selection } from '../rule.types.js';
import type { Fraction } from './fraction.types.js';
import { countRows, rowsIn, settle, takes } from './gather.js';
import { numberIn } from './measure.js';

type Reported = CoverageOf & { readonly type: 'reported' };
type Pairs = CoverageOf & { readonly type: 'pairs' };

/** Numerator and denominator as a unit typed them: its latest record of the window in each category, added over the reach. */
export function reportedFractions(run: Run, of: Reported, window: Window, waiting: boolean): readonly Fraction[] {
  const columns = run.env.facts.tables.get(of.of.record)?.columns;
  const categories = of.by?.categories ?? [''];
  const latest = latestRows(
    run,
    of.of,
    window,
    waiting,
    of.by === undefined ? undefined : columns?.get(of.by.field),
    categories,
  );
  const served = of.needsHome === undefined ? null : servedBy(run, of.needsHome, window, waiting);
  return categories.map((label, category) => {
    const rows = latest.subarray(category * run.env.units, (category + 1) * run.env.units);
    const numerator = columns?.get(of.numerator);
    const denominator = columns?.get(of.denominator);
    return fraction(run, of.of, label, rows, numerator, denominator, flagOf(columns, of.zeroFlag), served);
  });
}

/** Several fractions on one record (4.1.1.c). */
export function pairsFractions(run: Run, of: Pairs, window: Window, waiting: boolean): readonly Fraction[] {
  const columns = run.env.facts.tables.get(of.of.record)?.columns;
  const rows = latestRows(run, of.of, window, waiting, undefined, ['']);
  return of.pairs.map((pair) =>
    fraction(
      run,
      of.of,
      pair.label,
      rows,
      columns?.get(pair.numerator),
      columns?.get(pair.denominator),
      flagOf(columns, of.zeroFlag),
      null,
    ),
  );
}

function flagOf(columns: ReadonlyMap<string, Column> | undefined, flag: string | undefined): Column | undefined {
  return flag === undefined ? undefined : columns?.get(flag);
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
  const places = categoryPlaces(by, categories);
  for (let at = slice.low; at < slice.high; at += 1) {
    const unit = shared ? 0 : (view.origins[at] ?? NONE);
    if (unit < 0 || !takes(view, slice, at)) continue;
    const row = view.rows[at] ?? 0;
    const category = by?.kind === 'choice' ? (places[(by.values[row] ?? NONE) + 1] ?? NONE) : 0;
    if (category >= 0) latest[category * units + unit] = row + 1;
  }
  return latest;
}

/** Place of each option among the categories, by its code + 1; -1 for the others. */
function categoryPlaces(by: Column | undefined, categories: readonly string[]): Int32Array {
  if (by?.kind !== 'choice') return new Int32Array(0);
  const places = new Int32Array(by.codes.size + 1).fill(NONE);
  categories.forEach((category, place) => {
    const code = by.codes.get(category);
    if (code !== undefined) places[code + 1] = place;
  });
  return places;
}

function fraction(
  run: Run,
  selection: Selection,
  label: string,
  rows: Float64Array,
  above: Column | undefined,
  below: Column | undefined,
  flag: Column | undefined,
  served: Float64Array | null,
): Fraction {
  const [numerator, denominator, seen, zero] = [run.env.take(), run.env.take(), run.env.take(), run.env.take()];
  // What is looked at in its own unit only need not be gathered for the others.
  const needed = selection.from === undefined || selection.from === 'own' || selection.from === 'home';
  const { tree } = run.env;
  const among = needed && !tree.hasHeirs ? run.subjects : run.env.every;
  for (let place = 0; place < among.length; place += 1) {
    const unit = among[place] ?? 0;
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
  for (const values of [numerator, denominator, seen, zero]) settle(run.env, values, 0, selection);
  if (selection.from !== 'subtree') return { label, numerator, denominator, seen, zero };
  // A sum over villages says something only once each of them has sent its sheet.
  return { label, numerator, denominator, seen, zero, expected: run.env.tree.villagesBelow };
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
  const key = types.join();
  const known = inUse.get(key);
  if (known !== undefined) return known;
  const selection: Selection = {
    record: 'facility',
    where: { facility_type: { any: types }, status: { any: ['在用'] } },
    from: 'home',
  };
  inUse.set(key, selection);
  return selection;
}
