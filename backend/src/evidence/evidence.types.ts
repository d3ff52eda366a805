/** A file in the store: content hash, bytes, media type, and the name under which it came. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly mime: string;
  readonly name: string;
}

/** Proof that hangs on a record. `attachedAt`: instant, ISO in UTC. */
export interface EvidenceItem {
  readonly id: number;
  readonly type: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly attachedBy: string;
  readonly attachedAt: string;
}

/** Proof that is about to hang on a record. */
export interface NewEvidence {
  readonly recordId: number;
  readonly type: string;
  readonly file: StoredFile;
  readonly attachedBy: string;
  readonly attachedAt: string;
}
