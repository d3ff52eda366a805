import type { FieldValue, ReviewState } from '../engine/index.js';

export const REVIEW_STATES = ['pending', 'approved', 'returned', 'withdrawn'] as const satisfies readonly ReviewState[];

/** What somebody did to a record; every one is a revision with a county-wide sequence number. */
export const RECORD_ACTIONS = ['enter', 'edit', 'attach', 'detach', 'approve', 'return', 'withdraw'] as const;
export type RecordAction = (typeof RECORD_ACTIONS)[number];

export type RecordFields = Readonly<Record<string, FieldValue>>;

/** Who did something: the account, and the name to show. */
export interface Author {
  readonly id: string;
  readonly name: string;
}

/** Evidence as a revision remembers it. */
export interface EvidenceSnapshot {
  readonly id: number;
  readonly type: string;
  readonly name: string;
  readonly sha256: string;
}

/** A record as it stands. Days are `YYYY-MM-DD` in business time, instants ISO in UTC; `seq` is the number of its last change. */
export interface StoredRecord {
  readonly id: number;
  readonly type: string;
  readonly unitCode: string;
  readonly version: number;
  readonly state: ReviewState;
  /** Steps of the review route that are done. */
  readonly reviewStep: number;
  /** The day it speaks of; of a period the last one. */
  readonly day: string;
  /** Last day in force of a post, place or paper. */
  readonly until: string | null;
  readonly fields: RecordFields;
  readonly title: string;
  readonly searchText: string;
  readonly evidenceTypes: readonly string[];
  readonly createdBy: Author;
  /** Id of whoever last entered or changed it: nobody approves their own work. */
  readonly submittedBy: string;
  readonly submittedAt: string;
  readonly approvedAt: string | null;
  readonly seq: number;
}

/** One line of a record's history, with the whole record as it was after it. */
export interface Revision {
  readonly seq: number;
  readonly recordId: number;
  readonly version: number;
  readonly action: RecordAction;
  readonly state: ReviewState;
  readonly unitCode: string;
  readonly day: string;
  readonly fields: RecordFields;
  readonly evidence: readonly EvidenceSnapshot[];
  readonly actor: Author;
  /** Instant, ISO in UTC. */
  readonly at: string;
  readonly reason: string | null;
  /** The actor approved an entry of their own. */
  readonly selfApproval: boolean;
}
