/** Record types and records, under the names that the features use. */
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type RecordType = Schemas['RecordType'];
export type FieldSpec = Schemas['FieldSpec'];
export type FieldType = FieldSpec['type'];
export type PeriodGranularity = NonNullable<FieldSpec['granularity']>[number];
/** Values by the field ids of the record type. */
export type Fields = Schemas['FieldValues'];
export type FieldValue = Fields[string];

export type RecordItem = Schemas['RecordItem'];
export type RecordPage = Schemas['RecordList'];
export type RecordDetail = Schemas['RecordDetail'];
export type RecordRevision = Schemas['RecordRevision'];
export type RecordAction = RecordRevision['action'];
export type ReviewState = RecordItem['state'];
export type EvidenceItem = Schemas['EvidenceItem'];
export type ApprovalResult = Schemas['BulkDecision'];

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
}
