import { checkRule } from './check/check-rule.js';
import { Checker, type Problem } from './check/checker.js';
import type { FactsLayout } from './facts.types.js';
import type { Requirement } from './rule.types.js';

/** Everything in the requirements that the layout cannot serve: unknown names, wrong field types, missing numbers. */
export function check(requirements: readonly Requirement[], layout: FactsLayout): readonly Problem[] {
  return requirements.flatMap((requirement) => {
    const checker = new Checker(requirement, layout);
    checker.subjects('subjects', requirement.subjects);
    checkRule(checker, requirement.rule);
    return checker.problems;
  });
}
