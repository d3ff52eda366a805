// `npm run -s evaluate -- --records FILE --as-of DAY --start DAY …`: judges records without a server; see docs/evaluate.md.
import { spawnSync } from 'node:child_process';
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs';
import { root } from './pnpm.mjs';

ensureInstalled();
ensureBuilt('backend');
const { status } = spawnSync(
  process.execPath,
  [`${root}/backend/dist/commands/evaluate.js`, ...process.argv.slice(2)],
  // Files are named from where the command was given.
  { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() },
);
process.exit(status ?? 1);
