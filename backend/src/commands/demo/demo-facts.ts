import type { FieldValue, RecordFact } from '../../engine/index.js';
import { dayOfInstant } from '../../platform/clock/index.js';
import type { DemoRecord } from './demo.types.js';
import { isLink } from './record-book.js';

/** The invented records as the engine takes them; number 1 is the first one, links hold numbers. */
export function demoFacts(records: readonly DemoRecord[]): readonly RecordFact[] {
  const numbers = new Map(records.flatMap(({ key }, index) => (key === undefined ? [] : [[key, index + 1] as const])));
  return records.map(({ type, unitCode, fields, evidence, state, submittedAt, decidedAt }, index) => ({
    id: index + 1,
    type,
    unit: unitCode,
    fields: Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, resolved(value, numbers)])),
    evidence,
    state,
    submittedOn: dayOfInstant(submittedAt),
    approvedOn: state === 'approved' && decidedAt !== null ? dayOfInstant(decidedAt) : null,
  }));
}

function resolved(value: DemoRecord['fields'][string], numbers: ReadonlyMap<string, number>): FieldValue {
  if (typeof value !== 'object' || value === null || !isLink(value)) return value;
  return numbers.get(value.key) ?? null;
}
