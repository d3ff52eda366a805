import { NO_DAY, NONE } from '../facts.types.js';
import { AT_RISK, MET, NO_DATA, NOT_DUE, UNMET } from '../judge/codes.js';
import { caseWindowFrom, tallyCases } from '../judge/case-tally.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { monthlySums } from '../judge/monthly-statistic.js';
import { joinMonths } from '../judge/heirs.js';
import {
  eitherMonths,
  monthBit,
  monthLabels,
  monthsSince,
  registerOf,
  sheetMasks,
  sheetMasksWaiting,
  sheetSelections,
  type SheetSelections,
} from '../judge/sheets.js';
import type { Months, ProvenMonths } from '../judge/months.types.js';
import { lowerBound } from '../facts/view.js';
import { kept } from '../kept.js';
import { hasWaiting, settleMasks } from '../measures/gather.js';
import type { Rule, Selection } from '../rule.types.js';
import type { Detail, Judge, Sink } from './kind.js';

type CaseRule = Rule & { readonly kind: 'every_case_handled' };

/** What the steps of decision 3 need to know of one subject's cases. */
interface Handled {
  readonly onTime: Float64Array;
  readonly late: Float64Array;
  readonly open: Float64Array;
  readonly overdue: Float64Array;
  readonly waiting: Float64Array;
  readonly nextDue: Float64Array;
  readonly overdueSteps: ReadonlySet<string>;
  /** Months with a case or a sheet: approved, and with waiting ones. */
  readonly months: Int32Array;
  readonly monthsWaiting: Int32Array;
}

/** Every case of the last twelve months handled in time; months without a case proven by zero reports (3.2.1.a, 4.1.2.d). */
export function everyCaseHandled(rule: CaseRule): Judge {
  const sheets = sheetSelections(rule.register);
  const cases = registerOf(rule.source.of);
  const register = { cases, key: `${sheets.register}/${JSON.stringify(cases)}` };
  return {
    judge: (run, sink) => judge(rule, sheets, register, run, sink),
    detail: (run) => detail(rule, sheets, register, run),
  };
}

/** All cases of a register, and what they and its sheets are kept under. */
interface Register {
  readonly cases: Selection;
  readonly key: string;
}

function judge(rule: CaseRule, sheets: SheetSelections, register: Register, run: Run, sink: Sink): void {
  const from = caseWindowFrom(run.env);
  const months = monthsSince(run.env, from);
  const handled = handledIn(rule, sheets, register, run, months);
  const draft = new Draft();
  run.subjects.forEach((unit, place) => {
    draft.clear().span(from, run.env.asOf, NO_DAY);
    sayHandled(run, handled, months, unit, draft);
    sink.put(place, draft, null);
  });
}

function handledIn(rule: CaseRule, sheets: SheetSelections, register: Register, run: Run, months: Months): Handled {
  const from = caseWindowFrom(run.env);
  if (rule.source.type === 'cases') {
    const { approved, waiting } = provenMonths(sheets, register, run, months);
    return { ...tallyCases(run, rule.source), months: approved, monthsWaiting: waiting };
  }
  const sheet = sheetMasks(run, sheets, months, false);
  const sheetWaiting = sheetMasksWaiting(run, sheets, months, sheet);
  const sums = monthlySums(run, rule.source, months, from, false);
  const waiting = hasWaiting(run, [rule.source.of]) ? monthlySums(run, rule.source, months, from, true) : sums;
  const { accepted, handled } = sums;
  const none = run.env.take();
  return {
    onTime: handled,
    late: accepted.map((all, unit) => all - (handled[unit] ?? 0)),
    open: none,
    overdue: none,
    waiting: none,
    nextDue: none,
    overdueSteps: new Set(),
    months: joinMonths(run.env.tree, eitherMonths(sheet, sums.months)),
    monthsWaiting: joinMonths(run.env.tree, eitherMonths(sheetWaiting, waiting.months)),
  };
}

/** Months with a sheet or a case, found once per register and evaluation. */
function provenMonths(sheets: SheetSelections, register: Register, run: Run, months: Months): ProvenMonths {
  return kept(run.env.provenMonths, register.key, () => findProven(sheets, register.cases, run, months));
}

function findProven(sheets: SheetSelections, register: Selection, run: Run, months: Months): ProvenMonths {
  const sheet = sheetMasks(run, sheets, months, false);
  const sheetWaiting = sheetMasksWaiting(run, sheets, months, sheet);
  const cases = caseMonths(run, register, months, false);
  const waiting = hasWaiting(run, [register]) ? caseMonths(run, register, months, true) : cases;
  const { tree } = run.env;
  return {
    approved: joinMonths(tree, eitherMonths(sheet, cases)),
    waiting: joinMonths(tree, eitherMonths(sheetWaiting, waiting)),
  };
}

/** Months in which a case of the register was found, as masks by subject; `waiting` as if the waiting cases were approved. */
function caseMonths(run: Run, register: Selection, months: Months, waiting: boolean): Int32Array {
  const masks = new Int32Array(run.env.units);
  const views = run.views(register);
  const view = waiting ? views.withPending : views.approved;
  let unattributed = 0;
  for (let at = lowerBound(view.days, months.first); at < view.days.length; at += 1) {
    const unit = view.origins[at] ?? NONE;
    const bit = monthBit(months, view.days[at] ?? NO_DAY);
    if ((view.waitingSince[at] ?? NO_DAY) > (months.deadlines[31 - Math.clz32(bit)] ?? 0)) continue;
    if (unit < 0) unattributed |= bit;
    else masks[unit] = (masks[unit] ?? 0) | bit;
  }
  settleMasks(run.env, masks, unattributed, register);
  return masks;
}

function sayHandled(run: Run, handled: Handled, months: Months, unit: number, draft: Draft): void {
  const onTime = handled.onTime[unit] ?? 0;
  const late = handled.late[unit] ?? 0;
  const overdue = handled.overdue[unit] ?? 0;
  const waiting = handled.waiting[unit] ?? 0;
  const open = handled.open[unit] ?? 0;
  const judged = onTime + late + overdue + waiting;
  const missing = months.expected & ~(handled.months[unit] ?? 0);
  const due = handled.nextDue[unit] ?? 0;
  if (due > 0) draft.due = due;
  // What is short here is a case, so it was reported.
  draft.any = true;
  draft.count(onTime, judged, judged);
  if (overdue > 0) draft.say(UNMET, 'overdue');
  else if (late * 100 > run.env.parameter('late_case_yellow_percent') * judged) draft.say(UNMET, 'late');
  // Silence is worse than what is at risk: a late case makes no missing sheet better (decision 0001).
  else if (missing !== 0 && (months.expected & ~(handled.monthsWaiting[unit] ?? 0)) !== 0)
    draft.say(NO_DATA, 'sheetMissing');
  else if (waiting > 0) draft.say(AT_RISK, 'waitingForReview');
  else if (late > 0) draft.say(AT_RISK, 'late');
  else if (missing !== 0) draft.say(AT_RISK, 'waitingForReview');
  else if (judged === 0 && months.expected === 0) draft.say(NOT_DUE, open > 0 ? 'stillOpen' : 'nothingYet');
  else draft.say(MET, 'fulfilled');
}

function detail(rule: CaseRule, sheets: SheetSelections, register: Register, run: Run): Detail {
  const from = caseWindowFrom(run.env);
  const months = monthsSince(run.env, from);
  const unit = run.subjects[0] ?? 0;
  const handled = handledIn(rule, sheets, register, run, months);
  const span = { from: run.env.start - 3660, to: run.env.asOf, inForceOn: null };
  return {
    looks: [
      { selection: rule.source.of, ...span },
      ...[sheets.monthly, sheets.retrospective].map((selection) => ({ selection, ...span, from: months.first })),
    ],
    missing: [...handled.overdueSteps, ...monthLabels(months, months.expected & ~(handled.months[unit] ?? 0))],
    parts: [],
  };
}
