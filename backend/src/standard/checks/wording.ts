import { createHash } from 'node:crypto';
import type { Parsed } from '../loader/read-parsed.js';
import type { SeedProblem, TopicSpec } from '../standard.types.js';
import { type Draft, placed, problemAt } from './draft.js';

/** The table printed in the source is law: every text we quote has to stand in it, letter by letter. */
export function checkWording(draft: Draft): SeedProblem[] {
  const lines = new Set(draft.source.text.split('\n').map(squeeze));
  return [
    ...checkHash(draft),
    ...draft.topics.flatMap((topic) => checkClauses(topic, lines)),
    ...draft.topics.flatMap((topic) => checkPrinted(topic, squeeze(draft.source.text))),
    ...checkQuotes(draft),
  ];
}

/** White space does not count: the table breaks its lines anywhere. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

function checkHash(draft: Draft): SeedProblem[] {
  const actual = createHash('sha256').update(draft.source.text, 'utf8').digest('hex');
  if (draft.source.sha256.trim().split(/\s+/u)[0] === actual) return [];
  const sentence = '原文和 task-table.sha256 记的指纹不一致：原文不许改动，请恢复原文件';
  return [{ file: 'source/task-table.txt', line: 1, sentence }];
}

function checkClauses(topic: Parsed<TopicSpec>, lines: ReadonlySet<string>): SeedProblem[] {
  return topic.spec.clauses.flatMap((clause, index) => {
    if (lines.has(squeeze(clause.mark + clause.text))) return [];
    const sentence = `条文 ${clause.id} 与原文不一致：请从 source/task-table.txt 整条照抄（${clause.mark} 写在 mark 里）`;
    return [problemAt(topic, ['clauses', index, 'text'], sentence)];
  });
}

function checkPrinted(topic: Parsed<TopicSpec>, source: string): SeedProblem[] {
  const { printed, cell, continuedFrom } = topic.spec.responsibility;
  const path = ['responsibility', 'printed'];
  if (cell === 'continued') {
    return printed === '' && continuedFrom !== undefined
      ? []
      : [problemAt(topic, path, "沿用上格的责任分工：printed 写 ''，continuedFrom 写上格的内容名")];
  }
  return source.includes(squeeze(printed)) && printed !== ''
    ? []
    : [problemAt(topic, path, '责任分工与原文不一致：请从 source/task-table.txt 照抄整格')];
}

function checkQuotes(draft: Draft): SeedProblem[] {
  return placed(draft.topics).flatMap(({ topic, clause, requirement, path }) => {
    const text = squeeze(clause.text);
    const problems: SeedProblem[] = [];
    requirement.basis.forEach((fragment, index) => {
      if (text.includes(squeeze(fragment))) return;
      const sentence = `依据“${fragment}”不在条文 ${clause.id} 里：请照抄条文中的原话`;
      problems.push(problemAt(topic, [...path, 'basis', index], sentence));
    });
    for (const [name, number] of Object.entries(requirement.numbers)) {
      if (number.says === null || text.includes(squeeze(number.says))) continue;
      const sentence = `数字 ${name} 的原文说法“${number.says}”不在条文 ${clause.id} 里：请照抄，原文没有的写 null`;
      problems.push(problemAt(topic, [...path, 'numbers', name, 'says'], sentence));
    }
    return problems;
  });
}
