import { firstAt } from './counted-cells.js';
import type { Span } from './plain-clock.js';
import { both, is, type Picks, type PlainCounty } from './plain-county.js';
import { marks, numbers, type PlainRows, type PlainUnits } from './plain-rows.js';
import { isInForce } from './standing-cells.js';
import { emptyPart, sheetParts, takesRow, type Measured, type Part, type Sheets } from './share-cells.js';

/** What the shares of towns are counted from. */
export interface TownRows {
  readonly units: PlainUnits;
  readonly homes: PlainRows;
  /** Records of homes by their place in `homes`; rows of money by the place of their home, -1 for another. */
  readonly money: PlainRows;
  readonly moneyHome: Int32Array;
  readonly allowances: PlainRows;
  readonly headcount: Float64Array;
  readonly directors: PlainRows;
  readonly training: PlainRows;
  readonly trained: Float64Array;
  readonly children: Sheets;
}

export function townRows(county: PlainCounty): TownRows {
  const paid: Picks = ({ fields }) => typeof fields.paid === 'number' && fields.paid >= 1;
  const homes = county.own('facility', both(is('facility_type', '儿童之家', '区域性儿童之家'), is('status', '在用')));
  const place = new Map(homes.placed.map(({ record }, at) => [record.id, at]));
  const money = county.own('funding', both(is('purpose', '儿童之家运行'), paid));
  const allowances = county.own('funding', both(is('purpose', '儿童主任工作补贴'), paid));
  const training = county.named('training', 'keeper_counts', is('topic', '儿童工作业务培训'));
  return {
    units: county.units,
    homes,
    money,
    moneyHome: Int32Array.from(money.placed, ({ record }) => place.get(Number(record.fields.home)) ?? -1),
    allowances,
    headcount: numbers(allowances, 'headcount'),
    directors: county.own('staff', is('role', '儿童主任')),
    training,
    trained: Float64Array.from(training.placed, ({ record, unit }) =>
      countFor(county, record.fields.keeper_counts, unit),
    ),
    children: childSheets(county.own('child_stat')),
  };
}

function countFor(county: PlainCounty, counts: unknown, unit: number): number {
  if (typeof counts !== 'object' || counts === null) return 0;
  const found = Object.entries(counts).find(([code]) => county.units.indexOf.get(code) === unit);
  return Number(found?.[1] ?? 0);
}

function childSheets(rows: PlainRows): Sheets {
  const pair = (above: string, below: string) => ({ above: numbers(rows, above), below: numbers(rows, below) });
  return {
    rows,
    none: marks(rows, ({ fields }) => fields.none_concerned === true),
    category: null,
    categories: 1,
    pairs: [
      pair('in_system_left_behind', 'left_behind'),
      pair('in_system_in_difficulty', 'in_difficulty'),
      pair('in_system_orphans', 'orphans'),
    ],
  };
}

/** Adds what villages have to their towns. */
function addUp(values: Float64Array, { villages, parent }: PlainUnits): void {
  for (const village of villages) {
    const town = parent[village] ?? 0;
    values[town] = (values[town] ?? 0) + (values[village] ?? 0);
  }
}

function measured(of: (waiting: boolean) => Part, ...rows: readonly PlainRows[]): Measured {
  const part = of(false);
  return { parts: [part], waiting: [rows.some(({ anyWaiting }) => anyWaiting) ? of(true) : part] };
}

/** 2.1.2.a: homes in use for which money was paid in the year. */
export function fundedParts({ units, homes, money, moneyHome }: TownRows, span: Span): Measured {
  return measured(
    (waiting) => {
      const paid = new Uint8Array(homes.length);
      const high = firstAt(money.day, span.at + 1);
      for (let at = firstAt(money.day, span.from); at < high; at += 1) {
        const home = moneyHome[at] ?? -1;
        if (home >= 0 && takesRow(money, at, span, waiting)) paid[home] = 1;
      }
      const part = emptyPart(units.count);
      for (let at = 0; at < homes.length; at += 1) {
        if (!isInForce(homes, at, span, waiting)) continue;
        const unit = homes.unit[at] ?? 0;
        part.below[unit] = (part.below[unit] ?? 0) + 1;
        if (paid[at] === 1) part.above[unit] = (part.above[unit] ?? 0) + 1;
      }
      addUp(part.above, units);
      addUp(part.below, units);
      part.seen.set(part.below);
      return part;
    },
    homes,
    money,
  );
}

/** Adds the directors in post as the whole, and takes no more than everybody. */
function ofDirectors({ units, directors }: TownRows, part: Part, span: Span, waiting: boolean): Part {
  for (let at = 0; at < directors.length; at += 1) {
    const unit = directors.unit[at] ?? 0;
    if (isInForce(directors, at, span, waiting)) part.below[unit] = (part.below[unit] ?? 0) + 1;
  }
  addUp(part.below, units);
  for (const town of units.towns) {
    const above = part.above[town] ?? 0;
    part.seen[town] = above > 0 || (part.below[town] ?? 0) > 0 ? 1 : 0;
    part.above[town] = Math.min(above, part.below[town] ?? 0);
  }
  return part;
}

/** 2.1.2.b: directors who got their allowance, as the town's latest payment says. */
export function allowanceParts(rows: TownRows, span: Span): Measured {
  const { allowances, headcount, units, directors } = rows;
  return measured(
    (waiting) => {
      const part = emptyPart(units.count);
      const high = firstAt(allowances.day, span.at + 1);
      for (let at = firstAt(allowances.day, span.from); at < high; at += 1) {
        if (takesRow(allowances, at, span, waiting)) part.above[allowances.unit[at] ?? 0] = headcount[at] ?? 0;
      }
      return ofDirectors(rows, part, span, waiting);
    },
    allowances,
    directors,
  );
}

/** 5.4.1.b: directors trained in the year. */
export function trainedParts(rows: TownRows, span: Span): Measured {
  const { training, trained, units, directors } = rows;
  return measured(
    (waiting) => {
      const part = emptyPart(units.count);
      const high = firstAt(training.day, span.at + 1);
      for (let at = firstAt(training.day, span.from); at < high; at += 1) {
        const unit = training.unit[at] ?? 0;
        if (takesRow(training, at, span, waiting)) part.above[unit] = (part.above[unit] ?? 0) + (trained[at] ?? 0);
      }
      return ofDirectors(rows, part, span, waiting);
    },
    training,
    directors,
  );
}

/** 4.1.1.c: children entered into the system, added up over the villages of the town. */
export function systemParts({ children, units }: TownRows, span: Span): Measured {
  const { parts, waiting } = sheetParts(children, units.count, span);
  const expected = new Int32Array(units.count);
  for (const village of units.villages) {
    const town = units.parent[village] ?? 0;
    expected[town] = (expected[town] ?? 0) + 1;
  }
  const summed = (part: Part): Part => {
    for (const values of [part.above, part.below, part.seen, part.zero]) addUp(values, units);
    return { ...part, expected };
  };
  const approved = parts.map(summed);
  return { parts: approved, waiting: waiting === parts ? approved : waiting.map(summed) };
}
