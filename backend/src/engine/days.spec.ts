import { addMonths, addYears, formatDay, isoMonday, parseDay, weekday } from './days.js';
import { formatMonth, parsePeriod, periodContaining, previousPeriod } from './periods.js';
import { formatInstant, parseInstant } from './instants.js';
import { addWorkdays, springFestivalDays } from './workdays.js';
import { numberAt } from './numbers.js';
import { day } from './testing/county.js';

const span = (period: { from: number; to: number } | null) =>
  period === null ? null : `${formatDay(period.from)}/${formatDay(period.to)}`;

describe('days', () => {
  it('refuses days that do not exist', () => {
    for (const text of ['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '2025-02-29'])
      expect(parseDay(text)).toBeNull();
  });
  it('reads and writes every day of four centuries without loss', () => {
    for (let at = day('1900-01-01'); at < day('2300-01-01'); at += 17) expect(parseDay(formatDay(at))).toBe(at);
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

describe('periods', () => {
  it('names a week at the turn of the year by its Monday', () => {
    expect(formatDay(isoMonday(day('2027-01-01')))).toBe('2026-12-28');
    expect(span(periodContaining('iso_week', day('2027-01-03')))).toBe('2026-12-28/2027-01-03');
  });
  it('runs the school year from 1 September to 31 August', () => {
    expect(span(periodContaining('school_year', day('2026-08-31')))).toBe('2025-09-01/2026-08-31');
    expect(span(periodContaining('school_year', day('2026-09-01')))).toBe('2026-09-01/2027-08-31');
    expect(span(previousPeriod('school_year', periodContaining('school_year', day('2026-09-01'))))).toBe(
      '2025-09-01/2026-08-31',
    );
  });
  it('steps from the first quarter back into the old year', () => {
    expect(span(previousPeriod('quarter', periodContaining('quarter', day('2026-02-10'))))).toBe(
      '2025-10-01/2025-12-31',
    );
  });
  it('looks twelve months back without counting the same date twice', () => {
    expect(span(periodContaining('rolling_12_months', day('2026-11-24')))).toBe('2025-11-25/2026-11-24');
  });
  it('reads months, quarters, years and school years and nothing else', () => {
    expect(['2024-02', '2026-Q4', '2026', '2025-2026'].map((text) => span(parsePeriod(text)))).toEqual([
      '2024-02-01/2024-02-29',
      '2026-10-01/2026-12-31',
      '2026-01-01/2026-12-31',
      '2025-09-01/2026-08-31',
    ]);
    for (const text of ['2026-13', '2026-Q5', '2025-2027', '2026-1', '']) expect(parsePeriod(text)).toBeNull();
    expect(formatMonth(day('2026-09-30'))).toBe('2026-09');
  });
});

describe('instants', () => {
  it('reads business time to the minute and refuses hours that do not exist', () => {
    expect(formatInstant(parseInstant('2026-03-01T23:59') ?? 0)).toBe('2026-03-01T23:59');
    for (const text of ['2026-03-01T24:00', '2026-03-01T12:60', '2026-02-30T10:00', '2026-03-01'])
      expect(parseInstant(text)).toBeNull();
  });
});

describe('workdays', () => {
  const none = new Set<number>();
  it('skips weekends and holidays, but not a weekend that is worked', () => {
    const calendar = {
      years: new Set([2026]),
      holidays: new Set([day('2026-10-01'), day('2026-10-02')]),
      workingWeekends: new Set([day('2026-10-03')]),
      springFestival: none,
    };
    expect(formatDay(addWorkdays(day('2026-09-30'), 1, calendar))).toBe('2026-10-03');
    expect(formatDay(addWorkdays(day('2026-09-30'), 2, calendar))).toBe('2026-10-05');
    expect(formatDay(addWorkdays(day('2026-09-30'), 0, calendar))).toBe('2026-09-30');
  });
  it('counts the Spring Festival days of a week', () => {
    const festival = new Set([day('2026-02-17'), day('2026-02-22'), day('2026-02-23')]);
    expect(
      springFestivalDays(day('2026-02-16'), {
        years: none,
        holidays: none,
        workingWeekends: none,
        springFestival: festival,
      }),
    ).toBe(2);
  });
});

describe('dated numbers', () => {
  it('takes the newest day that is not after the as-of day', () => {
    const values = { '2018-01-01': 2, '2026-07-01': 3 };
    expect([
      numberAt(values, day('2026-06-30')),
      numberAt(values, day('2026-07-01')),
      numberAt(values, day('2017-12-31')),
    ]).toEqual([2, 3, null]);
  });
});
