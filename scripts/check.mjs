// `npm run check`: format, lint, rooms, types, standard and contract; the same for people and for CI.
import { ensureReady } from './lib/ready.mjs';
import { runChecks } from './lib/checks.mjs';

ensureReady();
const failed = runChecks();
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
