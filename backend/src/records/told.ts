import type { Told } from '../audit/audit.types.js';
import type { Author, EvidenceSnapshot, RecordAction, StoredRecord } from './record.types.js';

type Hung = readonly Pick<EvidenceSnapshot, 'id' | 'type' | 'name' | 'sha256'>[];

/** What the trail says of a new record. */
export function enteringTold(record: StoredRecord): Told {
  const { id, type, unitCode, day, state, version, fields } = record;
  return {
    action: 'record.enter',
    object: { kind: 'record', id },
    after: { type, unitCode, day, state, version, fields },
    who: record.createdBy,
  };
}

interface Order {
  readonly id: number;
  readonly action: Exclude<RecordAction, 'enter'>;
  readonly actor: Author;
  readonly reason?: string;
}

/** What the trail says of a changed record: state and version, and of fields and proof what is otherwise than before. */
export function changeTold(
  { id, action, actor, reason }: Order,
  [record, hung]: readonly [StoredRecord, Hung],
  [next, hanging]: readonly [StoredRecord, Hung],
  selfApproval = false,
): Told {
  return {
    action: `record.${action}`,
    object: { kind: 'record', id },
    before: { ...standing(record), ...differing(record.fields, next.fields), ...missing(hung, hanging) },
    after: {
      ...standing(next),
      ...differing(next.fields, record.fields),
      ...missing(hanging, hung),
      reason,
      ...(selfApproval ? { selfApproval } : {}),
    },
    who: actor,
  };
}

const standing = ({ state, version, unitCode, day }: StoredRecord) => ({ state, version, unitCode, day });

/** The fields that the other side says otherwise, or not at all. */
function differing(fields: StoredRecord['fields'], other: StoredRecord['fields']) {
  const entries = Object.entries(fields).filter(([id, value]) => JSON.stringify(other[id]) !== JSON.stringify(value));
  return entries.length === 0 ? {} : { fields: Object.fromEntries(entries) };
}

function missing(hung: Hung, other: Hung) {
  const evidence = hung
    .filter(({ id }) => other.every((item) => item.id !== id))
    .map(({ id, type, name, sha256 }) => ({ id, type, name, sha256 }));
  return evidence.length === 0 ? {} : { evidence };
}
