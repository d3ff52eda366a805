import { NO_DAY, NONE } from '../facts.types.js';
import type { Condition, NumberName, Where } from '../rule.types.js';
import { bits, maskOf, type Column } from './column.js';
import type { Table } from './table.js';
import type { Tree } from './tree.js';

/** Codes of options; undefined for those that the field does not know. */
type Codes = ReadonlySet<number | undefined>;

/** A condition tied to its column. `number` names the threshold, which is looked up on the as-of day. */
export type Test = { readonly field: string; readonly column: Column } &
  /** One choice, by the codes it may have (null: any) and must not have. */
  (
    | { readonly op: 'option'; readonly allowed: Codes | null; readonly banned: Codes }
    /** Several choices, as bit masks; `any` null: nothing is asked. */
    | { readonly op: 'options'; readonly any: number | null; readonly all: number; readonly none: number }
    | {
        readonly op: 'units';
        readonly any: readonly number[] | null;
        readonly all: readonly number[];
        readonly none: readonly number[];
      }
    | { readonly op: 'is'; readonly value: boolean }
    | { readonly op: 'min' | 'max'; readonly number: NumberName }
    | { readonly op: 'present' }
    | { readonly op: 'never' }
  );

/** Ties the conditions to the columns of a table. A field that the table lacks never passes (`check` reports it). */
export function compileTests(where: Where | undefined, table: Table, tree: Tree): readonly Test[] {
  return Object.entries(where ?? {}).map(([field, condition]) => {
    const column = table.columns.get(field);
    if (column === undefined) return { field, column: { kind: 'text', present: new Uint8Array(0) }, op: 'never' };
    return compileTest(field, column, condition, tree);
  });
}

function compileTest(field: string, column: Column, condition: Condition, tree: Tree): Test {
  if ('is' in condition) return { field, column, op: 'is', value: condition.is };
  if ('min' in condition) return { field, column, op: 'min', number: condition.min };
  if ('max' in condition) return { field, column, op: 'max', number: condition.max };
  if ('present' in condition) return { field, column, op: 'present' };
  const any = 'any' in condition ? condition.any : null;
  const all = 'all' in condition ? condition.all : [];
  const none = 'none' in condition ? condition.none : [];
  if (column.kind === 'choice') return choiceTest(field, column, any, all, none);
  if (column.kind === 'choices') {
    const mask = (options: readonly string[]) => maskOf(options, column.codes);
    return { field, column, op: 'options', any: any === null ? null : mask(any), all: mask(all), none: mask(none) };
  }
  if (column.kind === 'unit' || column.kind === 'units' || column.kind === 'unitCounts') {
    const named = (names: readonly string[]) => unitsNamed(names, tree);
    return { field, column, op: 'units', any: any === null ? null : named(any), all: named(all), none: named(none) };
  }
  return { field, column, op: 'never' };
}

type ChoiceColumn = Extract<Column, { readonly kind: 'choice' }>;

/** A single choice is tested by the codes it may or must not have. */
function choiceTest(
  field: string,
  column: ChoiceColumn,
  any: readonly string[] | null,
  all: readonly string[],
  none: readonly string[],
): Test {
  const codes = (options: readonly string[]): Codes => new Set(options.map((option) => column.codes.get(option)));
  const banned = codes(none);
  if (any !== null) return { field, column, op: 'option', allowed: codes(any), banned };
  // Nothing can be two options at once.
  const allowed = all.length > 1 ? new Set<number>() : codes(all);
  return { field, column, op: 'option', allowed: all.length === 0 ? null : allowed, banned };
}

/** Indices of units by short name or code. */
export function unitsNamed(names: readonly string[], tree: Tree): readonly number[] {
  const wanted = new Set(names);
  const found: number[] = [];
  tree.units.forEach((unit, index) => {
    const bears = wanted.has(unit.shortName) || unit.names?.some((name) => wanted.has(name)) === true;
    if (bears || wanted.has(unit.code)) found.push(index);
  });
  return found;
}

/** Whether a test asks for options of a choice. */
export function asksOptions({ op }: Test): boolean {
  return op === 'option' || op === 'options';
}

/** Whether a row passes one test. The one predicate of batch and explanation. */
export function passes(test: Test, row: number, number: (name: NumberName) => number): boolean {
  switch (test.op) {
    case 'option':
      return passesOption(test, row);
    case 'options':
      return passesOptions(test, row);
    case 'units': {
      const isNamed = (unit: number) => namesUnit(test.column, row, unit);
      return test.any?.some(isNamed) !== false && test.all.every(isNamed) && !test.none.some(isNamed);
    }
    case 'is':
      return test.column.kind === 'flag' && (test.column.values[row] === 1) === test.value;
    case 'min':
      return amount(test.column, row) >= number(test.number);
    case 'max':
      return amount(test.column, row) <= number(test.number);
    case 'present':
      return isPresent(test.column, row);
    case 'never':
      return false;
  }
}

function passesOption(test: Test & { readonly op: 'option' }, row: number): boolean {
  const code = test.column.kind === 'choice' ? test.column.values[row] : undefined;
  return code !== undefined && test.allowed?.has(code) !== false && !test.banned.has(code);
}

function passesOptions({ column, any, all, none }: Test & { readonly op: 'options' }, row: number): boolean {
  const mask = column.kind === 'choices' ? (column.values[row] ?? 0) : 0;
  return (any === null || (mask & any) !== 0) && (mask & all) === all && (mask & none) === 0;
}

function namesUnit(column: Column, row: number, unit: number): boolean {
  if (column.kind === 'unit') return column.values[row] === unit;
  return 'lists' in column && column.lists[row]?.includes(unit) === true;
}

function unitsNamedBy({ lists }: { readonly lists: readonly Int32Array[] }, row: number): number {
  return lists[row]?.length ?? 0;
}

/** The number in the field; of a list, how many it names; NaN where missing. */
function amount(column: Column, row: number): number {
  switch (column.kind) {
    case 'number':
      return column.values[row] ?? NaN;
    case 'choices':
      return bits(column.values[row] ?? 0);
    case 'units':
    case 'unitCounts':
      return unitsNamedBy(column, row);
    default:
      return NaN;
  }
}

/** Whether the field holds anything. */
export function isPresent(column: Column, row: number): boolean {
  switch (column.kind) {
    case 'text':
      return column.present[row] === 1;
    case 'number':
      return !Number.isNaN(column.values[row] ?? NaN);
    case 'day':
    case 'instant':
      return (column.values[row] ?? NO_DAY) !== NO_DAY;
    case 'period':
      return (column.from[row] ?? NO_DAY) !== NO_DAY;
    case 'flag':
    case 'choice':
    case 'unit':
    case 'record':
      return (column.values[row] ?? NONE) !== NONE;
    case 'choices':
      return (column.values[row] ?? 0) !== 0;
    case 'units':
    case 'unitCounts':
      return unitsNamedBy(column, row) > 0;
  }
}
