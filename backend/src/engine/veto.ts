import type { Counts } from './counts.js';
import type { VetoState } from './verdict.types.js';

/** Triggered before atRisk before unproven before clear; the 90 % of the roll-up never applies. No state at all is unproven. */
export function worstVeto(states: readonly VetoState[]): VetoState {
  if (states.includes('triggered')) return 'triggered';
  if (states.includes('atRisk')) return 'atRisk';
  return states.length === 0 || states.includes('unproven') ? 'unproven' : 'clear';
}

/** The veto state of veto cells by their counts; not due is still unproven: silence clears nothing (decision 12). */
export function vetoStateOfCounts(counts: Counts): VetoState {
  const [met = 0, atRisk = 0, unmet = 0, noData = 0, notDue = 0] = counts;
  if (unmet > 0) return 'triggered';
  if (atRisk > 0) return 'atRisk';
  return noData + notDue > 0 || met === 0 ? 'unproven' : 'clear';
}
