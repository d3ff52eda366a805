import { addYears, firstDayOfMonth } from '../../engine/index.js';
import { monthOf, monthsOf, provenMonths, zeroReports, type Months, type ZeroReports } from './case-cells.js';
import { firstAt } from './counted-cells.js';
import { GRACE, type Day } from './plain-clock.js';
import { both, is, yes, type PlainCounty } from './plain-county.js';
import { days, minutes, numbers, type PlainRows } from './plain-rows.js';
import { AT_RISK, judgedFor, MET, NO_DATA, UNMET, type Judged } from './verdict-steps.js';
import type { JudgeAll } from './village-cells.js';

const OFFICES = ['县民政局', '县公安局'] as const;
const CONFIRMED = 1;
const OPEN = 2;
const REPAIR_DAYS = 7;
const OLDEST_DAYS = 92;
const MINUTES = 1440;

/** The three vetoes of the county and its towns. */
export function vetoJudge(county: PlainCounty): JudgeAll {
  const parts = [
    ['6.1.1.a', incidentFree(county)],
    ['6.1.2.a', noneOpen(county, unguarded(county))],
    ['6.1.3.a', noneOpen(county, unregistered(county))],
  ] as const;
  return (day) => new Map(parts.map(([id, judge]) => [id, judge(day)]));
}

function owing(proven: Int32Array, statements: Uint8Array, months: Months, units: Iterable<number>): boolean {
  for (const unit of units) if ((months.expected & ~(proven[unit] ?? 0)) !== 0 || statements[unit] !== 1) return true;
  return false;
}

/** 1 for each unit with one statement over all the days. */
function statementsOver(reports: ZeroReports, from: number, to: number, units: number, day: Day, waiting: boolean) {
  const covered = new Uint8Array(units).fill(from > to ? 1 : 0);
  const { statements, coversFrom, coversTo, submitted } = reports;
  for (let at = 0; at < statements.length; at += 1) {
    if ((submitted[at] ?? 0) > day.asOf || (!waiting && (statements.waiting[at] ?? 0) > 0)) continue;
    const first = coversFrom[at] ?? 0;
    if (first > 0 && first <= from && (coversTo[at] ?? 0) >= to) covered[statements.unit[at] ?? 0] = 1;
  }
  return covered;
}

/** 6.1.1.a: no extreme incident within two years, proven by sheets and statements. */
function incidentFree(county: PlainCounty): (day: Day) => Judged {
  const { count, towns } = county.units;
  const rows = county.pointed('incident', 'town');
  const status = Uint8Array.from(rows.placed, ({ record: { fields, state } }) => {
    if (fields.status === '排除') return 0;
    return fields.status === '认定' && state === 'approved' ? CONFIRMED : OPEN;
  });
  const reports = zeroReports(county, '极端事件');
  const [all] = county.at('县政府');
  const subjects = county.withTowns('县政府');
  const reporters = [...towns, ...county.at(...OFFICES)];
  return (day) => {
    const from = addYears(day.asOf, -2);
    const before = firstDayOfMonth(day.start) - 1;
    const months = monthsOf(day, from);
    const of = (waiting: boolean) =>
      [
        provenMonths(reports, months, count, day, waiting),
        statementsOver(reports, from, before, count, day, waiting),
      ] as const;
    const [now, hoped] = [of(false), of(true)];
    const [confirmed, open] = [new Int32Array(count), new Int32Array(count)];
    const high = firstAt(rows.day, day.asOf + 1);
    for (let at = firstAt(rows.day, from); at < high; at += 1) {
      const counts = status[at] === CONFIRMED ? confirmed : status[at] === OPEN ? open : null;
      for (const unit of [rows.unit[at] ?? 0, all ?? 0]) if (counts !== null) counts[unit] = (counts[unit] ?? 0) + 1;
    }
    const cells = judgedFor(subjects);
    subjects.forEach((unit, place) => {
      const owed = unit === all ? reporters : [unit];
      cells.measured[place] = confirmed[unit] ?? 0;
      if ((confirmed[unit] ?? 0) > 0) cells.outcome[place] = UNMET;
      else if ((open[unit] ?? 0) > 0) cells.outcome[place] = AT_RISK;
      else if (!owing(...now, months, owed)) cells.outcome[place] = MET;
      else cells.outcome[place] = owing(...hoped, months, owed) ? NO_DATA : AT_RISK;
    });
    return cells;
  };
}

/** Cases and statistics that may be open. */
interface Matters {
  readonly cases: PlainRows;
  readonly closed: Int32Array;
  readonly accepted: Int32Array;
  readonly sheets: PlainRows;
  readonly number: Float64Array;
  readonly foundOn: Int32Array;
  readonly acceptedOn: Int32Array;
  readonly reports: ZeroReports;
}

function matters(county: PlainCounty, cases: PlainRows, register: string, field: string): Matters {
  const sheets = county.own('child_stat');
  const prefix = field === 'unguarded' ? 'unguarded' : 'unregistered';
  return {
    cases,
    closed: minutes(cases, 'closed_at'),
    accepted: days(cases, 'accepted_on'),
    sheets,
    number: numbers(sheets, field),
    foundOn: days(sheets, `${prefix}_found_on`),
    acceptedOn: field === 'unguarded' ? new Int32Array(sheets.length) : days(sheets, `${prefix}_accepted_on`),
    reports: zeroReports(county, register),
  };
}

function unguarded(county: PlainCounty): Matters {
  const cases = county.pointed('case', 'town', is('register', '监护未落实'));
  return matters(county, cases, '监护未落实', 'unguarded');
}

function unregistered(county: PlainCounty): Matters {
  const cases = county.pointed('case', 'town', both(is('register', '无户籍'), yes('left_behind')));
  return matters(county, cases, '无户籍', 'unregistered_left_behind');
}

/** Open matters by unit. */
interface Open {
  readonly overdue: Float64Array;
  readonly repairing: Float64Array;
  readonly held: Float64Array;
}

function openCases({ cases, closed, accepted }: Matters, open: Open, asOf: number): void {
  const high = firstAt(cases.day, asOf + 1);
  const now = (asOf + 1) * MINUTES - 1;
  for (let at = 0; at < high; at += 1) {
    const waits = (cases.waiting[at] ?? 0) > 0;
    const ended = closed[at] ?? 0;
    if (!waits && ended > 0 && ended <= now) continue;
    const taken = accepted[at] ?? 0;
    add(open, cases.unit[at] ?? 0, cases.day[at] ?? 0, waits || (taken > 0 && taken <= asOf), asOf);
  }
}

function add(open: Open, unit: number, found: number, held: boolean, asOf: number): void {
  const counts = held ? open.held : found + REPAIR_DAYS >= asOf ? open.repairing : open.overdue;
  counts[unit] = (counts[unit] ?? 0) + 1;
}

function latestSheets({ sheets }: Matters, units: number, asOf: number, waiting: boolean): Int32Array {
  const latest = new Int32Array(units).fill(-1);
  const high = firstAt(sheets.day, asOf + 1);
  for (let at = 0; at < high; at += 1)
    if (waiting || (sheets.waiting[at] ?? 0) === 0) latest[sheets.unit[at] ?? 0] = at;
  return latest;
}

function openSheets(of: Matters, open: Open, latest: Int32Array, newest: Int32Array, asOf: number): void {
  const { sheets, number, foundOn, acceptedOn } = of;
  for (let unit = 0; unit < latest.length; unit += 1) {
    const at = latest[unit] ?? -1;
    const newer = newest[unit] ?? -1;
    const since = newer < 0 ? 0 : (sheets.waiting[newer] ?? 0);
    const later = since === 0 ? NaN : (number[newer] ?? 0);
    if (at >= 0 && (number[at] ?? 0) > 0) {
      const named = foundOn[at] ?? 0;
      const found = named > 0 ? named : (sheets.day[at] ?? 0);
      const taken = acceptedOn[at] ?? 0;
      const held = (later === 0 && since <= found + REPAIR_DAYS) || (taken > 0 && taken <= asOf);
      add(open, unit, found, held, asOf);
    }
    if (later > 0) add(open, unit, asOf, true, asOf);
  }
}

/** What stands at each unit goes to its town, and from the towns and bureaus to the county. */
function addUp(values: Float64Array, { units }: PlainCounty): void {
  for (const village of units.villages) {
    const town = units.parent[village] ?? 0;
    values[town] = (values[town] ?? 0) + (values[village] ?? 0);
  }
  for (let unit = 0; unit < units.count; unit += 1) {
    const parent = units.parent[unit] ?? -1;
    if (parent >= 0 && (units.parent[parent] ?? -1) < 0) values[parent] = (values[parent] ?? 0) + (values[unit] ?? 0);
  }
}

/** Who has confirmed: villages by a fresh sheet, towns and the two bureaus by the sheets of the months. */
function confirmed(county: PlainCounty, of: Matters, day: Day, latest: Int32Array, waiting: boolean): Float64Array {
  const { count, villages, towns } = county.units;
  const oldest = day.asOf - OLDEST_DAYS - GRACE;
  const months = monthsOf(day, oldest);
  const masks = provenMonths(of.reports, months, count, day, waiting);
  const high = firstAt(of.cases.day, day.asOf + 1);
  for (let at = firstAt(of.cases.day, months.starts[0] ?? 0); at < high; at += 1) {
    const month = monthOf(months, of.cases.day[at] ?? 0);
    const unit = of.cases.unit[at] ?? 0;
    if (month >= 0 && of.cases.waiting[at] === 0) masks[unit] = (masks[unit] ?? 0) | (1 << month);
  }
  const values = new Float64Array(count);
  for (const village of villages) {
    const at = latest[village] ?? -1;
    if (at >= 0 && (of.sheets.to[at] ?? 0) >= oldest) values[village] = 1;
  }
  for (const unit of [...towns, ...county.at(...OFFICES)])
    if ((months.expected & ~(masks[unit] ?? 0)) === 0) values[unit] = 1;
  addUp(values, county);
  return values;
}

/** 6.1.2.a, 6.1.3.a: nothing stays open beyond its repair days, and everybody has confirmed it. */
function noneOpen(county: PlainCounty, of: Matters): (day: Day) => Judged {
  const { count, villages, towns } = county.units;
  const needed = new Float64Array(count);
  for (const unit of [...villages, ...towns, ...county.at(...OFFICES)]) needed[unit] = 1;
  addUp(needed, county);
  const subjects = county.withTowns('县政府');
  return (day) => {
    const zeros = () => new Float64Array(count);
    const open: Open = { overdue: zeros(), repairing: zeros(), held: zeros() };
    const latest = latestSheets(of, count, day.asOf, false);
    const newest = of.sheets.anyWaiting ? latestSheets(of, count, day.asOf, true) : latest;
    openCases(of, open, day.asOf);
    openSheets(of, open, latest, newest, day.asOf);
    for (const values of [open.overdue, open.repairing, open.held]) addUp(values, county);
    const [now, hoped] = [confirmed(county, of, day, latest, false), confirmed(county, of, day, newest, true)];
    const cells = judgedFor(subjects);
    subjects.forEach((unit, place) => {
      const [late, repairing, held] = [open.overdue[unit] ?? 0, open.repairing[unit] ?? 0, open.held[unit] ?? 0];
      const all = needed[unit] ?? 0;
      const none = late + repairing + held === 0;
      cells.measured[place] = none ? (now[unit] ?? 0) : late + repairing + held;
      if (late > 0) cells.outcome[place] = UNMET;
      else if (!none) cells.outcome[place] = AT_RISK;
      else if ((now[unit] ?? 0) >= all) cells.outcome[place] = MET;
      else cells.outcome[place] = (hoped[unit] ?? 0) >= all ? AT_RISK : NO_DATA;
    });
    return cells;
  };
}
