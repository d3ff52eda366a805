import { parseDay, parseInstant, parsePeriod, instantDay, type RecordFact, type UnitFact } from '../../engine/index.js';

/** One record's place in the rows: whose it is, and from when to when it is in force (0: open, or an event). */
export interface Placed {
  readonly record: RecordFact;
  readonly unit: number;
  readonly day: number;
  readonly until: number;
  /** Day on which the home behind it was handed in, while that waits for review. */
  readonly homeSince?: number;
}

/** Rows as plain typed arrays, by day and record number. Days since 1970; 0 where there is none. */
export interface PlainRows {
  readonly length: number;
  readonly placed: readonly Placed[];
  readonly day: Int32Array;
  readonly until: Int32Array;
  readonly unit: Int16Array;
  /** First and last day of the period a statistic speaks of; the day itself for events. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Day on which a record that still waits for review was handed in; 0 for an approved one. */
  readonly waiting: Int32Array;
  readonly anyWaiting: boolean;
}

/** Where the day of a record stands. */
export interface Dating {
  readonly day: string;
  readonly until?: string;
  /** A further day that ends a record. */
  readonly ends?: string;
}

export type Places = (record: RecordFact, day: number, until: number) => readonly Placed[];

/** A last look at a row and the first and last day that it speaks of. */
export type Keeps = (placed: Placed, from: number, to: number) => boolean;

const dayIn = (text: unknown): number => (typeof text === 'string' ? (parseDay(text.slice(0, 10)) ?? 0) : 0);

/** First and last day of what a record speaks of. */
function stretchOf(record: RecordFact, field: string): { readonly from: number; readonly to: number } {
  const value = record.fields[field];
  if (typeof value !== 'string') return { from: 0, to: 0 };
  const period = parsePeriod(value);
  if (period !== null) return period;
  const instant = parseInstant(value);
  const day = instant === null ? dayIn(value) : instantDay(instant);
  return { from: day, to: day };
}

/** The rows that are approved or wait for review; `places` says to which units each belongs. */
export function plainRows(
  records: readonly RecordFact[],
  dating: Dating,
  places: Places,
  keeps: Keeps = () => true,
): PlainRows {
  const placed: Placed[] = [];
  for (const record of records) {
    if (record.state !== 'approved' && record.state !== 'pending') continue;
    const { from, to } = stretchOf(record, dating.day);
    if (to === 0) continue;
    // A statistic speaks from the day it was handed in, at the latest on its last day.
    const day = from === to ? from : Math.min(to, Math.max(from, dayIn(record.submittedOn)));
    const until = untilOf(record, dating);
    placed.push(...places(record, day, until).filter((one) => keeps(one, from, to)));
  }
  const order = placed
    .map((one, at) => ({ one, at }))
    .sort((a, b) => a.one.day - b.one.day || a.one.record.id - b.one.record.id || a.at - b.at);
  return columns(
    order.map(({ one }) => one),
    dating,
  );
}

/** Last day in force: the first of the days that end a record; 0 where it is open. */
function untilOf({ fields }: RecordFact, { until, ends }: Dating): number {
  const one = until === undefined ? 0 : dayIn(fields[until]);
  const other = ends === undefined ? 0 : dayIn(fields[ends]);
  return one === 0 || other === 0 ? one + other : Math.min(one, other);
}

function columns(placed: readonly Placed[], dating: Dating): PlainRows {
  const stretches = placed.map(({ record }) => stretchOf(record, dating.day));
  const waiting = Int32Array.from(placed, ({ record, homeSince = 0 }) =>
    Math.max(record.state === 'pending' ? dayIn(record.submittedOn) : 0, homeSince),
  );
  return {
    length: placed.length,
    placed,
    day: Int32Array.from(placed, ({ day }) => day),
    until: Int32Array.from(placed, ({ until }) => until),
    unit: Int16Array.from(placed, ({ unit }) => unit),
    from: Int32Array.from(stretches, ({ from }) => from),
    to: Int32Array.from(stretches, ({ to }) => to),
    waiting,
    anyWaiting: waiting.some((day) => day > 0),
  };
}

/** Only the rows whose record passes. */
export function picked(rows: PlainRows, dating: Dating, takes: (record: RecordFact) => boolean): PlainRows {
  return columns(
    rows.placed.filter(({ record }) => takes(record)),
    dating,
  );
}

export function numbers(rows: PlainRows, field: string): Float64Array {
  return Float64Array.from(rows.placed, ({ record }) => {
    const value = record.fields[field];
    return typeof value === 'number' ? value : 0;
  });
}

/** 1 where the test holds. */
export function marks(rows: PlainRows, holds: (record: RecordFact) => boolean): Uint8Array {
  return Uint8Array.from(rows.placed, ({ record }) => (holds(record) ? 1 : 0));
}

/** Minutes since 1970 of an instant field; 0 where it is missing. */
export function minutes(rows: PlainRows, field: string): Int32Array {
  return Int32Array.from(rows.placed, ({ record }) => {
    const value = record.fields[field];
    return typeof value === 'string' ? (parseInstant(value) ?? 0) : 0;
  });
}

/** A day field. */
export function days(rows: PlainRows, field: string): Int32Array {
  return Int32Array.from(rows.placed, ({ record }) => dayIn(record.fields[field]));
}

/** Options named in a field, as bits in the order given. */
export function bitsOf(rows: PlainRows, field: string, options: readonly string[]): Int32Array {
  return Int32Array.from(rows.placed, ({ record }) => namedBits(record, field, options));
}

export function namedBits(record: RecordFact, field: string, options: readonly string[]): number {
  let mask = 0;
  options.forEach((option, bit) => {
    if (names(record, field, option)) mask |= 1 << bit;
  });
  return mask;
}

/** Whether a choice or choices field names the option. */
export function names(record: RecordFact, field: string, ...options: readonly string[]): boolean {
  const value = record.fields[field];
  if (typeof value === 'string') return options.includes(value);
  return Array.isArray(value) && options.some((option) => value.includes(option));
}

/** The units by index. */
export interface PlainUnits {
  readonly indexOf: ReadonlyMap<string, number>;
  readonly parent: Int16Array;
  readonly count: number;
  readonly villages: Int16Array;
  readonly towns: Int16Array;
  /** County and bureaus by their short names. */
  readonly offices: ReadonlyMap<string, number>;
  readonly codeOf: ReadonlyMap<string, string>;
}

export function plainUnits(units: readonly UnitFact[]): PlainUnits {
  const indexOf = new Map(units.map(({ code }, index) => [code, index]));
  const of = (...kinds: readonly string[]) =>
    Int16Array.from(units.flatMap(({ kind }, index) => (kinds.includes(kind) ? [index] : [])));
  return {
    indexOf,
    parent: Int16Array.from(units, ({ parentCode }) => indexOf.get(parentCode ?? '') ?? -1),
    count: units.length,
    villages: of('village', 'community'),
    towns: of('town', 'street'),
    offices: new Map(
      units.flatMap(({ kind, shortName }, index) =>
        kind === 'county' || kind === 'bureau' ? [[shortName, index] as const] : [],
      ),
    ),
    codeOf: new Map(units.map(({ shortName, code }) => [shortName, code])),
  };
}
