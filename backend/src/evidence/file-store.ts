import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { StartupError } from '../platform/errors/index.js';
import { storageFull } from './evidence.errors.js';

/** A file that has arrived whole in the folder for temporary files, not yet kept. */
export interface ArrivedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/**
 * Files by their content: `files/<aa>/<sha256>`, the same content once. A file is written to a temporary name while it is
 * hashed, fsynced and renamed; only then may a row speak of it.
 */
export class FileStore {
  private readonly temporary: string;
  private readonly kept: string;

  constructor(dataDir: string) {
    this.temporary = join(dataDir, 'tmp');
    this.kept = join(dataDir, 'files');
  }

  /** Makes the folders and removes what an earlier stop left half written. @throws StartupError when they cannot be used */
  async prepare(): Promise<void> {
    try {
      for (const folder of [this.temporary, this.kept]) {
        await mkdir(folder, { recursive: true });
        await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
      }
      for (const name of await readdir(this.temporary)) {
        if (name.endsWith('.part')) await rm(join(this.temporary, name), { force: true });
      }
    } catch (error) {
      throw unusable(this.temporary, this.kept, error);
    }
  }

  /**
   * Writes a stream to a temporary file. Rejects with the stream's own error if it breaks off; nothing is left then.
   * @throws DomainError evidence.storageFull
   */
  async receive(stream: Readable): Promise<ArrivedFile> {
    const path = join(this.temporary, `${randomUUID()}.part`);
    const hash = createHash('sha256');
    let size = 0;
    try {
      const file = await open(path, 'wx');
      try {
        for await (const chunk of stream) {
          const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
          hash.update(bytes);
          size += bytes.length;
          await writeAll(file, bytes);
        }
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      await rm(path, { force: true });
      throw asDomainError(error);
    }
    return { path, size, sha256: hash.digest('hex') };
  }

  /** Moves an arrived file to its place; a file of the same content that is there already stays. */
  async keep(arrived: ArrivedFile): Promise<void> {
    const folder = join(this.kept, arrived.sha256.slice(0, 2));
    const place = this.placeOf(arrived.sha256);
    if ((await sizeOf(place)) === arrived.size) return this.discard(arrived);
    try {
      await mkdir(folder, { recursive: true });
      await rename(arrived.path, place);
      await syncFolder(folder);
    } catch (error) {
      await this.discard(arrived);
      throw asDomainError(error);
    }
  }

  async discard(arrived: ArrivedFile): Promise<void> {
    await rm(arrived.path, { force: true });
  }

  /** The content of a kept file, or null when it is missing or has another length than its row says. */
  async read(sha256: string, size: number): Promise<Readable | null> {
    const place = this.placeOf(sha256);
    return (await sizeOf(place)) === size ? createReadStream(place) : null;
  }

  private placeOf(sha256: string): string {
    return join(this.kept, sha256.slice(0, 2), sha256);
  }
}

function unusable(temporary: string, kept: string, error: unknown): StartupError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartupError(
    `佐证材料的文件夹 ${kept} 或 ${temporary} 不能写入；请检查它们是不是文件夹、有没有写权限、磁盘是否已满 ` +
      `(the folders of the evidence cannot be written: ${reason}).`,
  );
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written)).bytesWritten;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}

/** The new name is safe only when its folder is on the disk as well; some systems cannot sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!isSystemError(error, ['EINVAL', 'EPERM', 'EISDIR'])) throw error;
  } finally {
    await handle.close();
  }
}

function asDomainError(error: unknown): unknown {
  return isSystemError(error, ['ENOSPC', 'EDQUOT']) ? storageFull() : error;
}

function isSystemError(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
