import type { RecordFact, Requirement, Rule, UnitFact } from '../../src/engine/index.js';
import { anything, eventsIn, waitingIn } from './events.js';
import { type Said, step, windowsOf, ofPeriods } from './verdict.js';
import { type World, numberOn } from './world.js';

const setOf = (records: readonly RecordFact[], field: string): Set<string> =>
  new Set(
    records.flatMap((record) =>
      Array.isArray(record.fields[field]) ? (record.fields[field] as string[]) : [String(record.fields[field])],
    ),
  );

export function countPerPeriod(
  world: World,
  requirement: Requirement,
  rule: Extract<Rule, { kind: 'count_per_period' }>,
  unit: UnitFact,
): Said {
  const said = windowsOf(world, requirement, rule.period).map((window): Said => {
    if (window === null) return { outcome: 'notApplicable' };
    const min = numberOn(world, requirement, 'min', window.at);
    const enough = (records: readonly RecordFact[]) =>
      records.length >= min &&
      (rule.covering?.items ?? []).every((item) => setOf(records, rule.covering!.field).has(item));
    const counted = eventsIn(world, requirement, rule.count, unit, window, window.at);
    const union = [...new Set([...counted, ...waitingIn(world, requirement, rule.count, unit, window)])];
    const stepped = step(requirement, window.phase, {
      fulfilled: enough(counted),
      waiting: enough(union),
      tolerated: false,
      nothing: union.length === 0 && !anything(world, requirement, rule.count, unit, window),
    });
    return { ...stepped, measured: counted.length, required: min };
  });
  return ofPeriods(said);
}
