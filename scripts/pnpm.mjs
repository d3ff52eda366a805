// Runs the pinned pnpm through npx, so that nothing but Node and npm has to be there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The environment for pnpm: no questions asked, and Node's headers taken from beside this node if they are there. */
function environment() {
  const env = { ...process.env, CI: process.env.CI ?? 'true' };
  const prefix = resolve(dirname(process.execPath), '..');
  // node-gyp downloads the headers unless it is told where they are.
  if (!env.npm_config_nodedir && existsSync(join(prefix, 'include/node/node.h'))) env.npm_config_nodedir = prefix;
  return env;
}

/** Runs `pnpm <args>` in the root of the repository; returns its exit code. */
export function pnpm(...args) {
  const result = spawnSync('npx', ['--yes', packageManager, ...args], {
    cwd: root,
    // Progress goes where messages go, so that commands which print data print nothing else.
    stdio: ['inherit', 2, 2],
    env: environment(),
    shell: process.platform === 'win32',
  });
  return result.status ?? 1;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exit(pnpm(...process.argv.slice(2)));
}
