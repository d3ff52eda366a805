import { addMonths, addWorkdays, firstDayOfMonth, instantDay, lastDayOfMonth, parseDay } from '../../engine/index.js';
import { GRACE, type Day } from './plain-clock.js';
import { firstAt } from './counted-cells.js';
import { stateOf, type CaseJudge, type State, type StepTimes } from './case-steps.js';
import { both, is, type PlainCounty } from './plain-county.js';
import { days, type PlainRows } from './plain-rows.js';
import { AT_RISK, judgedFor, MET, NO_DATA, NOT_DUE, UNMET, type Judged } from './verdict-steps.js';

const MINUTES = 1440;
const LATE_PERCENT = 10;

/** Months since the campaign's first month inside twelve months, and which of them must be proven by now. */
export interface Months {
  readonly starts: Int32Array;
  readonly deadlines: Int32Array;
  readonly expected: number;
}

export function monthsOf(day: Day, from = addMonths(day.asOf, -12) + 1): Months {
  const first = Math.max(firstDayOfMonth(day.start), firstDayOfMonth(from));
  const starts = [first];
  const deadlines: number[] = [];
  let expected = 0;
  for (let month = first; month <= day.asOf; month = addMonths(month, 1)) {
    const deadline = addWorkdays(lastDayOfMonth(month), 5, day.calendar) + GRACE;
    if (day.asOf > deadline) expected |= 1 << deadlines.length;
    deadlines.push(deadline);
    starts.push(addMonths(month, 1));
  }
  return { starts: Int32Array.from(starts), deadlines: Int32Array.from(deadlines), expected };
}

export function monthOf({ starts }: Months, day: number): number {
  if (day < (starts[0] ?? 0) || day >= (starts[starts.length - 1] ?? 0)) return -1;
  let at = Math.min(starts.length - 2, Math.trunc((day - (starts[0] ?? 0)) / 28));
  while ((starts[at] ?? 0) > day) at -= 1;
  return at;
}

/** Zero reports that name the register: monthly ones, and the statements about the time before. */
export interface ZeroReports {
  readonly monthly: PlainRows;
  readonly statements: PlainRows;
  readonly coversFrom: Int32Array;
  readonly coversTo: Int32Array;
  readonly submitted: Int32Array;
}

export function provenMonths(
  reports: ZeroReports,
  months: Months,
  units: number,
  day: Day,
  waiting: boolean,
): Int32Array {
  const masks = new Int32Array(units);
  const { monthly, statements, coversFrom, coversTo, submitted } = reports;
  const high = firstAt(monthly.day, day.asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const since = monthly.waiting[at] ?? 0;
    const month = monthOf(months, monthly.from[at] ?? 0);
    if (month < 0 || (since > 0 && (!waiting || since > (months.deadlines[month] ?? 0)))) continue;
    const unit = monthly.unit[at] ?? 0;
    masks[unit] = (masks[unit] ?? 0) | (1 << month);
  }
  for (let at = 0; at < statements.length; at += 1) {
    if ((submitted[at] ?? 0) > day.asOf || (!waiting && (statements.waiting[at] ?? 0) > 0)) continue;
    const unit = statements.unit[at] ?? 0;
    for (let month = 0; month < months.deadlines.length; month += 1) {
      const whole =
        (coversFrom[at] ?? 0) <= (months.starts[month] ?? 0) &&
        (coversTo[at] ?? 0) >= (months.starts[month + 1] ?? 0) - 1;
      if (whole && (coversFrom[at] ?? 0) > 0) masks[unit] = (masks[unit] ?? 0) | (1 << month);
    }
  }
  return masks;
}

/** Cases that are judged, the minute each rests on (0: none), and all of the register, whatever their kind. */
export interface RegisterCases {
  readonly all: PlainRows;
  readonly rows: PlainRows;
  readonly found: Int32Array;
}

/** Cases of one register, with the minute in which each of two steps was done (0: not), and since when it waits (0: approved). */
export interface CaseRows extends RegisterCases {
  readonly first: StepTimes;
  readonly second: StepTimes | null;
}

/** 3.2.1.a: reported to the police within 24 hours. */
export function reportedInTime({ found, first }: CaseRows): CaseJudge {
  return (at, waiting, now) => {
    const done = waiting ? first.withWaiting[at] : first.approved[at];
    return stateOf(done ?? 0, (found[at] ?? 0) + 24 * 60, now);
  };
}

/** 4.2.3.c: accepted within a day, answered within ten workdays. */
export function answeredInTime({ found, first, second }: CaseRows, day: Day): CaseJudge {
  const limits = new Map<number, number>();
  const limitAfter = (start: number) => {
    let limit = limits.get(start);
    if (limit === undefined) {
      limit = (addWorkdays(start, 10, day.calendar) + 1) * MINUTES - 1;
      limits.set(start, limit);
    }
    return limit;
  };
  return (at, waiting, now) => {
    const accepted = (waiting ? first.withWaiting[at] : first.approved[at]) ?? 0;
    const one = stateOf(accepted, (instantDay(found[at] ?? 0) + 2) * MINUTES - 1, now);
    const answered = (waiting ? second?.withWaiting[at] : second?.approved[at]) ?? 0;
    const started = accepted > 0 && accepted <= now;
    const two = started
      ? stateOf(answered, limitAfter(instantDay(accepted)), now)
      : answered > 0 && answered <= now
        ? 0
        : 1;
    return two > one ? two : one;
  };
}

export interface Tally {
  readonly onTime: Int32Array;
  readonly late: Int32Array;
  readonly open: Int32Array;
  readonly overdue: Int32Array;
  readonly waiting: Int32Array;
}

function tally({ rows, found }: RegisterCases, judge: CaseJudge, units: number, day: Day): Tally {
  const counts = () => new Int32Array(units);
  const sums: Tally = { onTime: counts(), late: counts(), open: counts(), overdue: counts(), waiting: counts() };
  const now = (day.asOf + 1) * MINUTES - 1;
  const from = addMonths(day.asOf, -12) + 1;
  const high = firstAt(rows.day, day.asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const base = found[at] ?? 0;
    if (base === 0 || base > now) continue;
    const waits = (rows.waiting[at] ?? 0) > 0;
    const state = judge(at, waits, now);
    if (state !== 3 && instantDay(base) < from) continue;
    // A case that waits for its review counts only where it stands badly.
    if (waits && state < 2) continue;
    const name = waits ? 'waiting' : nameOf(state, judge, at, now);
    const unit = rows.unit[at] ?? 0;
    sums[name][unit] = (sums[name][unit] ?? 0) + 1;
  }
  return sums;
}

function nameOf(state: State, judge: CaseJudge, at: number, now: number): keyof Tally {
  if (state === 0) return 'onTime';
  if (state === 1) return 'open';
  if (state === 2) return 'late';
  return judge(at, true, now) === 3 ? 'overdue' : 'waiting';
}

/** Every case handled in time; months without a case proven by zero reports. */
export function caseCells(
  cases: RegisterCases,
  judge: CaseJudge,
  reports: ZeroReports,
  subjects: Int16Array,
  units: number,
  day: Day,
): Judged {
  const months = monthsOf(day);
  const sums = tally(cases, judge, units, day);
  const proven = provenMonths(reports, months, units, day, false);
  const hoped =
    reports.monthly.anyWaiting || reports.statements.anyWaiting
      ? provenMonths(reports, months, units, day, true)
      : proven.slice();
  const { all } = cases;
  const high = firstAt(all.day, day.asOf + 1);
  for (let at = firstAt(all.day, months.starts[0] ?? 0); at < high; at += 1) {
    const month = monthOf(months, all.day[at] ?? 0);
    const since = all.waiting[at] ?? 0;
    if (month < 0 || since > (months.deadlines[month] ?? 0)) continue;
    const unit = all.unit[at] ?? 0;
    if (since === 0) proven[unit] = (proven[unit] ?? 0) | (1 << month);
    hoped[unit] = (hoped[unit] ?? 0) | (1 << month);
  }
  const cells = judgedFor(subjects);
  for (let place = 0; place < subjects.length; place += 1) {
    const unit = subjects[place] ?? 0;
    const [missing, stillMissing] = [months.expected & ~(proven[unit] ?? 0), months.expected & ~(hoped[unit] ?? 0)];
    cells.outcome[place] = caseOutcome(sums, unit, missing, stillMissing, months.expected);
    cells.measured[place] = sums.onTime[unit] ?? 0;
  }
  return cells;
}

export function caseOutcome(
  sums: Tally,
  unit: number,
  missing: number,
  stillMissing: number,
  expected: number,
): number {
  const [late, overdue, waiting] = [sums.late[unit] ?? 0, sums.overdue[unit] ?? 0, sums.waiting[unit] ?? 0];
  const judged = (sums.onTime[unit] ?? 0) + late + overdue + waiting;
  if (overdue > 0 || late * 100 > LATE_PERCENT * judged) return UNMET;
  if (waiting > 0 || late > 0) return AT_RISK;
  if (missing !== 0) return stillMissing !== 0 ? NO_DATA : AT_RISK;
  return judged === 0 && expected === 0 ? NOT_DUE : MET;
}

/** The zero reports of a register. */
export function zeroReports(county: PlainCounty, register: string): ZeroReports {
  const about = is('registers', register);
  const statements = county.own('zero_report', both(about, is('statement', '追溯说明')));
  return {
    monthly: county.own('zero_report', both(about, is('statement', '零报告', '已更新'))),
    statements,
    coversFrom: days(statements, 'covers_from'),
    coversTo: days(statements, 'covers_to'),
    submitted: Int32Array.from(statements.placed, ({ record }) => parseDay(record.submittedOn) ?? 0),
  };
}
