import { endOfDay, formatInstant, instantDay, parseInstant } from './instants.js';
import { day } from './testing/county.js';

describe('instants', () => {
  it('are read to the minute, with a T or a space, seconds left out', () => {
    const at = day('2026-03-01') * 1440 + 7 * 60 + 5;
    for (const text of ['2026-03-01T07:05', '2026-03-01 07:05', '2026-03-01T07:05:59', '2026-03-01 07:05:00'])
      expect(parseInstant(text)).toBe(at);
    expect(parseInstant('1970-01-01T00:00')).toBe(0);
    expect(parseInstant('2026-03-01T23:59')).toBe(day('2026-03-02') * 1440 - 1);
  });
  it('do not exist at hours, minutes and days that do not exist', () => {
    for (const text of ['2026-03-01T24:00', '2026-03-01T12:60', '2026-02-30T10:00'])
      expect(parseInstant(text)).toBeNull();
  });
  it('are not read from anything else', () => {
    const short = ['2026-03-01', '2026-03-01T7:05', '2026-03-01T07:5', ''];
    const long = ['2026-03-01T07:05:5', '2026-03-01T07:05:590', '2026-03-01T07:05:xx', '2026-03-01T07:05Z'];
    const odd = ['2026-03-01X07:05', '2026-03-01 2026-03-01T07:05', '02026-03-01T07:05', '2026-03-01T07.05'];
    for (const text of [...short, ...long, ...odd]) expect(parseInstant(text)).toBeNull();
  });
  it('are written with two digits for hours and minutes, also before 1970', () => {
    for (const text of ['2026-03-01T07:05', '2026-03-01T00:00', '2026-03-01T23:59', '1969-12-31T09:08'])
      expect(formatInstant(parseInstant(text) ?? NaN)).toBe(text);
  });
  it('lie on a day that ends one minute before the next', () => {
    const at = day('2026-03-01');
    expect([endOfDay(at), instantDay(endOfDay(at)), instantDay(endOfDay(at) + 1)]).toEqual([
      (at + 1) * 1440 - 1,
      at,
      at + 1,
    ]);
    expect(instantDay(-1)).toBe(-1);
  });
});
