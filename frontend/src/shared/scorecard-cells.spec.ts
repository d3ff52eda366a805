import { expect, it } from 'vitest';
import { OUTCOMES } from './outcomes';
import { cellAt, cellsByRequirement, isOpen, type CellColumns } from './scorecard-cells';

const card: CellColumns = {
  outcomes: ['met', 'atRisk', 'unmet', 'noData', 'notDue', 'notApplicable'],
  days: ['2026-12-31'],
  requirements: ['1.1.3.a', '1.1.3.b'],
  units: ['370323', '370323001', '370323002'],
  cells: {
    requirement: [0, 1, 1],
    unit: [0, 1, 2],
    outcome: [1, 0, 3],
    measured: [1, 1, 0],
    of: [null, null, null],
    required: [2, 1, 1],
    due: [0, null, 0],
  },
};

it('reads a cell through the dictionaries', () => {
  expect(cellAt(card, 0)).toEqual({
    requirementId: '1.1.3.a',
    unitCode: '370323',
    outcome: 'atRisk',
    measured: 1,
    of: null,
    required: 2,
    due: '2026-12-31',
  });
  expect(cellAt(card, 1)?.due).toBeNull();
  expect(cellAt(card, 9)).toBeNull();
});

it('gathers the cells of the requirements asked for, in the order of the units', () => {
  const lines = cellsByRequirement(card, ['1.1.3.b', '9.9.9.a']);
  expect(lines.get('1.1.3.b')?.map((line) => line.unitCode)).toEqual(['370323001', '370323002']);
  expect(lines.get('9.9.9.a')).toEqual([]);
  expect(lines.has('1.1.3.a')).toBe(false);
});

it('holds for open what somebody still has to mend', () => {
  expect(OUTCOMES.filter(isOpen)).toEqual(['atRisk', 'unmet', 'noData']);
});
