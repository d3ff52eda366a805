import type { SeedProblem } from '../standard.types.js';
import { type Draft, placed, problemAt } from './draft.js';

/** Ids are unique, everything stands in its place, and nothing of the table is missing. */
export function checkOrder(draft: Draft): SeedProblem[] {
  return [...duplicates(draft), ...checkTopics(draft), ...checkIds(draft), ...checkCounts(draft)];
}

function duplicates(draft: Draft): SeedProblem[] {
  const problems: SeedProblem[] = [];
  const once = (what: string) => {
    const seen = new Set<string>();
    return (id: string, report: (sentence: string) => SeedProblem) => {
      if (seen.has(id)) problems.push(report(`${what} ${id} 出现了两次：请改成没有用过的编号，或删去一个`));
      seen.add(id);
    };
  };
  const recordType = once('登记类型');
  draft.recordTypes.forEach((type) => recordType(type.spec.id, (s) => problemAt(type, ['id'], s)));
  const parameter = once('公用参数');
  const { parameters, evidenceTypes } = draft;
  parameters.spec.parameters.forEach(({ id }, i) =>
    parameter(id, (s) => problemAt(parameters, ['parameters', i, 'id'], s)),
  );
  const evidence = once('佐证材料类型');
  evidenceTypes.spec.evidenceTypes.forEach(({ id }, i) =>
    evidence(id, (s) => problemAt(evidenceTypes, ['evidenceTypes', i, 'id'], s)),
  );
  const topicName = once('内容');
  draft.topics.forEach((topic) => topicName(topic.spec.topic, (s) => problemAt(topic, ['topic'], s)));
  const clause = once('条文');
  draft.topics.forEach((topic) =>
    topic.spec.clauses.forEach(({ id }, i) => clause(id, (s) => problemAt(topic, ['clauses', i, 'id'], s))),
  );
  const requirement = once('检查点');
  placed(draft.topics).forEach((at) =>
    requirement(at.requirement.id, (s) => problemAt(at.topic, [...at.path, 'id'], s)),
  );
  return problems;
}

function checkTopics(draft: Draft): SeedProblem[] {
  const { projects, topics, vetoProject } = draft.standard.spec;
  const problems = draft.topics.flatMap((topic) => {
    const { project, order } = topic.spec;
    const place = topics.findIndex((file) => topic.seed.file.endsWith(`/${file}.yaml`)) + 1;
    return [
      ...(projects.includes(project)
        ? []
        : [problemAt(topic, ['project'], `没有“${project}”这个项目，只能写：${projects.join('、')}`)]),
      ...(order === place ? [] : [problemAt(topic, ['order'], `次序应为 ${place}（与 standard.yaml 里的位置一致）`)]),
    ];
  });
  if (!projects.includes(vetoProject)) {
    problems.push(problemAt(draft.standard, ['vetoProject'], `要写 projects 里的一个：${projects.join('、')}`));
  }
  return problems;
}

function checkIds(draft: Draft): SeedProblem[] {
  const problems: SeedProblem[] = [];
  for (const { topic, clause, requirement, path } of placed(draft.topics)) {
    if (!requirement.id.startsWith(`${clause.id}.`)) {
      problems.push(problemAt(topic, [...path, 'id'], `检查点编号要以条文编号开头，如 ${clause.id}.a`));
    }
  }
  for (const topic of draft.topics) {
    topic.spec.clauses.forEach((clause, c) =>
      clause.readings.forEach((reading, r) => {
        if (reading.default >= 1 && reading.default <= reading.options.length) return;
        const at = ['clauses', c, 'readings', r, 'default'];
        problems.push(problemAt(topic, at, `默认读法写 1 到 ${reading.options.length} 之间的序号`));
      }),
    );
  }
  return problems;
}

/** Only when every listed file could be read: otherwise the count is short for a reason that is already said. */
function checkCounts(draft: Draft): SeedProblem[] {
  const { expect, topics } = draft.standard.spec;
  if (draft.topics.length < topics.length) return [];
  const clauses = draft.topics.reduce((sum, topic) => sum + topic.spec.clauses.length, 0);
  const counted = [
    ['topics', '内容', expect.topics, draft.topics.length],
    ['clauses', '条文', expect.clauses, clauses],
    ['requirements', '检查点', expect.requirements, placed(draft.topics).length],
  ] as const;
  return counted.flatMap(([key, label, expected, actual]) =>
    expected === actual
      ? []
      : [problemAt(draft.standard, ['expect', key], `应有 ${expected} 个${label}，实有 ${actual} 个：请补齐或改正`)],
  );
}
