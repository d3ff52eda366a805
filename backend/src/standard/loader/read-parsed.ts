import { join } from 'node:path';
import type { z } from 'zod';
import { readTextFile } from '../../platform/files/index.js';
import type { SeedProblem } from '../standard.types.js';
import { findings, UNSAID } from './issue-sentence.js';
import { parseSeedFile, type SeedFile } from './seed-file.js';

/** A file that fits its schema, together with the lines of its places. */
export interface Parsed<T> {
  readonly seed: SeedFile;
  readonly spec: T;
}

/** Reads one file and holds it against its schema. Null when it is missing or does not fit; `problems` says why. */
export function readParsed<T extends z.ZodType>(
  seedsFolder: string,
  file: string,
  schema: T,
  problems: SeedProblem[],
): Parsed<z.output<T>> | null {
  const read = readTextFile(join(seedsFolder, file));
  if ('fault' in read) {
    problems.push({ file, line: 1, sentence: read.fault });
    return null;
  }
  const seed = parseSeedFile(file, read.text);
  problems.push(...seed.problems);
  if (seed.problems.length > 0) return null;
  const result = schema.safeParse(seed.value, { reportInput: true, error: () => UNSAID });
  if (result.success) return { seed, spec: result.data };
  for (const { path, sentence } of findings(result.error.issues)) {
    problems.push({ file, line: seed.lineOf(path), sentence });
  }
  return null;
}
