import { OUTCOMES, type Outcome } from '../engine/index.js';

/** Cells that are met, of those that are due. */
export interface Fraction {
  readonly met: number;
  readonly due: number;
}

/** met of those that are due: met, atRisk, unmet and noData. */
export function fractionOf(counts: readonly number[]): Fraction {
  const of = (outcome: Outcome) => counts[OUTCOMES.indexOf(outcome)] ?? 0;
  const met = of('met');
  return { met, due: met + of('atRisk') + of('unmet') + of('noData') };
}
