import { contextOf, explained, judged, said, type Entry } from '../testing/county.js';
import { compare, value } from '../testing/values.js';

const decided = contextOf('2027-04-11');

describe('value compare', () => {
  it('compares a share with its line in integers and eases to atRisk inside the tolerance', () => {
    const line = compare({ as: 'ratio' }, { line: 70, tolerance: 5 });
    expect(said(line, [value({ numerator: 70, denominator: 100 })], decided, 'b1')).toBe('met fulfilled');
    expect(said(line, [value({ numerator: 6999, denominator: 10000 })], decided, 'b1')).toBe('atRisk tolerated');
    expect(said(line, [value({ numerator: 649, denominator: 1000 })], decided, 'b1')).toBe('unmet short');
  });
  it('calls a value without its file short, not silence', () => {
    const filed = compare(
      { of: { record: 'indicator_value', where: { level: { any: ['本县'] } }, evidenced: true } },
      { line: 70 },
    );
    expect(said(filed, [value({ value: 90 })], decided, 'b1')).toBe('unmet short');
    expect(said(filed, [], decided, 'b1')).toBe('unmet nothingReported');
    const bare = { ...value({ value: 90 }), evidence: ['minutes'] };
    expect(said(filed, [bare], decided, 'b1')).toBe('met fulfilled');
  });
  it('takes exactly 70 % of an amount of money for 70 %, whatever its cents', () => {
    const line = compare({ as: 'ratio' }, { line: 70 });
    const wrong = Array.from({ length: 2000 }, (_, at) => (at + 1) / 10).filter((all) => {
      const paid = Number((all * 0.7).toFixed(2));
      return said(line, [value({ numerator: paid, denominator: all })], decided, 'b1') !== 'met fulfilled';
    });
    expect(wrong).toEqual([]);
    expect(said(line, [value({ numerator: 69.95, denominator: 100 })], decided, 'b1')).toBe('unmet short');
  });
  it('waits for the reporting day and its grace days', () => {
    const line = compare({}, { line: 70 });
    expect(said(line, [], contextOf('2027-04-10'), 'b1')).toBe('noData nothingReported');
    expect(said(line, [], contextOf('2027-04-11'), 'b1')).toBe('unmet nothingReported');
  });
  it('is unproven without an earlier value, and atRisk when the value stayed the same', () => {
    const growth = compare({ compare: 'above', reference: { type: 'previousPeriod' }, equalIs: 'atRisk' });
    expect(said(growth, [value({ value: 900 })], decided, 'b1')).toBe('noData benchmarkMissing');
    const before = value({ value: 900, period: '2025' });
    expect(said(growth, [before, value({ value: 900 })], decided, 'b1')).toBe('atRisk tolerated');
    expect(said(growth, [before, value({ value: 901 })], decided, 'b1')).toBe('met fulfilled');
    expect(said(growth, [before, value({ value: 899 })], decided, 'b1')).toBe('unmet short');
  });
  it('needs both benchmarks to be met, but one exceeded is enough for unmet', () => {
    const rate = compare({ compare: 'atMost', reference: { type: 'benchmarks', levels: ['市', '省'], mode: 'all' } });
    const city = value({ level: '市', value: 0.4 }, 'b2');
    const province = value({ level: '省', value: 0.5 }, 'b2');
    expect(said(rate, [value({ value: 0.35 }), city, province], decided, 'b1')).toBe('met fulfilled');
    expect(said(rate, [value({ value: 0.35 }), city], decided, 'b1')).toBe('noData benchmarkMissing');
    expect(said(rate, [value({ value: 0.45 }), city], decided, 'b1')).toBe('unmet short');
    const old = value({ level: '省', value: 0.5, period: '2025' }, 'b2');
    expect(said(rate, [value({ value: 0.35 }), city, old], decided, 'b1')).toBe('atRisk benchmarkStale');
  });
  it('names a missing benchmark by level, category and year, and counts an older one', () => {
    const rate = compare({
      compare: 'atMost',
      reference: { type: 'benchmarks', levels: ['市', '省'], mode: 'all' },
      categories: ['甲', '乙'],
    });
    const own = ['甲', '乙'].map((category) => value({ category, value: 0.3 }));
    const all = ['甲', '乙'].flatMap((category) =>
      ['市', '省'].map((level) => value({ category, level, value: 0.5 }, 'b2')),
    );
    expect(said(rate, [...own, ...all], decided, 'b1')).toBe('met fulfilled');
    const told = explained(rate, [...own, ...all.slice(0, 3)], decided, 'b1');
    expect(told).toMatchObject({ verdict: { reason: 'benchmarkMissing', part: 1 }, missing: ['省 乙 2026'] });
    const old = value({ category: '乙', level: '省', value: 0.5, period: '2025' }, 'b2');
    const stale = explained(rate, [...own, ...all.slice(0, 3), old], decided, 'b1');
    expect(stale).toMatchObject({ verdict: { outcome: 'atRisk', reason: 'benchmarkStale' }, missing: [] });
    expect(stale?.counted).toEqual([6, 5, 4, 3, 2, 1]);
  });
  it('needs only one of several benchmarks where any of them will do', () => {
    const rate = compare({ compare: 'atMost', reference: { type: 'benchmarks', levels: ['市', '省'], mode: 'any' } });
    const city = value({ level: '市', value: 0.4 }, 'b2');
    const province = value({ level: '省', value: 0.5 }, 'b2');
    expect(said(rate, [value({ value: 0.45 }), city, province], decided, 'b1')).toBe('met fulfilled');
    expect(said(rate, [value({ value: 0.45 }), province], decided, 'b1')).toBe('met fulfilled');
    expect(said(rate, [value({ value: 0.45 }), city], decided, 'b1')).toBe('noData benchmarkMissing');
    expect(said(rate, [value({ value: 0.55 }), city, province], decided, 'b1')).toBe('unmet short');
  });
  it('takes a benchmark only with its file, and one without a number for none', () => {
    const rate = compare({
      of: { record: 'indicator_value', where: { level: { any: ['本县'] } }, evidenced: true },
      compare: 'atMost',
      reference: { type: 'benchmarks', levels: ['省'], mode: 'all' },
    });
    const filed = (fields: Entry['fields'], unit = 'b1') => ({ ...value(fields, unit), evidence: ['minutes'] });
    const own = filed({ value: 0.3 });
    expect(said(rate, [own, value({ level: '省', value: 0.5 })], decided, 'b1')).toBe('noData benchmarkMissing');
    expect(said(rate, [own, filed({ level: '省', value: 0.5 })], decided, 'b1')).toBe('met fulfilled');
    const old = filed({ level: '省', value: 0.5, period: '2025' });
    expect(said(rate, [own, filed({ level: '省' }), old], decided, 'b1')).toBe('atRisk benchmarkStale');
  });
  it('is at risk while a benchmark or the value of the year before waits for review', () => {
    const rate = compare({ compare: 'atMost', reference: { type: 'benchmarks', levels: ['省'], mode: 'all' } });
    const waits = { state: 'pending' as const, submittedOn: '2027-04-10' };
    const province = { ...value({ level: '省', value: 0.5 }, 'b2'), ...waits };
    expect(said(rate, [value({ value: 0.3 }), province], decided, 'b1')).toBe('atRisk waitingForReview');
    expect(said(rate, [value({ value: 0.6 }), province], decided, 'b1')).toBe('noData benchmarkMissing');
    const late = { ...province, submittedOn: '2027-04-11' };
    expect(said(rate, [value({ value: 0.3 }), late], decided, 'b1')).toBe('noData benchmarkMissing');
    const growth = compare({ reference: { type: 'previousPeriod' } });
    const before = { ...value({ value: 0.3, period: '2025' }), ...waits };
    expect(said(growth, [before, value({ value: 0.3 })], decided, 'b1')).toBe('atRisk waitingForReview');
  });
  it('takes of two sheets of one year the one handed in later, whoever entered it', () => {
    const rate = compare({ compare: 'atMost', reference: { type: 'benchmarks', levels: ['省'], mode: 'all' } });
    const first = { ...value({ level: '省', value: 0.5 }, 'b2'), submittedOn: '2027-02-01' };
    const second = { ...value({ level: '省', value: 0.2 }, 'b1'), submittedOn: '2027-03-01' };
    const own = value({ value: 0.3 });
    for (const both of [
      [first, second],
      [second, first],
    ])
      expect(said(rate, [own, ...both], decided, 'b1')).toBe('unmet short');
    const mended = { ...value({ value: 0.1 }), submittedOn: '2027-03-20' };
    expect(said(rate, [mended, own, second], decided, 'b1')).toBe('met fulfilled');
  });
  it('is unproven where one of its categories is missing, but short where all are', () => {
    const both = compare({ categories: ['甲', '乙'] }, { line: 10 });
    expect(said(both, [value({ category: '甲', value: 12 })], decided, 'b1')).toBe('noData nothingReported');
    expect(said(both, [], decided, 'b1')).toBe('unmet nothingReported');
  });
  it('names the category that decides', () => {
    const both = compare({ categories: ['甲', '乙'] }, { line: 10 });
    expect(
      judged(both, [value({ category: '甲', value: 12 }), value({ category: '乙', value: 8 })], decided, 'b1'),
    ).toMatchObject({ outcome: 'unmet', part: 1, measured: 8, required: 10 });
  });
  it('takes the line of the last day of the year judged, not that of the day on which it is judged', () => {
    const line = compare({});
    const values = { '2018-01-01': 70, '2027-01-01': 80 };
    const dated = { ...line, numbers: { line: { unit: '', says: null, values } } };
    expect(judged(dated, [value({ value: 75 })], decided, 'b1')).toMatchObject({ outcome: 'met', required: 70 });
    expect(judged(dated, [value({ value: 65 })], decided, 'b1')).toMatchObject({ outcome: 'unmet', required: 70 });
  });
});
