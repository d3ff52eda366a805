import { formatDay, parsePeriod } from '../../engine/index.js';
import type { ExampleRecord, RecordType } from '../standard.types.js';

/**
 * A written record as it was known at the end of a day: later changes left out, not yet approved where the approval came
 * later. `knownOn` null: everything that is written is known.
 * @returns null when it was not recorded yet, or withdrawn
 */
export function knownRecord(written: ExampleRecord, type: RecordType, knownOn: string | null): ExampleRecord | null {
  const known = (day: string) => knownOn === null || day <= knownOn;
  let record: ExampleRecord = withDay(written, type);
  const own = ownDay(record, type);
  const recordedOn = written.recordedOn ?? written.submittedOn ?? own;
  if (recordedOn !== null && !known(recordedOn)) return null;
  const submittedOn = written.submittedOn ?? written.recordedOn;
  if (submittedOn !== undefined) record = { ...record, submittedOn };
  const revisions = (written.revisions ?? [])
    .filter(({ on }) => known(on))
    .toSorted((a, b) => a.on.localeCompare(b.on));
  for (const revision of revisions) {
    if (revision.withdrawn === true) return null;
    record = revised(record, revision);
  }
  const approvedOn = record.approvedOn ?? record.submittedOn ?? own;
  const isApproved = record.review === 'approved' && (approvedOn === null || known(approvedOn));
  return record.review === 'approved' && !isApproved ? { ...record, review: 'pending' } : record;
}

type Revision = NonNullable<ExampleRecord['revisions']>[number];

/** A change of fields or files is handed in again on its day; a decision of the reviewer alone is not. */
function revised(record: ExampleRecord, { on, fields, evidence, review, approvedOn }: Revision): ExampleRecord {
  const changed = fields !== undefined || evidence !== undefined;
  return {
    ...record,
    fields: { ...record.fields, ...fields },
    evidence: evidence ?? record.evidence,
    review: review ?? record.review,
    submittedOn: changed ? on : record.submittedOn,
    // A decision that does not say its day was taken on the day of the change.
    approvedOn: approvedOn ?? (review === 'approved' ? on : record.approvedOn),
  };
}

/** The record with `day` or `period` in the field that dates its type. */
function withDay(record: ExampleRecord, type: RecordType): ExampleRecord {
  const day = record.period ?? record.day;
  if (day === undefined) return record;
  const isInstant = type.fields.some((field) => field.id === type.dayField && field.type === 'instant');
  return { ...record, fields: { [type.dayField]: isInstant ? `${day}T09:00` : day, ...record.fields } };
}

/** The day a record speaks of: its day field, the date of its instant, or the last day of its period. */
export function ownDay(record: ExampleRecord, type: RecordType): string | null {
  const written = record.fields[type.dayField];
  if (typeof written !== 'string') return null;
  const period = parsePeriod(written);
  return period === null ? written.slice(0, 10) : formatDay(period.to);
}
