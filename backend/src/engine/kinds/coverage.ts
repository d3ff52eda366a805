import { NO_DAY } from '../facts.types.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { Finding } from '../judge/finding.js';
import { PartJudge } from '../judge/parts.js';
import { closedDecides, judgeWindow } from '../judge/steps.js';
import { windowsOf, type Window } from '../judge/window.js';
import type { Fraction } from '../measures/fraction.types.js';
import { coverageSelections, fractionsIn } from '../measures/fractions.js';
import { asksExactly, asksInForce, countRows, hasWaiting, lackingRows, rowsIn } from '../measures/gather.js';
import { itemMasks } from '../measures/items.js';
import type { CoverageOf, Rule } from '../rule.types.js';
import type { Verdict } from '../verdict.types.js';
import type { Detail, Judge, Sink } from './kind.js';

type CoverageRule = Rule & { readonly kind: 'coverage' };

/** The fractions of a window, and what they are held against. */
interface Measured {
  readonly target: number;
  readonly yellow: number;
  readonly parts: readonly Fraction[];
  readonly withPending: readonly Fraction[];
  /** What was reported without its file. */
  readonly lacking: Float64Array;
}

/** Numerator and denominator against a target in per cent, judged in integers (decision 7; 1.1.3.d, 3.1.2.b). */
export function coverage(rule: CoverageRule): Judge {
  return {
    judge: (run, sink) => judge(rule, run, sink),
    detail: (run, verdict) => detail(rule, run, verdict),
  };
}

function judge(rule: CoverageRule, run: Run, sink: Sink): void {
  const { running, closed } = windowsOf(run.env, rule.period, run.requirement.reporting);
  const now = finderIn(rule, run, running);
  const before = closed === null || closed.phase === 'before' ? null : finderIn(rule, run, closed);
  const judges = new PartJudge();
  const nothing = new Finding();
  const first = new Draft();
  const second = new Draft();
  run.subjects.forEach((unit, place) => {
    now.judge(unit, judges, first);
    if (closed === null) return sink.put(place, first, null);
    if (before === null) judgeWindow(nothing, closed, second);
    else before.judge(unit, judges, second);
    if (closedDecides(first, second)) sink.put(place, second, first);
    else sink.put(place, first, second);
  });
}

function finderIn(rule: CoverageRule, run: Run, window: Window): Finder {
  return new Finder(rule, measuredIn(rule, run.on(window.at), window), window);
}

function measuredIn(rule: CoverageRule, run: Run, window: Window): Measured {
  const parts = fractionsIn(run, rule.of, window, false);
  const waiting = hasWaiting(run, coverageSelections(rule.of));
  const lacking = lackingRows(run, coverageSelections(rule.of), window);
  const against = { target: run.number('target'), yellow: run.number('yellow'), lacking };
  return { ...against, parts, withPending: waiting ? fractionsIn(run, rule.of, window, true) : parts };
}

/** The findings of one unit after another. One function serves all of them: there are thousands of cells. */
class Finder {
  private unit = 0;
  private reported = false;
  private somebody = false;

  constructor(
    private readonly rule: CoverageRule,
    private readonly measured: Measured,
    private readonly window: Window,
  ) {}

  /** Judges a unit; `only` one of its parts. */
  judge(unit: number, judges: PartJudge, draft: Draft, only: number | null = null): Draft {
    const { parts } = this.measured;
    this.unit = unit;
    this.reported = this.somebody = false;
    for (const part of parts) {
      this.reported ||= (part.seen[unit] ?? 0) > 0;
      // Several fractions on one sheet: a typed 0 says that there is nobody, as long as the sheet speaks of somebody (4.1.1.c).
      this.somebody ||= this.rule.of.type === 'pairs' && (part.denominator[unit] ?? 0) > 0;
    }
    if (only !== null) return judges.judge(1, false, this.window, (_, found) => this.find(only, found), draft);
    return judges.judge(parts.length, parts.length > 1, this.window, this.find, draft);
  }

  private readonly find = (index: number, found: Finding): void => {
    const { unit, measured } = this;
    const { target, yellow } = measured;
    const part = measured.parts[index];
    if (part !== undefined) findFraction(this.rule.of, part, unit, target, yellow, this.reported, found);
    found.lacking = (measured.lacking[unit] ?? 0) > 0;
    if (this.somebody && found.of === 0) found.absent = 'noSubjectChildren';
    const other = measured.withPending[index];
    // Where nothing waits, the two are one and the same.
    if (other !== undefined && other !== part) findWaiting(other, unit, target, found);
  };
}

/** Whether the denominator is counted from records: then nothing there is 0/0, while a typed one was never reported. */
function isCounted(of: CoverageOf): boolean {
  return of.type === 'share' || (of.type === 'ratio' && !('latest' in of.denominator));
}

/** A village of the subtree has not sent its sheet. */
function isSilent(part: Fraction, unit: number): boolean {
  return part.expected !== undefined && (part.seen[unit] ?? 0) < (part.expected[unit] ?? 0);
}

/** Every report of the part says that there is nobody, or there is no village that could report. */
function isZero(part: Fraction, unit: number): boolean {
  const zero = part.zero[unit] ?? 0;
  return part.expected?.[unit] === 0 || (zero > 0 && zero === (part.seen[unit] ?? 0));
}

/** What the fraction would say if the waiting records were approved. */
function findWaiting(part: Fraction, unit: number, target: number, found: Finding): void {
  const below = part.denominator[unit] ?? 0;
  const seen = (part.seen[unit] ?? 0) > 0;
  found.any ||= seen;
  const holds = below > 0 ? (part.numerator[unit] ?? 0) * 100 >= target * below : seen && isZero(part, unit);
  found.waiting = holds && !isSilent(part, unit);
}

function findFraction(
  of: CoverageOf,
  part: Fraction,
  unit: number,
  target: number,
  yellow: number,
  reported: boolean,
  found: Finding,
): void {
  const above = part.numerator[unit] ?? 0;
  const below = part.denominator[unit] ?? 0;
  const seen = (part.seen[unit] ?? 0) > 0;
  found.any = seen;
  found.fulfilled = below > 0 && above * 100 >= target * below;
  found.tolerated = above > 0 && above * 100 >= yellow * below;
  found.measured = above;
  found.of = below;
  found.required = Math.ceil((target * below) / 100);
  if (seen && isSilent(part, unit) && above * 100 >= yellow * below) {
    // Those that reported are well; silence of the others is no pass. Where they are short already, that decides.
    found.fulfilled = false;
    found.unknown = 'sheetMissing';
  } else if (isZero(part, unit)) found.absent = 'noSubjectChildren';
  else if (below === 0 && (seen || isCounted(of))) found.unknown = 'nothingReported';
  else if (!seen && reported) found.unknown = 'nothingReported';
}

function detail(rule: CoverageRule, today: Run, verdict: Verdict): Detail {
  const { running, closed } = windowsOf(today.env, rule.period, today.requirement.reporting);
  const window = closed !== null && verdict.to === closed.to ? closed : running;
  const run = today.on(window.at);
  const unit = run.subjects[0] ?? 0;
  const all = measuredIn(rule, run, window);
  const { parts } = all;
  const judges = new PartJudge();
  const finder = new Finder(rule, all, window);
  const told = parts.map((part, index) => {
    const { outcome, measured, of } = run.outcomeOf(finder.judge(unit, judges, new Draft(), index));
    return { label: part.label, outcome, measured, of };
  });
  const looks = coverageSelections(rule.of).map((selection) => {
    const inForce = asksInForce(run.env, selection, window);
    return {
      selection,
      from: inForce ? NO_DAY : window.from,
      to: inForce ? window.at : window.unit === 'standing' ? window.at : window.to,
      inForceOn: inForce ? window.at : null,
      exact: asksExactly(window),
    };
  });
  const several = parts.length > 1;
  const unseen = parts.filter((part) => several && (part.seen[unit] ?? 0) === 0).map((part) => part.label);
  return {
    looks,
    missing:
      rule.of.type === 'items'
        ? missingItems(rule.of, run, window, unit)
        : [...unseen, ...(verdict.reason === 'sheetMissing' ? silentVillages(rule.of, run, window, unit) : [])],
    parts: several ? told : [],
  };
}

/** Codes of the villages below the unit whose sheet is not there. */
function silentVillages(of: CoverageOf, run: Run, window: Window, unit: number): readonly string[] {
  const { tree } = run.env;
  const [selection] = coverageSelections(of);
  if (selection === undefined) return [];
  const own = { ...selection, from: 'own' } as const;
  const { view, slice } = rowsIn(run, own, window, false);
  const sheets = countRows(run.env, view, slice, own);
  const silent = tree.subtree(unit).filter((one) => tree.isVillage(one) && sheets[one] === 0);
  return silent.map((one) => tree.units[one]?.code ?? '');
}

function missingItems(
  of: CoverageOf & { readonly type: 'items' },
  run: Run,
  window: Window,
  unit: number,
): readonly string[] {
  const mask = itemMasks(run, of, window, false).masks[unit] ?? 0;
  return of.items.filter((_, item) => ((mask >>> item) & 1) === 0);
}
