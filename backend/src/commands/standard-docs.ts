import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadStandard, StandardService } from '../standard/index.js';
import { seedsFolder } from './seeds-folder.js';
import { standardDocument } from './standard-docs/document.js';

/**
 * `node backend/dist/commands/standard-docs.js [--check]`: writes `docs/standard.md` from the seeds; `--check` only says
 * whether the committed file is what the seeds give now. Ends with 1 when it is not, or when the seeds are faulty.
 */
function main(): number {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const folder = seedsFolder();
  const loaded = loadStandard(folder);
  if (!loaded.ok) {
    console.error('种子文件有要改的地方：请先运行 npm run standard:check');
    return 1;
  }
  const file = join(folder, '../docs/standard.md');
  const text = standardDocument(new StandardService(loaded.standard));
  if (values.check !== true) {
    writeFileSync(file, text);
    console.log('已写好 docs/standard.md');
    return 0;
  }
  if (existsSync(file) && readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === text) return 0;
  console.error('docs/standard.md 已过时：请运行 npm run standard:docs 并提交');
  return 1;
}

process.exitCode = main();
