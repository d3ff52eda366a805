import { NO_DAY, type Day } from '../facts.types.js';
import type { NumberName, Reach, Selection } from '../rule.types.js';
import { maskOf } from './column.js';
import { earlierEnd } from './ends.js';
import type { Facts } from './facts.js';
import { kept } from '../kept.js';
import { placesBehind } from './homes.js';
import type { Picked } from './picked.types.js';
import type { KeptViews } from './view.types.js';
import { compileTests, passes, type Test } from './tests.js';

/** Ties a selection to the facts; null when they do not know the record type. Kept per facts and selection object. */
export function pick(facts: Facts, selection: Selection): Picked | null {
  const known = facts.picks.get(selection);
  if (known !== undefined) return known.picked;
  const picked = tie(facts, selection);
  facts.picks.set(selection, { picked });
  return picked;
}

/** Own or below is a matter of sums; the rows are the same. */
function keyOf(selection: Selection, reach: Reach): string {
  return JSON.stringify({ ...selection, from: reach === 'subtree' ? 'own' : reach });
}

function tie(facts: Facts, selection: Selection): Picked | null {
  const table = facts.tables.get(selection.record);
  if (table === undefined) return null;
  const tests = compileTests(selection.where, table, facts.tree);
  const wants = compileTests(selection.wants, table, facts.tree);
  const reach = selection.from ?? 'own';
  const ends = table.column(selection.alsoUntil);
  const thresholds = [...tests, ...wants].flatMap((test) =>
    test.op === 'min' || test.op === 'max' ? [test.number] : [],
  );
  return {
    selection,
    table,
    tests,
    wants,
    attachments: maskOf(selection.attachments, facts.evidenceCodes),
    evidenced: selection.evidenced === true,
    reach,
    places: reach === 'home' ? placesBehind(facts.tables, table) : null,
    alsoUntil: ends?.kind === 'day' ? ends : null,
    views: kept(facts.views, keyOf(selection, reach), () => new Map<string | number, KeptViews>()),
    thresholds,
  };
}

/** The static part of a selection that a row fails first; null when it passes. */
export function firstFailed(tests: readonly Test[], row: number, number: (name: NumberName) => number): Test | null {
  for (const test of tests) if (!passes(test, row, number)) return test;
  return null;
}

/** Last day in force of a row: its own, or that of the further field, whichever comes first; NO_DAY where it is open. */
export function untilOf(picked: Picked, row: number): Day {
  return earlierEnd(picked.table.until[row] ?? NO_DAY, picked.alsoUntil?.values[row] ?? NO_DAY);
}

/** Whether the files that the selection needs hang on the row. */
export function isAttached(picked: Picked, row: number): boolean {
  const evidence = picked.table.evidence[row] ?? 0;
  return (evidence & picked.attachments) === picked.attachments && (!picked.evidenced || evidence !== 0);
}
