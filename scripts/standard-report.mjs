// `npm run standard:report`: the standard and its tests in numbers: clauses, examples, readings, properties, mutants, reference.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineHash } from './lib/engine-hash.mjs';
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs';
import { root } from './pnpm.mjs';

/** Runs the property specs in one time zone; what held comes back as [{ name, runs, seed }], null when one failed. */
function properties() {
  const folder = mkdtempSync(join(tmpdir(), 'properties-'));
  const report = join(folder, 'held.jsonl');
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const { status, stderr } = spawnSync(process.execPath, [...jest, '--ci', '--maxWorkers=2', 'property.spec'], {
    cwd: join(root, 'backend'),
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Shanghai', PROPERTY_REPORT: report },
  });
  const lines = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n') : [];
  rmSync(folder, { recursive: true });
  if (status !== 0) console.error(stderr);
  return status === 0 ? lines.map((line) => JSON.parse(line)) : null;
}

/** A measurement that another command has left in docs/quality; null when there is none. */
function measured(name) {
  const file = join(root, 'docs/quality', `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

const ofEngine = (found) => (found.engineHash === engineHash() ? '' : '，是引擎改动以前测的（of an older engine）');

ensureInstalled();
ensureBuilt('backend');
const command = [join(root, 'backend/dist/commands/standard-report.js')];
const told = spawnSync(process.execPath, command, { stdio: 'inherit', cwd: root }).status;

const held = properties();
if (held === null) console.log('性质：有不成立的，见上');
else console.log(`性质 ${held.length} 条，共 ${held.reduce((sum, { runs }) => sum + runs, 0)} 次，都成立：`);
for (const { name, runs } of held ?? []) console.log(`  ${name}：${runs} 次`);

const mutation = measured('mutation');
const explained = (measured('survivors') ?? []).filter(({ why }) => why !== '').length;
console.log(
  mutation === null
    ? '变异测试：还没有测（npm run mutation）'
    : `变异测试：${mutation.score}%（${mutation.mutants} 个变异，发现 ${mutation.killed + mutation.timeout}，漏过 ${mutation.survived + mutation.noCoverage}，其中 ${explained} 个已逐一说明，不计 ${mutation.ignored}；${mutation.measuredOn}${ofEngine(mutation)}）`,
);
const reference = measured('reference');
console.log(
  reference === null
    ? '与对照实现比较：还没有测'
    : `与对照实现比较：${reference.counties} 个县 ${reference.days} 天 ${reference.cells} 格，不一致 ${reference.disagreements}（${reference.measuredOn}${ofEngine(reference)}）`,
);
process.exit(told === 0 && held !== null ? 0 : 1);
