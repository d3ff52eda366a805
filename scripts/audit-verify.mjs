// `npm run audit:verify [-- --data FOLDER --heads FILE --key FILE]`: checks that nothing was changed in the audit trail or cut from it.
import { spawnSync } from 'node:child_process';
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs';
import { root } from './pnpm.mjs';

ensureInstalled();
ensureBuilt('backend');
const { status } = spawnSync(
  process.execPath,
  [`${root}/backend/dist/commands/audit-verify.js`, ...process.argv.slice(2)],
  // Folders are named from where the command was given.
  { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() },
);
process.exit(status ?? 2);
