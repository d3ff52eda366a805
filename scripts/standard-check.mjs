// `npm run standard:check [-- FOLDER --against FOLDER --data DATA_FOLDER]`: checks an edited standard and says what it changes.
import { spawnSync } from 'node:child_process';
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs';
import { root } from './pnpm.mjs';

ensureInstalled();
ensureBuilt('backend');
const { status } = spawnSync(
  process.execPath,
  [`${root}/backend/dist/commands/standard-check.js`, ...process.argv.slice(2)],
  // Folders are named from where the command was given.
  { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() },
);
process.exit(status ?? 1);
