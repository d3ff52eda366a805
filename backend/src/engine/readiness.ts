import { countsOf, type Counts } from './counts.js';
import type { Outcome, VetoState } from './verdict.types.js';

export const BANDS = ['vetoTriggered', 'unproven', 'gaps', 'nearlyReady', 'onTrack', 'ready'] as const;
export type Band = (typeof BANDS)[number];

/** How far a county is (decision 10): clauses met of those that apply, and the first band that fits. */
export interface Readiness {
  readonly met: number;
  readonly total: number;
  readonly counts: Counts;
  readonly band: Band;
}

/** Clauses without the veto ones, and the state of each veto clause. */
export function readinessOf(clauses: readonly Outcome[], vetoes: readonly VetoState[]): Readiness {
  const counts = countsOf(clauses);
  return { met: counts[0] ?? 0, total: clauses.length, counts, band: bandOf(clauses, vetoes) };
}

function bandOf(clauses: readonly Outcome[], vetoes: readonly VetoState[]): Band {
  const any = (...outcomes: readonly Outcome[]) => clauses.some((clause) => outcomes.includes(clause));
  if (vetoes.includes('triggered')) return 'vetoTriggered';
  if (vetoes.includes('unproven')) return 'unproven';
  if (any('unmet', 'noData')) return 'gaps';
  if (any('atRisk') || vetoes.includes('atRisk')) return 'nearlyReady';
  return any('notDue') || !any('met') ? 'onTrack' : 'ready';
}
