import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartupError } from '../platform/errors/index.js';

const KEY = /^[0-9a-f]{64}\s*$/;

/**
 * The key of the trail, 32 bytes, kept outside the database. A missing one is made (only its owner may read it), unless
 * there are entries already: they were made with a key that is gone.
 * @throws StartupError with a sentence for the person at the console
 */
export function openAuditKey(path: string, hasEntries: boolean): Buffer {
  if (existsSync(path)) return readAuditKey(path);
  if (hasEntries) {
    throw new StartupError(
      `操作日志的密钥文件 ${path} 不见了，没有启动；请从备份里把它放回原处（docs/operations.md“操作日志”说明确实丢失时怎么办）` +
        ' (the key of the audit trail is missing; put it back from a backup).',
    );
  }
  const key = randomBytes(32);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `${key.toString('hex')}\n`);
    fsyncSync(file);
    closeSync(file);
  } catch (error) {
    throw unreadable(path, error);
  }
  return key;
}

/** @throws StartupError when there is no such file or it holds no key */
export function readAuditKey(path: string): Buffer {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch (error) {
    throw unreadable(path, error);
  }
  if (!KEY.test(text)) throw unreadable(path, new Error('not 64 hex digits'));
  return Buffer.from(text.trim(), 'hex');
}

function unreadable(path: string, error: unknown): StartupError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartupError(
    `操作日志的密钥文件 ${path} 读不出或写不进；请检查路径和权限，或者从备份里恢复 (the key of the audit trail: ${reason}).`,
  );
}
