// `npm run reference -- --counties 1000 --days 20 [--seed N] [--first N]`: the engine beside the plain reference evaluator
// (backend/test/reference/) on random counties. Prints seed, counties, days, cells compared, and what differs.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/ready.mjs';
import { root } from './pnpm.mjs';

const { values } = parseArgs({
  options: {
    counties: { type: 'string', default: '1000' },
    days: { type: 'string', default: '20' },
    seed: { type: 'string', default: '20261125' },
    first: { type: 'string', default: '1' },
  },
});
ensureInstalled();
const first = Number(values.first);
const { status } = spawnSync('npm', ['test', '--', 'test/reference.spec'], {
  cwd: `${root}/backend`,
  stdio: 'inherit',
  env: {
    ...process.env,
    REFERENCE_SEED: values.seed,
    REFERENCE_COUNTIES: `${first}-${first + Number(values.counties) - 1}`,
    REFERENCE_DAYS: values.days,
    REFERENCE_PRINT: 'yes',
  },
});
process.exit(status ?? 1);
