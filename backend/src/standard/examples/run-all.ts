import type { UnitDirectory } from '../../units/index.js';
import type { StandardService } from '../standard.service.js';
import { runExample } from './run-example.js';

/** One example that was played. */
export interface Played {
  readonly requirement: string;
  /** Place among the examples of the requirement, from 0. */
  readonly index: number;
  readonly title: string;
  readonly differences: readonly string[];
}

/** Plays every example of the standard, in the order of the table. */
export function runAllExamples(standard: StandardService, units: UnitDirectory): readonly Played[] {
  return standard.allRequirements().flatMap(({ requirement }) =>
    requirement.examples.map((example, index) => ({
      requirement: requirement.id,
      index,
      title: example.title,
      differences: runExample(standard, units, requirement, example),
    })),
  );
}
