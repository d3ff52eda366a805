// The contract between the halves: the OpenAPI document of the backend and the frontend's types made from it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../pnpm.mjs';

export const documentFile = 'backend/openapi.json';
export const typesFile = 'frontend/src/api/schema.gen.ts';

function output(args, cwd) {
  const run = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(`${args[0]} failed:\n${run.stderr || run.stdout}`);
  return run.stdout;
}

/** The document as the built backend prints it. */
export function currentDocument() {
  return output([join(root, 'backend/dist/commands/openapi.js')], root);
}

/** The frontend's types for the committed document. */
export function currentTypes() {
  return output(['node_modules/openapi-typescript/bin/cli.js', join(root, documentFile)], join(root, 'frontend'));
}

/** The content of a committed file, or an empty text if it is not there. */
export const committed = (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');
