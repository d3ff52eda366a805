import { expect, it } from 'vitest';
import type { Standard } from '../../api';
import { printedRows } from './table-rows';

const clause = (id: string) => ({ id });
const standard = {
  projects: [
    {
      name: '甲',
      topics: [
        { name: 'a', clauses: [clause('1'), clause('2')] },
        { name: 'b', clauses: [clause('3')] },
      ],
    },
    { name: '乙', topics: [{ name: 'c', clauses: [clause('4')] }] },
  ],
} as unknown as Standard;

it('merges the cells of a project and of a topic over their clauses', () => {
  expect(
    printedRows(standard).map(({ clause: { id }, projectSpan, topicSpan }) => [id, projectSpan, topicSpan]),
  ).toEqual([
    ['1', 3, 2],
    ['2', 0, 0],
    ['3', 0, 1],
    ['4', 1, 1],
  ]);
});
