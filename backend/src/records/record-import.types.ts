import type { StoredFile } from '../evidence/evidence.types.js';
import type { Author } from './record.types.js';

/** A record that comes with its own past. Instants ISO in UTC. */
export interface ImportedRecord {
  readonly type: string;
  readonly unitCode: string;
  /** As somebody would type them. A field that points at a record of the same import holds `{ key }`. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What other records of the same import call this one; it stands before them. */
  readonly key?: string;
  /** Proof: evidence type and kept file (`EvidenceService.keepBytes`). */
  readonly evidence?: readonly { readonly type: string; readonly file: StoredFile }[];
  readonly enteredBy: Author;
  readonly submittedAt: string;
  /** Null: still waiting, or returned. */
  readonly approval: { readonly by: Author; readonly at: string } | null;
  /** Given back instead of approved. */
  readonly returned?: { readonly by: Author; readonly at: string; readonly reason: string };
}
