import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Loaded,
  loadStandard,
  runAllExamples,
  seedJsonSchema,
  type Standard,
  StandardService,
} from '../standard/index.js';
import type { UnitDirectory } from '../units/index.js';
import { seedsFolder } from './seeds-folder.js';

const SCHEMA_FILE = 'standard/schema.json';

/**
 * `node backend/dist/commands/check-standard.js [--seeds DIR] [--examples] [--write-schema]`
 * Checks all seed files and says what is in them; `--examples` also plays every worked example; `--write-schema` writes
 * the JSON Schema for editors. Ends with 1 when something has to be corrected.
 */
function main(): number {
  const { values } = parseArgs({
    options: { seeds: { type: 'string' }, examples: { type: 'boolean' }, 'write-schema': { type: 'boolean' } },
  });
  const folder = values.seeds === undefined ? seedsFolder() : resolve(values.seeds);
  if (values['write-schema']) writeFileSync(join(folder, SCHEMA_FILE), seedJsonSchema());
  const loaded = loadStandard(folder);
  if (!loaded.ok) {
    for (const { file, line, sentence } of loaded.problems) console.error(`seeds/${file}:${line}：${sentence}`);
    console.error(`共 ${loaded.problems.length} 处要改`);
    return 1;
  }
  summary(loaded.standard, loaded.units);
  for (const { file, line, sentence } of loaded.gaps) console.error(`seeds/${file}:${line}：${sentence}`);
  if (loaded.gaps.length > 0) return 1;
  if (readFileSync(join(folder, SCHEMA_FILE), 'utf8') !== seedJsonSchema()) {
    console.error(`seeds/${SCHEMA_FILE} 已过时：请用 --write-schema 重新生成并提交`);
    return 1;
  }
  return values.examples ? examples(loaded) : 0;
}

function summary(standard: Standard, units: UnitDirectory): void {
  const clauses = standard.topicSpecs.flatMap((topic) => topic.clauses);
  const requirements = clauses.flatMap((clause) => clause.requirements);
  const examples = requirements.flatMap((requirement) => requirement.examples);
  console.log(`${standard.title}（${standard.version}）`);
  console.log(
    `内容 ${standard.topicSpecs.length}，条文 ${clauses.length}，检查点 ${requirements.length}，例子 ${examples.length}，` +
      `登记类型 ${standard.recordTypes.length}，单位 ${units.units.length}`,
  );
  console.log(`指纹 ${standard.hash}`);
}

function examples({ standard, units, placeOf }: Extract<Loaded, { readonly ok: true }>): number {
  const played = runAllExamples(new StandardService(standard), units);
  const failed = played.filter((example) => example.differences.length > 0);
  for (const { requirement, index, title, differences } of failed) {
    const { file, line } = placeOf(requirement, index);
    console.error(`seeds/${file}:${line}：${requirement} ${title}`);
    for (const difference of differences) console.error(`  ${difference}`);
  }
  console.log(`例子 ${played.length} 个，符合 ${played.length - failed.length} 个，不符 ${failed.length} 个`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = main();
