// `npm run format [-- paths]`: Prettier over the whole repository, or over the paths given.
import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './lib/ready.mjs';
import { root } from './pnpm.mjs';

ensureInstalled();
const paths = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    `${root}/node_modules/prettier/bin/prettier.cjs`,
    '--log-level',
    'warn',
    '--write',
    ...(paths.length ? paths : ['.']),
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
