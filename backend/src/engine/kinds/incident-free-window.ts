import { addYears, firstDayOfMonth } from '../days.js';
import { NO_DAY, NONE, type Day } from '../facts.types.js';
import { lowerBound } from '../facts/view.js';
import { AT_RISK, MET, NO_DATA, UNMET } from '../judge/codes.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { joinMonths } from '../judge/heirs.js';
import {
  expectedOf,
  monthLabels,
  monthsSince,
  sheetMasks,
  sheetMasksWaiting,
  sheetSelections,
  statementsOver,
  type SheetSelections,
} from '../judge/sheets.js';
import type { Months } from '../judge/months.types.js';
import type { Rule } from '../rule.types.js';
import type { Detail, Judge, Sink } from './kind.js';

type IncidentRule = Rule & { readonly kind: 'incident_free_window' };

const CONFIRMED = '认定';
const REFUTED = '排除';

/** What each unit has proven, and what happened there. */
interface Proof {
  readonly from: Day;
  readonly months: Months;
  readonly sheets: Int32Array;
  readonly sheetsWaiting: Int32Array;
  readonly statements: Uint8Array;
  readonly statementsWaiting: Uint8Array;
  readonly reporters: readonly number[];
}

/** No extreme incident within the window; proven by monthly sheets and one retrospective statement (decision 12, 6.1.1). */
export function incidentFreeWindow(rule: IncidentRule): Judge {
  const sheets = sheetSelections(rule.register);
  return {
    judge: (run, sink) => judge(rule, sheets, run, sink),
    detail: (run) => detail(rule, sheets, run),
  };
}

function windowStart(run: Run): Day {
  return addYears(run.env.asOf, -run.number('window_years'));
}

function proofOf(rule: IncidentRule, sheets: SheetSelections, run: Run): Proof {
  const from = windowStart(run);
  const months = monthsSince(run.env, from);
  const before = firstDayOfMonth(run.env.start) - 1;
  const statements = (waiting: boolean) =>
    from > before ? new Uint8Array(run.env.units).fill(1) : statementsOver(run, sheets, from, before, waiting);
  const { tree } = run.env;
  const own = sheetMasks(run, sheets, months, false);
  return {
    from,
    months,
    sheets: joinMonths(tree, own),
    sheetsWaiting: joinMonths(tree, sheetMasksWaiting(run, sheets, months, own)),
    statements: statements(false),
    statementsWaiting: statements(true),
    reporters: [...new Set(rule.reporters.flatMap((subject) => tree.subjects(subject)))],
  };
}

function judge(rule: IncidentRule, sheets: SheetSelections, run: Run, sink: Sink): void {
  const proof = proofOf(rule, sheets, run);
  const confirmed = run.env.take();
  const open = run.env.take();
  countIncidents(rule, run, proof.from, confirmed, open);
  const draft = new Draft();
  run.subjects.forEach((unit, place) => {
    const county = run.env.tree.isCounty(unit);
    draft
      .clear()
      .count(confirmed[unit] ?? 0, NaN, 0)
      .span(proof.from, run.env.asOf, NO_DAY);
    const owing = owingUnits(run, proof, county ? proof.reporters : [unit], false).length;
    draft.any = true;
    if ((confirmed[unit] ?? 0) > 0) draft.say(UNMET, 'triggered');
    else if ((open[unit] ?? 0) > 0) draft.say(AT_RISK, 'underConfirmation');
    else if (owing === 0) draft.say(MET, 'fulfilled');
    else if (owingUnits(run, proof, county ? proof.reporters : [unit], true).length === 0)
      draft.say(AT_RISK, 'waitingForReview');
    else draft.say(NO_DATA, 'sheetMissing');
    sink.put(place, draft, null);
  });
}

/** Incidents of the window by town, and all of them at the county: confirmed ones, and those not yet decided or reviewed. */
function countIncidents(rule: IncidentRule, run: Run, from: Day, confirmed: Float64Array, open: Float64Array): void {
  const status = run.env.facts.tables.get(rule.incidents.record)?.columns.get('status');
  const view = run.views(rule.incidents).withPending;
  const isStatus = (row: number, option: string) =>
    status?.kind === 'choice' && status.values[row] === status.codes.get(option);
  const high = lowerBound(view.days, run.env.asOf + 1);
  const [county = NONE] = run.env.tree.subjects('county');
  for (let at = lowerBound(view.days, from); at < high; at += 1) {
    const row = view.rows[at] ?? 0;
    const waits = (view.waitingSince[at] ?? NO_DAY) !== NO_DAY;
    // A refutation that nobody has reviewed yet clears nothing.
    if (!waits && isStatus(row, REFUTED)) continue;
    const counts = !waits && isStatus(row, CONFIRMED) ? confirmed : open;
    const unit = view.units[at] ?? NONE;
    if (unit !== county) counts[unit] = (counts[unit] ?? 0) + 1;
    counts[county] = (counts[county] ?? 0) + 1;
  }
}

/** Units whose statement or one of whose sheets is missing. */
function owingUnits(run: Run, proof: Proof, units: readonly number[], waiting: boolean): readonly number[] {
  const sheets = waiting ? proof.sheetsWaiting : proof.sheets;
  const statements = waiting ? proof.statementsWaiting : proof.statements;
  const owes = (unit: number) => (expectedOf(run.env, proof.months, unit) & ~(sheets[unit] ?? 0)) !== 0;
  return units.filter((unit) => owes(unit) || statements[unit] !== 1);
}

function detail(rule: IncidentRule, sheets: SheetSelections, run: Run): Detail {
  const proof = proofOf(rule, sheets, run);
  const unit = run.subjects[0] ?? 0;
  const { tree } = run.env;
  const county = tree.isCounty(unit);
  const owing = owingUnits(run, proof, proof.reporters, false);
  const months = monthLabels(proof.months, expectedOf(run.env, proof.months, unit) & ~(proof.sheets[unit] ?? 0));
  const statement = proof.statements[unit] === 1 ? [] : ['追溯说明'];
  const span = { from: proof.from, to: run.env.asOf, inForceOn: null };
  return {
    looks: [
      { selection: county ? { ...rule.incidents, from: 'county' } : rule.incidents, ...span },
      // The sheet of the month in which the window begins is asked for too.
      ...[sheets.monthly, sheets.retrospective].map((selection) => ({
        selection,
        ...span,
        from: firstDayOfMonth(proof.from),
      })),
    ],
    missing: county
      ? tree.units.filter((_, one) => owing.includes(one)).map(({ code }) => code)
      : [...statement, ...months],
    parts: [],
  };
}
