import type { FieldValue, RecordFact } from '../../engine/index.js';
import type { UnitDirectory } from '../../units/index.js';
import type { ExampleRecord, ExampleSpec, RecordType } from '../standard.types.js';
import { knownRecord, ownDay } from './known-record.js';
import { copiesOf } from './repeat.js';

type Written = ExampleRecord['fields'][string];

/** Ending of a name in `units` that means all villages of the town before it. */
const EVERY_VILLAGE = '/*';

/** What written records are read against. */
export interface Reading {
  /** Code of the unit that owns what names none. */
  readonly subject: string;
  /** Day (`YYYY-MM-DD`) of a record that has none. */
  readonly asOf: string;
  /** Only what was known at the end of this day; null: everything. */
  readonly knownOn: string | null;
}

/** The records of an example as the engine takes them, all known. */
export function exampleFacts(
  example: ExampleSpec,
  subject: string,
  types: ReadonlyMap<string, RecordType>,
  units: UnitDirectory,
): readonly RecordFact[] {
  return writtenFacts(example.records, { subject, asOf: example.asOf, knownOn: null }, types, units);
}

/**
 * Written records as the engine takes them: names of units become codes, labels become record numbers, copies are made,
 * later changes are applied. Number 1 is the first record, whatever is known. Names that do not exist were refused before.
 */
export function writtenFacts(
  written: readonly ExampleRecord[],
  { subject, asOf, knownOn }: Reading,
  types: ReadonlyMap<string, RecordType>,
  units: UnitDirectory,
): readonly RecordFact[] {
  const records = written.flatMap((record) => {
    const type = types.get(record.type);
    if (type === undefined) return [];
    const owners = ownersOf(record, subject, units);
    return copiesOf(record, type).flatMap((copy) => owners.map((unit) => ({ record: copy, type, unit })));
  });
  const labels = new Map(records.flatMap(({ record }, index) => (record.as ? [[record.as, index + 1] as const] : [])));
  return records.flatMap(({ record, type, unit }, index) => {
    const known = knownRecord(record, type, knownOn);
    return known === null ? [] : [factOf(index + 1, known, type, unit, { asOf, units, labels })];
  });
}

function factOf(
  id: number,
  record: ExampleRecord,
  type: RecordType,
  unit: string,
  names: { readonly asOf: string; readonly units: UnitDirectory; readonly labels: ReadonlyMap<string, number> },
): RecordFact {
  const day = ownDay(record, type) ?? names.asOf;
  const submittedOn = record.submittedOn ?? day;
  return {
    id,
    type: type.id,
    unit,
    fields: Object.fromEntries(
      type.fields.map((field) => [
        field.id,
        fieldValue(field.type, record.fields[field.id], names.units, names.labels),
      ]),
    ),
    evidence: record.evidence,
    state: record.review,
    submittedOn,
    approvedOn: record.review === 'approved' ? (record.approvedOn ?? submittedOn) : null,
  };
}

/** Codes of the units that own a copy each; `石桥镇/*` stands for every village of that town. */
function ownersOf(record: ExampleRecord, subject: string, units: UnitDirectory): readonly string[] {
  if (record.units === undefined) return [record.unit === undefined ? subject : codeOf(record.unit, units)];
  return record.units.flatMap((name) =>
    name.endsWith(EVERY_VILLAGE)
      ? units.children(codeOf(name.slice(0, -EVERY_VILLAGE.length), units)).map((village) => village.code)
      : [codeOf(name, units)],
  );
}

function fieldValue(
  type: string,
  written: Written | undefined,
  units: UnitDirectory,
  labels: ReadonlyMap<string, number>,
): FieldValue {
  if (written === undefined || written === null) return null;
  if (type === 'unit') return codeOf(String(written), units);
  if (type === 'record') return labels.get(String(written)) ?? null;
  if (type === 'units' && Array.isArray(written)) return written.map((name) => codeOf(name, units));
  if (type === 'unitCounts' && typeof written === 'object' && !Array.isArray(written)) {
    return Object.fromEntries(Object.entries(written).map(([name, count]) => [codeOf(name, units), count]));
  }
  return written;
}

function codeOf(name: string, units: UnitDirectory): string {
  return units.find(name)?.code ?? name;
}
