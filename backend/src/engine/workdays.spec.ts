import fc from 'fast-check';
import { formatDay, weekday } from './days.js';
import { contextOf, day } from './testing/county.js';
import { holds } from './testing/property.js';
import type { WorkCalendar } from './verdict.types.js';
import { addWorkdays, isWorkday, springFestivalDays } from './workdays.js';

const days = (...texts: readonly string[]) => new Set(texts.map(day));
/** The National Day holiday of a week that ends in a Saturday that is worked. */
const autumn: WorkCalendar = {
  years: new Set([2026]),
  holidays: days('2026-10-01', '2026-10-02'),
  workingWeekends: days('2026-10-03'),
  springFestival: new Set(),
};
const plain = contextOf('2026-11-24').calendar;
const after = (text: string, count: number, calendar = autumn) => formatDay(addWorkdays(day(text), count, calendar));

describe('workdays', () => {
  it('are Monday to Friday, without holidays, with weekends that are worked', () => {
    const week = ['2026-09-28', '2026-09-29', '2026-09-30', '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'];
    expect(week.map((text) => isWorkday(day(text), autumn))).toEqual([true, true, true, false, false, true, false]);
    expect(week.map((text) => isWorkday(day(text), plain))).toEqual([true, true, true, true, true, false, false]);
  });
  it('skip weekends and holidays, but not a weekend that is worked', () => {
    expect([after('2026-09-30', 1), after('2026-09-30', 2), after('2026-10-09', 1)]).toEqual([
      '2026-10-03',
      '2026-10-05',
      '2026-10-12',
    ]);
  });
  it('leave the day as it is where none is counted', () => {
    expect([after('2026-09-30', 0), after('2026-10-04', 0)]).toEqual(['2026-09-30', '2026-10-04']);
  });
  it('are counted by the calendar and the number asked for, also when asked again', () => {
    expect([after('2026-09-30', 1), after('2026-09-30', 1, plain)]).toEqual(['2026-10-03', '2026-10-01']);
    expect([after('2026-09-30', 2), after('2026-09-30', 1), after('2026-09-30', 1, plain)]).toEqual([
      '2026-10-05',
      '2026-10-03',
      '2026-10-01',
    ]);
  });
  it('end after ten years in a calendar that has none at all', () => {
    const from = day('2026-01-01');
    const never = { ...plain, holidays: new Set(Array.from({ length: 4000 }, (_, at) => from + at)) };
    expect(addWorkdays(from, 1, never)).toBe(from + 3660);
  });
  holds(
    'are as many between two days as were asked for, and the last is one',
    fc.property(fc.integer({ min: -400, max: 60_000 }), fc.integer({ min: 1, max: 90 }), (from, count) => {
      const end = addWorkdays(from, count, plain);
      let seen = 0;
      for (let at = from + 1; at <= end; at += 1) if (weekday(at) < 5) seen += 1;
      expect([seen, weekday(end) < 5]).toEqual([count, true]);
    }),
    { runs: 200 },
  );
});

describe('days of the Spring Festival in a week', () => {
  it('are counted from its Monday to its Sunday', () => {
    const calendar = { ...plain, springFestival: days('2026-02-15', '2026-02-16', '2026-02-22', '2026-02-23') };
    expect(springFestivalDays(day('2026-02-16'), calendar)).toBe(2);
    expect(springFestivalDays(day('2026-02-23'), calendar)).toBe(1);
    expect(springFestivalDays(day('2026-03-02'), calendar)).toBe(0);
  });
});
