import { createHash } from 'node:crypto';

const LONGEST_TEXT = 200;
const LONGEST_JSON = 8000;

/** Words that never reach the trail, however deep they stand: a slip of a room is caught here. */
const SECRET = /password|passphrase|^(token|secret|cookie)$|hash$/i;

/** A value as short JSON: long texts are cut, secrets left out, and what is still too long is named by its SHA-256. */
export function shortJson(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (SECRET.test(key)) return undefined;
    if (typeof inner !== 'string' || inner.length <= LONGEST_TEXT) return inner;
    return `${Array.from(inner).slice(0, LONGEST_TEXT).join('')}…（共 ${inner.length} 字）`;
  });
  if (text === undefined || text.length <= LONGEST_JSON) return text ?? null;
  return JSON.stringify({ sha256: createHash('sha256').update(text).digest('hex'), length: text.length });
}
