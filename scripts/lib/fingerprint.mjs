// One number for the content of many files: the stamp that says whether an install or a build is still good.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../pnpm.mjs';

/** All files under `path` (or `path` itself), relative to the root, in a fixed order; a missing path gives none. */
function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

/**
 * A hash over names and contents of the files under `paths` (relative to the root), and over the Node version, for
 * which the SQLite addon was compiled. Specs do not count: they are no part of a build.
 */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const file of paths.flatMap(filesUnder)) {
    if (file.endsWith('.spec.ts')) continue;
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
