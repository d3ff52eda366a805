import { fileURLToPath } from 'node:url';

/** The seeds of this repository, seen from `backend/src/commands` or `backend/dist/commands`. */
export function seedsFolder(): string {
  return fileURLToPath(new URL('../../../seeds', import.meta.url));
}
