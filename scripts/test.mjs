// `npm test`: installs and builds what is missing, then the checks and every test. The last line adds up what the
// runners reported; a failed check counts as one failed. TEST_ZONES narrows the time zones for the backend.
import { ensureReady } from './lib/ready.mjs';
import { runChecks } from './lib/checks.mjs';
import { backendTests, browserTests, frontendTests } from './lib/runners.mjs';

const zones = (process.env.TEST_ZONES || 'UTC,Asia/Shanghai,America/New_York').split(',');

ensureReady();
const failedChecks = runChecks();
const runs = [...zones.map(backendTests), frontendTests(), browserTests()];

console.log('');
for (const name of failedChecks) console.log(`check failed: ${name}`);
for (const { name, passed, failed } of runs) console.log(`${name}: ${passed} passed, ${failed} failed`);
const passed = runs.reduce((sum, run) => sum + run.passed, 0);
const failed = runs.reduce((sum, run) => sum + run.failed, failedChecks.length);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
