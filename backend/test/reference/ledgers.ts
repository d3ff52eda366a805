import type { RecordFact, Requirement, Rule, UnitFact } from '../../src/engine/index.js';
import { eventsIn, waitingIn } from './events.js';
import { newest } from './measures.js';
import { dayOf } from './records.js';
import { plusDays } from './time.js';
import { type Said, allNeeded, standingWindow } from './verdict.js';
import { type World, numberOn, parameter } from './world.js';

/** Each ledger for itself: as old as its newest submission. */
export function ledgers(
  world: World,
  requirement: Requirement,
  rule: Extract<Rule, { kind: 'ledger_current' }>,
  unit: UnitFact,
): Said {
  const age = numberOn(world, requirement, 'max_age_days', world.asOf);
  const yellow = numberOn(world, requirement, 'yellow_days', world.asOf);
  const ever = { from: '0000-01-01', to: world.asOf };
  return allNeeded(
    rule.ledgers.map((ledger): Said => {
      const has = (r: RecordFact) => (r.fields[rule.field] as string[]).includes(ledger);
      const row = newest(eventsIn(world, requirement, rule.of, unit, ever, world.asOf).filter(has), world);
      const old = row === undefined ? Infinity : (Date.parse(world.asOf) - Date.parse(dayOf(world, row)!)) / 86_400_000;
      if (old <= age) return { outcome: 'met' };
      const graceEnd =
        row === undefined ? '9999-12-31' : plusDays(dayOf(world, row)!, age + parameter(world, 'period_grace_days'));
      const waits = waitingIn(world, requirement, rule.of, unit, {
        ...ever,
        phase: 'after',
        at: world.asOf,
        graceEnd,
      }).filter((r) => r.state === 'pending' && has(r));
      if (row === undefined && standingWindow(world).phase === 'early') return { outcome: 'notDue' };
      if (waits.some((r) => (Date.parse(world.asOf) - Date.parse(dayOf(world, r)!)) / 86_400_000 <= age))
        return { outcome: 'atRisk' };
      return { outcome: row === undefined ? 'noData' : old <= age + yellow ? 'atRisk' : 'unmet' };
    }),
  );
}
