import type { SeedProblem } from '../standard.types.js';
import { type Draft, placed, problemAt } from './draft.js';

/** Words for all towns or all villages that may stand where a unit is named. */
const UNIT_GROUPS = ['各镇、街道', '本镇（街道）', '镇（街道）', '各村（社区）', '本村（社区）', '村（社区）'];

/** Every unit and evidence type that the standard names exists. */
export function checkNames(draft: Draft): SeedProblem[] {
  return [...checkResponsibility(draft), ...checkOwners(draft), ...checkEvidence(draft), ...checkContinued(draft)];
}

function unknownUnit(draft: Draft, name: string): string | null {
  if (UNIT_GROUPS.includes(name) || draft.units.byShortName(name) !== null) return null;
  return `没有“${name}”这个单位：写 units.csv 里的简称（如 县民政局），或 ${UNIT_GROUPS.join('、')}`;
}

/** Who reports may carry a remark: 县司法局（文件可由法院、检察院印发）. */
function unknownOwner(draft: Draft, owner: string): string | null {
  const known = [...UNIT_GROUPS, ...draft.units.units.map((unit) => unit.shortName)];
  if (known.some((name) => owner.startsWith(name))) return null;
  return `“${owner}”不是以单位开头：先写 units.csv 里的简称（如 县民政局）或 ${UNIT_GROUPS.join('、')}，后面可以加说明`;
}

function checkResponsibility(draft: Draft): SeedProblem[] {
  return draft.topics.flatMap((topic) =>
    (['lead', 'responsible'] as const).flatMap((list) =>
      topic.spec.responsibility[list].flatMap((name, index) => {
        const sentence = unknownUnit(draft, name);
        return sentence === null ? [] : [problemAt(topic, ['responsibility', list, index], sentence)];
      }),
    ),
  );
}

function checkOwners(draft: Draft): SeedProblem[] {
  return placed(draft.topics).flatMap(({ topic, requirement, path }) => {
    const owner = unknownOwner(draft, requirement.dataOwner);
    const problems = owner === null ? [] : [problemAt(topic, [...path, 'dataOwner'], owner)];
    requirement.subjects.forEach((subject, index) => {
      if (!subject.startsWith('bureau:')) return;
      const name = subject.slice('bureau:'.length);
      if (draft.units.byShortName(name)?.kind === 'bureau') return;
      const sentence = `没有“${name}”这个县直部门：bureau: 后面写 units.csv 里的简称`;
      problems.push(problemAt(topic, [...path, 'subjects', index], sentence));
    });
    return problems;
  });
}

function checkEvidence(draft: Draft): SeedProblem[] {
  const types = draft.evidenceTypes.spec.evidenceTypes.map((type) => type.id);
  const sentence = (id: string) => `没有佐证材料类型“${id}”，只能写：${types.join('、')}`;
  return [
    ...placed(draft.topics).flatMap(({ topic, requirement, path }) =>
      requirement.evidence.flatMap(({ type }, index) =>
        types.includes(type) ? [] : [problemAt(topic, [...path, 'evidence', index, 'type'], sentence(type))],
      ),
    ),
    ...draft.recordTypes.flatMap((recordType) =>
      recordType.spec.evidence.flatMap((type, index) =>
        types.includes(type) ? [] : [problemAt(recordType, ['evidence', index], sentence(type))],
      ),
    ),
  ];
}

/** A blank cell takes the lead and responsible units of the cell above it. */
function checkContinued(draft: Draft): SeedProblem[] {
  return draft.topics.flatMap((topic) => {
    const { cell, continuedFrom, lead, responsible } = topic.spec.responsibility;
    if (cell === 'own') return [];
    const above = draft.topics.find((other) => other.spec.topic === continuedFrom);
    const at = ['responsibility', 'continuedFrom'];
    if (above === undefined || above.spec.order >= topic.spec.order) {
      return draft.topics.length < draft.standard.spec.topics.length
        ? []
        : [problemAt(topic, at, `continuedFrom 写上面某个内容的名称，没有“${continuedFrom ?? ''}”`)];
    }
    const same =
      above.spec.responsibility.lead.join() === lead.join() &&
      above.spec.responsibility.responsible.join() === responsible.join();
    return same ? [] : [problemAt(topic, at, `沿用“${continuedFrom ?? ''}”的责任分工：lead 和 responsible 要与它相同`)];
  });
}
