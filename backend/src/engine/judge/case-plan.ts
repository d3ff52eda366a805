import { NO_OPTION } from '../facts.types.js';
import type { Column } from '../facts/column.js';
import type { Table } from '../facts/table.js';
import type { NumberOverTime } from '../numbers.js';
import type { CaseSource, CaseStep } from '../rule.types.js';
import type { Run } from './env.js';

export type SingleCases = Extract<CaseSource, { readonly type: 'cases' }>;

/** How a step shows: as an entry of its own, in a field of the case, or by another step (where a field of that is filled in). */
export interface Doing {
  readonly code: number;
  readonly field: Column | undefined;
  readonly others: readonly { readonly code: number; readonly having: Column | undefined }[];
}

/** One step, with everything at hand that is asked of every case: all steps have the same shape, which keeps that fast. */
export interface Step {
  readonly doing: Doing;
  /** Where its clock starts: the instant or day of a field of the case, or, where that is not given, another step. */
  readonly clock: Column | undefined;
  readonly origin: Doing;
  /** The step before which this one has to be done; null where the rule asks for none. */
  readonly before: Doing | null;
  /** Without a limit of its own. */
  readonly open: boolean;
  /** Both as of the day on which the step's clock starts (decision 12); null where the rule has none. */
  readonly limit: NumberOverTime | null;
  readonly every: NumberOverTime | null;
  /** Minutes of the limit's unit where it runs by the minute; 0 otherwise. */
  readonly minutes: number;
  /** Whether the limit counts workdays. */
  readonly workdays: boolean;
}

/** The steps of a rule tied to the columns of its cases. */
export function readSteps(run: Run, source: SingleCases, table: Table): readonly Step[] {
  const steps = run.env.facts.tables.get('case_step');
  const codes = steps?.columns.get('step');
  const codeOf = (name: string) => (codes?.kind === 'choice' ? codes.codes.get(name) : undefined) ?? NO_OPTION;
  const doingOf = ({ step, field, or = [] }: CaseStep): Doing => ({
    code: codeOf(step),
    field: table.column(field),
    others: or.map((other) => ({ code: codeOf(other.step), having: steps?.column(other.having) })),
  });
  const named = (name: string): Doing => doingOf(source.steps.find(({ step }) => step === name) ?? { step: name });
  return source.steps.map((rule) => ({
    doing: doingOf(rule),
    clock: table.columns.get(rule.from ?? source.base),
    origin: named(rule.from ?? source.base),
    before: rule.before === undefined ? null : named(rule.before),
    open: rule.within === undefined,
    limit: rule.within === undefined ? null : run.overTime(rule.within.number),
    every: rule.every === undefined ? null : run.overTime(rule.every),
    minutes: minutesIn(rule.within?.unit),
    workdays: rule.within?.unit === 'workdays',
  }));
}

/** Minutes of a unit that runs by the minute; 0 for days and workdays, which end with their day. */
function minutesIn(unit: 'minutes' | 'hours' | 'days' | 'workdays' | undefined): number {
  return unit === 'minutes' ? 1 : unit === 'hours' ? 60 : 0;
}
