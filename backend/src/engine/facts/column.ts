import { parseDay } from '../days.js';
import { NO_DAY, NONE, type FieldValue } from '../facts.types.js';
import { parseInstant } from '../instants.js';
import { parsePeriod } from '../periods.js';
import type { FieldSpec } from '../record-type.types.js';

/** One field of all records of a type. Missing: NaN, NO_DAY, -1 or an empty list, as the kind allows. */
export type Column =
  | { readonly kind: 'text'; present: Uint8Array }
  | { readonly kind: 'number'; values: Float64Array }
  | { readonly kind: 'day'; values: Int32Array }
  /** Minutes; NO_DAY where missing. */
  | { readonly kind: 'instant'; values: Int32Array }
  | { readonly kind: 'period'; from: Int32Array; to: Int32Array }
  | { readonly kind: 'flag'; values: Int16Array }
  | { readonly kind: 'choice'; values: Int16Array; readonly codes: ReadonlyMap<string, number> }
  | { readonly kind: 'choices'; values: Int32Array; readonly codes: ReadonlyMap<string, number> }
  | { readonly kind: 'unit'; values: Int16Array }
  | { readonly kind: 'units'; lists: Int32Array[] }
  | { readonly kind: 'unitCounts'; lists: Int32Array[]; counts: Float64Array[] }
  /** Record number of the target; -1 where missing. */
  | { readonly kind: 'record'; values: Int32Array; readonly target: string };

/** An empty column for a field. */
export function createColumn(field: FieldSpec): Column {
  const codes = new Map((field.options ?? []).map((option, code) => [option, code]));
  switch (field.type) {
    case 'text':
    case 'longText':
      return { kind: 'text', present: new Uint8Array(0) };
    case 'integer':
    case 'decimal':
    case 'money':
      return { kind: 'number', values: new Float64Array(0) };
    case 'day':
      return { kind: 'day', values: new Int32Array(0) };
    case 'instant':
      return { kind: 'instant', values: new Int32Array(0) };
    case 'period':
      return { kind: 'period', from: new Int32Array(0), to: new Int32Array(0) };
    case 'flag':
      return { kind: 'flag', values: new Int16Array(0) };
    case 'choice':
      return { kind: 'choice', values: new Int16Array(0), codes };
    case 'choices':
      return { kind: 'choices', values: new Int32Array(0), codes };
    case 'unit':
      return { kind: 'unit', values: new Int16Array(0) };
    case 'units':
      return { kind: 'units', lists: [] };
    case 'unitCounts':
      return { kind: 'unitCounts', lists: [], counts: [] };
    case 'record':
      return { kind: 'record', values: new Int32Array(0), target: field.target ?? '' };
  }
}

/** Makes room for `capacity` rows. */
export function growColumn(column: Column, capacity: number): void {
  switch (column.kind) {
    case 'text':
      column.present = grown(column.present, new Uint8Array(capacity));
      return;
    case 'number':
      column.values = grown(column.values, new Float64Array(capacity));
      return;
    case 'day':
    case 'instant':
    case 'record':
    case 'choices':
      column.values = grown(column.values, new Int32Array(capacity));
      return;
    case 'period':
      column.from = grown(column.from, new Int32Array(capacity));
      column.to = grown(column.to, new Int32Array(capacity));
      return;
    case 'flag':
    case 'choice':
    case 'unit':
      column.values = grown(column.values, new Int16Array(capacity));
      return;
    case 'units':
    case 'unitCounts':
      return;
  }
}

/** The wider array with the content of the narrower one. */
export function grown<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Writes a stored value; what does not fit the field's type is taken as missing. */
export function writeColumn(
  column: Column,
  row: number,
  value: FieldValue | undefined,
  units: ReadonlyMap<string, number>,
): void {
  switch (column.kind) {
    case 'number':
      column.values[row] = typeof value === 'number' ? value : NaN;
      return;
    case 'flag':
      column.values[row] = typeof value === 'boolean' ? Number(value) : NONE;
      return;
    case 'text':
    case 'day':
    case 'instant':
    case 'period':
    case 'choice':
      writeText(column, row, typeof value === 'string' ? value : '');
      return;
    case 'choices':
      column.values[row] = isTexts(value) ? maskOf(value, column.codes) : 0;
      return;
    case 'unit':
      column.values[row] = (typeof value === 'string' ? units.get(value) : undefined) ?? NONE;
      return;
    case 'units':
      column.lists[row] = isTexts(value) ? indices(value, units) : new Int32Array(0);
      return;
    case 'unitCounts':
      writeCounts(column, row, value, units);
      return;
    case 'record':
      column.values[row] = typeof value === 'number' ? value : NONE;
      return;
  }
}

type TextColumn = Extract<Column, { readonly kind: 'text' | 'day' | 'instant' | 'period' | 'choice' }>;

/** Fields that are stored as one text. */
function writeText(column: TextColumn, row: number, text: string): void {
  switch (column.kind) {
    case 'text':
      column.present[row] = text.trim() === '' ? 0 : 1;
      return;
    case 'day':
      column.values[row] = parseDay(text) ?? NO_DAY;
      return;
    case 'instant':
      column.values[row] = parseInstant(text) ?? NO_DAY;
      return;
    case 'choice':
      column.values[row] = column.codes.get(text) ?? NONE;
      return;
    case 'period': {
      const period = parsePeriod(text);
      column.from[row] = period?.from ?? NO_DAY;
      column.to[row] = period?.to ?? NO_DAY;
      return;
    }
  }
}

function writeCounts(
  column: { lists: Int32Array[]; counts: Float64Array[] },
  row: number,
  value: FieldValue | undefined,
  units: ReadonlyMap<string, number>,
): void {
  const counts = typeof value === 'object' && value !== null && !isTexts(value) ? value : {};
  const known = Object.entries(counts).filter(([code]) => units.has(code));
  column.lists[row] = Int32Array.from(known, ([code]) => units.get(code) ?? NONE);
  column.counts[row] = Float64Array.from(known, ([, count]) => count);
}

function isTexts(value: FieldValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}

/** Bit mask of the options named; unknown ones are left out. */
export function maskOf(options: readonly string[] | undefined, codes: ReadonlyMap<string, number>): number {
  let mask = 0;
  options?.forEach((option) => {
    const code = codes.get(option);
    if (code !== undefined) mask |= 1 << code;
  });
  return mask;
}

function indices(codes: readonly string[], units: ReadonlyMap<string, number>): Int32Array {
  const found = new Set<number>();
  for (const code of codes) {
    const unit = units.get(code);
    if (unit !== undefined) found.add(unit);
  }
  return Int32Array.from(found);
}

/** Number of set bits. */
export function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
