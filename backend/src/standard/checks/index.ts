import { REASONS } from '../../engine/index.js';
import type { SeedProblem } from '../standard.types.js';
import type { Draft } from './draft.js';
import { checkExamples } from './examples.js';
import { checkNames } from './names.js';
import { checkNumbers } from './numbers.js';
import { checkOrder } from './order.js';
import { checkRecordTypes } from './record-types.js';
import { checkWording } from './wording.js';

/** All checks across files. */
export function checkAll(draft: Draft): SeedProblem[] {
  return [
    ...checkRecordTypes(draft),
    ...checkOrder(draft),
    ...checkWording(draft),
    ...checkNames(draft),
    ...checkNumbers(draft),
    ...checkExamples(draft, REASONS),
  ];
}
