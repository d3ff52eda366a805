import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadStandard } from '../standard/index.js';
import { seedsFolder } from './seeds-folder.js';

/** `node backend/dist/commands/check-standard.js [--seeds DIR] [--examples]`: checks the seeds and says what is in them. */
function main(): number {
  const { values } = parseArgs({ options: { seeds: { type: 'string' }, examples: { type: 'boolean' } } });
  const folder = values.seeds === undefined ? seedsFolder() : resolve(values.seeds);
  const loaded = loadStandard(folder);
  if (!loaded.ok) {
    for (const { file, line, sentence } of loaded.problems) console.error(`${file}:${line}：${sentence}`);
    console.error(`共 ${loaded.problems.length} 处要改。`);
    return 1;
  }
  return 0;
}

process.exitCode = main();
