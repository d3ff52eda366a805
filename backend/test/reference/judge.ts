import type { Requirement, UnitFact } from '../../src/engine/index.js';
import { casesHandled } from './cases.js';
import { countPerPeriod } from './counts.js';
import { coverage } from './coverage.js';
import { ledgers } from './ledgers.js';
import { documents } from './papers.js';
import { sizeVerdict } from './sizes.js';
import { facility, standing } from './standing.js';
import type { Said } from './verdict.js';
import { values } from './values.js';
import { incidentFree, noOpenCases } from './vetoes.js';
import { frequency } from './weeks.js';
import { parameter, type World } from './world.js';

/** The kinds that the reference judges. */
export const KINDS = [
  'documents',
  'count_per_period',
  'staffing',
  'facility',
  'coverage',
  'ledger_current',
  'frequency_coverage',
  'value_compare',
  'every_case_handled',
  'incident_free_window',
  'no_open_cases',
];

/** What the reference says of one cell of the world's day. */
export function say(county: World, requirement: Requirement, unit: UnitFact): Said {
  const { rule } = requirement;
  const { from } = unit;
  // The duties of a unit without a predecessor begin with its first day (0011, 6).
  const late = unit.newborn === true && from !== undefined && from > county.start;
  const world: World = late ? { ...county, start: from, born: from } : county;
  // Before the campaign's first day nothing is due yet (0010).
  if (world.asOf < world.start) return { outcome: 'notDue' };
  const size = sizeVerdict(world, requirement, unit);
  if (size !== null) return size;
  switch (rule.kind) {
    case 'documents':
      return documents(world, requirement, rule, unit);
    case 'count_per_period':
      return countPerPeriod(world, requirement, rule, unit);
    case 'staffing':
      return standing(world, requirement, rule.people, unit, parameter(world, 'vacancy_tolerance_days'));
    case 'facility':
      return facility(world, requirement, rule, unit);
    case 'coverage':
      return coverage(world, requirement, rule, unit);
    case 'ledger_current':
      return ledgers(world, requirement, rule, unit);
    case 'frequency_coverage':
      return frequency(world, requirement, rule, unit);
    case 'value_compare':
      return values(world, requirement, rule, unit);
    case 'incident_free_window':
      return incidentFree(world, requirement, rule, unit);
    case 'no_open_cases':
      return noOpenCases(world, requirement, rule, unit);
    case 'every_case_handled':
      return casesHandled(world, requirement, rule, unit);
  }
}
