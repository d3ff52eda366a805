// Brings node_modules and the two builds up to date, and does nothing where they are already.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pnpm, root } from '../pnpm.mjs';
import { fingerprint } from './fingerprint.mjs';

const manifests = [
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'backend/package.json',
  'frontend/package.json',
];
const installStamp = 'node_modules/.cache/install.stamp';
const moduleFolders = ['node_modules', 'backend/node_modules', 'frontend/node_modules'];

/** The two halves: what their build depends on, and the command that writes it into the folder `out`. */
const halves = {
  backend: {
    sources: [
      'backend/src',
      'backend/tsconfig.build.json',
      'backend/tsconfig.json',
      'tsconfig.base.json',
      ...manifests,
    ],
    command: (out) => ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', out],
  },
  frontend: {
    sources: [
      'frontend/src',
      'frontend/public',
      'frontend/index.html',
      'frontend/vite.config.ts',
      'frontend/tsconfig.json',
      ...manifests,
    ],
    command: (out) => ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--outDir', out],
  },
};

const readStamp = (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');

function writeStamp(file, text) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** True when the compiled SQLite addon opens a database under this Node. */
function addonWorks() {
  const probe = `new (require('better-sqlite3'))(':memory:').close()`;
  return spawnSync(process.execPath, ['-e', probe], { cwd: join(root, 'backend') }).status === 0;
}

function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/**
 * Installs the dependencies of the lockfile unless the last install was for the same lockfile and Node and came to its
 * end. The stamp goes away before an install and comes back after it, so that an interrupted one is done again.
 */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or later is needed; this is ${process.version}.`);
  const wanted = fingerprint(manifests);
  if (readStamp(installStamp) === wanted && moduleFolders.every((f) => existsSync(join(root, f)))) return;
  console.error('Installing the dependencies …');
  rmSync(join(root, installStamp), { force: true });
  let good = pnpm('install', '--frozen-lockfile') === 0;
  if (good && !addonWorks()) good = pnpm('rebuild', '-r', 'better-sqlite3') === 0 && addonWorks();
  if (!good) {
    console.error('The folder node_modules is damaged; installing once more from nothing …');
    for (const folder of moduleFolders) rmSync(join(root, folder), { recursive: true, force: true });
    if (pnpm('install', '--frozen-lockfile') !== 0 || !addonWorks()) {
      fail(
        'The installation failed; the reason stands above. Needed: Node 20.19 or later, npm, a C++ compiler, Python 3.',
      );
    }
  }
  writeStamp(installStamp, wanted);
}

/**
 * Builds one half (`backend` or `frontend`) unless its `dist` was made from the same sources. The build goes into a
 * folder beside it and takes its place only when it is whole; its stamp lies inside.
 */
export function ensureBuilt(half) {
  const { sources, command } = halves[half];
  const wanted = fingerprint(sources);
  if (readStamp(`${half}/dist/.build-stamp`) === wanted) return;
  console.error(`Building the ${half} …`);
  const next = join(root, half, 'dist.next');
  rmSync(next, { recursive: true, force: true });
  const built = spawnSync(process.execPath, command('dist.next'), { cwd: join(root, half), stdio: 'inherit' });
  if (built.status !== 0) fail(`The ${half} could not be built; the reason stands above.`);
  writeFileSync(join(next, '.build-stamp'), wanted);
  rmSync(join(root, half, 'dist'), { recursive: true, force: true });
  renameSync(next, join(root, half, 'dist'));
}

/** Everything that the server needs: dependencies and both builds. */
export function ensureReady() {
  ensureInstalled();
  ensureBuilt('backend');
  ensureBuilt('frontend');
}
