import { check, type FactsLayout, type Problem } from '../../engine/index.js';
import { engineRequirements } from '../loader/engine-requirements.js';
import type { SeedPath } from '../loader/seed-file.js';
import type { SeedProblem } from '../standard.types.js';
import { type Draft, placed, problemAt } from './draft.js';
import { missingNumber } from './numbers.js';

/** What the engine itself finds in the rules, in words and with its line. */
export function checkEngine(draft: Draft): SeedProblem[] {
  const topics = draft.topics.map((topic) => topic.spec);
  const places = new Map(placed(draft.topics).map((at) => [at.requirement.id, at]));
  return check(engineRequirements(topics, draft.standard.spec.vetoProject), layoutOf(draft)).flatMap((problem) => {
    const at = places.get(problem.requirement);
    if (at === undefined) return [];
    const path = problem.code === 'missingNumber' ? ['numbers'] : steps(problem.path);
    return [problemAt(at.topic, [...at.path, ...path], engineSentence(draft, problem, at.requirement.rule.kind))];
  });
}

/** What the engine has to know to check rules. */
export function layoutOf(draft: Draft): FactsLayout {
  return {
    units: draft.units.units,
    recordTypes: draft.recordTypes.map((type) => type.spec),
    evidenceTypes: draft.evidenceTypes.spec.evidenceTypes.map((type) => type.id),
  };
}

/** `rule.papers.0.type` → the way through the file; list places are numbers. */
function steps(path: string): SeedPath {
  return path.split('.').map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
}

/** What is wrong and what to write instead. */
export function engineSentence(draft: Draft, { code, detail }: Problem, kind: string): string {
  switch (code) {
    case 'unknownSubject':
      return `没有“${detail}”这样的考核对象`;
    case 'unknownRecordType':
      return `没有登记类型“${detail}”，只能写：${draft.recordTypes.map((type) => type.spec.id).join('、')}`;
    case 'unknownField':
      return unknownField(draft, detail);
    case 'unknownOption':
      return `没有选项“${detail}”：请照登记类型里的 options 写，一字不差`;
    case 'unknownUnit':
      return `没有“${detail}”这个单位：写 units.csv 里的简称`;
    case 'unknownEvidence':
      return `没有佐证材料类型“${detail}”：请照 evidence-types.yaml 写`;
    case 'unknownStep':
      return `没有步骤“${detail}”：请照 case_step.yaml 的选项写，from 写前面的步骤或个案的时间字段`;
    case 'unknownItem':
      return `没有“${detail}”这一项：请照 items 里的写`;
    case 'missingNumber':
      return missingNumber(kind, detail);
    case 'wrongFieldType':
      return `字段“${detail}”的类型不能这样用：请换一个字段或换一种条件`;
    case 'emptyList':
      return `“${detail}”是空的，至少写一项`;
  }
}

function unknownField(draft: Draft, detail: string): string {
  const [record = '', field = ''] = detail.split('.');
  const type = draft.recordTypes.find((entry) => entry.spec.id === record)?.spec;
  const known = type?.fields.map((entry) => entry.id).join('、') ?? '';
  return `“${type?.label ?? record}”没有字段“${field}”，只能写：${known}`;
}
