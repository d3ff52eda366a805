import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Standard } from './standard/index.js';

/** Folder of the running code, with the stamp that `scripts/` puts into a finished build and nowhere else. */
const build = dirname(fileURLToPath(import.meta.url));
const KEPT = 'standard.json';

/**
 * The standard as this very build has read and checked it before, if the seeds are still the same to the byte (`hash`);
 * null otherwise. Reading and checking the YAML takes longer than all the rest of a start. The file lies inside the
 * build and goes with it, so that changed checks never meet an old result.
 */
export function keptStandard(hash: string, folder: string = build): Standard | null {
  try {
    const standard: Standard = JSON.parse(readFileSync(join(folder, KEPT), 'utf8'));
    return standard.hash === hash ? standard : null;
  } catch {
    return null;
  }
}

/** Keeps a checked standard for the next start; where that is not possible the next start reads the seeds again. */
export function keepStandard(standard: Standard, folder: string = build): void {
  if (!existsSync(join(folder, '.build-stamp'))) return;
  try {
    const fresh = join(folder, `${KEPT}.${process.pid}`);
    writeFileSync(fresh, JSON.stringify(standard));
    renameSync(fresh, join(folder, KEPT));
  } catch {
    // A build on a read-only disk serves as well.
  }
}
