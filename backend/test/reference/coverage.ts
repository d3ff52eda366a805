import type { Requirement, Rule, UnitFact } from '../../src/engine/index.js';
import { somebody } from './measures.js';
import { isCounted, judge, reachesTarget, share } from './shares.js';
import { plusDays, plusMonths } from './time.js';
import { pairs, typed } from './typed.js';
import { type Said, type Window, standingWindow, windowsOf, ofPeriods } from './verdict.js';
import { type World, numberOn, parameter } from './world.js';

type CoverageRule = Extract<Rule, { kind: 'coverage' }>;

/** The last twelve months up to the day; asked for once twelve months of the campaign have gone by. */
function rollingWindow(world: World): Window {
  const due = plusDays(plusMonths(world.start, 12), -1);
  const length = (Date.parse(due) - Date.parse(world.start)) / 86_400_000 + 1;
  const warnFrom = plusDays(due, 1 - Math.ceil((length * parameter(world, 'warn_percent')) / 100));
  const lastGrace = plusDays(due, parameter(world, 'period_grace_days'));
  const phase =
    world.asOf < warnFrom ? 'early' : world.asOf <= due ? 'warn' : world.asOf <= lastGrace ? 'grace' : 'after';
  return {
    from: plusDays(plusMonths(world.asOf, -12), 1),
    to: world.asOf,
    phase,
    graceEnd: world.asOf,
    at: world.asOf,
  };
}

export function coverage(world: World, requirement: Requirement, rule: CoverageRule, unit: UnitFact): Said {
  const one = (window: Window | null): Said => {
    if (window === null) return { outcome: 'notApplicable' };
    if (rule.of.type === 'reported') return typed(world, requirement, rule.of, unit, window);
    if (rule.of.type === 'pairs') return pairs(world, requirement, rule.of, unit, window);
    const now = share(world, requirement, rule.of, unit, window, false);
    const waiting = share(world, requirement, rule.of, unit, window, true);
    // A sheet that waits and says nothing takes nothing from the approved one (0010).
    const isReported = (union: boolean) => somebody(world, requirement, rule.of, unit, window, union);
    const typedNobody = rule.of.type === 'ratio' && isReported(false);
    const said = judge(
      requirement,
      world,
      window,
      now,
      waiting,
      (now === null && waiting === null) || !(isReported(false) || isReported(true)),
    );
    // 0 of 0 says nothing (0002 no. 1); a list of items of which nothing was reported is silence (no. 2).
    return now === null &&
      (isCounted(rule.of) || typedNobody) &&
      !reachesTarget(waiting, numberOn(world, requirement, 'target', window.at)) &&
      (window.phase === 'grace' || window.phase === 'after')
      ? { outcome: 'noData' }
      : said;
  };
  if (rule.period === 'standing') return one(standingWindow(world));
  if (rule.period !== 'rolling_12_months') return ofPeriods(windowsOf(world, requirement, rule.period).map(one));
  return one(rollingWindow(world));
}
