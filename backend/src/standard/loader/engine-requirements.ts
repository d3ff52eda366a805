import type { Requirement } from '../../engine/index.js';
import type { TopicSpec } from '../standard.types.js';

/** The requirements as the engine takes them, in the order of the table. Those of the veto project are veto cells. */
export function engineRequirements(topics: readonly TopicSpec[], vetoProject: string): Requirement[] {
  return topics.flatMap((topic) =>
    topic.clauses.flatMap((clause) =>
      clause.requirements.map(({ id, subjects, strength, cap, rule, numbers, reporting }) => ({
        id,
        clause: clause.id,
        subjects,
        strength,
        cap,
        veto: topic.project === vetoProject,
        rule,
        numbers,
        ...(reporting === undefined ? {} : { reporting }),
      })),
    ),
  );
}
