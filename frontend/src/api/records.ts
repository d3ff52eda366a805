import { request, urlOf } from './client';
import type { ApprovalResult, Fields, NewRecord, RecordDetail, RecordPage, RecordQuery } from './record.types';

const at = (id: number) => `/records/${id}`;

export const fetchRecords = (query: RecordQuery, signal?: AbortSignal) =>
  request<RecordPage>('GET', '/records', signal ? { query, signal } : { query });

export const fetchRecord = (id: number) => request<RecordDetail>('GET', at(id));

export const createRecord = (record: NewRecord) => request<RecordDetail>('POST', '/records', { body: record });

/** Changes a record; a version that is no longer the current one answers 409 with both sides in `error.body`. */
export const updateRecord = (id: number, version: number, fields: Fields) =>
  request<RecordDetail>('PUT', at(id), { body: { version, fields } });

export const withdrawRecord = (id: number, version: number, reason: string) =>
  request<RecordDetail>('POST', `${at(id)}/withdraw`, { body: { version, reason } });

export const approveRecord = (id: number, version: number) =>
  request<RecordDetail>('POST', `${at(id)}/approve`, { body: { version } });

export const returnRecord = (id: number, version: number, reason: string) =>
  request<RecordDetail>('POST', `${at(id)}/return`, { body: { version, reason } });

export const approveRecords = (items: { id: number; version: number }[]) =>
  request<ApprovalResult>('POST', '/records/approve', { body: { items } });

/** Attaches a file as evidence of a type; the answer is the record with its new version. */
export function addEvidence(id: number, version: number, type: string, file: File): Promise<RecordDetail> {
  const form = new FormData();
  form.append('file', file, file.name);
  return request<RecordDetail>('POST', `${at(id)}/evidence`, { query: { type, version }, form });
}

export const removeEvidence = (id: number, version: number, evidenceId: number) =>
  request<RecordDetail>('DELETE', `${at(id)}/evidence/${evidenceId}`, { query: { version } });

/** Address from which a file is downloaded. */
export const evidenceUrl = (evidenceId: number) => urlOf(`/evidence/${evidenceId}/file`);
