import { namesUsed } from '../rule-reading.js';
import type { RequirementSpec, SeedProblem } from '../standard.types.js';
import { type Draft, placed, problemAt } from './draft.js';

type Kind = RequirementSpec['rule']['kind'];

/** Numbers without which a kind cannot judge (design.md, table “Numbers each kind expects”). */
const NEEDED: Readonly<Record<Kind, readonly string[]>> = {
  documents: [],
  count_per_period: ['min'],
  frequency_coverage: ['min_per_week', 'window_weeks', 'target', 'yellow', 'catch_up_days'],
  staffing: ['min'],
  facility: ['min'],
  coverage: ['target', 'yellow'],
  value_compare: [],
  every_case_handled: [],
  ledger_current: ['max_age_days', 'yellow_days'],
  incident_free_window: ['window_years'],
  no_open_cases: ['repair_days', 'max_age_days'],
};

/** Numbers a kind takes when they are there. */
const OPTIONAL: readonly string[] = ['tolerance'];

/**
 * Every number a rule needs is there, and `use` names a parameter. A number that the rule does not read may stand only
 * when the clause itself says it (such as an age that defines whom a statistic counts).
 */
export function checkNumbers(draft: Draft): SeedProblem[] {
  return [...checkUse(draft), ...checkDates(draft)];
}

/** Dated values stand in the order of their days: a later line never holds before an earlier one. */
function checkDates(draft: Draft): SeedProblem[] {
  const { parameters } = draft;
  return [
    ...placed(draft.topics).flatMap(({ topic, requirement, path }) =>
      Object.entries(requirement.numbers).flatMap(([name, { values }]) =>
        disorder(values).map((day) =>
          problemAt(topic, [...path, 'numbers', name, 'values', day], disorderSentence(name, day)),
        ),
      ),
    ),
    ...parameters.spec.parameters.flatMap(({ id, values }, index) =>
      disorder(values).map((day) =>
        problemAt(parameters, ['parameters', index, 'values', day], disorderSentence(id, day)),
      ),
    ),
  ];
}

function disorder(values: Readonly<Record<string, number>> = {}): readonly string[] {
  const days = Object.keys(values);
  return days.filter((day, index) => index > 0 && day < (days[index - 1] ?? ''));
}

function disorderSentence(name: string, day: string): string {
  return `数字 ${name} 的起用日 ${day} 写在更晚的一天后面：请按起用日从早到晚排列，各段不能交叠`;
}

function checkUse(draft: Draft): SeedProblem[] {
  const parameters = new Set(draft.parameters.spec.parameters.map((parameter) => parameter.id));
  return placed(draft.topics).flatMap(({ topic, requirement, path }) => {
    const needed = new Set([...NEEDED[requirement.rule.kind], ...namesUsed(requirement.rule)]);
    const problems: SeedProblem[] = [];
    for (const name of needed) {
      if (name in requirement.numbers) continue;
      problems.push(problemAt(topic, [...path, 'numbers'], missingNumber(requirement.rule.kind, name)));
    }
    for (const [name, number] of Object.entries(requirement.numbers)) {
      const at = [...path, 'numbers', name];
      if (number.says === null && !needed.has(name) && !OPTIONAL.includes(name)) {
        problems.push(problemAt(topic, at, `数字 ${name} 没有被规则用到，也不是原文里的数：请删去，或在规则里引用它`));
      }
      if (number.use !== undefined && !parameters.has(number.use)) {
        problems.push(problemAt(topic, [...at, 'use'], `parameters.yaml 里没有“${number.use}”：请改成已有的编号`));
      }
    }
    return problems;
  });
}

/** What to say about a number that a rule needs and nobody gave. */
export function missingNumber(kind: string, name: string): string {
  return `规则 ${kind} 要用到数字 ${name}：请在 numbers 里写上它（unit、says、values 或 use）`;
}
