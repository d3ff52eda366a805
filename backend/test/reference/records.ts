import type {
  Condition,
  FieldValue,
  RecordFact,
  RecordTypeSpec,
  Selection,
  UnitFact,
  Where,
} from '../../src/engine/index.js';
import { groupBy, once } from './book.js';
import { type Span, periodOf } from './time.js';
import { inSubtree, namesOf, type World } from './world.js';

const byType = once((records: readonly RecordFact[]) => groupBy(records, ({ type }) => type));
const byTypeAndUnit = once((records: readonly RecordFact[]) => groupBy(records, ({ type, unit }) => `${type} ${unit}`));

export const ofType = (world: World, type: string): readonly RecordFact[] => byType(world.records).get(type) ?? [];

/** Records that the unit may see by a selection: only its own where the selection says no more than that. */
export function candidates(world: World, selection: Selection, unit: UnitFact): readonly RecordFact[] {
  const own = (selection.from ?? 'own') === 'own' && selection.unitField === undefined;
  if (!own) return ofType(world, selection.record);
  return byTypeAndUnit(world.records).get(`${selection.record} ${unit.code}`) ?? [];
}

const given = (value: FieldValue | undefined): value is Exclude<FieldValue, null> =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

const typesById = once((types: readonly RecordTypeSpec[]) => new Map(types.map((type) => [type.id, type])));
const fieldsById = once((type: RecordTypeSpec) => new Map(type.fields.map((field) => [field.id, field])));

export const typeOf = (world: World, record: RecordFact): RecordTypeSpec =>
  typesById(world.layout.recordTypes).get(record.type)!;

export const text = (record: RecordFact, field: string): string | null => {
  const value = record.fields[field];
  return typeof value === 'string' && value !== '' ? value : null;
};

export const num = (record: RecordFact, field: string): number | null => {
  const value = record.fields[field];
  return typeof value === 'number' ? value : null;
};

const spans = new WeakMap<RecordFact, Span | null>();

/** The stretch of days a record speaks of: one day, or its period. */
export function spanOf(world: World, record: RecordFact): Span | null {
  let span = spans.get(record);
  if (span === undefined) {
    const type = typeOf(world, record);
    const value = text(record, type.dayField);
    const isPeriod = fieldsById(type).get(type.dayField)?.type === 'period';
    span = value === null ? null : isPeriod ? periodOf(value) : { from: value.slice(0, 10), to: value.slice(0, 10) };
    spans.set(record, span);
  }
  return span;
}

/** The day on which a record speaks: an event on its own, a statistic from its submission, at the latest from its last day. */
export function dayOf(world: World, record: RecordFact): string | null {
  const span = spanOf(world, record);
  if (span === null) return null;
  const handedIn = record.submittedOn > span.from ? record.submittedOn : span.from;
  return handedIn < span.to ? handedIn : span.to;
}

/** A statistic is known from the day it was handed in, at the latest from its last day; an event on its own day. */
export function known(world: World, record: RecordFact, day: string): boolean {
  const speaks = dayOf(world, record);
  return speaks !== null && speaks <= day;
}

function fits(condition: Condition, value: FieldValue | undefined, bound: (name: string) => number): boolean {
  if ('is' in condition) return (value === true) === condition.is;
  if ('present' in condition) return given(value);
  if ('min' in condition) return typeof value === 'number' && value >= bound(condition.min);
  if ('max' in condition) return typeof value === 'number' && value <= bound(condition.max);
  const has = Array.isArray(value) ? value.map(String) : given(value) ? [String(value)] : [];
  if ('any' in condition) return condition.any.some((option) => has.includes(option));
  if ('all' in condition) return condition.all.every((option) => has.includes(option));
  return !condition.none.some((option) => has.includes(option));
}

/** Units are named in conditions by their short names. */
export function named(world: World, record: RecordFact, field: string): FieldValue | undefined {
  const value = record.fields[field];
  const type = fieldsById(typeOf(world, record)).get(field)?.type;
  if (type !== 'unit' && type !== 'units') return value;
  const codes = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  return codes.flatMap((code) => namesOf(world, code));
}

export function fitsAll(world: World, where: Where | undefined, record: RecordFact, bound: (name: string) => number) {
  return Object.entries(where ?? {}).every(([field, condition]) => fits(condition, named(world, record, field), bound));
}

/** Units that a record is said to belong to by a selection. */
function belongsTo(record: RecordFact, unitField: string | undefined): string[] {
  if (unitField === undefined) return [record.unit];
  const value = record.fields[unitField];
  if (Array.isArray(value)) return value.map(String);
  if (value !== null && typeof value === 'object') return Object.keys(value);
  return typeof value === 'string' && value !== '' ? [value] : [];
}

const HOME_TYPES = ['儿童之家', '区域性儿童之家', '其他就近场所'];

const homesByVillage = once((records: readonly RecordFact[]) => {
  const served = records.flatMap((record) =>
    record.type === 'facility' && HOME_TYPES.includes(String(record.fields['facility_type']))
      ? [...new Set([record.unit, ...belongsTo(record, 'served_units')])].map((village) => ({ village, record }))
      : [],
  );
  return groupBy(served, ({ village }) => village);
});

/** Homes (records of homes, and places near by) that serve a village: its own, and those that name it. */
export const homesOf = (world: World, code: string): RecordFact[] =>
  (homesByVillage(world.records).get(code) ?? []).map(({ record }) => record);

export function openOn(world: World, home: RecordFact, day: string): boolean {
  const opened = text(home, 'opened_on');
  const closed = text(home, 'closed_on');
  return opened !== null && opened <= day && (closed === null || closed >= day);
}

export function reaches(world: World, selection: Selection, record: RecordFact, unit: UnitFact): boolean {
  const owners = belongsTo(record, selection.unitField);
  const reach = selection.from ?? 'own';
  if (reach === 'subtree') {
    const codes = owners.length > 0 ? owners : [record.unit];
    return codes.some((code) => inSubtree(world, code, unit.code));
  }
  if (reach === 'county') {
    return selection.unitField === undefined || unit.kind === 'county' || unit.kind === 'bureau'
      ? true
      : owners.includes(unit.code);
  }
  return owners.includes(unit.code);
}

/** Fits the conditions and carries the files that the selection asks for (state, day and reach apart). */
export function selected(
  world: World,
  selection: Selection,
  record: RecordFact,
  bound: (n: string) => number,
): boolean {
  return (
    record.type === selection.record &&
    fitsAll(world, selection.where, record, bound) &&
    (selection.attachments ?? []).every((type) => record.evidence.includes(type)) &&
    (selection.evidenced !== true || record.evidence.length > 0)
  );
}

/** Last day in force of a standing record; null: without end. */
export function lastDay(world: World, record: RecordFact, alsoUntil?: string): string | null {
  const until = typeOf(world, record).untilField;
  const ends = [until, alsoUntil].map((field) => (field === undefined ? null : text(record, field)));
  return ends.filter((end): end is string => end !== null).sort()[0] ?? null;
}

const origins = new WeakMap<RecordFact, string>();

/** The unit that a record belonged to before another went on with it. */
export const originOf = (record: RecordFact): string => origins.get(record) ?? record.unit;
export const setOrigin = (record: RecordFact, unit: string): void => void origins.set(record, unit);
