/** Record types, records and the progress of a unit, as the server says and takes them. */
import type { Counts, Labelled, Outcome, ReviewState } from './types';

export type FieldType =
  | 'text'
  | 'longText'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'day'
  | 'instant'
  | 'period'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'unit'
  | 'units'
  | 'unitCounts'
  | 'record';

export type PeriodGranularity = 'month' | 'quarter' | 'year' | 'schoolYear';

export interface FieldSpec {
  id: string;
  label: string;
  type: FieldType;
  required: boolean;
  options?: string[];
  granularity?: PeriodGranularity[];
  unit?: string;
  min?: number;
  max?: number;
  maxLength?: number;
  unitKinds?: string[];
  target?: string;
  hint?: string;
  showWhen?: { field: string; any: string[] };
  numbersExempt?: boolean;
}

export interface RecordType {
  id: string;
  label: string;
  group: string;
  note?: string | null;
  owners: string[];
  evidence: Labelled[];
  fields: FieldSpec[];
  /** Requirements that look at records of this type. */
  countsToward: string[];
  titleFields: string[];
  dayField: string;
  untilField?: string | null;
}

export type FieldValue = string | number | boolean | null | string[] | Record<string, number>;
export type Fields = Record<string, FieldValue>;

export interface RecordItem {
  id: number;
  type: string;
  unitCode: string;
  version: number;
  state: ReviewState;
  day: string;
  until: string | null;
  title: string;
  /** Types of the evidence attached. */
  evidenceTypes: string[];
  submittedAt: string;
  approvedAt: string | null;
  reviewStep: number;
  createdBy: string;
}

export interface RecordPage {
  total: number;
  page: number;
  size: number;
  items: RecordItem[];
}

export interface EvidenceItem {
  id: number;
  type: string;
  name: string;
  size: number;
  sha256: string;
  attachedBy: string;
  attachedAt: string;
}

export type RecordAction = 'enter' | 'edit' | 'attach' | 'detach' | 'approve' | 'return' | 'withdraw';

export interface RecordRevision {
  seq: number;
  version: number;
  action: RecordAction;
  state: ReviewState;
  at: string;
  by: string;
  reason: string | null;
  /** Approved by the one who entered it. */
  selfApproval: boolean;
  fields: Fields;
  evidence: { id: number; type: string; name: string }[];
}

export interface RecordDetail extends RecordItem {
  fields: Fields;
  evidence: EvidenceItem[];
  reviewSteps: { reviewer: string; label: string }[];
  /** Records that its fields point at. */
  linked: { id: number; type: string; title: string; unitCode: string }[];
  revisions: RecordRevision[];
  countsToward: { requirement: string; title: string }[];
}

export type RecordSort = 'day' | '-day' | 'submittedAt' | '-submittedAt' | 'id' | '-id' | 'title' | '-title';

export interface RecordQuery {
  type?: string;
  unit?: string;
  subtree?: boolean;
  state?: ReviewState;
  from?: string;
  to?: string;
  q?: string;
  page?: number;
  size?: number;
  sort?: RecordSort;
}

export interface NewRecord {
  type: string;
  unitCode: string;
  fields: Fields;
  submit?: true;
}

export interface ApprovalResult {
  approved: number[];
  refused: { id: number; message: string }[];
}

export interface ClauseLine {
  clauseId: string;
  topic: string;
  text: string;
  outcome: Outcome;
  sentence: string;
  met: number;
  due: number;
}

export interface OwnLine {
  requirementId: string;
  title: string;
  clauseId: string;
  topic: string;
  outcome: Outcome;
  counts: Counts;
  met: number;
  due: number;
  sentence: string;
  /** How many cells stand behind it. */
  subjects: number;
}

export interface UnitProgress {
  unitCode: string;
  name: string;
  asOf?: string;
  lead: ClauseLine[];
  own: OwnLine[];
  support: (ClauseLine & { supplied: number })[];
}
