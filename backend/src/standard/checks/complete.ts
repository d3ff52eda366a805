import type { SeedProblem } from '../standard.types.js';
import { type Draft, placed, problemAt } from './draft.js';

/** Every requirement shows by examples what meets it, what is short, what is missing, and where its boundary lies. */
const SHOWN = [
  ['met', '达标'],
  ['short', '不足'],
  ['missing', '缺失'],
  ['boundary', '界线'],
] as const;
const FEWEST = 4;

/** What is still to be written before a standard is whole: examples of all four kinds, and what every other option means. */
export function checkComplete(draft: Draft): SeedProblem[] {
  return [...missingExamples(draft), ...missingOptions(draft)];
}

function missingExamples(draft: Draft): SeedProblem[] {
  return placed(draft.topics).flatMap(({ topic, requirement, path }) => {
    const { id, examples } = requirement;
    const at = [...path, 'examples'];
    const few =
      examples.length >= FEWEST
        ? []
        : [problemAt(topic, at, `检查点 ${id} 至少要有 ${FEWEST} 个例子，现有 ${examples.length} 个`)];
    const lacking = SHOWN.filter(([shows]) => !examples.some((example) => example.shows === shows));
    if (lacking.length === 0) return few;
    const words = lacking.map(([shows, label]) => `${label}（shows: ${shows}）`).join('、');
    return [...few, problemAt(topic, at, `检查点 ${id} 还缺说明${words}的例子`)];
  });
}

function missingOptions(draft: Draft): SeedProblem[] {
  return draft.topics.flatMap((topic) =>
    topic.spec.clauses.flatMap((clause, c) =>
      clause.readings.flatMap((reading, r) => {
        const { id, options, changes, recorded } = reading;
        if (recorded !== undefined) return [];
        const open = options
          .map((_, index) => index + 1)
          .filter((option) => option !== reading.default && changes?.[String(option)] === undefined);
        if (open.length === 0) return [];
        const sentence = `读法 ${id} 没有写第 ${open.join('、')} 项改变什么：写在 changes 里，由人掌握的写 recorded`;
        return [problemAt(topic, ['clauses', c, 'readings', r], sentence)];
      }),
    ),
  );
}
