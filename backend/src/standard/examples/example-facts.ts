import { formatDay, parsePeriod, type FieldValue, type RecordFact } from '../../engine/index.js';
import type { UnitDirectory } from '../../units/index.js';
import type { ExampleRecord, ExampleSpec, RecordType } from '../standard.types.js';
import { copiesOf } from './repeat.js';

type Written = ExampleRecord['fields'][string];

/** Ending of a name in `units` that means all villages of the town before it. */
const EVERY_VILLAGE = '/*';

/**
 * The records of an example as the engine takes them: names of units become codes, labels become record numbers, copies
 * are made. Number 1 is the first record. Names that do not exist were refused when the standard was loaded.
 */
export function exampleFacts(
  example: ExampleSpec,
  subject: string,
  types: ReadonlyMap<string, RecordType>,
  units: UnitDirectory,
): readonly RecordFact[] {
  const records = example.records.flatMap((record) => {
    const type = types.get(record.type);
    if (type === undefined) return [];
    const owners = ownersOf(record, subject, units);
    return copiesOf(record, type).flatMap((copy) => owners.map((unit) => ({ record: copy, type, unit })));
  });
  const labels = new Map(records.flatMap(({ record }, index) => (record.as ? [[record.as, index + 1] as const] : [])));
  return records.map(({ record, type, unit }, index) => {
    const day = ownDay(record, type) ?? example.asOf;
    const approved = record.review === 'approved';
    return {
      id: index + 1,
      type: type.id,
      unit,
      fields: Object.fromEntries(
        type.fields.map((field) => [field.id, fieldValue(field.type, record.fields[field.id], units, labels)]),
      ),
      evidence: record.evidence,
      state: record.review,
      submittedOn: record.submittedOn ?? day,
      approvedOn: approved ? (record.approvedOn ?? record.submittedOn ?? day) : null,
    };
  });
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

/** The day a record speaks of: its day field, the date of its instant, or the last day of its period. */
function ownDay(record: ExampleRecord, type: RecordType): string | null {
  const written = record.fields[type.dayField];
  if (typeof written !== 'string') return null;
  const period = parsePeriod(written);
  return period === null ? written.slice(0, 10) : formatDay(period.to);
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
