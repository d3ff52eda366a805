import { createHmac } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { dayOfInstant } from '../platform/clock/index.js';
import type { AuditEntry } from './audit.types.js';
import { keyName } from './chain.js';

/** How far the trail had come: number, hash and time of an entry, the name of the key, and a seal on them. */
const headSchema = z.object({
  number: z.number().int().positive(),
  hash: z.string(),
  at: z.string(),
  key: z.string(),
  seal: z.string(),
});
export type Head = z.infer<typeof headSchema>;

/** The head that an entry makes. The seal keeps somebody without the key from writing a head of an earlier entry. */
export function headOf(key: Buffer, { number, hash, at }: Pick<AuditEntry, 'number' | 'hash' | 'at'>): Head {
  const bare = { number, hash, at, key: keyName(key) };
  return { ...bare, seal: sealOf(key, bare) };
}

/** True when the head was made with this key and is as it was. */
export const isSealed = (key: Buffer, head: Head): boolean => head.seal === sealOf(key, head);

function sealOf(key: Buffer, { number, hash, at }: Omit<Head, 'seal'>): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(['head', number, hash, at]))
    .digest('hex');
}

/** A line of the file; null when it is no head. */
export function readHead(line: string): Head | null {
  try {
    return headSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** The lines of the file, oldest first; none when there is no file. */
export function readHeadLines(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/**
 * The lines with a new head: the last one of each day stays. A head that the table no longer bears out is never
 * replaced, so that it goes on telling of what was cut off. The same list when there is nothing new.
 */
export function withHead(lines: readonly string[], head: Head, isBorneOut: (last: Head) => boolean): readonly string[] {
  const last = readHead(lines.at(-1) ?? '');
  if (last !== null && last.number === head.number && last.hash === head.hash && last.seal === head.seal) return lines;
  const follows = last !== null && last.number < head.number && dayOfInstant(last.at) === dayOfInstant(head.at);
  const kept = follows && isBorneOut(last) ? lines.slice(0, -1) : lines;
  return [...kept, JSON.stringify(head)];
}

/** Replaces the file as a whole, flushed before it takes its name. */
export function writeHeadLines(path: string, lines: readonly string[]): void {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${lines.join('\n')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
