import { NO_DAY } from '../facts.types.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { Finding } from '../judge/finding.js';
import { findStanding, standingCounts } from '../judge/standing.js';
import { judgeWindow } from '../judge/steps.js';
import { standingWindow } from '../judge/window.js';
import type { Rule, Selection, Where } from '../rule.types.js';
import type { Detail, Judge, Sink } from './kind.js';

type FacilityRule = Rule & { readonly kind: 'facility' };

/** Places that make the duty, and places that would if they bore its condition: of their kind, whatever else they lack. */
interface Condition {
  readonly bearing: Selection;
  readonly known: Selection;
}

/** At least `min` places in use; with `appliesIf` only where such a place exists at all (5.2.1.d). */
export function facility(rule: FacilityRule): Judge {
  const { places, appliesIf } = rule;
  if (appliesIf === undefined) return judgeOf(places, null);
  const kind = optionsOnly(places.where);
  const known = { ...places, where: kind, attachments: [] };
  // Where a condition makes the duty, only the places that bear it can fulfil it.
  const counted = { ...places, where: { ...places.where, ...appliesIf } };
  return judgeOf(counted, { bearing: { ...known, where: { ...kind, ...appliesIf } }, known });
}

function judgeOf(counted: Selection, condition: Condition | null): Judge {
  return {
    judge: (run, sink) => judge(counted, condition, run, sink),
    detail: (run) => detail(counted, run),
  };
}

/** The conditions that name options: what kind of place it is, without what it must have. */
function optionsOnly(where: Where | undefined): Where {
  return Object.fromEntries(Object.entries(where ?? {}).filter(([, condition]) => 'any' in condition));
}

function judge(places: Selection, condition: Condition | null, run: Run, sink: Sink): void {
  const window = standingWindow(run.env);
  const inForce = (selection: Selection) => standingCounts(run, selection, window).inForce;
  const counts = standingCounts(run, places, window);
  const there = condition === null ? null : { bearing: inForce(condition.bearing), known: inForce(condition.known) };
  const min = run.number('min');
  const found = new Finding();
  const draft = new Draft();
  run.subjects.forEach((unit, place) => {
    findStanding(counts, unit, min, found);
    if (there !== null) {
      if ((there.bearing[unit] ?? 0) > 0) found.any = true;
      else if ((there.known[unit] ?? 0) > 0) found.absent = 'conditionAbsent';
    }
    sink.put(place, judgeWindow(found, window, draft), null);
  });
}

function detail(places: Selection, run: Run): Detail {
  const { asOf } = run.env;
  return { looks: [{ selection: places, from: NO_DAY, to: asOf, inForceOn: asOf }], missing: [], parts: [] };
}
