import { getKept, request, urlOf, type Keep } from './client';
import type { CellExplanation, Scorecard, UnitProgress } from './types';

const keptScorecards: Keep<Scorecard> = new Map();
const keptExplanations: Keep<CellExplanation> = new Map();
const keptProgress: Keep<UnitProgress> = new Map();

/** The scorecard of a unit's subtree on a day. Unchanged: the very same object as before. */
export const fetchScorecard = (unitCode: string, asOf: string) =>
  getKept(`/scorecards/${encodeURIComponent(unitCode)}`, { asOf }, keptScorecards);

/** One cell explained: numbers, records that count and that do not, and what is missing. */
export const fetchExplanation = (unitCode: string, requirementId: string, asOf: string) =>
  getKept(
    `/scorecards/${encodeURIComponent(unitCode)}/cells/${encodeURIComponent(requirementId)}`,
    { asOf },
    keptExplanations,
  );

/** The three lists of a unit: what it leads, what it has to do itself, where it helps. */
export const fetchProgress = (unitCode: string, asOf: string) =>
  getKept(`/units/${encodeURIComponent(unitCode)}/progress`, { asOf }, keptProgress);

/** Address of the workbook with the state of the whole table on a day. */
export const taskCompletionUrl = (asOf: string) => urlOf('/reports/task-completion.xlsx', { asOf });

/** Forgets what was kept; for signing out. */
export function forgetScorecards(): void {
  keptScorecards.clear();
  keptExplanations.clear();
  keptProgress.clear();
}

export const fetchHealth = () => request<{ version: string }>('GET', '/health');
