// `npm run standard:docs`: writes docs/standard.md from the seeds.
import { spawnSync } from 'node:child_process';
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs';
import { root } from './pnpm.mjs';

ensureInstalled();
ensureBuilt('backend');
const command = [`${root}/backend/dist/commands/standard-docs.js`, ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, command, { stdio: 'inherit', cwd: root }).status ?? 1);
