// `npm run bench [-- --json FILE]`: the measurements of the engine beside plain code and the database.
import { spawnSync } from 'node:child_process';
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs';
import { root } from './pnpm.mjs';

ensureInstalled();
ensureBuilt('backend');
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', `${root}/backend/dist/commands/bench.js`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
