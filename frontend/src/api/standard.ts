import { request } from './client';
import type { RecordType } from './record.types';
import type { ClauseDetail, Preview, PreviewRequest, Standard, Unit } from './types';

/** The whole task table with its requirements; the same for everybody, about half a megabyte. */
export const fetchStandard = () => request<Standard>('GET', '/standard');

/** All units in the order of the list. */
export const fetchUnits = async () => (await request<{ units: Unit[] }>('GET', '/units')).units;

export const fetchRecordTypes = async () =>
  (await request<{ recordTypes: RecordType[] }>('GET', '/record-types')).recordTypes;

/** A clause with what stands beside it; 404 for an unknown one. */
export const fetchClause = (id: string) => request<ClauseDetail>('GET', `/standard/clauses/${encodeURIComponent(id)}`);

/** What other readings or parameters would turn; nothing is stored. */
export const previewChoice = (choice: Partial<PreviewRequest>) =>
  request<Preview>('POST', '/standard/preview', { body: choice });
