import { Env, Run } from '../judge/env.js';
import { windowsOf } from '../judge/window.js';
import { fractionsIn } from '../measures/fractions.js';
import type { UnitFact } from '../facts.types.js';
import type { RecordTypeSpec } from '../record-type.types.js';
import type { CoverageOf, PeriodUnit } from '../rule.types.js';
import { layoutOf } from './changing-county.js';
import { contextOf, requirementOf, UNITS, type Entry } from './county.js';
import { filled } from './selected.js';

export interface Looked {
  readonly asOf?: string;
  readonly period?: PeriodUnit;
  readonly units?: readonly UnitFact[];
  /** Record types besides those of the small county. */
  readonly types?: readonly RecordTypeSpec[];
  readonly numbers?: Readonly<Record<string, number>>;
  /** As if what waits for review were approved. */
  readonly waiting?: boolean;
}

/**
 * What a coverage measures in the running period, part by part: `unit numerator/denominator` for each unit that reported
 * anything, `unit none` where it says that there is nobody.
 */
export function measured(of: CoverageOf, entries: readonly Entry[], looked: Looked = {}): readonly string[][] {
  const { asOf = '2026-09-30', period = 'quarter', units = UNITS, types = [], numbers = {}, waiting = false } = looked;
  const layout = layoutOf(units);
  const facts = filled(entries, { ...layout, recordTypes: [...layout.recordTypes, ...types] });
  const env = new Env(facts, contextOf(asOf));
  const run = new Run(env, requirementOf({ kind: 'coverage', period, of }, {}, numbers), env.every);
  const { running } = windowsOf(env, period, undefined);
  return fractionsIn(run, of, running, waiting).map(({ label, numerator, denominator, seen, zero }) =>
    units.flatMap(({ code }, unit) => {
      const words = `${label}${code} ${numerator[unit]}/${denominator[unit]}`;
      if ((zero[unit] ?? 0) > 0) return [`${words} none`];
      return (seen[unit] ?? 0) > 0 ? [words] : [];
    }),
  );
}
