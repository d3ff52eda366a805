import { NONE } from '../facts.types.js';
import { maskOf } from '../facts/column.js';
import { compileTests } from '../facts/tests.js';
import { firstFailed } from '../facts/selection.js';
import type { Run } from '../judge/env.js';
import type { Window } from '../judge/window.js';
import type { CoverageOf, Having } from '../rule.types.js';
import type { Fraction } from './fraction.types.js';
import { rowsIn, settle, takes } from './gather.js';

type Share = CoverageOf & { readonly type: 'share' };

/** Share of records with an attachment, a property, or a record that points at them (1.1.3.d, 2.1.2.a). */
export function shareFraction(run: Run, of: Share, window: Window, waiting: boolean): Fraction {
  const { view, slice } = rowsIn(run, of.among, window, waiting);
  const has = havingTest(run, of, window, waiting);
  const numerator = run.env.take();
  const denominator = run.env.take();
  let allHaving = 0;
  let all = 0;
  for (let at = slice.low; at < slice.high; at += 1) {
    if (!takes(view, slice, at)) continue;
    const unit = view.units[at] ?? NONE;
    const having = has(view.rows[at] ?? 0);
    if (unit < 0) {
      all += 1;
      allHaving += having ? 1 : 0;
      continue;
    }
    denominator[unit] = (denominator[unit] ?? 0) + 1;
    if (having) numerator[unit] = (numerator[unit] ?? 0) + 1;
  }
  settle(run.env, numerator, allHaving, of.among);
  settle(run.env, denominator, all, of.among);
  return { label: '', numerator, denominator, seen: denominator, zero: run.env.zeros };
}

function havingTest(run: Run, of: Share, window: Window, waiting: boolean): (row: number) => boolean {
  const { facts } = run.env;
  const table = facts.tables.get(of.among.record);
  if (table === undefined) return () => false;
  const attachments = maskOf(of.having.attachments, facts.evidenceCodes);
  const tests = compileTests(of.having.where, table, facts.tree);
  const linked = of.having.linked === undefined ? null : linkedRows(run, of.having.linked, window, waiting);
  return (row) =>
    ((table.evidence[row] ?? 0) & attachments) === attachments &&
    firstFailed(tests, row, run.number) === null &&
    (linked === null || linked.has(table.id[row] ?? NONE));
}

/** Numbers of the records that the linking records of the window point at. */
function linkedRows(
  run: Run,
  linked: NonNullable<Having['linked']>,
  window: Window,
  waiting: boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  const column = run.env.facts.tables.get(linked.of.record)?.columns.get(linked.field);
  if (column?.kind !== 'record') return found;
  const { view, slice } = rowsIn(run, linked.of, window, waiting);
  for (let at = slice.low; at < slice.high; at += 1) {
    if (takes(view, slice, at)) found.add(column.values[view.rows[at] ?? 0] ?? NONE);
  }
  return found;
}
