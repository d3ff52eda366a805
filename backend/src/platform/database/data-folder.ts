import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StartupError } from '../errors/index.js';

/** A data folder that this process alone uses until `release` (or its death). */
export interface DataFolder {
  readonly path: string;
  readonly databaseFile: string;
  release(): void;
}

/**
 * Makes the folder if it is missing and takes its lock. The lock is the operating system's lock on an open SQLite file:
 * it ends with the process, kill -9 included, so it can never be stale.
 * @throws StartupError when the folder cannot be written or another process uses it
 */
export function takeDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true });
    if (!statSync(path).isDirectory()) throw new Error('not a folder');
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(path, error);
  }
  const lock = takeLock(path);
  return { path, databaseFile: join(path, 'scorecard.db'), release: () => lock.close() };
}

function takeLock(path: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(path, 'lock.db'), { timeout: 0 });
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new StartupError(
        `数据文件夹 ${path} 正被另一个正在运行的程序使用；请先停止它，或者用 DATA_DIR 指定别的文件夹 ` +
          '(another process uses this data folder).',
      );
    }
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): StartupError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartupError(
    `数据文件夹 ${path} 不能写入；请检查它是不是文件夹、有没有写权限、磁盘是否已满，或者用 DATA_DIR 指定别的文件夹 ` +
      `(the data folder cannot be written: ${reason}).`,
  );
}
