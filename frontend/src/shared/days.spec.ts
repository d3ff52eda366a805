import { expect, it } from 'vitest';
import { dayInWords, daysBetween, distanceInWords, instantInWords, isDay } from './days';

it('knows the days that exist', () => {
  expect(isDay('2028-02-29')).toBe(true);
  for (const wrong of ['2026-02-30', '2026-2-3', '20260203', '', null, ['2026-02-03']])
    expect(isDay(wrong)).toBe(false);
});

it('counts days across months and years', () => {
  expect(daysBetween('2026-11-24', '2026-12-31')).toBe(37);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
});

it('leaves the year away when it is that of the as-of day', () => {
  expect(dayInWords('2026-12-31', '2026-11-24')).toBe('12 月 31 日');
  expect(dayInWords('2027-01-05', '2026-11-24')).toBe('2027 年 1 月 5 日');
  expect(dayInWords('2027-01-05')).toBe('2027 年 1 月 5 日');
});

it('says how far a day is', () => {
  expect(distanceInWords('2026-11-24', '2026-12-31')).toBe('剩 37 天');
  expect(distanceInWords('2026-11-24', '2026-11-24')).toBe('当天');
  expect(distanceInWords('2026-11-24', '2026-11-20')).toBe('已过 4 天');
});

it('shows instants in business time whatever the zone of the machine', () => {
  expect(instantInWords('2026-11-24T18:30:00Z')).toBe('2026-11-25 02:30');
});
