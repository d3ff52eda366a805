import { AT_RISK, isWorse, MET, NO_DATA, NOT_APPLICABLE, NOT_DUE, UNMET } from './codes.js';
import { NO_DAY } from '../facts.types.js';
import type { Reason } from '../verdict.types.js';
import type { Draft } from './draft.js';
import type { Finding } from './finding.js';
import type { Window } from './window.js';

/**
 * The steps of decision 3 for one window: running, grace, after. Standing duties take the same steps, with the time
 * until their due day as the running one. Writes the draft.
 */
export function judgeWindow(found: Finding, window: Window, draft: Draft): Draft {
  draft.clear();
  draft.any = found.any;
  draft.part = found.part;
  draft.count(found.measured, found.of, found.required);
  draft.span(window.from, window.to, window.due);
  if (window.phase === 'before') return draft.say(NOT_APPLICABLE, 'beforeStart');
  if (found.absent !== null) return draft.say(NOT_APPLICABLE, found.absent);
  if (found.fulfilled && found.expiring) {
    if (found.until !== NO_DAY) draft.due = found.until;
    return draft.say(AT_RISK, 'expiring');
  }
  if (found.fulfilled) return draft.say(MET, 'fulfilled');
  switch (window.phase) {
    case 'running':
      // What is reported only after the period's end cannot be short before it, as long as nothing is there.
      return judgeRunning(found, window.warn && (found.any || !window.sheetLater), draft);
    case 'grace':
      return judgeGrace(found, draft);
    case 'after':
      return judgeAfter(found, draft);
  }
}

function judgeRunning(found: Finding, warn: boolean, draft: Draft): Draft {
  const outcome = warn ? AT_RISK : NOT_DUE;
  if (found.attribute) return draft.say(outcome, 'attributeMissing');
  if (found.waiting) return draft.say(outcome, 'waitingForReview');
  if (warn) return draft.say(AT_RISK, 'shortInLastQuarter');
  return draft.say(NOT_DUE, found.any ? 'onPace' : 'nothingYet');
}

function judgeGrace(found: Finding, draft: Draft): Draft {
  if (found.attribute) return draft.say(AT_RISK, 'attributeMissing');
  if (found.waiting) return draft.say(AT_RISK, 'waitingForReview');
  if (!found.any || found.unknown !== null) return draft.say(NO_DATA, silence(found));
  return draft.say(AT_RISK, 'shortInGrace');
}

function judgeAfter(found: Finding, draft: Draft): Draft {
  if (found.attribute) return draft.say(AT_RISK, 'attributeMissing');
  if (found.waiting) return draft.say(AT_RISK, 'waitingForReview');
  if (found.unknown !== null) return draft.say(NO_DATA, silence(found));
  if (found.tolerated) return draft.say(AT_RISK, found.toleratedAs);
  if (found.expired) return draft.say(UNMET, 'expired');
  return found.any ? draft.say(UNMET, 'short') : draft.say(UNMET, silence(found));
}

/** Why there is nothing to judge: what was reported without its file is short, not nothing. */
function silence(found: Finding): Reason {
  if (found.unknown !== null && found.unknown !== 'nothingReported') return found.unknown;
  return found.lacking ? 'short' : 'nothingReported';
}

/** A cap of atRisk: never worse once something is reported; nothing reported stays noData. */
export function capAtRisk(draft: Draft): void {
  if (draft.outcome !== UNMET) return;
  if (draft.any) draft.outcome = AT_RISK;
  else draft.outcome = NO_DATA;
}

/**
 * The closed period only where it is worse than the running one, or where the running one stands neutral. Where neither
 * is due, the closed one, whose sheet is still to come, falls due first.
 */
export function closedDecides(running: Draft, closed: Draft): boolean {
  if (closed.outcome === NOT_DUE && running.outcome === NOT_DUE) return true;
  return isWorse(closed.outcome, running.outcome);
}
