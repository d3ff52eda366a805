/** The one door of the engine. Pure: readonly values in, a value out, nothing thrown, no clock. */
export type * from './facts.types.js';
export { NO_DAY } from './facts.types.js';
export type * from './record-type.types.js';
export type * from './rule.types.js';
export type * from './verdict.types.js';
export { OUTCOMES, REASONS, VETO_STATES } from './verdict.types.js';
export {
  addMonths,
  addYears,
  civil,
  dayOf,
  firstDayOfMonth,
  formatDay,
  isoMonday,
  lastDayOfMonth,
  parseDay,
  weekday,
} from './days.js';
export { formatMonth, parsePeriod, periodContaining, previousPeriod, type Period } from './periods.js';
export { formatInstant, instantDay, parseInstant } from './instants.js';
export { addWorkdays, isWorkday } from './workdays.js';
export { numberAt, parameterAt, PARAMETER_DEFAULTS, type DatedValues, type ParameterName } from './numbers.js';
export type { Facts } from './facts/facts.js';
export { createFacts } from './facts/create.js';
export { compile, Law, type Program } from './program.js';
export { cellOf, createBoard, evaluate, verdictAt } from './evaluate.js';
export { explain } from './explain.js';
export { addCounts, countsOf, outcomeOf, worstOf, type Counts } from './counts.js';
export {
  countCells,
  fromClauses,
  rollUp,
  rollUpCounts,
  type ClauseRollup,
  type GroupRollup,
  type RequirementRollup,
  type Rollup,
  type RollupOptions,
} from './roll-up.js';
export { vetoStateOfCounts, worstVeto } from './veto.js';
export { BANDS, readinessOf, type Band, type Readiness } from './readiness.js';
export { check } from './check.js';
export { PROBLEM_CODES, type Problem, type ProblemCode } from './check/checker.js';
