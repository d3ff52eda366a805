import type { RecordFact, Requirement, Rule, UnitFact } from '../../src/engine/index.js';
import { eventsIn, waitingIn } from './events.js';
import { inOrder, statements } from './measures.js';
import { dayOf, originOf } from './records.js';
import { daysBetween, plusDays } from './time.js';
import { type Said, allNeeded, standingWindow } from './verdict.js';
import { type World, numberOn, parameter } from './world.js';

/** The submission that says how old a ledger is: the newest, of several predecessors the oldest of theirs (0011, 3). */
function filed(world: World, code: string, rows: readonly RecordFact[]): RecordFact | undefined {
  const found = statements(world, code, rows);
  if (found.some((record) => record === null)) return undefined;
  return found.filter((record) => record !== null).sort((a, b) => (dayOf(world, a)! < dayOf(world, b)! ? -1 : 1))[0];
}

/**
 * What counts, and what waits and was handed in on time: by the limit and the grace days after the one before it, which may
 * wait itself; while nothing that counts was filed there is no such day (0010 «Review»).
 */
function inTime(world: World, approved: readonly RecordFact[], waits: readonly RecordFact[], days: number) {
  const taken: RecordFact[] = [];
  for (const record of inOrder([...approved, ...waits], world)) {
    const code = originOf(record);
    const counted = filed(
      world,
      code,
      taken.filter(({ state }) => state === 'approved'),
    );
    const before = filed(world, code, taken);
    const late = counted !== undefined && record.submittedOn > plusDays(dayOf(world, before!)!, days);
    if (record.state === 'approved' || !late) taken.push(record);
  }
  return taken;
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
      const waits = waitingIn(world, requirement, rule.of, unit, {
        ...ever,
        phase: 'after',
        at: world.asOf,
        graceEnd: '9999-12-31',
      }).filter((r) => r.state === 'pending' && has(r));
      if (row === undefined && standingWindow(world).phase === 'early') return { outcome: 'notDue' };
      const limit = age + parameter(world, 'period_grace_days');
      const then = filed(world, unit.code, inTime(world, approved, waits, limit));
      if (then !== undefined && ageOf(then) <= age) return { outcome: 'atRisk' };
      return { outcome: row === undefined ? 'noData' : old <= age + yellow ? 'atRisk' : 'unmet' };
    }),
  );
}
