import type { Standard, TopicSpec } from '../standard/standard.types.js';

/** Where each requirement of the program stands in the table. */
export interface Outline {
  readonly topics: readonly TopicSpec[];
  /** Every clause with its topic and project. */
  readonly clauses: readonly { readonly id: string; readonly topic: string; readonly project: string }[];
  /** Topic number of each requirement index. */
  readonly topicOf: readonly number[];
}

/** Order and grouping of the table, found once. */
export function outlineOf(standard: Standard): Outline {
  const topics = standard.topicSpecs;
  const topicOfClause = new Map(topics.flatMap((topic, index) => topic.clauses.map(({ id }) => [id, index] as const)));
  return {
    topics,
    clauses: topics.flatMap(({ topic, project, clauses }) => clauses.map(({ id }) => ({ id, topic, project }))),
    topicOf: standard.requirements.map((requirement) => topicOfClause.get(requirement.clause) ?? -1),
  };
}
