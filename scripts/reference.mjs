// `npm run reference [-- --counties N --days N --seed N --first N]`: the engine beside the plain reference evaluator
// (backend/test/reference/) on random counties, two runs at a time. Prints what was compared and what differs; a run of a
// thousand counties and twenty days or more leaves its numbers in docs/quality/reference.json.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { engineHash } from './lib/engine-hash.mjs';
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
const [counties, days, seed, first] = [values.counties, values.days, values.seed, values.first].map(Number);
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const folder = mkdtempSync(join(tmpdir(), 'reference-'));

/** Judges the counties from…to; what came out of it, null where the run itself failed. */
function compare(from, to) {
  const report = join(folder, `${from}.json`);
  const run = spawn(process.execPath, [...jest, '--ci', '--runInBand', '--silent', 'test/reference.spec'], {
    cwd: join(root, 'backend'),
    stdio: 'ignore',
    env: {
      ...process.env,
      REFERENCE_SEED: String(seed),
      REFERENCE_COUNTIES: `${from}-${to}`,
      REFERENCE_DAYS: String(days),
      REFERENCE_REPORT: report,
    },
  });
  return new Promise((resolve) => {
    run.on('close', () => {
      try {
        resolve(JSON.parse(readFileSync(report, 'utf8')));
      } catch {
        resolve(null);
      }
    });
  });
}

const sum = (runs, name) => runs.reduce((total, run) => total + run[name], 0);

/** `[key, count]` of all runs, added up by key. */
function merged(runs, name) {
  const found = new Map();
  for (const [key, count] of runs.flatMap((run) => run[name])) found.set(key, (found.get(key) ?? 0) + count);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

ensureInstalled();
const half = Math.ceil(counties / 2);
const runs = await Promise.all(
  counties === 1
    ? [compare(first, first)]
    : [compare(first, first + half - 1), compare(first + half, first + counties - 1)],
);
rmSync(folder, { recursive: true });
if (runs.includes(null)) {
  console.error('The comparison did not come to its end: run the spec test/reference.spec in backend/ to see why.');
  process.exit(1);
}
const result = {
  seed,
  counties,
  days,
  cells: sum(runs, 'cells'),
  cellsWithNumbers: sum(runs, 'numbers'),
  disagreements: sum(runs, 'disagreements'),
  outcomes: Object.fromEntries(merged(runs, 'outcomes')),
  engineHash: engineHash(),
  measuredOn: new Date().toISOString().slice(0, 10),
};
console.log(
  `seed ${seed}, counties ${first}-${first + counties - 1}, ${days} days each: ${result.cells} cells compared (${result.cellsWithNumbers} with numbers), ${result.disagreements} differ`,
);
for (const [key, count] of Object.entries(result.outcomes)) console.log(`${key}: ${count}`);
for (const line of runs.flatMap((run) => run.differences)) console.log(`DIFFERS ${line}`);
if (counties >= 1000 && days >= 20) {
  mkdirSync(join(root, 'docs/quality'), { recursive: true });
  writeFileSync(join(root, 'docs/quality/reference.json'), `${JSON.stringify(result, null, 2)}\n`);
}
process.exit(result.disagreements === 0 ? 0 : 1);
