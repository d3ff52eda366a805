import { NO_DAY } from '../facts.types.js';
import { lowerBound } from '../facts/view.js';
import type { Rule } from '../rule.types.js';
import type { Run } from './env.js';
import { monthBit, monthsSince, sheetMasks, sheetMasksWaiting, type SheetSelections } from './sheets.js';
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
export function confirmations(rule: OpenCaseRule, sheets: SheetSelections, run: Run): Confirmations {
  const { env } = run;
  const { tree } = env.facts;
  const oldest = env.asOf - run.number('max_age_days') - env.parameter('period_grace_days');
  const months = monthsSince(env, oldest);
  const fresh = { approved: freshUnits(rule, run, oldest, false), waiting: freshUnits(rule, run, oldest, true) };
  const cases = caseMonths(rule, run, months);
  const masks = sheetMasks(run, sheets, months, false);
  const sheet = { approved: masks, waiting: sheetMasksWaiting(run, sheets, months, masks) };
  const result: Confirmations = { needed: env.take(), confirmed: env.take(), waiting: env.take() };
  for (const unit of new Set(rule.confirmers.flatMap((subject) => tree.subjects(subject)))) {
    const proven = (byUnit: Int32Array, villages: Uint8Array) =>
      tree.isVillage(unit)
        ? villages[unit] === 1
        : (months.expected & ~((byUnit[unit] ?? 0) | (cases[unit] ?? 0))) === 0;
    result.needed[unit] = 1;
    result.confirmed[unit] = proven(sheet.approved, fresh.approved) ? 1 : 0;
    result.waiting[unit] = proven(sheet.waiting, fresh.waiting) ? 1 : 0;
  }
  return result;
}

function freshUnits(rule: OpenCaseRule, run: Run, oldest: number, waiting: boolean): Uint8Array {
  const views = run.views(rule.statistic.of);
  const view = waiting ? views.withPending : views.approved;
  const latest = latestBy(view, run.env.units, run.env.asOf);
  return Uint8Array.from(latest, (at) => (at >= 0 && (view.to[at] ?? NO_DAY) >= oldest ? 1 : 0));
}

/** Months in which a case of the register was found for a unit, as masks. */
function caseMonths(rule: OpenCaseRule, run: Run, months: Months): Int32Array {
  const masks = new Int32Array(run.env.units);
  const { approved: view } = run.views(rule.cases);
  const high = lowerBound(view.days, run.env.asOf + 1);
  for (let at = lowerBound(view.days, months.first); at < high; at += 1) {
    const unit = view.units[at] ?? -1;
    if (unit >= 0) masks[unit] = (masks[unit] ?? 0) | monthBit(months, view.days[at] ?? NO_DAY);
  }
  return masks;
}

/** Position of the latest row of each unit up to the as-of day; -1 where there is none. */
export function latestBy(
  view: { readonly days: Int32Array; readonly units: Int16Array },
  units: number,
  asOf: number,
): Int32Array {
  const latest = new Int32Array(units).fill(-1);
  const high = lowerBound(view.days, asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const unit = view.units[at] ?? -1;
    if (unit >= 0) latest[unit] = at;
  }
  return latest;
}
