// `npm run mutation [-- FILE …]`: changes the engine in thousands of places, one at a time, and counts how many changes the
// specs and the worked examples notice. Works on a copy; without files it writes the result to docs/quality/mutation.json
// and the changes that nobody noticed to survivors.json, where a person says of each why no spec could (`why`).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { engineHash } from './lib/engine-hash.mjs';
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs';
import { root } from './pnpm.mjs';

/** Lines of source in one run: only the files of the run are instrumented, all others keep their speed. */
const LINES_PER_RUN = 400;
const engine = join(root, 'backend/src/engine');

function sources() {
  return readdirSync(engine, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('testing/'))
    .sort();
}

/** The files in groups of about the same length. */
function groups(files) {
  const found = [];
  let lines = Infinity;
  for (const file of files) {
    const own = readFileSync(join(engine, file), 'utf8').split('\n').length;
    if (lines + own > LINES_PER_RUN) {
      found.push([]);
      lines = 0;
    }
    found.at(-1).push(file);
    lines += own;
  }
  return found;
}

/** A copy of what the runs need; StrykerJS changes files in place. */
function copy() {
  const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
  for (const path of ['seeds', 'tsconfig.base.json', 'package.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const path of ['src', 'test', 'dist', 'package.json', 'tsconfig.json', 'stryker.config.mjs'])
    cpSync(join(root, 'backend', path), join(folder, 'backend', path), { recursive: true });
  for (const path of ['node_modules', 'backend/node_modules']) symlinkSync(join(root, path), join(folder, path));
  return folder;
}

/** SHA-256 over all that decides what a run finds: the engine with its specs, the standard, the runner. */
function inputs() {
  const hash = createHash('sha256');
  for (const folder of ['backend/src/engine', 'backend/test/mutation', 'seeds'])
    for (const file of readdirSync(join(root, folder), { recursive: true }).map(String).sort())
      if (/\.\w+$/.test(file)) hash.update(`${file}\n${readFileSync(join(root, folder, file), 'utf8')}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** What a run found; kept until something changes, so that a whole run that was interrupted goes on where it stopped. */
function runOnce(folder, files, stamp) {
  const file = join(root, 'backend/coverage/mutation', stamp, `${files.join('+').replaceAll('/', '_')}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const found = run(folder, files);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(found));
  return found;
}

function run(folder, files) {
  const backend = join(folder, 'backend');
  const report = join(backend, 'coverage/mutation.json');
  rmSync(report, { force: true });
  const mutate = files.map((file) => `src/engine/${file}`).join(',');
  const bin = join(backend, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [bin, 'run', '--mutate', mutate], {
    cwd: backend,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (!existsSync(report)) {
    if (files.every((file) => file.endsWith('.types.ts') || file === 'index.ts')) return [];
    throw new Error(`StrykerJS ended with ${status} on ${mutate}`);
  }
  const { files: told } = JSON.parse(readFileSync(report, 'utf8'));
  return Object.entries(told).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ file, source, ...mutant })),
  );
}

const count = (mutants, ...states) => mutants.filter(({ status }) => states.includes(status)).length;

/** Killed and timed-out changes in per cent of those that could be noticed, with two digits, cut down. */
function score(mutants) {
  const noticed = count(mutants, 'Killed', 'Timeout');
  const all = noticed + count(mutants, 'Survived', 'NoCoverage');
  return all === 0 ? 100 : Math.floor((noticed * 10_000) / all) / 100;
}

/** The changes that nobody noticed, as a person reads them; the same change of the same words is the same wherever it stands. */
function survivors(mutants) {
  return mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ file, source, location, replacement }) => {
      const lines = source.split('\n');
      const { start, end } = location;
      const last = end.line === start.line ? end.column - 1 : Infinity;
      return {
        file: file.replace(/^.*src\/engine\//, ''),
        line: start.line,
        code: lines[start.line - 1].trim(),
        was: lines[start.line - 1].slice(start.column - 1, last),
        to: String(replacement).replace(/\s+/g, ' ').slice(0, 120),
      };
    });
}

const quality = join(root, 'docs/quality');

function writeSurvivors(mutants) {
  const file = join(quality, 'survivors.json');
  const keyOf = ({ file, code, was, to }) => JSON.stringify([file, code, was, to]);
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const whys = new Map(known.map((one) => [keyOf(one), one.why]));
  const found = survivors(mutants).map((one) => ({ ...one, why: whys.get(keyOf(one)) ?? '' }));
  writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  return found;
}

function tell(mutants) {
  for (const { file, line, code, was, to } of survivors(mutants))
    console.log(`survived ${file}:${line}\n  ${code}\n  - ${was}\n  + ${to}`);
  for (const file of [...new Set(mutants.map((mutant) => mutant.file))]) {
    const own = mutants.filter((mutant) => mutant.file === file);
    console.log(`${file}: ${score(own)} % of ${own.length}`);
  }
}

ensureInstalled();
ensureBuilt('backend');
const wanted = process.argv.slice(2).map((file) => file.replace(/^.*src\/engine\//, ''));
const files =
  wanted.length === 0 ? sources() : sources().filter((file) => wanted.some((name) => file.startsWith(name)));
const folder = copy();
const stamp = inputs();
const mutants = [];
for (const group of groups(files)) {
  const own = runOnce(folder, group, stamp);
  mutants.push(...own);
  console.log(`… ${mutants.length} changes tried, ${score(mutants)} % noticed (${group.join(' ')})`);
}
rmSync(folder, { recursive: true, force: true });
tell(mutants);
const summary = {
  score: score(mutants),
  killed: count(mutants, 'Killed'),
  survived: count(mutants, 'Survived'),
  timeout: count(mutants, 'Timeout'),
  noCoverage: count(mutants, 'NoCoverage'),
  ignored: count(mutants, 'Ignored'),
  mutants: mutants.length,
  engineHash: engineHash(),
  measuredOn: new Date().toISOString().slice(0, 10),
};
console.log(JSON.stringify(summary));
if (wanted.length === 0) {
  mkdirSync(quality, { recursive: true });
  const unexplained = writeSurvivors(mutants).filter(({ why }) => why === '').length;
  console.log(`${unexplained} survivors are not explained`);
  writeFileSync(join(quality, 'mutation.json'), `${JSON.stringify(summary, null, 2)}\n`);
}
