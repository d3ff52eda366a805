import type { EvidenceItem } from '../evidence/evidence.types.js';
import type { ReviewState } from '../engine/index.js';
import type { RecordAction, RecordFields } from './record.types.js';
import type { ReviewStep } from './review-route.js';

/** A record in a list. */
export interface RecordItem {
  readonly id: number;
  readonly type: string;
  readonly unitCode: string;
  readonly version: number;
  readonly state: ReviewState;
  readonly day: string;
  readonly until: string | null;
  readonly title: string;
  readonly evidenceTypes: readonly string[];
  readonly submittedAt: string;
  readonly approvedAt: string | null;
  readonly reviewStep: number;
  readonly createdBy: string;
}

export interface RevisionView {
  readonly seq: number;
  readonly version: number;
  readonly action: RecordAction;
  readonly state: ReviewState;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
  readonly selfApproval: boolean;
  readonly fields: RecordFields;
  readonly evidence: readonly { readonly id: number; readonly type: string; readonly name: string }[];
}

/** A record with its proof, its history and what it counts toward. */
export interface RecordDetail extends RecordItem {
  readonly fields: RecordFields;
  readonly evidence: readonly EvidenceItem[];
  readonly reviewSteps: readonly ReviewStep[];
  /** Titles of the records that its fields point at. */
  readonly linked: readonly {
    readonly id: number;
    readonly type: string;
    readonly title: string;
    readonly unitCode: string;
  }[];
  readonly revisions: readonly RevisionView[];
  readonly countsToward: readonly { readonly requirement: string; readonly title: string }[];
}
