// The checks, one after the other; each is a name and a function that says whether it passed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../pnpm.mjs';
import { committed, currentDocument, currentTypes, documentFile, typesFile } from './contract.mjs';

/** Runs a Node program in a folder of the repository; true when it ends with 0. */
function node(folder, ...args) {
  return spawnSync(process.execPath, args, { cwd: join(root, folder), stdio: 'inherit' }).status === 0;
}

/** True when a committed file says what is produced now; otherwise tells how to bring it up to date. */
function unchanged(file, produce) {
  try {
    if (committed(file) === produce()) return true;
    console.error(`${file} is stale: run \`npm run contract\` and commit the result.`);
  } catch (error) {
    console.error(error.message);
  }
  return false;
}

const cruise = [
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  '--config',
  '.dependency-cruiser.cjs',
  'src',
];

const checks = {
  format: () => node('.', 'node_modules/prettier/bin/prettier.cjs', '--log-level', 'warn', '--check', '.'),
  lint: () => node('.', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'),
  'rooms of the backend': () => node('backend', ...cruise),
  'rooms of the frontend': () => node('frontend', ...cruise),
  'types of the backend': () => node('backend', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'),
  'types of the frontend': () =>
    node('frontend', 'node_modules/vue-tsc/bin/vue-tsc.js', '-p', 'tsconfig.json', '--noEmit'),
  'types of the browser tests': () =>
    node('frontend', 'node_modules/typescript/bin/tsc', '-p', 'e2e/tsconfig.json', '--noEmit'),
  'picture of the rooms': () => node('.', 'scripts/picture.mjs', '--check'),
  standard: () => node('.', 'backend/dist/commands/check-standard.js'),
  'standard in words': () => node('.', 'backend/dist/commands/standard-docs.js', '--check'),
  'contract: document': () => unchanged(documentFile, currentDocument),
  'contract: types': () => unchanged(typesFile, currentTypes),
};

/** Runs every check and returns the names of those that failed. Needs both builds. */
export function runChecks() {
  return Object.entries(checks)
    .filter(([name, passes]) => {
      console.log(`\n— ${name}`);
      return !passes();
    })
    .map(([name]) => name);
}
