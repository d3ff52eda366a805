import type { CheckedContent } from './record-definitions.service.js';
import type { ImportedRecord } from './record-import.types.js';
import type { Revision } from './record.types.js';

/** An imported record with its number and its checked content. */
export interface TimedRecord {
  readonly id: number;
  readonly source: ImportedRecord;
  readonly content: Pick<CheckedContent, 'fields' | 'day'>;
}

/** How many revisions an imported record brings. */
export function eventCount({ approval, returned }: ImportedRecord): number {
  return approval === null && returned === undefined ? 1 : 2;
}

/** What happened to all these records, in the order of time (of entry, where the instants are the same); sequence numbers are still to come. */
export function timeline(records: readonly TimedRecord[]): readonly Omit<Revision, 'seq'>[] {
  return records
    .flatMap(eventsOf)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.version - b.version || a.recordId - b.recordId));
}

function eventsOf({ id, source, content }: TimedRecord): readonly Omit<Revision, 'seq'>[] {
  const { unitCode, enteredBy, submittedAt, approval, returned, evidence = [] } = source;
  const snapshot = evidence.map(({ type, file }) => ({ id: 0, type, name: file.name, sha256: file.sha256 }));
  const base = {
    recordId: id,
    unitCode,
    day: content.day,
    fields: content.fields,
    evidence: snapshot,
    reason: null,
    selfApproval: false,
  };
  const entered = {
    ...base,
    version: 1,
    action: 'enter',
    state: 'pending',
    actor: enteredBy,
    at: submittedAt,
  } as const;
  const second = { ...base, version: 2 };
  if (approval !== null)
    return [entered, { ...second, action: 'approve', state: 'approved', actor: approval.by, at: approval.at }];
  if (returned === undefined) return [entered];
  return [
    entered,
    { ...second, action: 'return', state: 'returned', actor: returned.by, at: returned.at, reason: returned.reason },
  ];
}
