import { civil, dayOf } from '../../engine/index.js';
import { ledgerCells, weeklyCells, yearlyCells } from './counted-cells.js';
import { rollingSpan, RUNNING, spansOf, standingSpan, type Day } from './plain-clock.js';
import { both, is, type PlainCounty } from './plain-county.js';
import { bitsOf, marks, numbers, type PlainRows } from './plain-rows.js';
import { itemsPart, rollingShareCells, shareCells, sheetParts, type Homes, type Sheets } from './share-cells.js';
import { hoursCells, isInForce, postCells, standingCells } from './standing-cells.js';
import { Found, NO_DATA, NOT_APPLICABLE, NOT_DUE, type Judged } from './verdict-steps.js';

/** Judges all requirements of a room of the table, by their ids. */
export type JudgeAll = (day: Day) => ReadonlyMap<string, Judged>;

const KEEPERS = is('role', '儿童之家负责人');
const IN_USE = is('status', '在用');

function typed(rows: PlainRows, flag: string, above: string, below: string): Sheets {
  return {
    rows,
    none: marks(rows, (record) => record.fields[flag] === true),
    category: null,
    categories: 1,
    pairs: [{ above: numbers(rows, above), below: numbers(rows, below) }],
  };
}

/** Takes the cells of villages of another size out. */
interface Sizing {
  readonly big: (cells: Judged) => Judged;
  readonly small: (cells: Judged) => Judged;
}

type JudgePart = (day: Day, sizing: Sizing) => readonly (readonly [string, Judged])[];

/** The thirteen requirements that every village is judged by: 6,084 cells. */
export function villageJudge(county: PlainCounty): JudgeAll {
  const { villages, count } = county.units;
  const children = county.own('child_stat');
  const totals = numbers(children, 'children_total');
  const parts = [homes(county), posts(county), sheets(county, children), ledgers(county), services(county)];
  return (day) => {
    const sizes = villageSizes(children, totals, count, day.asOf);
    const early = standingSpan(day).phase === RUNNING;
    const sizing: Sizing = {
      big: (cells) => sized(cells, villages, sizes, 2, early),
      small: (cells) => sized(cells, villages, sizes, 1, early),
    };
    return new Map(parts.flatMap((judge) => judge(day, sizing)));
  };
}

function homes(county: PlainCounty): JudgePart {
  const { villages, count } = county.units;
  const own = county.own('facility', both(is('facility_type', '儿童之家'), is('status', '在用', '整改停用')));
  const inUse = county.standing(own, IN_USE);
  const bearing = county.picked(own, 'facility', ({ fields }) => fields.has_conditions === true);
  const withHours = county.standing(bearing, ({ fields }) => String(fields.opening_hours ?? '').trim() !== '');
  const activities = county.own('activity');
  const found = new Found();
  return (day, { big }) => [
    ['5.2.1.a', big(standingCells(inUse, villages, count, day, found, false))],
    ['5.2.1.c', big(weeklyCells(activities, villages, count, day))],
    ['5.2.1.d', big(hoursCells(withHours, inUse, villages, count, day, found))],
  ];
}

function posts(county: PlainCounty): JudgePart {
  const { villages, count } = county.units;
  const keepers = county.standing(county.own('staff', KEEPERS));
  const shared = county.standing(county.home('staff', KEEPERS));
  const employed = is('employment', '专职', '民政协理员兼职');
  const directors = county.standing(county.own('staff', is('role', '儿童主任')), employed);
  const found = new Found();
  return (day, { big, small }) => [
    ['5.2.1.b', big(postCells(keepers, villages, count, day, found))],
    ['5.2.1.f', small(postCells(shared, villages, count, day, found))],
    ['5.3.2.a', postCells(directors, villages, count, day, found)],
  ];
}

function sheets(county: PlainCounty, children: PlainRows): JudgePart {
  const { villages, count } = county.units;
  const kinds = is('facility_type', '儿童之家', '区域性儿童之家', '其他就近场所');
  const serving = county.home('facility', both(kinds, IN_USE));
  const guarded = typed(children, 'none_concerned', 'with_guardian', 'concerned');
  const covered = {
    ...typed(children, 'no_children', 'covered_children', 'children_total'),
    homesWait: serving.anyWaiting,
  };
  const visits = typed(county.own('service_stat'), 'no_visits_due', 'visits_done', 'visits_due');
  const homesAt = servedBy(serving, count);
  const found = new Found();
  return (day, { small }) => {
    const quarter = spansOf(day, 'quarter');
    const cells = (of: Sheets, yellow: number, served: Homes | null = null) =>
      shareCells(quarter, (span) => sheetParts(of, count, span, served), { target: 100, yellow }, villages, found);
    return [
      ['3.2.1.e', cells(guarded, 95)],
      ['5.2.1.e', small(cells(covered, 90, homesAt))],
      ['5.2.2.b', cells(visits, 90)],
    ];
  };
}

function ledgers(county: PlainCounty): JudgePart {
  const { villages, count } = county.units;
  const rows = county.own('ledger_submission');
  const three = bitsOf(rows, 'ledgers', ['农村留守儿童', '困境儿童', '孤儿']);
  const two = bitsOf(rows, 'ledgers', ['困境儿童', '农村留守儿童']);
  return (day) => [
    ['4.1.1.b', ledgerCells(rows, three, 3, villages, count, day)],
    ['5.2.2.a', ledgerCells(rows, two, 2, villages, count, day)],
  ];
}

function services(county: PlainCounty): JudgePart {
  const { villages, count } = county.units;
  const rows = county.home('service_stat');
  const kinds = serviceKinds(rows);
  const lessons = county.home('family_training', is('topic', '儿童保护理念', '亲子沟通', '其他家庭教育'));
  const courses = county.proven(lessons, 'signin');
  const target = { target: 100, yellow: 50 };
  const found = new Found();
  return (day) => {
    const year = rollingSpan(day);
    const told = itemsPart(rows, kinds, 4, count, year);
    return [
      ['5.2.2.c', rollingShareCells(year, told, target, villages, found)],
      ['5.2.2.d', yearlyCells(courses, 4, villages, count, day, found)],
    ];
  };
}

/** How many homes serve each village on the last day looked at. */
function servedBy(homes: PlainRows, units: number): Homes {
  return (span, waiting) => {
    const served = new Int32Array(units);
    for (let at = 0; at < homes.length; at += 1) {
      const unit = homes.unit[at] ?? 0;
      if (isInForce(homes, at, span, waiting)) served[unit] = (served[unit] ?? 0) + 1;
    }
    return served;
  };
}

/** The kinds of service that a village's sheet tells of, as bits. */
function serviceKinds(rows: PlainRows): Int32Array {
  const bits = new Int32Array(rows.length);
  ['guardianship_assessed', 'counselling', 'relationship', 'support'].forEach((field, bit) => {
    numbers(rows, field).forEach((value, at) => {
      if (value > 0) bits[at] = (bits[at] ?? 0) | (1 << bit);
    });
  });
  return bits;
}

/** 2: at least a hundred children in the last quarter of the year before, else in the first sheet after it; 1: fewer; 0: unknown. */
function villageSizes(rows: PlainRows, totals: Float64Array, units: number, asOf: number): Uint8Array {
  const { year } = civil(asOf);
  const [yearStart, lastQuarter] = [dayOf(year, 1, 1), dayOf(year - 1, 10, 1)];
  const settled = new Int32Array(units);
  const sizes = new Uint8Array(units);
  for (let at = 0; at < rows.length && (rows.day[at] ?? 0) <= asOf; at += 1) {
    const from = rows.from[at] ?? 0;
    const unit = rows.unit[at] ?? 0;
    if ((rows.waiting[at] ?? 0) > 0 || from < lastQuarter || (settled[unit] !== 0 && settled[unit] !== from)) continue;
    settled[unit] = from < yearStart ? lastQuarter : from;
    sizes[unit] = (totals[at] ?? 0) >= 100 ? 2 : 1;
  }
  return sizes;
}

function sized(cells: Judged, subjects: Int16Array, sizes: Uint8Array, size: number, early: boolean): Judged {
  for (let place = 0; place < subjects.length; place += 1) {
    const own = sizes[subjects[place] ?? 0];
    if (own === size) continue;
    cells.outcome[place] = own !== 0 ? NOT_APPLICABLE : early ? NOT_DUE : NO_DATA;
    cells.measured[place] = NaN;
  }
  return cells;
}
