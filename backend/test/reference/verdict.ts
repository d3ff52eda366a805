import type { Outcome, Requirement } from '../../src/engine/index.js';
import { type Span, daysBetween, periodAround, plusDays } from './time.js';
import { type World, parameter, plusWorkdays } from './world.js';

/** What the reference says of a cell. `undefined` numbers are not compared. */
export interface Said {
  readonly outcome: Outcome;
  readonly measured?: number | null;
  readonly of?: number | null;
  readonly required?: number | null;
  /** The outcome without the cap, where the cap changed it. */
  readonly uncapped?: Outcome;
}

export type Phase = 'early' | 'warn' | 'grace' | 'after';

export interface Window extends Span {
  readonly phase: Phase;
  readonly graceEnd: string;
  /** The day by whose numbers the window is judged (0012). */
  readonly at: string;
  /** A statistic has to speak of just this period (months, quarters). */
  readonly exact?: boolean;
}

const RANK: readonly Outcome[] = ['unmet', 'noData', 'atRisk', 'met', 'notDue', 'notApplicable'];

export function worst<T extends { readonly outcome: Outcome }>(said: readonly T[]): T {
  return [...said].sort((a, b) => RANK.indexOf(a.outcome) - RANK.indexOf(b.outcome))[0]!;
}

/** All parts are needed: one that is not due keeps the cell from being met. */
export function allNeeded(said: readonly Said[]): Said {
  const found = worst(said);
  return found.outcome === 'met' && said.some(({ outcome }) => outcome === 'notDue')
    ? { outcome: 'notDue' }
    : { outcome: found.outcome };
}

/** Standing duties: due `standing_due_days` after the start, then the grace days. */
export function standingWindow(world: World): Window {
  const due = plusDays(world.start, parameter(world, 'standing_due_days'));
  const graceEnd = plusDays(due, parameter(world, 'period_grace_days'));
  const phase = world.asOf <= due ? 'early' : world.asOf <= graceEnd ? 'grace' : 'after';
  return { from: '0000-01-01', to: world.asOf, phase, graceEnd, at: world.asOf };
}

export function reportingDay(world: World, requirement: Requirement, period: Span): string {
  const reporting = requirement.reporting;
  if (reporting === undefined) return period.to;
  if (reporting.type === 'dayOfLastMonth') return `${period.to.slice(0, 8)}${String(reporting.day).padStart(2, '0')}`;
  if (reporting.type === 'workdaysAfter') return plusWorkdays(world, period.to, reporting.days);
  const day = `${String(reporting.month).padStart(2, '0')}-${String(reporting.day).padStart(2, '0')}`;
  const year = Number(period.to.slice(0, 4));
  return `${year}-${day}` > period.to ? `${year}-${day}` : `${year + 1}-${day}`;
}

/** The running period and the last closed one; null where it ended before the start. */
export function windowsOf(world: World, requirement: Requirement, unit: string): (Window | null)[] {
  const running = periodAround(unit, world.asOf);
  const closed = periodAround(unit, plusDays(running.from, -1));
  return [running, closed].map((period) => {
    if (period.to < world.start) return null;
    // A period that began before a new unit did is not asked of it (0011, 6).
    const beforeBirth = world.born !== undefined && period.from < world.born;
    if (beforeBirth && period.to < world.asOf) return null;
    const graceEnd = plusDays(reportingDay(world, requirement, period), parameter(world, 'period_grace_days'));
    const length = daysBetween(period.from, period.to) + 1;
    const warnFrom = plusDays(period.to, 1 - Math.ceil((length * parameter(world, 'warn_percent')) / 100));
    const isRunning = world.asOf <= period.to;
    const asked = isRunning || world.asOf <= reportingDay(world, requirement, period);
    const early = beforeBirth || world.asOf < warnFrom;
    const phase = asked ? (early ? 'early' : 'warn') : world.asOf <= graceEnd ? 'grace' : 'after';
    return {
      ...period,
      phase,
      graceEnd,
      at: isRunning ? world.asOf : period.to,
      exact: unit === 'month' || unit === 'quarter',
    };
  });
}

export interface Facts {
  readonly fulfilled: boolean;
  /** Fulfilled but for records that wait for review and were handed in on time. */
  readonly waiting: boolean;
  /** Within a declared tolerance. */
  readonly tolerated: boolean;
  readonly nothing: boolean;
}

/** The steps of decision 0001 for one window; `later`: the sheet falls due after the period's end. */
export function step(requirement: Requirement, phase: Phase, facts: Facts, later = false): Said {
  const outcome = uncappedStep(phase, facts, later);
  if (outcome !== 'unmet' || requirement.cap === 'none') return { outcome };
  return { outcome: facts.nothing ? 'noData' : 'atRisk', uncapped: outcome };
}

function uncappedStep(phase: Phase, facts: Facts, later: boolean): Outcome {
  if (facts.fulfilled) return 'met';
  if (phase === 'early') return 'notDue';
  if (facts.waiting) return 'atRisk';
  if (phase === 'warn') return later && facts.nothing ? 'notDue' : 'atRisk';
  if (phase === 'grace') return facts.nothing ? 'noData' : 'atRisk';
  return facts.tolerated ? 'atRisk' : 'unmet';
}

/** The running period stands unless the closed one is worse before any cap; where neither is due, the closed one (0010). */
export function ofPeriods([running, closed]: readonly Said[]): Said {
  if (running!.outcome === 'notDue' && closed!.outcome === 'notDue') return closed!;
  const rank = (said: Said) => RANK.indexOf(said.uncapped ?? said.outcome);
  return rank(closed!) < rank(running!) ? closed! : running!;
}
