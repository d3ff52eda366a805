import { REASONS } from '../../engine/index.js';
import type { SeedProblem } from '../standard.types.js';
import type { Draft } from './draft.js';
import { checkEngine } from './engine.js';
import { checkExamples } from './examples.js';
import { checkNames } from './names.js';
import { checkNumbers } from './numbers.js';
import { checkOrder } from './order.js';
import { checkReadings } from './readings.js';
import { checkRecordTypes } from './record-types.js';
import { checkWording } from './wording.js';

/** All checks across files; what two of them say alike is said once. */
export function checkAll(draft: Draft): SeedProblem[] {
  const problems = [
    ...checkRecordTypes(draft),
    ...checkOrder(draft),
    ...checkWording(draft),
    ...checkNames(draft),
    ...checkNumbers(draft),
    ...checkEngine(draft),
    ...checkReadings(draft),
    ...checkExamples(draft, REASONS),
  ];
  return [
    ...new Map(problems.map((problem) => [`${problem.file}:${problem.line}${problem.sentence}`, problem])).values(),
  ];
}
