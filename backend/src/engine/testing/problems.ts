import { check } from '../check.js';
import type { Rule } from '../rule.types.js';
import { LAYOUT, requirementOf } from './county.js';

/** All problems of a rule, in the order in which they are found. */
export const problems = (rule: Rule, ...numbers: readonly string[]) =>
  check([requirementOf(rule, {}, Object.fromEntries(numbers.map((name) => [name, 1])))], LAYOUT).map(
    ({ requirement, path, code, detail }) => {
      expect(requirement).toBe('r');
      return `${path} ${code} ${detail}`;
    },
  );
