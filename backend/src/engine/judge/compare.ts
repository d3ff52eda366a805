import type { Column } from '../facts/column.js';
import type { Facts } from '../facts/facts.js';
import type { Run } from './env.js';
import type { Finding } from './finding.js';
import type { Rule, Selection } from '../rule.types.js';

export type CompareRule = Extract<Rule, { readonly kind: 'value_compare' }>;

/** A value as a fraction, so that shares are compared in integers. `below` is 0 where there is no value. */
export interface Value {
  above: number;
  below: number;
}

export interface Columns {
  readonly value: Column | undefined;
  readonly numerator: Column | undefined;
  readonly denominator: Column | undefined;
  readonly category: Column | undefined;
  readonly zero: Column | undefined;
}

/** A published average: of the city, of the province. */
export interface Level {
  readonly name: string;
  readonly of: Selection;
}

/** The rows that a comparison reads in one window: own values, and those it is held against. */
export interface Compared {
  readonly own: Float64Array;
  /** Own sheets without their file, by unit. */
  readonly lacking: Float64Array;
  /** One entry per reference that has to hold; `stale` where only an older one is there. */
  readonly references: readonly {
    readonly rows: Float64Array;
    readonly stale: Float64Array;
    /** Of no unit: the newest of whichever unit entered one, in the place of the first unit; null for an own value. */
    readonly level: Level | null;
  }[];
}

/** The fields of a record type that hold values, whatever the indicator. */
export function columnsOf(facts: Facts, record: string): Columns {
  const columns = facts.tables.get(record)?.columns;
  return {
    value: columns?.get('value'),
    numerator: columns?.get('numerator'),
    denominator: columns?.get('denominator'),
    category: columns?.get('category'),
    zero: columns?.get('none_eligible'),
  };
}

/** Money and shares have at most four decimals: as whole ten-thousandths, exactly 70 % is 70 %. */
function whole(amount: number): number {
  return Math.round(amount * 10_000);
}

function valueOf(rule: CompareRule, columns: Columns, row: number): Value {
  if (rule.as === 'ratio' && columns.numerator?.kind === 'number' && columns.denominator?.kind === 'number') {
    const below = columns.denominator.values[row] ?? NaN;
    const above = columns.numerator.values[row] ?? NaN;
    if (below > 0 && !Number.isNaN(above)) return { above: whole(above) * 100, below: whole(below) };
    if (rule.reference.type !== 'benchmarks') return { above: 0, below: 0 };
  }
  const value = columns.value?.kind === 'number' ? (columns.value.values[row] ?? NaN) : NaN;
  return Number.isNaN(value) ? { above: 0, below: 0 } : { above: value, below: 1 };
}

/** Whether a row says a number at all. */
export function hasValue(rule: CompareRule, columns: Columns, row: number): boolean {
  return valueOf(rule, columns, row).below > 0;
}

/** What one own value is worth against its references. */
export function compareRow(
  rule: CompareRule,
  run: Run,
  columns: Columns,
  compared: Compared,
  part: number,
  unit: number,
  row: number,
  found: Finding,
): void {
  found.any = true;
  if (columns.zero?.kind === 'flag' && columns.zero.values[row] === 1) {
    found.absent = 'noSubjectChildren';
    return;
  }
  const own = valueOf(rule, columns, row);
  if (own.below === 0) {
    found.unknown = 'nothingReported';
    return;
  }
  found.measured = own.above / own.below;
  if (rule.reference.type === 'number') compareLine(rule, run, own, found);
  else compareReferences(rule, run, columns, compared, part, unit, own, found);
}

function compareLine(rule: CompareRule, run: Run, own: Value, found: Finding): void {
  const line = run.number('line');
  const slack = run.number('tolerance');
  found.required = line;
  found.fulfilled = holds(rule, own, { above: line, below: 1 });
  if (!found.fulfilled && !Number.isNaN(slack)) {
    const eased = rule.compare === 'atMost' ? line + slack : line - slack;
    found.tolerated = holds(rule, own, { above: eased, below: 1 });
  }
}

function holds(rule: CompareRule, own: Value, other: Value): boolean {
  const left = own.above * other.below;
  const right = other.above * own.below;
  switch (rule.compare) {
    case 'atLeast':
      return left >= right;
    case 'atMost':
      return left <= right;
    case 'above':
      return left > right;
  }
}

function equals(own: Value, other: Value): boolean {
  return own.above * other.below === other.above * own.below;
}

function compareReferences(
  rule: CompareRule,
  run: Run,
  columns: Columns,
  compared: Compared,
  part: number,
  unit: number,
  own: Value,
  found: Finding,
): void {
  const { units } = run.env;
  const needed = rule.reference.type === 'benchmarks' && rule.reference.mode === 'any' ? 1 : compared.references.length;
  let fresh = 0;
  let older = 0;
  let broken = 0;
  let even = false;
  for (const reference of compared.references) {
    const place = part * units + (reference.level === null ? unit : 0);
    const row = (reference.rows[place] ?? 0) - 1;
    const fresher = row >= 0 && hasValue(rule, columns, row);
    const other = valueOf(rule, columns, fresher ? row : (reference.stale[place] ?? 0) - 1);
    if (other.below === 0) continue;
    found.required = Number.isNaN(found.required)
      ? other.above / other.below
      : tighter(rule, found.required, other.above / other.below);
    if (!fresher) older += 1;
    else if (holds(rule, own, other)) fresh += 1;
    else if (rule.equalIs === 'atRisk' && equals(own, other)) even = true;
    else broken += 1;
  }
  settleReferences(found, { needed, total: compared.references.length, fresh, older, broken, even });
}

interface Tally {
  readonly needed: number;
  readonly total: number;
  readonly fresh: number;
  readonly older: number;
  readonly broken: number;
  readonly even: boolean;
}

/** One that is exceeded proves unmet; a stale one gives atRisk; a missing one leaves the cell without data. */
function settleReferences(found: Finding, tally: Tally): void {
  found.fulfilled = tally.fresh >= tally.needed;
  if (found.fulfilled || tally.broken > tally.total - tally.needed) return;
  if (tally.even) {
    found.tolerated = true;
  } else if (tally.fresh + tally.older >= tally.needed) {
    found.tolerated = true;
    found.toleratedAs = 'benchmarkStale';
  } else found.unknown = 'benchmarkMissing';
}

function tighter(rule: CompareRule, one: number, other: number): number {
  return rule.compare === 'atMost' ? Math.min(one, other) : Math.max(one, other);
}
