import type { Verdict } from '../../engine/index.js';
import type { RequirementSpec } from '../../standard/standard.types.js';

/** All that a sentence may say: nothing in it is computed by the renderer. */
export interface SentenceInput {
  readonly requirement: RequirementSpec;
  readonly verdict: Verdict;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** What is missing, as the engine's explanation lists it, with unit codes already turned into names; empty when not asked for. */
  readonly missing: readonly string[];
  /** Label of the category, paper, ledger or step that decided; null when there is none. */
  readonly part: string | null;
  readonly recordLabel: (recordType: string) => string;
  readonly evidenceLabel: (evidenceType: string) => string;
}
