import { NO_DAY, NONE } from '../facts.types.js';
import type { Facts } from './facts.js';
import { APPROVED, PENDING, type Table } from './table.js';
import type { CaseIndex } from './view.types.js';

const NOTHING: CaseIndex = {
  offsets: new Int32Array(0),
  rows: new Int32Array(0),
  codes: new Int16Array(0),
  doneAt: new Int32Array(0),
  waitingSince: new Int32Array(0),
};

/** The steps of every case, found once per version of both tables. */
export function caseIndex(facts: Facts, cases: Table): CaseIndex {
  const steps = facts.tables.get('case_step');
  if (steps === undefined) return NOTHING;
  const key = cases.spec.id;
  const stamp = `${cases.version}/${steps.version}`;
  const known = facts.caseIndexes.get(key);
  if (known?.stamp === stamp) return known.value;
  const value = build(cases, steps);
  facts.caseIndexes.set(key, { stamp, value });
  return value;
}

function build(cases: Table, steps: Table): CaseIndex {
  const link = steps.columns.get('case');
  const code = steps.columns.get('step');
  const done = steps.columns.get('done_at');
  if (link?.kind !== 'record' || link.target !== cases.spec.id) return NOTHING;
  if (code?.kind !== 'choice' || done?.kind !== 'instant') return NOTHING;
  const rows: number[] = [];
  const owner = new Int32Array(steps.length);
  for (let row = 0; row < steps.length; row += 1) {
    const state = steps.state[row];
    const target = cases.rowOf.get(link.values[row] ?? NONE);
    if (target === undefined || (state !== APPROVED && state !== PENDING) || (done.values[row] ?? NO_DAY) === NO_DAY)
      continue;
    owner[row] = target;
    rows.push(row);
  }
  rows.sort(
    (a, b) =>
      (owner[a] ?? 0) - (owner[b] ?? 0) ||
      (done.values[a] ?? 0) - (done.values[b] ?? 0) ||
      (steps.id[a] ?? 0) - (steps.id[b] ?? 0),
  );
  const offsets = new Int32Array(cases.length + 1);
  for (const row of rows) offsets[(owner[row] ?? 0) + 1] = (offsets[(owner[row] ?? 0) + 1] ?? 0) + 1;
  for (let at = 1; at < offsets.length; at += 1) offsets[at] = (offsets[at] ?? 0) + (offsets[at - 1] ?? 0);
  return {
    offsets,
    rows: Int32Array.from(rows),
    codes: Int16Array.from(rows, (row) => code.values[row] ?? NONE),
    doneAt: Int32Array.from(rows, (row) => done.values[row] ?? NO_DAY),
    waitingSince: Int32Array.from(rows, (row) =>
      steps.state[row] === PENDING ? (steps.submitted[row] ?? NO_DAY) : NO_DAY,
    ),
  };
}
