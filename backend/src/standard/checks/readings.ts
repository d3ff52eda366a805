import { check } from '../../engine/index.js';
import type { Finding } from '../loader/issue-sentence.js';
import type { SeedPath } from '../loader/seed-file.js';
import type { ReadingChange, ReadingSpec, SeedProblem } from '../standard.types.js';
import { applyChange } from '../variants/apply-change.js';
import { variantOf } from '../variants/variant.js';
import { type Draft, placed, problemAt, variableOf } from './draft.js';
import { engineSentence, layoutOf } from './engine.js';

/** Readings are told apart, every option that changes something names what exists, and the changed standard still judges. */
export function checkReadings(draft: Draft): SeedProblem[] {
  const seen = new Set<string>();
  return draft.topics.flatMap((topic) =>
    topic.spec.clauses.flatMap((clause, c) =>
      clause.readings.flatMap((reading, r) => {
        const again = seen.has(reading.id);
        seen.add(reading.id);
        const found = [
          ...(again ? [{ path: ['id'], sentence: `读法 ${reading.id} 出现了两次：请改成没有用过的编号` }] : []),
          ...(reading.id.startsWith(`${clause.id}.`)
            ? []
            : [{ path: ['id'], sentence: `读法编号要以条文编号开头，如 ${clause.id}.Q1` }]),
          ...optionFaults(reading),
          ...changeFaults(draft, reading),
        ];
        return found.map(({ path, sentence }) => problemAt(topic, ['clauses', c, 'readings', r, ...path], sentence));
      }),
    ),
  );
}

function optionFaults(reading: ReadingSpec): Finding[] {
  const last = reading.options.length;
  return Object.keys(reading.changes ?? {}).flatMap((option) => {
    const path = ['changes', option];
    if (Number(option) > last) return [{ path, sentence: `读法 ${reading.id} 没有第 ${option} 项，只有 ${last} 项` }];
    if (Number(option) !== reading.default) return [];
    return [{ path, sentence: `第 ${option} 项是读法 ${reading.id} 的默认读法，不改变什么：请删去，或改 default` }];
  });
}

function changeFaults(draft: Draft, reading: ReadingSpec): Finding[] {
  return Object.entries(reading.changes ?? {}).flatMap(([option, changes]) => {
    const faults = changes.flatMap((change, index) => {
      const sentence = changeFault(draft, changes.slice(0, index), change);
      return sentence === null ? [] : [{ path: ['changes', option, index], sentence }];
    });
    return faults.length > 0 ? faults : engineFaults(draft, reading, option, ['changes', option]);
  });
}

/** Null when the change fits after those before it. */
function changeFault(draft: Draft, before: readonly ReadingChange[], change: ReadingChange): string | null {
  if ('parameter' in change) {
    const known = draft.parameters.spec.parameters.some((parameter) => parameter.id === change.parameter);
    return known ? null : `parameters.yaml 里没有“${change.parameter}”：请改成已有的编号`;
  }
  const at = placed(draft.topics).find(({ requirement }) => requirement.id === change.requirement);
  if (at === undefined) return `没有检查点“${change.requirement}”`;
  let now = at.requirement;
  for (const earlier of before) {
    if ('parameter' in earlier || earlier.requirement !== change.requirement) continue;
    const result = applyChange(now, earlier);
    if (!result.ok) return null;
    if (result.requirement === null) return `检查点 ${change.requirement} 在前面已经不要求（off）了`;
    now = result.requirement;
  }
  const result = applyChange(now, change);
  if (!result.ok) return result.sentence;
  if (JSON.stringify(result.requirement) !== JSON.stringify(now)) return null;
  return `这一行没有改变检查点 ${change.requirement}：请删去，或改成与默认不同的写法`;
}

/** The whole standard under one option has to pass what the engine checks. */
function engineFaults(draft: Draft, reading: ReadingSpec, option: string, path: SeedPath): Finding[] {
  const standard = variableOf(draft);
  const { requirements } = variantOf(standard, { readings: { [reading.id]: Number(option) } });
  const touched = new Set(
    (reading.changes?.[option] ?? []).flatMap((change) => ('parameter' in change ? [] : [change.requirement])),
  );
  const asked = requirements.filter((requirement) => touched.has(requirement.id));
  return check(asked, layoutOf(draft)).map((problem) => {
    const kind = asked.find((requirement) => requirement.id === problem.requirement)?.rule.kind ?? '';
    return { path, sentence: `改选后检查点 ${problem.requirement} 不成立：${engineSentence(draft, problem, kind)}` };
  });
}
