import fc from 'fast-check';
import { isDay, toHalfWidth } from './day.js';
import { dayMessage, queryFlag, queryNumber } from './fields.js';

describe('a day', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2200-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ])('%s does not', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is refused with an example that exists', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/)), (text) => {
        const example = /请写成 (\S+) 这样的日期$/.exec(dayMessage(text))?.[1] ?? '';
        expect(isDay(example)).toBe(true);
      }),
    );
  });
});

describe('full-width signs', () => {
  it('become half-width ones, and Chinese stays', () => {
    expect(toHalfWidth('１２．５％　第Ａ组“甲”、乙。')).toBe('12.5% 第A组“甲”、乙。');
  });
});

describe('a number in a query', () => {
  const page = queryNumber('页码', { min: 1, max: 500, fallback: 1 });

  it('is read, also in full-width digits, and has a default', () => {
    expect([page.parse('12'), page.parse('１２'), page.parse(undefined)]).toEqual([12, 12, 1]);
  });

  it.each(['0', '501', '-1', '1.5', '1e3', 'x', '', '9999999999'])('is refused as %s', (text) => {
    expect(page.safeParse(text).success).toBe(false);
  });

  it('is no flag', () => {
    const flag = queryFlag('含下级');
    expect([flag.parse('true'), flag.parse('false'), flag.parse(undefined)]).toEqual([true, false, false]);
    expect(flag.safeParse('1').success).toBe(false);
  });
});
