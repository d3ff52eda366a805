import type { Requirement, Rule, UnitFact } from '../../src/engine/index.js';
import { eventsIn, waitingIn } from './events.js';
import { plusDays } from './time.js';
import { type Said } from './verdict.js';
import { type World, numberOn } from './world.js';

/** A week with at least this many days of the Spring Festival holiday is exempt. */
const EXEMPT_DAYS = 4;

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((weekday + 6) % 7));
}

/** Sessions a week over the last weeks whose catch-up days are over (0010 «Weeks», 0012). */
export function frequency(
  world: World,
  requirement: Requirement,
  rule: Extract<Rule, { kind: 'frequency_coverage' }>,
  unit: UnitFact,
): Said {
  const on = (name: string, day = world.asOf) => numberOn(world, requirement, name, day);
  const last = mondayOf(plusDays(world.asOf, -on('catch_up_days') - 7));
  const mondays = Array.from({ length: on('window_weeks') }, (_, i) => plusDays(last, -7 * i));
  const judged = mondays.filter((monday) => {
    const free = [0, 1, 2, 3, 4, 5, 6].filter((i) => world.springFestival.has(plusDays(monday, i))).length;
    return monday >= world.start && !(rule.exempt === 'spring_festival' && free >= EXEMPT_DAYS);
  });
  if (judged.length === 0) return { outcome: 'notDue', measured: 0, of: 0 };
  const weeks = judged.map((monday) => {
    const sunday = plusDays(monday, 6);
    const counted = eventsIn(world, requirement, rule.count, unit, { from: monday, to: sunday }, sunday);
    const graceEnd = plusDays(sunday, on('catch_up_days'));
    const waits = waitingIn(world, requirement, rule.count, unit, {
      from: monday,
      to: sunday,
      phase: 'after',
      at: sunday,
      graceEnd,
    });
    const pending = waits.filter(({ state }) => state === 'pending');
    const min = on('min_per_week', sunday);
    return {
      any: counted.length > 0,
      enough: counted.length >= min,
      withWaiting: counted.length + pending.length >= min,
    };
  });
  const enough = weeks.filter((week) => week.enough).length;
  const numbers = { measured: enough, of: judged.length };
  const reaches = (count: number, percent: number) => count * 100 >= percent * judged.length;
  if (reaches(enough, on('target'))) return { outcome: 'met', ...numbers };
  if (reaches(weeks.filter((week) => week.withWaiting).length, on('target'))) return { outcome: 'atRisk', ...numbers };
  const whole = mondays[mondays.length - 1]! >= world.start;
  if (!weeks.some((week) => week.any)) return { outcome: whole ? 'unmet' : 'noData', ...numbers };
  return { outcome: reaches(enough, on('yellow')) ? 'atRisk' : 'unmet', ...numbers };
}
