import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Made from our own schemas; it changes nothing of what is judged. */
const GENERATED = 'standard/schema.json';
const ROOTS = ['record-types', 'source', 'standard', 'units.csv'];

/** SHA-256 (hex) over names and bytes of all seed files; line ends do not count, so that a checkout on Windows is the same. */
export function hashSeeds(seedsFolder: string): string {
  const hash = createHash('sha256');
  for (const file of seedFiles(seedsFolder)) {
    const text = readFileSync(join(seedsFolder, file), 'utf8').replace(/\r\n/gu, '\n');
    hash.update(`${file}\0${text}\0`, 'utf8');
  }
  return hash.digest('hex');
}

function seedFiles(seedsFolder: string): readonly string[] {
  return readdirSync(seedsFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(seedsFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => file !== GENERATED && ROOTS.some((root) => file === root || file.startsWith(`${root}/`)))
    .sort();
}
