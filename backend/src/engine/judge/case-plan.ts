import type { Column } from '../facts/column.js';
import type { Table } from '../facts/table.js';
import type { NumberOverTime } from '../numbers.js';
import type { CaseSource, CaseStep } from '../rule.types.js';
import type { Run } from './env.js';

export type SingleCases = Extract<CaseSource, { readonly type: 'cases' }>;

/** Where a step's clock starts: an instant field of the case, or the doing of another step. */
export type Origin = { readonly column: Column } | { readonly code: number; readonly field: Column | undefined };

export interface Step {
  readonly rule: CaseStep;
  readonly code: number;
  readonly field: Column | undefined;
  readonly origin: Origin;
  readonly before: number;
  /** Both as of the day on which the step's clock starts (decision 12); null where the rule has none. */
  readonly limit: NumberOverTime | null;
  readonly every: NumberOverTime | null;
  /** Minutes of the limit's unit where it runs by the minute; 0 otherwise. */
  readonly minutes: number;
}

/** The steps of a rule tied to the columns of its cases. */
export function readSteps(run: Run, source: SingleCases, table: Table): readonly Step[] {
  const codes = run.env.facts.tables.get('case_step')?.columns.get('step');
  const codeOf = (name: string | undefined) =>
    name !== undefined && codes?.kind === 'choice' ? (codes.codes.get(name) ?? -2) : -2;
  const originOf = (from: string): Origin => {
    const column = table.columns.get(from);
    if (column !== undefined) return { column };
    const earlier = source.steps.find(({ step }) => step === from)?.field;
    return { code: codeOf(from), field: earlier === undefined ? undefined : table.columns.get(earlier) };
  };
  return source.steps.map((rule) => ({
    rule,
    code: codeOf(rule.step),
    field: rule.field === undefined ? undefined : table.columns.get(rule.field),
    origin: originOf(rule.from ?? source.base),
    before: codeOf(rule.before),
    limit: rule.within === undefined ? null : run.overTime(rule.within.number),
    every: rule.every === undefined ? null : run.overTime(rule.every),
    minutes: minutesIn(rule.within?.unit),
  }));
}

/** Minutes of a unit that runs by the minute; 0 for days and workdays, which end with their day. */
function minutesIn(unit: 'minutes' | 'hours' | 'days' | 'workdays' | undefined): number {
  return unit === 'minutes' ? 1 : unit === 'hours' ? 60 : 0;
}
