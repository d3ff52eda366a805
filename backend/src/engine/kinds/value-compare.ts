import { NO_DAY } from '../facts.types.js';
import type { Column } from '../facts/column.js';
import type { Facts } from '../facts/facts.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { Finding } from '../judge/finding.js';
import { PartJudge } from '../judge/parts.js';
import { closedDecides, judgeWindow } from '../judge/steps.js';
import { windowsOf, type Window } from '../judge/window.js';
import { hasWaiting } from '../measures/gather.js';
import { latestRows } from '../measures/reported.js';
import { previousPeriod, yearsEarlier, type Period } from '../periods.js';
import type { Rule, Selection } from '../rule.types.js';
import type { Verdict } from '../verdict.types.js';
import type { Detail, Judge, Sink } from './kind.js';

type CompareRule = Rule & { readonly kind: 'value_compare' };

/** A value as a fraction, so that shares are compared in integers. `below` is 0 where there is no value. */
interface Value {
  above: number;
  below: number;
}

interface Columns {
  readonly value: Column | undefined;
  readonly numerator: Column | undefined;
  readonly denominator: Column | undefined;
  readonly category: Column | undefined;
  readonly zero: Column | undefined;
}

/** The rows that a comparison reads in one window: own values, and those it is held against. */
interface Compared {
  readonly own: Float64Array;
  readonly ownWaiting: Float64Array;
  /** One entry per reference that has to hold; `stale` where only an older one is there. */
  readonly references: readonly {
    readonly rows: Float64Array;
    readonly stale: Float64Array | null;
    readonly shared: boolean;
  }[];
}

/** A value against a line, its own value one period earlier, or published benchmarks (3.3.2.b, 3.1.1.c, 3.4.1.c). */
export function valueCompare(rule: CompareRule): Judge {
  const levels =
    rule.reference.type === 'benchmarks' ? rule.reference.levels.map((level) => benchmark(rule.of, level)) : [];
  return {
    judge: (run, sink) => judge(rule, levels, run, sink),
    detail: (run, verdict) => detail(rule, levels, run, verdict),
  };
}

function benchmark(of: Selection, level: string): Selection {
  return { record: of.record, where: { ...of.where, level: { any: [level] } } };
}

const NO_CATEGORY = [''];

function columnsOf(facts: Facts, record: string): Columns {
  const columns = facts.tables.get(record)?.columns;
  return {
    value: columns?.get('value'),
    numerator: columns?.get('numerator'),
    denominator: columns?.get('denominator'),
    category: columns?.get('category'),
    zero: columns?.get('none_eligible'),
  };
}

function judge(rule: CompareRule, levels: readonly Selection[], run: Run, sink: Sink): void {
  const { running, closed } = windowsOf(run.env, rule.period, run.requirement.reporting);
  const columns = columnsOf(run.env.facts, rule.of.record);
  const now = comparedIn(rule, levels, run, running, columns);
  const before = closed === null || closed.phase === 'before' ? null : comparedIn(rule, levels, run, closed, columns);
  const judges = new PartJudge();
  const nothing = new Finding();
  const [first, second] = [new Draft(), new Draft()];
  run.subjects.forEach((unit, place) => {
    judgeIn(rule, run, columns, now, running, unit, judges, first);
    if (closed === null) return sink.put(place, first, null);
    if (before === null) judgeWindow(nothing, closed, second);
    else judgeIn(rule, run, columns, before, closed, unit, judges, second);
    if (closedDecides(first, second)) sink.put(place, second, first);
    else sink.put(place, first, second);
  });
}

function comparedIn(
  rule: CompareRule,
  levels: readonly Selection[],
  run: Run,
  window: Window,
  columns: Columns,
): Compared {
  const by = rule.categories === undefined ? undefined : columns.category;
  const rows = (selection: Selection, period: Period, waiting: boolean) =>
    latestRows(
      run,
      selection,
      { ...window, ...period, at: Math.min(run.env.asOf, period.to) },
      waiting,
      by,
      rule.categories ?? NO_CATEGORY,
    );
  const own = rows(rule.of, window, false);
  const ownWaiting = hasWaiting(run, [rule.of]) ? rows(rule.of, window, true) : own;
  switch (rule.reference.type) {
    case 'number':
      return { own, ownWaiting, references: [] };
    case 'previousPeriod': {
      const earlier = rows(rule.of, previousPeriod(rule.period, window), false);
      return { own, ownWaiting, references: [{ rows: earlier, stale: null, shared: false }] };
    }
    case 'benchmarks':
      return {
        own,
        ownWaiting,
        references: levels.map((level) => ({
          rows: rows(level, window, false),
          stale: staleRows(rule, run, window, level, rows),
          shared: true,
        })),
      };
  }
}

/** The newest benchmark of the years that `benchmark_max_lag_years` allows. */
function staleRows(
  rule: CompareRule,
  run: Run,
  window: Window,
  level: Selection,
  rows: (of: Selection, period: Period, waiting: boolean) => Float64Array,
): Float64Array {
  const stale = run.env.take(run.env.units * (rule.categories ?? NO_CATEGORY).length);
  for (let years = run.env.parameter('benchmark_max_lag_years'); years >= 1; years -= 1) {
    rows(level, yearsEarlier(rule.period, window, years), false).forEach((row, at) => {
      if (row > 0) stale[at] = row;
    });
  }
  return stale;
}

function judgeIn(
  rule: CompareRule,
  run: Run,
  columns: Columns,
  compared: Compared,
  window: Window,
  unit: number,
  judges: PartJudge,
  draft: Draft,
): Draft {
  const parts = (rule.categories ?? NO_CATEGORY).length;
  const { units } = run.env;
  let reported = false;
  for (let part = 0; part < parts; part += 1) reported ||= (compared.own[part * units + unit] ?? 0) > 0;
  const find = (part: number, found: Finding) => {
    const waiting = compared.ownWaiting[part * units + unit] ?? 0;
    if (waiting !== (compared.own[part * units + unit] ?? 0)) {
      compareRow(rule, run, columns, compared, part, unit, waiting - 1, found);
      const holds = found.fulfilled || found.absent !== null;
      found.clear().waiting = holds;
      found.any = true;
    }
    const own = (compared.own[part * units + unit] ?? 0) - 1;
    if (own < 0) {
      if (reported) found.unknown = 'nothingReported';
    } else compareRow(rule, run, columns, compared, part, unit, own, found);
  };
  return judges.judge(parts, parts > 1, window, find, draft);
}

function valueOf(rule: CompareRule, columns: Columns, row: number): Value {
  if (rule.as === 'ratio' && columns.numerator?.kind === 'number' && columns.denominator?.kind === 'number') {
    const below = columns.denominator.values[row] ?? NaN;
    const above = columns.numerator.values[row] ?? NaN;
    if (below > 0 && !Number.isNaN(above)) return { above: above * 100, below };
    if (rule.reference.type !== 'benchmarks') return { above: 0, below: 0 };
  }
  const value = columns.value?.kind === 'number' ? (columns.value.values[row] ?? NaN) : NaN;
  return Number.isNaN(value) ? { above: 0, below: 0 } : { above: value, below: 1 };
}

/** What one own value is worth against its references. */
function compareRow(
  rule: CompareRule,
  run: Run,
  columns: Columns,
  compared: Compared,
  part: number,
  unit: number,
  row: number,
  found: Finding,
): void {
  found.any = true;
  if (columns.zero?.kind === 'flag' && columns.zero.values[row] === 1) {
    found.absent = 'noSubjectChildren';
    return;
  }
  const own = valueOf(rule, columns, row);
  if (own.below === 0) {
    found.unknown = 'nothingReported';
    return;
  }
  found.measured = own.above / own.below;
  if (rule.reference.type === 'number') compareLine(rule, run, own, found);
  else compareReferences(rule, run, columns, compared, part, unit, own, found);
}

function compareLine(rule: CompareRule, run: Run, own: Value, found: Finding): void {
  const line = run.number('line');
  const slack = run.number('tolerance');
  found.required = line;
  found.fulfilled = holds(rule, own, { above: line, below: 1 });
  if (!found.fulfilled && !Number.isNaN(slack)) {
    const eased = rule.compare === 'atMost' ? line + slack : line - slack;
    found.tolerated = holds(rule, own, { above: eased, below: 1 });
  }
}

function holds(rule: CompareRule, own: Value, other: Value): boolean {
  const left = own.above * other.below;
  const right = other.above * own.below;
  switch (rule.compare) {
    case 'atLeast':
      return left >= right;
    case 'atMost':
      return left <= right;
    case 'above':
      return left > right;
  }
}

function equals(own: Value, other: Value): boolean {
  return own.above * other.below === other.above * own.below;
}

function compareReferences(
  rule: CompareRule,
  run: Run,
  columns: Columns,
  compared: Compared,
  part: number,
  unit: number,
  own: Value,
  found: Finding,
): void {
  const { units } = run.env;
  const needed = rule.reference.type === 'benchmarks' && rule.reference.mode === 'any' ? 1 : compared.references.length;
  let fresh = 0;
  let older = 0;
  let broken = 0;
  let even = false;
  for (const reference of compared.references) {
    const row = rowFor(reference.rows, reference.shared, units, part, unit);
    const stale =
      row >= 0 || reference.stale === null ? -1 : rowFor(reference.stale, reference.shared, units, part, unit);
    const other = valueOf(rule, columns, row >= 0 ? row : stale);
    if ((row < 0 && stale < 0) || other.below === 0) continue;
    found.required = Number.isNaN(found.required)
      ? other.above / other.below
      : tighter(rule, found.required, other.above / other.below);
    if (row < 0) older += 1;
    else if (holds(rule, own, other)) fresh += 1;
    else if (rule.equalIs === 'atRisk' && equals(own, other)) even = true;
    else broken += 1;
  }
  settleReferences(found, { needed, total: compared.references.length, fresh, older, broken, even });
}

interface Tally {
  readonly needed: number;
  readonly total: number;
  readonly fresh: number;
  readonly older: number;
  readonly broken: number;
  readonly even: boolean;
}

/** One that is exceeded proves unmet; a stale one gives atRisk; a missing one leaves the cell without data. */
function settleReferences(found: Finding, tally: Tally): void {
  found.fulfilled = tally.fresh >= tally.needed;
  if (found.fulfilled || tally.broken > tally.total - tally.needed) return;
  if (tally.even) {
    found.tolerated = true;
  } else if (tally.fresh + tally.older >= tally.needed) {
    found.tolerated = true;
    found.toleratedAs = 'benchmarkStale';
  } else found.unknown = 'benchmarkMissing';
}

function tighter(rule: CompareRule, one: number, other: number): number {
  return rule.compare === 'atMost' ? Math.min(one, other) : Math.max(one, other);
}

/** The row of the subject itself, or, for benchmarks, of whichever unit entered one; -1 where there is none. */
function rowFor(rows: Float64Array, shared: boolean, units: number, part: number, unit: number): number {
  if (!shared) return (rows[part * units + unit] ?? 0) - 1;
  for (let one = 0; one < units; one += 1) {
    const row = rows[part * units + one] ?? 0;
    if (row > 0) return row - 1;
  }
  return -1;
}

function detail(rule: CompareRule, levels: readonly Selection[], run: Run, verdict: Verdict): Detail {
  const { running, closed } = windowsOf(run.env, rule.period, run.requirement.reporting);
  const window = closed !== null && verdict.to === closed.to ? closed : running;
  const columns = columnsOf(run.env.facts, rule.of.record);
  const compared = comparedIn(rule, levels, run, window, columns);
  const categories = rule.categories ?? NO_CATEGORY;
  const unit = run.subjects[0] ?? 0;
  const parts = categories.map((label, part) => {
    const cut = (rows: Float64Array) => rows.slice(part * run.env.units, (part + 1) * run.env.units);
    const alone = {
      own: cut(compared.own),
      ownWaiting: cut(compared.ownWaiting),
      references: compared.references.map((one) => ({
        rows: cut(one.rows),
        stale: one.stale === null ? null : cut(one.stale),
        shared: one.shared,
      })),
    };
    const single = { ...rule, categories: [label] };
    const { outcome, measured, required } = run.outcomeOf(
      judgeIn(single, run, columns, alone, window, unit, new PartJudge(), new Draft()),
    );
    return { label, outcome, measured, of: required, seen: (alone.own[unit] ?? 0) > 0 };
  });
  const from = window.from === NO_DAY ? NO_DAY : window.from;
  return {
    looks: [
      { selection: rule.of, from, to: window.to, inForceOn: null },
      ...levels.map((level) => ({
        selection: { ...level, from: 'county' as const },
        from,
        to: window.to,
        inForceOn: null,
      })),
    ],
    missing: rule.categories === undefined ? [] : parts.filter((part) => !part.seen).map((part) => part.label),
    parts:
      rule.categories === undefined
        ? []
        : parts.map(({ label, outcome, measured, of }) => ({ label, outcome, measured, of })),
  };
}
