import type { RecordEntity } from './record.entity.js';
import type { RecordRevisionEntity } from './record-revision.entity.js';
import type { Revision, StoredRecord } from './record.types.js';

/** Rows of the two tables as values of this room, and back. */

export function recordOf({ createdBy, createdByName, ...row }: RecordEntity): StoredRecord {
  return { ...row, createdBy: { id: createdBy, name: createdByName } };
}

export function recordRow({ createdBy, evidenceTypes, ...record }: StoredRecord) {
  return { ...record, evidenceTypes: [...evidenceTypes], createdBy: createdBy.id, createdByName: createdBy.name };
}

export function revisionOf({ actor, actorName, ...row }: RecordRevisionEntity): Revision {
  return { ...row, actor: { id: actor, name: actorName } };
}

export function revisionRow({ actor, evidence, ...revision }: Revision) {
  return { ...revision, evidence: [...evidence], actor: actor.id, actorName: actor.name };
}
