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

/** At least `min` places in use; with `appliesIf` only where such a place exists at all (5.2.1.d). */
export function facility(rule: FacilityRule): Judge {
  const { places, appliesIf } = rule;
  const kind = optionsOnly(places.where);
  const bearing = appliesIf === undefined ? null : withWhere(places, { ...kind, ...appliesIf });
  const known = appliesIf === undefined ? null : withWhere(places, kind);
  // Where a condition makes the duty, only the places that bear it can fulfil it.
  const counted = appliesIf === undefined ? places : { ...places, where: { ...places.where, ...appliesIf } };
  return {
    judge: (run, sink) => judge(counted, bearing, known, run, sink),
    detail: (run) => detail(counted, run),
  };
}

function withWhere(places: Selection, where: Where): Selection {
  const { record, from, unitField } = places;
  return { record, where, ...(from === undefined ? {} : { from }), ...(unitField === undefined ? {} : { unitField }) };
}

/** The conditions that name options: what kind of place it is, without what it must have. */
function optionsOnly(where: Where | undefined): Where {
  return Object.fromEntries(Object.entries(where ?? {}).filter(([, condition]) => 'any' in condition));
}

function judge(places: Selection, bearing: Selection | null, known: Selection | null, run: Run, sink: Sink): void {
  const window = standingWindow(run.env);
  const counts = standingCounts(run, places, window);
  const applies = bearing === null ? null : standingCounts(run, bearing, window).inForce;
  const exists = known === null ? null : standingCounts(run, known, window).inForce;
  const min = run.number('min');
  const found = new Finding();
  const draft = new Draft();
  run.subjects.forEach((unit, place) => {
    findStanding(counts, unit, min, found);
    if (applies !== null && exists !== null) {
      if ((applies[unit] ?? 0) > 0) found.any = true;
      else if ((exists[unit] ?? 0) > 0) found.absent = 'conditionAbsent';
    }
    sink.put(place, judgeWindow(found, window, draft), null);
  });
}

function detail(places: Selection, run: Run): Detail {
  const { asOf } = run.env;
  return { looks: [{ selection: places, from: NO_DAY, to: asOf, inForceOn: asOf }], missing: [], parts: [] };
}
