import { expect, it } from 'vitest';
import { countsByUnit, matrixOf, sumOfCounts } from './unit-counts';

const card = {
  outcomes: ['met', 'atRisk', 'unmet', 'noData', 'notDue', 'notApplicable'],
  days: ['2026-12-31'],
  requirements: ['1.1.2.a', '4.2.1.a', '4.2.2.a'],
  units: ['town', 'v1', 'v2'],
  cells: {
    requirement: [0, 1, 1, 2],
    unit: [0, 1, 2, 2],
    outcome: [0, 2, 3, 0],
    measured: [1, null, null, 2],
    of: [null, null, null, 4],
    required: [1, 1, 1, null],
    due: [null, 0, null, null],
  },
};

it('counts the cells of each unit by themselves', () => {
  const counts = countsByUnit(card);
  expect(counts.get('town')).toEqual([1, 0, 0, 0, 0, 0]);
  expect(counts.get('v2')).toEqual([1, 0, 0, 1, 0, 0]);
  expect(sumOfCounts([...counts.values()])).toEqual([2, 0, 1, 1, 0, 0]);
  expect(sumOfCounts([])).toEqual([0, 0, 0, 0, 0, 0]);
});

it('lays out villages by the requirements they have, in the order of the table', () => {
  const matrix = matrixOf(card, new Set(['v1', 'v2']));
  expect(matrix.requirementIds).toEqual(['4.2.1.a', '4.2.2.a']);
  expect(matrix.cell('v1', '4.2.1.a')).toMatchObject({ outcome: 'unmet', due: '2026-12-31' });
  expect(matrix.cell('v1', '4.2.2.a')).toBeNull();
});
