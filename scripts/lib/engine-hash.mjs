import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../pnpm.mjs';

/** SHA-256 over the engine's sources (paths and contents, without specs): tells whether a measurement is of this engine. */
export function engineHash() {
  const folder = join(root, 'backend/src/engine');
  const files = readdirSync(folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('testing/'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n${readFileSync(join(folder, file), 'utf8')}\n`);
  return hash.digest('hex');
}
