// Runs one test runner (Jest or Vitest) and reads what it reported; both write the same JSON.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../pnpm.mjs';

const results = join(root, 'test-results');

/** A runner that hangs is ended after ten minutes and counts as crashed. */
const limit = 10 * 60 * 1000;

/** Passed and failed tests in a report. A file that broke before its tests counts as one failed, a skipped test too. */
function count(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  if (skipped > 0) console.error(`${skipped} skipped tests count as failed.`);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken + skipped };
}

/**
 * Runs a runner in a process of its own and returns `{ name, passed, failed }`. One that crashed, found no test or
 * wrote no report counts as at least one failed.
 */
function run(name, folder, args, env = {}) {
  console.log(`\n— ${name}`);
  const file = join(results, `${name.replaceAll(/[^a-zA-Z]+/g, '-')}.json`);
  rmSync(file, { force: true });
  mkdirSync(results, { recursive: true });
  const { status } = spawnSync(process.execPath, args(file), {
    cwd: join(root, folder),
    stdio: 'inherit',
    env: { ...process.env, ...env },
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  const counted = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  if (counted.passed + counted.failed === 0) console.error(`${name}: no test was run.`);
  const silent = (status !== 0 || counted.passed === 0) && counted.failed === 0;
  return { name, passed: counted.passed, failed: silent ? 1 : counted.failed };
}

/** The whole suite of the backend under one time zone. */
export const backendTests = (zone) =>
  run(
    `backend, TZ=${zone}`,
    'backend',
    (file) => [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--ci',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${file}`,
    ],
    { TZ: zone },
  );

const vitest = (name, config) =>
  run(name, 'frontend', (file) => [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);

/** The unit tests of the frontend. */
export const frontendTests = () => vitest('frontend', 'vitest.config.ts');

/** The browser tests against the built server. */
export const browserTests = () => vitest('browser', 'vitest.e2e.config.ts');
