import { NO_DAY, NONE } from '../facts.types.js';
import { Draft } from '../judge/draft.js';
import { AT_RISK, isWorsePart, MET, NO_DATA, NOT_DUE, UNMET } from '../judge/codes.js';
import type { Run } from '../judge/env.js';
import { eachHeir } from '../judge/heirs.js';
import { standingWindow } from '../judge/window.js';
import { lowerBound } from '../facts/view.js';
import type { View } from '../facts/view.types.js';
import { optionMask } from '../measures/items.js';
import type { Rule } from '../rule.types.js';
import type { Detail, Judge, Sink } from './kind.js';

type LedgerRule = Rule & { readonly kind: 'ledger_current' };

/** Each ledger's latest submission must not be older than `max_age_days`; `yellow_days` more are tolerated (5.2.2.a). */
export function ledgerCurrent(rule: LedgerRule): Judge {
  return {
    judge: (run, sink) => judge(rule, run, sink),
    detail: (run) => detail(rule, run),
  };
}

function judge(rule: LedgerRule, run: Run, sink: Sink): void {
  const { approved, withPending } = run.views(rule.of);
  const latest = latestDays(rule, run, approved);
  const waiting = withPending === approved ? latest : latestDays(rule, run, withPending);
  const draft = new Draft();
  const one = new Draft();
  const limits = limitsOf(run);
  for (let place = 0; place < run.subjects.length; place += 1) {
    const unit = run.subjects[place] ?? 0;
    sink.put(place, judgeUnit(rule, run, limits, latest, waiting, unit, draft, one), null);
  }
}

/** Days that a ledger may be old, and that are tolerated beyond. */
interface Limits {
  readonly max: number;
  readonly yellow: number;
}

function limitsOf(run: Run): Limits {
  return { max: run.number('max_age_days'), yellow: run.number('yellow_days') };
}

/** Day of the latest submission by unit and ledger (unit × ledgers + ledger); 0 where there was none. */
function latestDays(rule: LedgerRule, run: Run, view: View): Float64Array {
  const { tree } = run.env;
  const size = rule.ledgers.length;
  const days = run.env.take(run.env.units * size);
  const column = run.env.facts.tables.get(rule.of.record)?.columns.get(rule.field);
  if (column === undefined) return days;
  const limit = run.number('max_age_days') + run.env.parameter('period_grace_days');
  const named = optionMask(column, rule.ledgers);
  // Until a unit files its own, its ledger is as old as the oldest of its predecessors, and missing if one is missing.
  const daysAt = (unit: number, ledger: number): number => {
    const own = days[unit * size + ledger] ?? 0;
    const before = tree.predecessors(unit);
    return own !== 0 || before.length === 0 ? own : Math.min(...before.map((one) => daysAt(one, ledger)));
  };
  const counted = new Uint8Array(days.length);
  const hasCounted = (unit: number, ledger: number): boolean => {
    if (counted[unit * size + ledger] === 1) return true;
    const before = tree.predecessors(unit);
    return before.length > 0 && before.every((one) => hasCounted(one, ledger));
  };
  const high = lowerBound(view.days, run.env.asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const unit = view.origins[at] ?? NONE;
    const day = view.days[at] ?? 0;
    const since = view.waitingSince[at] ?? NO_DAY;
    const mask = named(view.rows[at] ?? 0);
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const ledger = 31 - Math.clz32(rest & -rest);
      const before = tree.hasHeirs ? daysAt(unit, ledger) : (days[unit * size + ledger] ?? 0);
      // A waiting submission is in time if the one before it was not yet out of date, grace days included; while nothing
      // that counts was filed there is no day by which the next one had to come.
      if (since > before + limit && hasCounted(unit, ledger)) continue;
      days[unit * size + ledger] = Math.max(before, day);
      if (since === NO_DAY) counted[unit * size + ledger] = 1;
    }
  }
  eachHeir(tree, (heir) => {
    for (let ledger = 0; ledger < size; ledger += 1) days[heir * size + ledger] = daysAt(heir, ledger);
  });
  return days;
}

function judgeUnit(
  rule: LedgerRule,
  run: Run,
  limits: Limits,
  latest: Float64Array,
  waiting: Float64Array,
  unit: number,
  draft: Draft,
  one: Draft,
): Draft {
  const size = rule.ledgers.length;
  let current = 0;
  for (let ledger = 0; ledger < size; ledger += 1) {
    const day = latest[unit * size + ledger] ?? 0;
    judgeLedger(run, limits, day, waiting[unit * size + ledger] ?? 0, one.clear());
    if (one.outcome === MET) current += 1;
    one.part = ledger;
    if (ledger === 0 || isWorsePart(one.outcome, draft.outcome)) draft.copy(one);
  }
  if (draft.outcome === MET) draft.part = NONE;
  // What is overdue was filed before.
  draft.any = true;
  return draft.count(current, size, size);
}

function judgeLedger(run: Run, { max, yellow }: Limits, day: number, waiting: number, one: Draft): Draft {
  const { asOf } = run.env;
  const onTime = asOf - waiting <= max;
  if (day === 0) {
    const window = standingWindow(run.env);
    one.due = window.due;
    if (window.phase === 'running') return one.say(NOT_DUE, onTime ? 'waitingForReview' : 'nothingYet');
    return onTime ? one.say(AT_RISK, 'waitingForReview') : one.say(NO_DATA, 'nothingReported');
  }
  one.due = day + max;
  if (asOf - day <= max) return one.say(MET, 'fulfilled');
  if (onTime) return one.say(AT_RISK, 'waitingForReview');
  one.due = day + max + yellow;
  return asOf <= one.due ? one.say(AT_RISK, 'tolerated') : one.say(UNMET, 'overdue');
}

function detail(rule: LedgerRule, run: Run): Detail {
  const { approved } = run.views(rule.of);
  const unit = run.subjects[0] ?? 0;
  const latest = latestDays(rule, run, approved);
  const size = rule.ledgers.length;
  const limits = limitsOf(run);
  const parts = rule.ledgers.map((label, ledger) => {
    const day = latest[unit * size + ledger] ?? 0;
    const { outcome } = run.outcomeOf(judgeLedger(run, limits, day, 0, new Draft().clear()));
    return { label, outcome, measured: day === 0 ? null : run.env.asOf - day, of: run.number('max_age_days') };
  });
  return {
    looks: [{ selection: rule.of, from: run.env.start - 3660, to: run.env.asOf, inForceOn: null }],
    missing: parts.filter((part) => part.outcome !== 'met').map((part) => part.label),
    parts,
  };
}
