import { createHash, createHmac } from 'node:crypto';
import type { EntryContent } from './audit.types.js';

/** What the first entry has in the place of a previous hash. */
export const FIRST_PREVIOUS = '0'.repeat(64);

/**
 * The one form of an entry that is hashed: a JSON list in a fixed order, led by the number of this form. A list and not
 * an object, so that no order of keys and no missing key can make two entries look alike.
 */
export function canonical(entry: EntryContent): string {
  const { number, at, utcOffset, actorId, actorName, unitCode, role, address } = entry;
  const { action, objectKind, objectId, before, after, result, previousHash } = entry;
  const who = [actorId, actorName, unitCode, role, address];
  return JSON.stringify([
    1,
    number,
    at,
    utcOffset,
    ...who,
    action,
    objectKind,
    objectId,
    before,
    after,
    result,
    previousHash,
  ]);
}

/** HMAC-SHA-256 over the canonical form, which holds the previous hash; 64 hex digits. */
export function entryHash(key: Buffer, entry: EntryContent): string {
  return createHmac('sha256', key).update(canonical(entry)).digest('hex');
}

/** Names a key without giving it away. */
export function keyName(key: Buffer): string {
  return createHash('sha256').update('audit key ').update(key).digest('hex').slice(0, 16);
}
