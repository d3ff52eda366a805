import { expect, it } from 'vitest';
import { partsOfYear, periodInWords, periodOf, readPeriod, yearsAround } from './periods';

it('says every granularity in words', () => {
  expect(['2026-09', '2026-Q3', '2026', '2025-2026', '？'].map(periodInWords)).toEqual([
    '2026 年 9 月',
    '2026 年第 3 季度',
    '2026 年',
    '2025—2026 学年',
    '？',
  ]);
});

it('writes what it reads', () => {
  for (const period of ['2026-01', '2026-Q4', '2026', '2026-2027']) {
    const read = readPeriod(period)!;
    expect(periodOf(read.granularity, read.year, read.part)).toBe(period);
  }
  expect(readPeriod('2026-13')).toBeNull();
});

it('waits for the month or the quarter', () => {
  expect(periodOf('month', 2026, null)).toBeNull();
  expect(partsOfYear('month')).toHaveLength(12);
  expect(partsOfYear('quarter').map(({ part }) => part)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
  expect(partsOfYear('year')).toEqual([]);
});

it('offers the coming year first', () => {
  expect(yearsAround('2026-11-24').slice(0, 3)).toEqual([2027, 2026, 2025]);
});
