import type { RecordFact, Requirement, Rule, UnitFact } from '../../src/engine/index.js';
import { eventsIn, waitingIn } from './events.js';
import { statements } from './measures.js';
import { dayOf } from './records.js';
import { daysBetween, plusDays } from './time.js';
import { type Said, allNeeded, standingWindow } from './verdict.js';
import { type World, numberOn, parameter } from './world.js';

/** The submission that says how old a ledger is: the newest, of several predecessors the oldest of theirs (0011, 3). */
function filed(world: World, code: string, rows: readonly RecordFact[]): RecordFact | undefined {
  const found = statements(world, code, rows);
  if (found.some((record) => record === null)) return undefined;
  return found.filter((record) => record !== null).sort((a, b) => (dayOf(world, a)! < dayOf(world, b)! ? -1 : 1))[0];
}

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
      const approved = eventsIn(world, requirement, rule.of, unit, ever, world.asOf).filter(has);
      const row = filed(world, unit.code, approved);
      const ageOf = (record: RecordFact) => daysBetween(dayOf(world, record)!, world.asOf);
      const old = row === undefined ? Infinity : ageOf(row);
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
      const then = filed(world, unit.code, [...approved, ...waits]);
      if (then !== undefined && ageOf(then) <= age) return { outcome: 'atRisk' };
      return { outcome: row === undefined ? 'noData' : old <= age + yellow ? 'atRisk' : 'unmet' };
    }),
  );
}
