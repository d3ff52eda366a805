import { civil, dayOf } from '../../engine/index.js';
import { ledgerCells, weeklyCells, yearlyCells } from './counted-cells.js';
import { rollingSpan, spansOf, standingSpan, type Day } from './plain-clock.js';
import { both, is, type PlainCounty } from './plain-county.js';
import { bitsOf, marks, numbers, type PlainRows } from './plain-rows.js';
import { itemsPart, rollingShareCells, shareCells, sheetParts, type Homes, type Sheets } from './share-cells.js';
import { hoursCells, isInForce, postCells, standingCells } from './standing-cells.js';
import { Found, NO_DATA, NOT_APPLICABLE, NOT_DUE, type Judged } from './verdict-steps.js';

/** Judges all requirements of a room of the table, by their ids. */
export type JudgeAll = (day: Day) => ReadonlyMap<string, Judged>;

const KEEPERS = is('role', '儿童之家负责人');
const IN_USE = is('status', '在用');

function childSheets(rows: PlainRows, flag: string, above: string, below: string): Sheets {
  return {
    rows,
    none: marks(rows, (record) => record.fields[flag] === true),
    category: null,
    categories: 1,
    pairs: [{ above: numbers(rows, above), below: numbers(rows, below) }],
  };
}

/** The thirteen requirements that every village is judged by: 6,084 cells. */
export function villageJudge(county: PlainCounty): JudgeAll {
  const { units } = county;
  const { villages, count } = units;
  const children = county.own('child_stat');
  const guarded = childSheets(children, 'none_concerned', 'with_guardian', 'concerned');
  const visits = childSheets(county.own('service_stat'), 'no_visits_due', 'visits_done', 'visits_due');
  const totals = numbers(children, 'children_total');
  const ledgers = county.own('ledger_submission');
  const three = bitsOf(ledgers, 'ledgers', ['农村留守儿童', '困境儿童', '孤儿']);
  const two = bitsOf(ledgers, 'ledgers', ['困境儿童', '农村留守儿童']);
  const homes = county.own('facility', both(is('facility_type', '儿童之家'), is('status', '在用', '整改停用')));
  const inUse = county.standing(homes, IN_USE);
  const bearing = county.picked(homes, 'facility', ({ fields }) => fields.has_conditions === true);
  const withHours = county.standing(bearing, ({ fields }) => String(fields.opening_hours ?? '').trim() !== '');
  const serving = county.home(
    'facility',
    both(is('facility_type', '儿童之家', '区域性儿童之家', '其他就近场所'), IN_USE),
  );
  const covered = {
    ...childSheets(children, 'no_children', 'covered_children', 'children_total'),
    homesWait: serving.anyWaiting,
  };
  const keepers = county.standing(county.own('staff', KEEPERS));
  const sharedKeepers = county.standing(county.home('staff', KEEPERS));
  const directors = county.standing(
    county.own('staff', is('role', '儿童主任')),
    is('employment', '专职', '民政协理员兼职'),
  );
  const activities = county.own('activity');
  const services = county.home('service_stat');
  const kinds = serviceKinds(services);
  const lessons = county.home('family_training', is('topic', '儿童保护理念', '亲子沟通', '其他家庭教育'));
  const courses = county.proven(lessons, 'signin');
  const found = new Found();
  return (day) => {
    const quarter = spansOf(day, 'quarter');
    const sizes = villageSizes(children, totals, count, day.asOf);
    const early = standingSpan(day).phase === 1;
    const big = (cells: Judged) => sized(cells, villages, sizes, 2, early);
    const small = (cells: Judged) => sized(cells, villages, sizes, 1, early);
    const rolling = rollingSpan(day);
    return new Map([
      [
        '3.2.1.e',
        shareCells(quarter, (span) => sheetParts(guarded, count, span), { target: 100, yellow: 95 }, villages, found),
      ],
      ['4.1.1.b', ledgerCells(ledgers, three, 3, villages, count, day)],
      ['5.2.1.a', big(standingCells(inUse, villages, count, day, found, false))],
      ['5.2.1.b', big(postCells(keepers, villages, count, day, found))],
      ['5.2.1.c', big(weeklyCells(activities, villages, count, day))],
      ['5.2.1.d', big(hoursCells(withHours, inUse, villages, count, day, found))],
      [
        '5.2.1.e',
        small(
          shareCells(
            quarter,
            (span) => sheetParts(covered, count, span, servedBy(serving, count)),
            { target: 100, yellow: 90 },
            villages,
            found,
          ),
        ),
      ],
      ['5.2.1.f', small(postCells(sharedKeepers, villages, count, day, found))],
      ['5.2.2.a', ledgerCells(ledgers, two, 2, villages, count, day)],
      [
        '5.2.2.b',
        shareCells(quarter, (span) => sheetParts(visits, count, span), { target: 100, yellow: 90 }, villages, found),
      ],
      [
        '5.2.2.c',
        rollingShareCells(
          rolling,
          itemsPart(services, kinds, 4, count, rolling),
          { target: 100, yellow: 50 },
          villages,
          found,
        ),
      ],
      ['5.2.2.d', yearlyCells(courses, 4, villages, count, day, found)],
      ['5.3.2.a', postCells(directors, villages, count, day, found)],
    ]);
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
