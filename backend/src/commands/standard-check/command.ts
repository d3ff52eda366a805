import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadStandard, runAllExamples, type SeedProblem, StandardService } from '../../standard/index.js';
import { compareStandards } from './compare.js';
import { judgedBy, turnedLines } from './turned.js';
import { seedsFolder } from '../seeds-folder.js';

/**
 * `node backend/dist/commands/standard-check.js [FOLDER] [--against FOLDER] [--data DATA_FOLDER]`
 * Checks an edited seeds folder with all its examples, says what it changes against another (default: the seeds of this
 * program), and with a county's data which cells would turn today. Nothing is written. Ends with 1 on problems.
 */
export async function standardCheck(args: readonly string[], say: (line: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { against: { type: 'string' }, data: { type: 'string' } },
  });
  const folder = resolve(positionals[0] ?? seedsFolder());
  const against = resolve(values.against ?? seedsFolder());
  const edited = checked(folder);
  if (!edited.ok) return refuse(folder, edited.problems, say);
  // A county whose standard lacks an example still runs on it; the check does not let it pass.
  if (edited.gaps.length > 0) return refuse(folder, edited.gaps, say);
  say(`${folder}：没有要改的地方，${edited.examples} 个例子都符合`);
  if (folder === against && values.data === undefined) return 0;
  const running = loadStandard(against);
  if (!running.ok) return refuse(against, running.problems, say);
  const { lines, refused } = compareStandards(running.standard, edited.standard);
  say(lines.length === 0 ? `与 ${against} 没有不同` : `与 ${against} 相比：`);
  lines.forEach((line) => say(`  ${line}`));
  const problems = refused.map(({ clause, sentence }) => ({ ...edited.placeOf(clause, null), sentence }));
  if (problems.length > 0) return refuse(folder, problems, say);
  if (values.data !== undefined) {
    const data = resolve(values.data);
    turnedLines(await judgedBy(against, data), await judgedBy(folder, data)).forEach(say);
  }
  return 0;
}

function checked(folder: string) {
  const loaded = loadStandard(folder);
  if (!loaded.ok) return loaded;
  const played = runAllExamples(new StandardService(loaded.standard), loaded.units);
  const problems: SeedProblem[] = played.flatMap(({ requirement, index, title, differences }) =>
    differences.map((difference) => ({
      ...loaded.placeOf(requirement, index),
      sentence: `检查点 ${requirement} 的例子“${title}”不符：${difference}`,
    })),
  );
  return problems.length > 0 ? { ok: false as const, problems } : { ...loaded, examples: played.length };
}

function refuse(folder: string, problems: readonly SeedProblem[], say: (line: string) => void): number {
  for (const { file, line, sentence } of problems) say(`${folder}/${file}:${line}：${sentence}`);
  say(`共 ${problems.length} 处要改`);
  return 1;
}
