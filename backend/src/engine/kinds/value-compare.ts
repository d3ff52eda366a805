import {
  columnsOf,
  compareRow,
  hasValue,
  type Columns,
  type Compared,
  type CompareRule,
  type Level,
} from '../judge/compare.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { inheritRows } from '../judge/heirs.js';
import { Finding } from '../judge/finding.js';
import { PartJudge } from '../judge/parts.js';
import { closedDecides, judgeWindow } from '../judge/steps.js';
import { windowsOf, type Window } from '../judge/window.js';
import { asksExactly, hasWaiting, lackingRows } from '../measures/gather.js';
import { latestRows } from '../measures/reported.js';
import { previousPeriod, yearsEarlier, type Period } from '../periods.js';
import type { Selection } from '../rule.types.js';
import type { Verdict } from '../verdict.types.js';
import { civil } from '../days.js';
import type { Detail, Judge, Look, Sink } from './kind.js';

/** A value against a line, its own value one period earlier, or published benchmarks (3.3.2.b, 3.1.1.c, 3.4.1.c). */
export function valueCompare(rule: CompareRule): Judge {
  const levels =
    rule.reference.type === 'benchmarks' ? rule.reference.levels.map((name) => benchmark(rule.of, name)) : [];
  return {
    judge: (run, sink) => judge(rule, levels, run, sink),
    detail: (run, verdict) => detail(rule, levels, run, verdict),
  };
}

/** Published averages stand under the conditions of the own value, its file included; any unit may have entered them. */
function benchmark({ record, where, attachments, evidenced }: Selection, name: string): Level {
  return { name, of: { record, where: { ...where, level: { any: [name] } }, attachments, evidenced } };
}

const NO_CATEGORY = [''];

function judge(rule: CompareRule, levels: readonly Level[], run: Run, sink: Sink): void {
  const { running, closed } = windowsOf(run.env, rule.period, run.requirement.reporting);
  const columns = columnsOf(run.env.facts, rule.of.record);
  const current = run.on(running.at);
  const past = closed === null ? run : run.on(closed.at);
  const now = bothIn(rule, levels, current, running, columns);
  const before = closed === null || closed.phase === 'before' ? null : bothIn(rule, levels, past, closed, columns);
  const judges = new PartJudge();
  const nothing = new Finding();
  const [first, second] = [new Draft(), new Draft()];
  run.subjects.forEach((unit, place) => {
    judgeIn(rule, current, columns, now, running, unit, judges, first);
    if (closed === null) return sink.put(place, first, null);
    if (before === null) judgeWindow(nothing, closed, second);
    else judgeIn(rule, past, columns, before, closed, unit, judges, second);
    if (closedDecides(first, second)) sink.put(place, second, first);
    else sink.put(place, first, second);
  });
}

/** What counts, and what would count if what was handed in on time were approved: own values and what they are held against. */
interface Both {
  readonly counted: Compared;
  readonly withWaiting: Compared;
}

function bothIn(rule: CompareRule, levels: readonly Level[], run: Run, window: Window, columns: Columns): Both {
  const counted = comparedIn(rule, levels, run, window, columns, false);
  const waits = hasWaiting(run, [rule.of, ...levels.map(({ of }) => of)]);
  return { counted, withWaiting: waits ? comparedIn(rule, levels, run, window, columns, true) : counted };
}

function comparedIn(
  rule: CompareRule,
  levels: readonly Level[],
  run: Run,
  window: Window,
  columns: Columns,
  waiting: boolean,
): Compared {
  const by = rule.categories === undefined ? undefined : columns.category;
  const table = run.env.facts.tables.get(rule.of.record);
  const rows = (selection: Selection, period: Period) => {
    const stretch = { ...window, ...period, at: Math.min(run.env.asOf, period.to) };
    const shared = selection !== rule.of;
    const found = latestRows(run, selection, stretch, waiting, by, rule.categories ?? NO_CATEGORY, shared);
    if (table !== undefined) inheritRows(run.env.tree, table, found);
    return found;
  };
  const own = rows(rule.of, window);
  const lacking = lackingRows(run, [rule.of], window);
  switch (rule.reference.type) {
    case 'number':
      return { own, lacking, references: [] };
    case 'previousPeriod': {
      const before = rows(rule.of, previousPeriod(rule.period, window));
      return { own, lacking, references: [{ rows: before, stale: run.env.zeros, level: null }] };
    }
    case 'benchmarks': {
      const references = levels.map((level) => ({
        rows: rows(level.of, window),
        stale: staleRows(rule, run, window, level.of, columns, rows),
        level,
      }));
      return { own, lacking, references };
    }
  }
}

/** The newest benchmark of the years that `benchmark_max_lag_years` allows. */
function staleRows(
  rule: CompareRule,
  run: Run,
  window: Window,
  level: Selection,
  columns: Columns,
  rows: (of: Selection, period: Period) => Float64Array,
): Float64Array {
  const stale = run.env.take(run.env.units * (rule.categories ?? NO_CATEGORY).length);
  for (let years = run.env.parameter('benchmark_max_lag_years'); years >= 1; years -= 1) {
    rows(level, yearsEarlier(rule.period, window, years)).forEach((row, at) => {
      if (hasValue(rule, columns, row - 1)) stale[at] = row;
    });
  }
  return stale;
}

function judgeIn(
  rule: CompareRule,
  run: Run,
  columns: Columns,
  { counted, withWaiting }: Both,
  window: Window,
  unit: number,
  judges: PartJudge,
  draft: Draft,
): Draft {
  const categories = rule.categories ?? NO_CATEGORY;
  const { units } = run.env;
  const reported = categories.some((_, part) => (counted.own[part * units + unit] ?? 0) > 0);
  const find = (part: number, found: Finding) => {
    const waiting = withWaiting.own[part * units + unit] ?? 0;
    if (waiting > 0) {
      compareRow(rule, run, columns, withWaiting, part, unit, waiting - 1, found);
      const holds = found.fulfilled || found.absent !== null;
      found.clear().waiting = holds;
      found.any = true;
    }
    found.lacking = (counted.lacking[unit] ?? 0) > 0;
    const own = (counted.own[part * units + unit] ?? 0) - 1;
    if (own < 0) {
      if (reported) found.unknown = 'nothingReported';
    } else compareRow(rule, run, columns, counted, part, unit, own, found);
  };
  return judges.judge(categories.length, categories.length > 1, window, find, draft);
}

function detail(rule: CompareRule, levels: readonly Level[], run: Run, verdict: Verdict): Detail {
  const { running, closed } = windowsOf(run.env, rule.period, run.requirement.reporting);
  const window = closed !== null && verdict.to === closed.to ? closed : running;
  const span = { from: window.from, to: window.to, inForceOn: null, exact: asksExactly(window) };
  const parts = partsOf(rule, levels, run.on(window.at), window);
  const benchmarks = benchmarksIn(rule, levels, run.on(window.at), window);
  return {
    looks: [
      { selection: rule.of, ...span },
      ...levels.map(({ of }) => ({ selection: { ...of, from: 'county' as const }, ...span })),
      ...benchmarks.stale,
    ],
    missing: [...parts.filter((part) => !part.seen).map((part) => part.label), ...benchmarks.missing],
    parts: parts.map(({ label, outcome, measured, of }) => ({ label, outcome, measured, of })),
  };
}

/** The benchmarks that are not there, such as `省 初中 2026`, and where the older ones stand that are taken in their place. */
function benchmarksIn(rule: CompareRule, levels: readonly Level[], run: Run, window: Window) {
  const missing: string[] = [];
  const stale: Look[] = [];
  const { references } = comparedIn(rule, levels, run, window, columnsOf(run.env.facts, rule.of.record), false);
  const { units } = run.env;
  const has = (rows: Float64Array, part: number) =>
    rows.subarray(part * units, (part + 1) * units).some((row) => row > 0);
  for (const { rows, stale: older, level } of references) {
    if (level === null) continue;
    (rule.categories ?? NO_CATEGORY).forEach((category, part) => {
      if (has(rows, part)) return;
      if (has(older, part)) stale.push(...staleLooks(rule, run, window, level.of));
      else missing.push([level.name, category, yearOf(window)].filter((word) => word !== '').join(' '));
    });
  }
  return { missing, stale };
}

function staleLooks(rule: CompareRule, run: Run, window: Window, of: Selection): readonly Look[] {
  const lag = run.env.parameter('benchmark_max_lag_years');
  return Array.from({ length: lag }, (_, at) => {
    const { from, to } = yearsEarlier(rule.period, window, at + 1);
    return { selection: { ...of, from: 'county' as const }, from, to, inForceOn: null, exact: asksExactly(window) };
  });
}

/** `2026`, or `2025-2026` for a school year. */
function yearOf({ from, to }: Window): string {
  const [first, last] = [civil(from).year, civil(to).year];
  return first === last ? String(last) : `${first}-${last}`;
}

function partsOf(rule: CompareRule, levels: readonly Level[], run: Run, window: Window) {
  const columns = columnsOf(run.env.facts, rule.of.record);
  const both = bothIn(rule, levels, run, window, columns);
  const unit = run.subjects[0] ?? 0;
  return (rule.categories ?? []).map((label, part) => {
    const cut = (rows: Float64Array) => rows.slice(part * run.env.units, (part + 1) * run.env.units);
    const only = (compared: Compared): Compared => ({
      own: cut(compared.own),
      lacking: compared.lacking,
      references: compared.references.map((one) => ({
        rows: cut(one.rows),
        stale: cut(one.stale),
        level: one.level,
      })),
    });
    const counted = only(both.counted);
    const alone = { counted, withWaiting: only(both.withWaiting) };
    const single = { ...rule, categories: [label] };
    const { outcome, measured, required } = run.outcomeOf(
      judgeIn(single, run, columns, alone, window, unit, new PartJudge(), new Draft()),
    );
    return { label, outcome, measured, of: required, seen: (counted.own[unit] ?? 0) > 0 };
  });
}
