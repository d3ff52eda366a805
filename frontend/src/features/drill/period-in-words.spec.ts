import { expect, it } from 'vitest';
import { missingInWords, periodInWords } from './period-in-words';

it('names whole years, quarters and months', () => {
  expect(periodInWords('2026-01-01', '2026-12-31')).toBe('2026 年');
  expect(periodInWords('2026-07-01', '2026-09-30')).toBe('2026 年第 3 季度');
  expect(periodInWords('2028-02-01', '2028-02-29')).toBe('2028 年 2 月');
});

it('gives both days of any other period, and nothing for standing duties', () => {
  expect(periodInWords('2025-09-01', '2026-08-31')).toBe('2025-09-01 至 2026-08-31');
  expect(periodInWords('2026-02-01', '2026-04-30')).toBe('2026-02-01 至 2026-04-30');
  expect(periodInWords('2026-03-01', '2026-12-31')).toBe('2026-03-01 至 2026-12-31');
  expect(periodInWords(null, null)).toBe('');
});

it('names a missing week by its Monday, and leaves everything else as it is', () => {
  expect(missingInWords('2026-11-09', '2026-11-25')).toBe('11 月 9 日那周');
  expect(missingInWords('2025-12-29', '2026-01-20')).toBe('2025 年 12 月 29 日那周');
  expect(missingInWords('南村', '2026-11-25')).toBe('南村');
});
