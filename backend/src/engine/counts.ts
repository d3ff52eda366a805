import { OUTCOMES, type Outcome } from './verdict.types.js';

/** How many cells (or requirements, or clauses) have each outcome, in the order of `OUTCOMES`. */
export type Counts = readonly number[];

export function noCounts(): number[] {
  return OUTCOMES.map(() => 0);
}

/** Counts of a list of outcomes. */
export function countsOf(outcomes: readonly Outcome[]): Counts {
  return OUTCOMES.map((outcome) => outcomes.filter((one) => one === outcome).length);
}

/** Counts add over units: a subtree equals the sum of its parts (decision 9). */
export function addCounts(one: Counts, other: Counts): Counts {
  return one.map((count, at) => count + (other[at] ?? 0));
}

/** From worst to best; the last is neutral, and so is what follows it: not applicable (decision 4). */
const WORST_FIRST: readonly Outcome[] = ['unmet', 'noData', 'atRisk', 'met', 'notDue'];

/** The worst outcome present; notDue before notApplicable only where nothing else stands. */
export function worstOf(counts: Counts): Outcome {
  return WORST_FIRST.find((outcome) => (counts[OUTCOMES.indexOf(outcome)] ?? 0) > 0) ?? 'notApplicable';
}

/**
 * One outcome for many cells (decision 9): one applicable cell takes its own; all due cells met → met; at least
 * `mostPercent` met → atRisk; otherwise the worst present. 467 of 468 is atRisk.
 */
export function outcomeOf(counts: Counts, mostPercent: number): Outcome {
  const [met = 0, atRisk = 0, unmet = 0, noData = 0] = counts;
  const due = met + atRisk + unmet + noData;
  if (due === 0) return worstOf(counts);
  if (met === due) return 'met';
  if (due > 1 && met * 100 >= mostPercent * due) return 'atRisk';
  return worstOf(counts);
}
