import { describe, expect, it } from 'vitest';
import { linesOf, readLines, runsInWords } from './day-lines';

describe('days off as lines', () => {
  const days = ['2027-01-01', '2027-02-27', '2027-02-28', '2027-03-01'];

  it('puts days that follow each other on one line, also over the end of a month', () => {
    expect(linesOf([...days].reverse())).toBe('2027-01-01\n2027-02-27 至 2027-03-01');
    expect(linesOf([])).toBe('');
  });

  it('reads back what it wrote', () => {
    expect(readLines(linesOf(days), 2027)).toEqual({ days, problems: [] });
  });

  it.each([
    ['2月5日至2月7日', ['2027-02-05', '2027-02-06', '2027-02-07']],
    ['2027年1月1日', ['2027-01-01']],
    ['２０２７－０１－０１、2027-01-02', ['2027-01-01', '2027-01-02']],
    ['\n 2027-10-01 \n\n', ['2027-10-01']],
    ['2027-10-01~2027-10-02', ['2027-10-01', '2027-10-02']],
  ])('reads %j', (text, read) => {
    expect(readLines(text, 2027)).toEqual({ days: read, problems: [] });
  });

  it.each(['春节', '2027-02-30', '2027-02-05 至', '2027-02-05 至 2027-02-06 至 2027-02-07'])(
    'says that it does not understand %j',
    (text) => {
      const { days: read, problems } = readLines(text, 2027);
      expect(read).toEqual([]);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain('看不懂');
    },
  );

  it.each(['2027-02-06 至 2027-02-05', '2027-02-05 至 2028-02-05', '2027-01-01 至 2027-03-02'])(
    'does not take %j for a holiday',
    (text) => {
      expect(readLines(text, 2027)).toMatchObject({ days: [] });
      expect(readLines(text, 2027).problems[0]).toContain('起止日子不对');
    },
  );

  it('says runs in words with their length', () => {
    expect(runsInWords(days)).toEqual(['1 月 1 日', '2 月 27 日至 3 月 1 日（3 天）']);
  });
});
