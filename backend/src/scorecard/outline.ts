import type { Program } from '../engine/index.js';
import type { Standard, TopicSpec } from '../standard/standard.types.js';

/** Where each requirement of the program stands in the table. */
export interface Outline {
  readonly topics: readonly TopicSpec[];
  /** Projects in the order of the table with the numbers of their topics. */
  readonly projects: readonly { readonly name: string; readonly topics: readonly number[] }[];
  /** Topic number of each requirement index. */
  readonly topicOf: readonly number[];
  /** Topic number of each clause id. */
  readonly topicOfClause: ReadonlyMap<string, number>;
}

/** Order and grouping of the table, found once. */
export function outlineOf(standard: Standard, program: Program): Outline {
  const topics = standard.topicSpecs;
  const topicOfClause = new Map(topics.flatMap((topic, index) => topic.clauses.map((clause) => [clause.id, index] as const)));
  const names = [...new Set(topics.map((topic) => topic.project))];
  return {
    topics,
    topicOfClause,
    topicOf: program.requirements.map((requirement) => topicOfClause.get(requirement.clause) ?? -1),
    projects: names.map((name) => ({
      name,
      topics: topics.flatMap((topic, index) => (topic.project === name ? [index] : [])),
    })),
  };
}
