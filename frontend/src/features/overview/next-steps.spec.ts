import { expect, it } from 'vitest';
import type { CellColumns } from '../../shared/scorecard-cells';
import { nextSteps, unitsInWords } from './next-steps';

type Row = [requirement: number, unit: number, outcome: number, due: number | null];

function cardOf(rows: Row[]): CellColumns {
  const nothing = rows.map(() => null);
  return {
    outcomes: ['met', 'atRisk', 'unmet', 'noData', 'notDue', 'notApplicable'],
    days: ['2026-10-31', '2026-11-30', '2026-12-31'],
    requirements: ['1.1.1.a', '1.1.3.a', '2.1.1.a'],
    units: ['A', 'B', 'C'],
    cells: {
      requirement: rows.map((row) => row[0]),
      unit: rows.map((row) => row[1]),
      outcome: rows.map((row) => row[2]),
      due: rows.map((row) => row[3]),
      measured: nothing,
      of: nothing,
      required: nothing,
    },
  };
}
const everything = () => true;

it('puts the soonest day first and keeps what is late apart', () => {
  const { coming, late } = nextSteps(
    cardOf([
      [0, 0, 1, 2],
      [1, 0, 3, 1],
      [2, 0, 2, 0],
      [2, 1, 2, null],
    ]),
    '2026-11-24',
    everything,
  );
  expect(coming.map((step) => step.requirementId)).toEqual(['1.1.3.a', '1.1.1.a']);
  expect(late).toMatchObject([
    { requirementId: '2.1.1.a', unitCodes: ['A', 'B'], outcome: 'unmet', due: '2026-10-31' },
  ]);
});

it('makes one step of all units with the same day and shows the worst outcome', () => {
  const { coming } = nextSteps(
    cardOf([
      [1, 0, 1, 2],
      [1, 1, 3, 2],
      [1, 2, 1, 1],
    ]),
    '2026-11-24',
    everything,
  );
  expect(coming).toMatchObject([
    { due: '2026-11-30', unitCodes: ['C'], outcome: 'atRisk' },
    { due: '2026-12-31', unitCodes: ['A', 'B'], outcome: 'noData' },
  ]);
});

it('says nothing about what is met, not due or left out', () => {
  const card = cardOf([
    [0, 0, 0, 2],
    [1, 0, 4, 2],
    [2, 0, 1, 2],
  ]);
  expect(nextSteps(card, '2026-11-24', (id) => id !== '2.1.1.a')).toEqual({ coming: [], late: [] });
});

it('still counts the day itself as in time', () => {
  expect(nextSteps(cardOf([[0, 0, 1, 1]]), '2026-11-30', everything).late).toEqual([]);
});

it('names two units and counts more', () => {
  expect(unitsInWords(['鲁村镇', '东里镇'])).toBe('鲁村镇、东里镇');
  expect(unitsInWords(['鲁村镇', '东里镇', '悦庄镇'])).toBe('鲁村镇等 3 个');
});
