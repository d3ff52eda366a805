import { caseCells, zeroReports, type RegisterCases } from './case-cells.js';
import { CaseReader, type Handling } from './case-reader.js';
import { inTime, minutesOn, noted, since, workdaysOn, worst } from './case-steps.js';
import { HANDLINGS } from './office-handlings.js';
import type { Day } from './plain-clock.js';
import { is, type PlainCounty } from './plain-county.js';
import { minutes } from './plain-rows.js';
import { capped, type Judged } from './verdict-steps.js';
import type { JudgeAll } from './village-cells.js';

const HOUR = 60;
const CIVIL = '县民政局';

/** The registers of the bureaus. */
export function officeCases(county: PlainCounty): JudgeAll {
  const parts = HANDLINGS.map((handling) => handled(county, handling));
  const hotline = hotlineCalls(county);
  return (day) => new Map([...parts.map((judge) => judge(day)), hotline(day)]);
}

type JudgeOne = (day: Day) => readonly [string, Judged];

function handled(county: PlainCounty, handling: Handling): JudgeOne {
  const { id, register, office, takes = () => true, base = 'found', reach, cap = false, judge } = handling;
  const ofRegister = is('register', register);
  const all = reach === 'county' ? county.seenBy(office, 'case', ofRegister) : county.own('case', ofRegister);
  const rows = county.picked(all, 'case', takes);
  const reader = new CaseReader(rows, county.of('case_step'));
  const cases: RegisterCases = { all, rows, found: reader[base] };
  const judgeOf = judge(reader);
  const reports = zeroReports(county, register);
  const subjects = reach === 'towns' ? county.withTowns(office) : county.at(office);
  return (day) => {
    const cells = caseCells(cases, judgeOf(day), reports, subjects, county.units.count, day);
    // What is unmet has cases that were reported.
    if (cap) cells.outcome.forEach((outcome, at) => (cells.outcome[at] = capped(outcome, true)));
    return [id, cells];
  };
}

/** 4.1.2.d: calls are noted within two hours, weighed within a day and passed on within five workdays. */
function hotlineCalls(county: PlainCounty): JudgeOne {
  const rows = county.own('hotline_call');
  const [received, noting, weighing, passing] = ['received_at', 'recorded_at', 'assessed_at', 'referred_at'].map(
    (field) => minutes(rows, field),
  );
  const none = new Int32Array(rows.length);
  const start = since(received ?? none);
  const cases: RegisterCases = { all: rows, rows, found: received ?? none };
  const reports = zeroReports(county, '热线工单');
  return (day) => {
    const judge = worst(
      inTime(noted(noting ?? none), start, minutesOn(2 * HOUR)),
      inTime(noted(weighing ?? none), start, minutesOn(24 * HOUR)),
      inTime(noted(passing ?? none), start, workdaysOn(5, day.calendar)),
    );
    return ['4.1.2.d', caseCells(cases, judge, reports, county.at(CIVIL), county.units.count, day)];
  };
}
