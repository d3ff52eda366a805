import type { Paper } from '../rule.types.js';
import { requirementOf, type Entry } from './county.js';

/** Papers of the county: all or any of them, in force or of a year. */
export const papers = (mode: 'all' | 'any', ...list: readonly Paper[]) =>
  requirementOf({ kind: 'documents', period: 'standing', mode, papers: list });
export const yearly = (mode: 'all' | 'any', ...list: readonly Paper[]) =>
  requirementOf({ kind: 'documents', period: 'calendar_year', mode, papers: list });
export const paper = (
  doc_type: string,
  issue_date: string,
  more: Entry['fields'] = {},
  rest: Partial<Entry> = {},
): Entry => ({ type: 'document', fields: { doc_type, issue_date, ...more }, evidence: ['minutes'], ...rest });
