import { formatDay } from './days.js';
import { NO_DAY } from './facts.types.js';
import { formatMonth, parsePeriod, periodContaining, previousPeriod, yearsEarlier } from './periods.js';
import type { PeriodUnit } from './rule.types.js';
import { day } from './testing/county.js';

const span = (period: { from: number; to: number } | null) =>
  period === null ? null : `${formatDay(period.from)}/${formatDay(period.to)}`;
const around = (unit: PeriodUnit, text: string) => span(periodContaining(unit, day(text)));
const before = (unit: PeriodUnit, text: string) => span(previousPeriod(unit, periodContaining(unit, day(text))));

describe('the period that contains a day', () => {
  it('is the calendar year, the month or the quarter', () => {
    expect(around('calendar_year', '2026-12-31')).toBe('2026-01-01/2026-12-31');
    expect([around('month', '2028-02-01'), around('month', '2026-12-31')]).toEqual([
      '2028-02-01/2028-02-29',
      '2026-12-01/2026-12-31',
    ]);
    expect(['01-01', '03-31', '04-01', '06-30', '09-15', '10-01'].map((at) => around('quarter', `2026-${at}`))).toEqual(
      [
        '2026-01-01/2026-03-31',
        '2026-01-01/2026-03-31',
        '2026-04-01/2026-06-30',
        '2026-04-01/2026-06-30',
        '2026-07-01/2026-09-30',
        '2026-10-01/2026-12-31',
      ],
    );
  });
  it('is the week from Monday, also at the turn of the year', () => {
    expect(around('iso_week', '2027-01-03')).toBe('2026-12-28/2027-01-03');
    expect(around('iso_week', '2026-12-28')).toBe('2026-12-28/2027-01-03');
  });
  it('runs from 1 September to 31 August for the school year', () => {
    expect(around('school_year', '2026-08-31')).toBe('2025-09-01/2026-08-31');
    expect(around('school_year', '2026-09-01')).toBe('2026-09-01/2027-08-31');
  });
  it('looks twelve months back without counting the same date twice', () => {
    expect(around('rolling_12_months', '2026-11-24')).toBe('2025-11-25/2026-11-24');
  });
  it('has no beginning for a standing duty and ends on the day', () => {
    expect(periodContaining('standing', day('2026-11-24'))).toEqual({ from: NO_DAY, to: day('2026-11-24') });
  });
});

describe('an earlier period', () => {
  it('is the one that ends on the eve', () => {
    expect(before('quarter', '2026-02-10')).toBe('2025-10-01/2025-12-31');
    expect(before('school_year', '2026-09-01')).toBe('2025-09-01/2026-08-31');
    expect(before('month', '2026-03-31')).toBe('2026-02-01/2026-02-28');
    expect(before('iso_week', '2026-11-24')).toBe('2026-11-16/2026-11-22');
  });
  it('is the same one some years earlier', () => {
    const earlier = (unit: PeriodUnit, text: string) => span(yearsEarlier(unit, periodContaining(unit, day(text)), 2));
    expect(earlier('calendar_year', '2026-05-05')).toBe('2024-01-01/2024-12-31');
    expect(earlier('school_year', '2026-05-05')).toBe('2023-09-01/2024-08-31');
    expect(earlier('quarter', '2026-05-05')).toBe('2024-04-01/2024-06-30');
  });
});

describe('a period as it is written', () => {
  it('is a month, a quarter, a year or a school year', () => {
    expect(
      ['2024-02', '2026-01', '2026-12', '2026-Q1', '2026-Q4', '2026', '2025-2026'].map((text) =>
        span(parsePeriod(text)),
      ),
    ).toEqual([
      '2024-02-01/2024-02-29',
      '2026-01-01/2026-01-31',
      '2026-12-01/2026-12-31',
      '2026-01-01/2026-03-31',
      '2026-10-01/2026-12-31',
      '2026-01-01/2026-12-31',
      '2025-09-01/2026-08-31',
    ]);
  });
  it('is nothing else', () => {
    const months = ['2026-13', '2026-00', '2026-1', '12026-01', '2026-010'];
    const quarters = ['2026-Q5', '2026-Q0', '12026-Q1', '2026-Q10', '2026Q1'];
    const years = ['12026', '202', '2025-2027', '2026-2025', '2025-20260', '12025-2026', ''];
    for (const text of [...months, ...quarters, ...years]) expect(parsePeriod(text)).toBeNull();
  });
  it('sorts as text, also in the years before the first thousand', () => {
    expect([formatMonth(day('2026-09-30')), formatMonth(day('2026-10-01')), formatMonth(day('0987-01-01'))]).toEqual([
      '2026-09',
      '2026-10',
      '0987-01',
    ]);
  });
});
