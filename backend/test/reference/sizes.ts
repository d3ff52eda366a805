import type { Requirement, UnitFact } from '../../src/engine/index.js';
import { newest } from './measures.js';
import { known, num, ofType, originOf } from './records.js';
import { plusDays } from './time.js';
import { type Said } from './verdict.js';
import { type World, isVillage, parameter } from './world.js';

/**
 * Children of the last quarter of the year before; else of the earliest later sheet. A merged village that has counted
 * nobody itself is as large as those before it together (0011, 3).
 */
export function sizeOf(world: World, code: string): number | null {
  const sheets = ofType(world, 'child_stat').filter(
    (r) =>
      originOf(r) === code &&
      r.state === 'approved' &&
      known(world, r, world.asOf) &&
      num(r, 'children_total') !== null,
  );
  const base = `${Number(world.asOf.slice(0, 4)) - 1}-Q4`;
  const quarters = sheets
    .map((r) => String(r.fields['quarter']))
    .filter((quarter) => quarter >= base)
    .sort();
  const own = newest(
    sheets.filter((r) => r.fields['quarter'] === quarters[0]),
    world,
  );
  if (own !== undefined) return num(own, 'children_total');
  const before = (world.predecessors?.get(code) ?? []).map((predecessor) => sizeOf(world, predecessor));
  return before.length === 0 ? null : before.reduce((sum, size) => (sum === null || size === null ? null : sum + size));
}

/** The home of decision 0001's size class; null where the unit is judged. */
export function sizeVerdict(world: World, requirement: Requirement, unit: UnitFact): Said | null {
  const subject = requirement.subjects.find((entry) => entry.startsWith('each_village_'));
  if (subject === undefined || !isVillage(unit)) return null;
  const size = sizeOf(world, unit.code);
  if (size === null)
    return {
      outcome: world.asOf <= plusDays(world.start, parameter(world, 'standing_due_days')) ? 'notDue' : 'noData',
    };
  const line = parameter(world, 'village_child_threshold');
  const large = parameter(world, 'village_threshold_inclusive') === 1 ? size >= line : size > line;
  return large === (subject === 'each_village_ge100') ? null : { outcome: 'notApplicable' };
}
