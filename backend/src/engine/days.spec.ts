import { addMonths, addYears, formatDay, parseDay, weekday } from './days.js';
import { day } from './testing/county.js';

describe('days', () => {
  it('refuses days that do not exist', () => {
    for (const text of ['2026-02-30', '2026-13-01', '2026-00-10', '2026-01-00', '2026-12-32', '2025-02-29'])
      expect(parseDay(text)).toBeNull();
  });
  it('refuses what is written in any other way', () => {
    for (const text of ['2026-1-1', '20260101', '2026-01-01T08:00', '12026-01-01', '2026/01/01', ''])
      expect(parseDay(text)).toBeNull();
  });
  it('reads and writes every day of four centuries without loss', () => {
    for (let at = day('1900-01-01'); at < day('2300-01-01'); at += 17) expect(parseDay(formatDay(at))).toBe(at);
  });
  it('knows the leap day that comes once in four centuries', () => {
    expect(formatDay(day('2000-02-29'))).toBe('2000-02-29');
    expect(day('2000-03-01') - day('2000-02-28')).toBe(2);
    expect(day('2100-03-01') - day('2100-02-28')).toBe(1);
  });
  it('writes years before the first thousand with four digits', () => {
    expect(formatDay(day('0987-06-05'))).toBe('0987-06-05');
  });
  it('counts from 1970-01-01, a Thursday', () => {
    expect([day('1970-01-01'), weekday(0), formatDay(-1)]).toEqual([0, 3, '1969-12-31']);
  });
  it('takes 29 February two years back to 28 February', () => {
    expect(formatDay(addYears(day('2028-02-29'), -2))).toBe('2026-02-28');
    expect(formatDay(addYears(day('2026-02-28'), -2))).toBe('2024-02-28');
  });
  it('shortens the 31st in a month that lacks it', () => {
    expect(formatDay(addMonths(day('2026-01-31'), 1))).toBe('2026-02-28');
    expect(formatDay(addMonths(day('2026-01-15'), -2))).toBe('2025-11-15');
  });
});
