import type { Standard } from '../../standard/index.js';
import { deepDiff } from './deep-diff.js';

/** What an edited standard changes against another. */
export interface Comparison {
  /** Chinese lines, in the order of the table; empty when nothing differs. */
  readonly lines: readonly string[];
  /** Clauses whose words differ, are new or are gone: the table itself may not be changed. */
  readonly refused: readonly { readonly clause: string; readonly sentence: string }[];
}

/** Compares two checked standards: what differs in `edited` against `running`, old → new. */
export function compareStandards(running: Standard, edited: Standard): Comparison {
  const lines = [
    ...versionLines(running, edited),
    ...listLines('检查点', requirementsOf(running), requirementsOf(edited)),
    ...listLines('读法', readingsOf(running), readingsOf(edited)),
    ...listLines('公用参数', byId(running.parameters), byId(edited.parameters)),
    ...listLines('佐证材料类型', byId(running.evidenceTypes), byId(edited.evidenceTypes)),
    ...listLines('登记类型', byId(running.recordTypes), byId(edited.recordTypes)),
    ...listLines('节假日', yearsOf(running), yearsOf(edited)),
    ...listLines('内容', topicsOf(running), topicsOf(edited)),
  ];
  return { lines, refused: refusedClauses(running, edited) };
}

function versionLines(running: Standard, edited: Standard): readonly string[] {
  if (running.hash === edited.hash) return [];
  const version =
    running.version === edited.version ? `版本仍为 ${edited.version}` : `版本 ${running.version} → ${edited.version}`;
  return [`${version}，指纹 ${running.hash.slice(0, 12)} → ${edited.hash.slice(0, 12)}`];
}

type Named = ReadonlyMap<string, unknown>;

function byId(list: readonly { readonly id: string }[]): Named {
  return new Map(list.map((entry) => [entry.id, entry]));
}

function clausesOf(standard: Standard) {
  return standard.topicSpecs.flatMap((topic) => topic.clauses);
}

/** Requirements without the texts of their examples: of those, each title with its expected outcome. */
function requirementsOf(standard: Standard): Named {
  const requirements = clausesOf(standard).flatMap((clause) => clause.requirements);
  return new Map(
    requirements.map(({ examples, ...requirement }) => [
      requirement.id,
      { ...requirement, examples: Object.fromEntries(examples.map(({ title, ...example }) => [title, example])) },
    ]),
  );
}

function readingsOf(standard: Standard): Named {
  return byId(clausesOf(standard).flatMap((clause) => clause.readings));
}

function yearsOf(standard: Standard): Named {
  return new Map(standard.holidayYears.map((year) => [`${year.year} 年`, year]));
}

function topicsOf(standard: Standard): Named {
  return new Map(
    standard.topicSpecs.map(({ topic, project, order, responsibility }) => [topic, { project, order, responsibility }]),
  );
}

function listLines(what: string, before: Named, after: Named): readonly string[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => {
    if (!after.has(id)) return [`${what} ${id}：删去`];
    if (!before.has(id)) return [`${what} ${id}：新增`];
    return deepDiff(before.get(id), after.get(id)).map(
      ({ path, before: old, after: now }) => `${what} ${id} 的 ${path}：${shown(old)} → ${shown(now)}`,
    );
  });
}

const LONGEST = 120;

function shown(value: unknown): string {
  if (value === undefined) return '（无）';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function refusedClauses(running: Standard, edited: Standard): Comparison['refused'] {
  const before = new Map(clausesOf(running).map((clause) => [clause.id, clause.mark + clause.text]));
  const after = new Map(clausesOf(edited).map((clause) => [clause.id, clause.mark + clause.text]));
  const changed = [...after].flatMap(([clause, words]) => {
    if (before.get(clause) === words) return [];
    const sentence = before.has(clause)
      ? `条文 ${clause} 的文字与现行的不同：条文不许改动，请恢复“${before.get(clause) ?? ''}”`
      : `条文 ${clause} 是现行标准里没有的：条文不许增减`;
    return [{ clause, sentence }];
  });
  const gone = [...before.keys()].filter((clause) => !after.has(clause));
  return [...changed, ...gone.map((clause) => ({ clause, sentence: `条文 ${clause} 不见了：条文不许增减，请恢复` }))];
}
