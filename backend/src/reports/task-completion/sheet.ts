import { OUTCOMES, type Outcome } from '../../engine/index.js';
import { OUTCOME_LABELS, OUTCOME_SHAPES, type RequirementLine } from '../../scorecard/index.js';
import type { TopicSpec } from '../../standard/standard.types.js';
import type { MergedRange, SheetCell, SheetColumn } from '../../workbook/index.js';
import { gapInWords, measuredInWords, unitsInWords } from './words.js';

/** A clause with its state and the lines of its requirements. */
export interface ClauseRows {
  readonly topic: TopicSpec;
  readonly id: string;
  readonly mark: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly counts: readonly number[];
  readonly lines: readonly (RequirementLine & { readonly counted: boolean })[];
}

export const COLUMNS: readonly SheetColumn[] = [
  { heading: '项目', width: 7 },
  { heading: '内容', width: 7 },
  { heading: '任务指标', width: 36 },
  { heading: '责任分工', width: 15 },
  { heading: '条款状态', width: 10 },
  { heading: '检查点', width: 22 },
  { heading: '状态', width: 10 },
  { heading: '完成情况', width: 40 },
  { heading: '实有／要求', width: 13 },
  { heading: '差额', width: 9 },
  { heading: '期限', width: 12 },
  { heading: '尚未达标的单位', width: 20 },
];

/** Columns that the printed table merges. */
const PROJECT = 0;
const TOPIC = 1;
const CLAUSE = 2;
const DUTY = 3;
const STATE = 4;

/** Body rows, one a requirement, and the merged cells of the printed table: project, topic, clause, duties. */
export function bodyOf(clauses: readonly ClauseRows[]): {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly MergedRange[];
} {
  const rows: (readonly SheetCell[])[] = [];
  const spans: Span[] = [];
  for (const clause of clauses) {
    const lines = clause.lines.length === 0 ? [null] : clause.lines;
    const first = rows.length;
    for (const line of lines) rows.push([...printedCells(clause), stateCell(clause.outcome), ...lineCells(line)]);
    spans.push({ clause, first, last: rows.length - 1 });
  }
  // The table prints 一票否决 across both columns: it has no cell of its own under 内容.
  const crossing = spans.filter(({ clause }) => clause.topic.printedTopic === null);
  const merges = [
    ...runs(spans, PROJECT, ({ topic }) => topic.project).map((range) =>
      crossesTopics(range, crossing) ? { ...range, lastColumn: TOPIC } : range,
    ),
    ...runs(spans, TOPIC, ({ topic }) => topic.topic).filter((range) => !crossesTopics(range, crossing)),
    ...runs(spans, CLAUSE, ({ id }) => id),
    ...runs(spans, DUTY, ({ topic }) => topic.responsibility.continuedFrom ?? topic.topic),
    ...runs(spans, STATE, ({ id }) => id),
  ];
  return {
    rows,
    merges: merges.filter(
      ({ firstRow, lastRow, firstColumn, lastColumn }) => lastRow > firstRow || lastColumn > firstColumn,
    ),
  };
}

function crossesTopics({ firstRow }: MergedRange, crossing: readonly Span[]): boolean {
  return crossing.some(({ first, last }) => first <= firstRow && firstRow <= last);
}

interface Span {
  readonly clause: ClauseRows;
  readonly first: number;
  readonly last: number;
}

function runs(spans: readonly Span[], column: number, keyOf: (clause: ClauseRows) => string): MergedRange[] {
  const found: MergedRange[] = [];
  let before: string | null = null;
  for (const { clause, first, last } of spans) {
    const key = keyOf(clause);
    const open = found.at(-1);
    if (open !== undefined && key === before) found[found.length - 1] = { ...open, lastRow: last };
    else found.push({ firstRow: first, lastRow: last, firstColumn: column, lastColumn: column });
    before = key;
  }
  return found;
}

function printedCells({ topic, mark, text }: ClauseRows): SheetCell[] {
  const { printed } = topic.responsibility;
  return [
    { text: topic.project, tone: 'centred' },
    { text: topic.printedTopic ?? '', tone: 'centred' },
    { text: `${mark}${text}`, tone: 'plain' },
    { text: printed.replace(/\n\s*\n/g, '\n').trim(), tone: 'plain' },
  ];
}

function lineCells(line: ClauseRows['lines'][number] | null): SheetCell[] {
  if (line === null) return Array.from({ length: COLUMNS.length - STATE - 1 }, () => ({ text: '', tone: 'plain' }));
  const { requirement } = line.placed;
  const marks = [requirement.strength === 'implied' ? '推导' : '', requirement.selfReported ? '自报' : ''].filter(
    Boolean,
  );
  const suffix = marks.length === 0 ? '' : `（${marks.join('、')}${line.counted ? '' : '，不计入条款'}）`;
  return [
    { text: `${requirement.id} ${requirement.title}${suffix}`, tone: 'plain' },
    stateCell(line.outcome),
    { text: line.sentence, tone: 'plain' },
    { text: measuredInWords(line), tone: 'centred' },
    { text: gapInWords(line), tone: 'centred' },
    { text: line.due ?? '', tone: 'centred' },
    { text: unitsInWords(line), tone: 'plain' },
  ];
}

function stateCell(outcome: Outcome): SheetCell {
  return { text: `${OUTCOME_SHAPES[outcome]} ${OUTCOME_LABELS[outcome]}`, tone: outcome };
}

/** `达标 12、预警 3 …` of clause counts, for the note under the title. */
export function countsInWords(counts: readonly number[]): string {
  return OUTCOMES.map((outcome, at) => `${OUTCOME_SHAPES[outcome]} ${OUTCOME_LABELS[outcome]} ${counts[at] ?? 0}`).join(
    '　',
  );
}
