import { NO_DAY, NONE } from '../facts.types.js';
import { lowerBound } from '../facts/view.js';
import type { View } from '../facts/view.types.js';
import type { Column } from '../facts/column.js';
import type { Rule, Selection } from '../rule.types.js';
import type { Env, Run } from './env.js';
import { eachHeir, joinMonths } from './heirs.js';
import {
  eitherMonths,
  expectedOf,
  monthBit,
  monthsSince,
  sheetMasks,
  sheetMasksWaiting,
  type SheetSelections,
} from './sheets.js';
import type { Months } from './months.types.js';

export type OpenCaseRule = Extract<Rule, { readonly kind: 'no_open_cases' }>;

/** 1 for each unit that has to confirm, and for each that has (also if its waiting sheets were approved). */
export interface Confirmations {
  readonly needed: Float64Array;
  readonly confirmed: Float64Array;
  readonly waiting: Float64Array;
}

/**
 * Villages confirm with their latest statistic, not older than `max_age_days` plus the grace days; towns and bureaus with
 * the monthly sheets of the same stretch of time, where a month with a case of their own needs none (decisions 12, 13).
 */
export function confirmations(
  rule: OpenCaseRule,
  sheets: SheetSelections,
  register: Selection,
  run: Run,
): Confirmations {
  const { env } = run;
  const { tree } = env;
  const oldest = env.asOf - run.number('max_age_days') - env.parameter('period_grace_days');
  const months = monthsSince(env, oldest);
  const { approved, withPending } = run.views(rule.statistic.of);
  const number = env.facts.tables.get(rule.statistic.of.record)?.columns.get(rule.statistic.field);
  const fresh = freshUnits(run, approved, number, oldest);
  const freshWaiting = withPending === approved ? fresh : freshUnits(run, withPending, number, oldest);
  const { approved: entered, withPending: entering } = run.views(register);
  const own = sheetMasks(run, sheets, months, false);
  const proven = joinMonths(tree, eitherMonths(own, caseMonths(run, entered, months)));
  const provenWaiting = joinMonths(
    tree,
    eitherMonths(sheetMasksWaiting(run, sheets, months, own), caseMonths(run, entering, months)),
  );
  const result: Confirmations = { needed: env.take(), confirmed: env.take(), waiting: env.take() };
  const bySheets = (unit: number, masks: Int32Array) =>
    (expectedOf(env, months, unit) & ~(masks[unit] ?? 0)) === 0 ? 1 : 0;
  for (const subject of rule.confirmers) {
    for (const unit of tree.subjects(subject)) {
      const village = tree.isVillage(unit);
      result.needed[unit] = 1;
      result.confirmed[unit] = village ? (fresh[unit] ?? 0) : bySheets(unit, proven);
      result.waiting[unit] = village ? (freshWaiting[unit] ?? 0) : bySheets(unit, provenWaiting);
    }
  }
  return result;
}

function freshUnits(run: Run, view: View, number: Column | undefined, oldest: number): Uint8Array {
  const latest = latestBy(run.env, view, number);
  const fresh = new Uint8Array(run.env.units);
  for (let unit = 0; unit < fresh.length; unit += 1) {
    const at = latest[unit] ?? NONE;
    if (at >= 0 && (view.to[at] ?? NO_DAY) >= oldest) fresh[unit] = 1;
  }
  eachHeir(run.env.tree, (heir, predecessors) => {
    if (predecessors.every((one) => fresh[one] === 1)) fresh[heir] = 1;
  });
  return fresh;
}

/** Months in which a case of the register was found for a unit, as masks. */
function caseMonths(run: Run, view: View, months: Months): Int32Array {
  const masks = new Int32Array(run.env.units);
  for (let at = lowerBound(view.days, months.first); at < view.length; at += 1) {
    const unit = view.origins[at] ?? NONE;
    const bit = monthBit(months, view.days[at] ?? NO_DAY);
    const deadline = months.deadlines[31 - Math.clz32(bit)] ?? NO_DAY;
    if (unit >= 0 && (view.waitingSince[at] ?? NO_DAY) <= deadline) masks[unit] = (masks[unit] ?? 0) | bit;
  }
  return masks;
}

/**
 * Position of the latest row of each unit (to which it belonged first) up to the as-of day that states the number; -1 where
 * there is none. A sheet that leaves the number out says nothing about it (decision 0002). Found once per evaluation.
 */
export function latestBy(env: Env, view: View, number: Column | undefined): Int32Array {
  let byNumber = env.latest.get(view);
  if (byNumber === undefined) env.latest.set(view, (byNumber = new Map()));
  const known = byNumber.get(number);
  if (known !== undefined) return known;
  const latest = new Int32Array(env.units).fill(NONE);
  byNumber.set(number, latest);
  const high = lowerBound(view.days, env.asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const unit = view.origins[at] ?? NONE;
    const row = view.rows[at] ?? 0;
    if (unit >= 0 && !(number?.kind === 'number' && Number.isNaN(number.values[row] ?? NaN))) latest[unit] = at;
  }
  return latest;
}
