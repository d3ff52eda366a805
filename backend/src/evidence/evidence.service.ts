import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Clock } from '../platform/clock/index.js';
import type { Transaction } from '../platform/database/index.js';
import { evidenceUnknown, fileMissing, fileRefused, fileTooLarge, uploadFault } from './evidence.errors.js';
import { EvidenceRepository } from './evidence.repository.js';
import type { EvidenceItem, NewEvidence, StoredFile } from './evidence.types.js';
import { extensionProblem, FILE_KINDS, type FileKind, refusalMessage } from './file-kind.js';
import { cleanFileName, extensionOf } from './file-name.js';
import { type ArrivedFile, FileStore } from './file-store.js';
import { inspectFile } from './inspect-file.js';

/** A file on its way in. `wasCut` says, after the end, whether the limit of `limit` bytes cut it off. */
export interface IncomingFile {
  readonly name: string;
  readonly stream: Readable;
  readonly limit: number;
  wasCut(): boolean;
}

/** A file that has arrived whole and passed the checks, not yet kept. */
export interface ArrivedUpload {
  readonly arrived: ArrivedFile;
  readonly file: StoredFile;
}

/** Media types of the formats before 2007, which share one container. */
const OLE_MIMES: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/** Stored files, and which of them hang on which record. */
@Injectable()
export class EvidenceService implements OnModuleInit {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): Promise<void> {
    return this.store.prepare();
  }

  /**
   * Takes a file in: hashed while it is written, then checked by its content. It waits under a temporary name for `keep`
   * or `discard`.
   * @throws DomainError evidence.noName, emptyFile, fileTooLarge, fileRefused, cutOff, storageFull
   */
  async arrive(incoming: IncomingFile): Promise<ArrivedUpload> {
    const name = cleanFileName(incoming.name);
    if (name === '') throw uploadFault('noName');
    const arrived = await this.store.receive(incoming.stream);
    try {
      if (incoming.wasCut()) throw fileTooLarge(incoming.limit);
      if (arrived.size === 0) throw uploadFault('emptyFile');
      const kind = await this.kindOf(name, arrived);
      return { arrived, file: { sha256: arrived.sha256, size: arrived.size, mime: mimeOf(name, kind), name } };
    } catch (error) {
      await this.store.discard(arrived);
      throw error;
    }
  }

  /** Puts an arrived file in its place. No row speaks of it yet. */
  async keep({ arrived, file }: ArrivedUpload): Promise<StoredFile> {
    await this.store.keep(arrived);
    return file;
  }

  discard({ arrived }: ArrivedUpload): Promise<void> {
    return this.store.discard(arrived);
  }

  /** Keeps bytes that the program itself has made (generated data), with the same checks as an upload. */
  async keepBytes(name: string, bytes: Buffer): Promise<StoredFile> {
    const stream = Readable.from([bytes]);
    return this.keep(await this.arrive({ name, stream, limit: bytes.length, wasCut: () => false }));
  }

  attachedTo(recordId: number, transaction?: Transaction): Promise<readonly EvidenceItem[]> {
    return this.evidence.attachedTo(recordId, transaction);
  }

  /** Hangs kept files on records, in the transaction that changes the records. */
  async attach(transaction: Transaction, items: readonly NewEvidence[]): Promise<void> {
    const files = new Map(items.map((item) => [item.file.sha256, item]));
    for (const item of files.values()) await this.evidence.rememberFile(transaction, item.file, item.attachedAt);
    await this.evidence.attach(transaction, items);
  }

  /** @throws DomainError evidence.unknown if it does not hang on this record */
  async detach(transaction: Transaction, recordId: number, id: number, by: string): Promise<void> {
    const done = await this.evidence.remove(transaction, recordId, id, by, this.clock.now());
    if (!done) throw evidenceUnknown();
  }

  /** @throws DomainError evidence.unknown, evidence.fileMissing (gone or of another length than its row says) */
  async open(id: number): Promise<{ readonly file: StoredFile; readonly content: Readable }> {
    const file = await this.evidence.fileOf(id);
    if (file === null) throw evidenceUnknown();
    const content = await this.store.read(file.sha256, file.size);
    if (content === null) throw fileMissing();
    return { file, content };
  }

  private async kindOf(name: string, arrived: ArrivedFile): Promise<FileKind> {
    const found = await inspectFile(arrived.path, arrived.size);
    if (found === 'cutOff') throw uploadFault('cutOff');
    if ('refused' in found) throw fileRefused(refusalMessage(name, found.refused));
    const problem = extensionProblem(name, extensionOf(name), found.kind);
    if (problem !== null) throw fileRefused(problem);
    return found.kind;
  }
}

function mimeOf(name: string, kind: FileKind): string {
  return kind === 'ole' ? (OLE_MIMES[extensionOf(name)] ?? FILE_KINDS.ole.mime) : FILE_KINDS[kind].mime;
}
