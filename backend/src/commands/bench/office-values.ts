import { addYears, periodContaining, previousPeriod, type Period } from '../../engine/index.js';
import { firstAt } from './counted-cells.js';
import { BEFORE, spansOf, type Day, type Span, type Spans } from './plain-clock.js';
import { both, is, type PlainCounty } from './plain-county.js';
import { marks, type PlainRows } from './plain-rows.js';
import { takesRow } from './share-cells.js';
import {
  capped,
  Cell,
  Found,
  isWorsePart,
  judgedFor,
  NOT_APPLICABLE,
  outcomeIn,
  takeWorse,
  type Judged,
} from './verdict-steps.js';
import type { JudgeAll } from './village-cells.js';

const CIVIL = '县民政局';
const POOR = ['建档立卡贫困家庭儿童', '最低生活保障家庭儿童', '特困救助供养人员中的儿童', '贫困残疾儿童'] as const;

/** Values of an indicator by category; NaN where a row has none. */
interface Values {
  readonly rows: PlainRows;
  readonly value: Float64Array;
  readonly none: Uint8Array;
  readonly category: Int8Array;
  readonly categories: number;
}

type Shape = 'value' | 'percent';

function valuesOf(
  county: PlainCounty,
  indicator: string,
  categories: readonly string[],
  level = '本县',
  shape: Shape = 'value',
): Values {
  const rows = county.own('indicator_value', both(is('indicator', indicator), is('level', level)));
  const ten = (value: unknown) => (typeof value === 'number' ? Math.round(value * 10_000) : NaN);
  const value = Float64Array.from(rows.placed, ({ record: { fields } }) => {
    if (shape === 'value') return typeof fields.value === 'number' ? fields.value : NaN;
    const below = ten(fields.denominator);
    return below > 0 ? (ten(fields.numerator) * 100) / below : NaN;
  });
  const category = Int8Array.from(rows.placed, ({ record }) =>
    categories.length === 0 ? 0 : categories.indexOf(String(record.fields.category)),
  );
  const none = marks(rows, ({ fields }) => fields.none_eligible === true);
  return { rows, value, none, category, categories: Math.max(1, categories.length) };
}

/** Row of the latest value of each category that an office (-1: anybody) handed in for the span; -1 where there is none. */
function latest({ rows, category, categories }: Values, span: Span, unit: number, waiting: boolean): Int32Array {
  const found = new Int32Array(categories).fill(-1);
  const high = firstAt(rows.day, span.at + 1);
  for (let at = firstAt(rows.day, span.from); at < high; at += 1) {
    const kind = category[at] ?? -1;
    const own = unit < 0 || rows.unit[at] === unit;
    if (own && kind >= 0 && takesRow(rows, at, span, waiting)) found[kind] = at;
  }
  return found;
}

function moved(span: Span, { from, to }: Period, asOf: number): Span {
  return { ...span, from, to, at: Math.min(asOf, to) };
}

/** Says of one value what the steps need to know. */
type Holds = (value: number, category: number, found: Found) => void;
/** Looks the references of a span up. */
type Against = (span: Span, day: Day, unit: number) => Holds;

/** 3.3.2.b: at least seventy per cent, five points are tolerated. */
const line: Against = () => (value, _category, found) => {
  found.fulfilled = value >= 70;
  found.tolerated = value >= 65;
};

/** Not less (`above`: more, where the same is at risk) than a year before. */
function yearBefore(values: Values, above: boolean): Against {
  return (span, { asOf }, unit) => {
    const before = latest(values, moved(span, previousPeriod('calendar_year', span), asOf), unit, false);
    return (value, category, found) => {
      const other = values.value[before[category] ?? -1] ?? NaN;
      if (Number.isNaN(other)) {
        found.unknown = true;
        return;
      }
      found.fulfilled = above ? value > other : value >= other;
      found.tolerated = above && value === other;
    };
  };
}

/** 3.4.1.c: not above province and city; those of the year before are stale. */
function benchmarks(levels: readonly Values[]): Against {
  return (span, { asOf }) => {
    const earlier = moved(span, periodContaining('school_year', addYears(span.from, -1)), asOf);
    const known = levels.map((values) => ({
      values,
      fresh: latest(values, span, -1, false),
      stale: latest(values, earlier, -1, false),
    }));
    return (value, category, found) => {
      let [held, older, broken] = [0, 0, 0];
      for (const { values, fresh, stale } of known) {
        const at = fresh[category] ?? -1;
        const other = values.value[at >= 0 ? at : (stale[category] ?? -1)] ?? NaN;
        if (Number.isNaN(other)) continue;
        if (at < 0) older += 1;
        else if (value <= other) held += 1;
        else broken += 1;
      }
      found.fulfilled = held === known.length;
      if (found.fulfilled || broken > 0) return;
      if (held + older === known.length) found.tolerated = true;
      else found.unknown = true;
    };
  };
}

function valueCells(
  values: Values,
  against: Against,
  { now, last }: Spans,
  subjects: Int16Array,
  day: Day,
  cap: boolean,
): Judged {
  const cells = judgedFor(subjects);
  const found = new Found();
  const [first, second] = [new Cell(), new Cell()];
  for (let place = 0; place < subjects.length; place += 1) {
    const unit = subjects[place] ?? 0;
    judgeSpan(values, against, now, unit, day, found, first);
    if (last.phase === BEFORE) takeWorse(first, NOT_APPLICABLE, NaN);
    else {
      judgeSpan(values, against, last, unit, day, found, second);
      takeWorse(first, second.outcome, second.measured, second.any);
    }
    cells.outcome[place] = cap ? capped(first.outcome, first.any) : first.outcome;
    cells.measured[place] = first.measured;
  }
  return cells;
}

function judgeSpan(
  values: Values,
  against: Against,
  span: Span,
  unit: number,
  day: Day,
  found: Found,
  cell: Cell,
): void {
  const own = latest(values, span, unit, false);
  const waiting = values.rows.anyWaiting ? latest(values, span, unit, true) : own;
  const holds = against(span, day, unit);
  const reported = own.some((at) => at >= 0);
  cell.any = false;
  for (let category = 0; category < own.length; category += 1) {
    const at = own[category] ?? -1;
    const newer = waiting[category] ?? -1;
    found.clear();
    if (newer !== at) {
      compare(values, holds, newer, category, found);
      const excused = found.fulfilled || found.absent;
      found.clear();
      found.excused = excused;
      found.any = true;
    }
    if (at >= 0) compare(values, holds, at, category, found);
    else if (reported) found.unknown = true;
    const outcome = outcomeIn(found, span);
    cell.any ||= found.any;
    const takes =
      category === 0 ||
      (cell.outcome === NOT_APPLICABLE && outcome !== NOT_APPLICABLE) ||
      isWorsePart(outcome, cell.outcome);
    if (!takes) continue;
    cell.outcome = outcome;
    cell.measured = found.measured;
  }
}

function compare({ value, none }: Values, holds: Holds, at: number, category: number, found: Found): void {
  const own = value[at] ?? NaN;
  found.any = true;
  if (none[at] === 1) found.absent = true;
  else if (Number.isNaN(own)) found.unknown = true;
  else {
    found.measured = own;
    holds(own, category, found);
  }
}

/** Values against a line, the year before, or benchmarks. */
export function officeValues(county: PlainCounty): JudgeAll {
  const orphans = valuesOf(county, '孤儿基本生活费月标准', ['集中养育', '社会散居']);
  const average = valuesOf(county, '困境儿童人均月保障金额', []);
  const refunded = valuesOf(county, '重特大疾病医疗救助自负费用报销', POOR, '本县', 'percent');
  const ceiling = valuesOf(county, '重特大疾病医疗救助年度封顶线', []);
  const schools = ['小学', '初中'] as const;
  const [own, province, city] = ['本县', '省', '市'].map((level) =>
    valuesOf(county, '农村留守儿童辍学率', schools, level),
  );
  const [civil, education] = [county.at(CIVIL), county.at('县教体局')];
  return (day) => {
    const year = spansOf(day, 'reported_year');
    const cells = (values: Values, against: Against, cap: boolean) =>
      valueCells(values, against, year, civil, day, cap);
    const judged = new Map([
      ['3.1.1.c', cells(orphans, yearBefore(orphans, false), true)],
      ['3.1.2.c', cells(average, yearBefore(average, false), true)],
      ['3.3.2.b', cells(refunded, line, false)],
      ['3.3.2.d', cells(ceiling, yearBefore(ceiling, true), false)],
    ]);
    if (own !== undefined && province !== undefined && city !== undefined) {
      const spans = spansOf(day, 'school_year');
      judged.set('3.4.1.c', valueCells(own, benchmarks([province, city]), spans, education, day, false));
    }
    return judged;
  };
}
