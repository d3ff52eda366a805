/** What was typed but not yet saved, kept in this tab until it is. Files cannot be kept. */
import { formValues, readPrefill, type FormValues } from './form-values';
import type { RecordType } from '../../api';

export interface Draft {
  readonly unitCode: string | null;
  readonly values: FormValues;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Drafts of a type; entries opened for a unit are kept apart from each other. */
export const draftKey = (type: string, unit: string | null): string => `draft:${type}:${unit ?? ''}`;

export function keepDraft(store: Store, key: string, draft: Draft): void {
  try {
    store.setItem(key, JSON.stringify(draft));
  } catch {
    // A full or forbidden store must not disturb the entry itself.
  }
}

export function readDraft(store: Store, key: string, type: Pick<RecordType, 'fields'>): Draft | null {
  const kept = readPrefill(store.getItem(key) ?? undefined);
  if (typeof kept.values !== 'object' || kept.values === null) return null;
  return {
    unitCode: typeof kept.unitCode === 'string' ? kept.unitCode : null,
    values: formValues(type, { ...kept.values }),
  };
}

export const dropDraft = (store: Store, key: string): void => store.removeItem(key);
