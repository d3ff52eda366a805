/** The task table as printed: which cells span how many clauses. */
import type { Clause, Standard, Topic } from '../../api';

export interface PrintedRow {
  readonly clause: Clause;
  readonly topic: Topic;
  /** Clauses that the project cell spans; 0 where an earlier row holds the cell. */
  readonly projectSpan: number;
  readonly topicSpan: number;
}

/** One row a clause, in the order of the table. */
export function printedRows(standard: Standard): PrintedRow[] {
  return standard.projects.flatMap(({ topics }) => {
    const clausesOfProject = topics.reduce((sum, { clauses }) => sum + clauses.length, 0);
    return topics.flatMap((topic, topicAt) =>
      topic.clauses.map((clause, at) => ({
        clause,
        topic,
        projectSpan: topicAt === 0 && at === 0 ? clausesOfProject : 0,
        topicSpan: at === 0 ? topic.clauses.length : 0,
      })),
    );
  });
}
