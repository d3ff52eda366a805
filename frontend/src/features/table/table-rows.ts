/** The task table as printed: which cells span how many clauses. */
import type { Clause, Responsibility, Standard, Topic } from '../../api';

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

export interface PrintedResponsibility {
  /** As printed, line by line; empty where the cell is blank. */
  readonly lines: readonly string[];
  /** What a blank cell means; null for a cell with words that name a lead unit. */
  readonly note: string | null;
}

/** The 责任分工 cell: a blank one says what it continues, a missing lead unit is said and not invented. */
export function responsibilityInWords(cell: Responsibility): PrintedResponsibility {
  const lines = cell.printed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (cell.cell === 'continued') {
    const lead = cell.lead.join('、') || '原表未列';
    return {
      lines,
      note: `原表空白，续“${cell.continuedFrom ?? '上一格'}”：牵头 ${lead}；责任 ${cell.responsible.join('、') || '原表未列'}`,
    };
  }
  if (cell.lead.length > 0) return { lines, note: null };
  return { lines, note: cell.responsible.length > 0 ? '牵头单位：原表未列' : '原表未列' };
}

/** A number of a requirement in words: “不少于 2 次（原文“两次”）”, or that it is a declared default. */
export function numberInWords(number: { value: number | null; unit: string; says: string | null }): string {
  const value = number.value === null ? '未设' : `${number.value} ${number.unit}`;
  return number.says === null ? `${value}（默认值，原文未写）` : `${value}（原文“${number.says}”）`;
}
