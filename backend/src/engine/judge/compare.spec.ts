import { contextOf, judged, type Entry } from '../testing/county.js';
import { compare, value, type CompareRule } from '../testing/values.js';

/** The year 2026 after its grace days, unless it still runs: `outcome reason measured/required`. */
function told(requirement: ReturnType<typeof compare>, entries: readonly Entry[], asOf = '2027-04-11') {
  const verdict = judged(requirement, entries, contextOf(asOf), 'b1');
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.required}`;
}

describe('a value held against a line', () => {
  const against = (how: CompareRule['compare'], own: number, numbers: Record<string, number> = {}) =>
    told(compare({ compare: how }, { line: 70, ...numbers }), [value({ value: own })]);
  it('holds at the line or not, as the rule says, and one below and above it', () => {
    const all = (how: CompareRule['compare']) => [69, 70, 71].map((own) => against(how, own));
    expect(all('atLeast')).toEqual(['unmet short 69/70', 'met fulfilled 70/70', 'met fulfilled 71/70']);
    expect(all('atMost')).toEqual(['met fulfilled 69/70', 'met fulfilled 70/70', 'unmet short 71/70']);
    expect(all('above')).toEqual(['unmet short 69/70', 'unmet short 70/70', 'met fulfilled 71/70']);
  });
  it('is eased by the tolerance on the side on which it is short', () => {
    const eased = (how: CompareRule['compare'], own: number) => against(how, own, { tolerance: 5 });
    expect([64, 65, 70].map((own) => eased('atLeast', own))).toEqual([
      'unmet short 64/70',
      'atRisk tolerated 65/70',
      'met fulfilled 70/70',
    ]);
    expect([70, 75, 76].map((own) => eased('atMost', own))).toEqual([
      'met fulfilled 70/70',
      'atRisk tolerated 75/70',
      'unmet short 76/70',
    ]);
    expect([65, 66].map((own) => eased('above', own))).toEqual(['unmet short 65/70', 'atRisk tolerated 66/70']);
  });
  it('takes a share in per cent of what is typed, and none without both numbers', () => {
    const share = (fields: Entry['fields']) => told(compare({ as: 'ratio' }, { line: 70 }), [value(fields)]);
    expect(share({ numerator: 7, denominator: 10 })).toBe('met fulfilled 70/70');
    expect(share({ numerator: 0, denominator: 10 })).toBe('unmet short 0/70');
    expect(share({ numerator: 0.69995, denominator: 1 })).toBe('met fulfilled 70/70');
    expect(share({ numerator: 0.6999, denominator: 1 })).toBe('unmet short 69.99/70');
    const nothing: readonly Entry['fields'][] = [
      { numerator: 7 },
      { denominator: 10 },
      { numerator: 0, denominator: 0 },
      { value: 90 },
    ];
    for (const fields of nothing) expect(share(fields)).toBe('noData nothingReported null/null');
    expect(told(compare({}, { line: 70 }), [value({ numerator: 7, denominator: 10 })])).toBe(
      'noData nothingReported null/null',
    );
  });
  it('does not ask it of a unit that says that there is nobody', () => {
    const none = (fields: Entry['fields']) =>
      told(compare({}, { line: 70 }), [{ ...value(fields), submittedOn: '2026-11-20' }], '2026-11-24');
    expect(none({ none_eligible: true })).toBe('notApplicable noSubjectChildren null/null');
    expect(none({ none_eligible: true, value: 10 })).toBe('notApplicable noSubjectChildren null/null');
    expect(none({ none_eligible: false, value: 80 })).toBe('met fulfilled 80/70');
  });
});

describe('a value held against the one before', () => {
  const growth = (rule: Partial<CompareRule> = {}) =>
    compare({ compare: 'above', reference: { type: 'previousPeriod' }, ...rule });
  const before = value({ value: 900, period: '2025' });
  it('is short where it stayed the same, unless the rule takes that as at risk', () => {
    expect(told(growth(), [before, value({ value: 900 })])).toBe('unmet short 900/900');
    expect(told(growth({ equalIs: 'atRisk' }), [before, value({ value: 900 })])).toBe('atRisk tolerated 900/900');
    expect(told(growth({ equalIs: 'atRisk' }), [before, value({ value: 899 })])).toBe('unmet short 899/900');
    expect(told(growth({ equalIs: 'atRisk' }), [before, value({ value: 901 })])).toBe('met fulfilled 901/900');
  });
  it('compares shares whole against whole, not their rounded per cents', () => {
    const shares = growth({ as: 'ratio', equalIs: 'atRisk' });
    const third = value({ numerator: 1, denominator: 3, period: '2025' });
    expect(told(shares, [third, value({ numerator: 2, denominator: 6 })])).toMatch(/^atRisk tolerated/);
    expect(told(shares, [third, value({ numerator: 3334, denominator: 10000 })])).toMatch(/^met fulfilled/);
    expect(told(shares, [third, value({ numerator: 3333, denominator: 10000 })])).toMatch(/^unmet short/);
    const typed = value({ value: 33, period: '2025' });
    expect(told(shares, [typed, value({ numerator: 2, denominator: 6 })])).toMatch(/^noData benchmarkMissing/);
  });
  it('takes the value of the very year before, of the same unit', () => {
    const own = value({ value: 901 });
    expect(told(growth(), [value({ value: 900, period: '2024' }), own])).toBe('noData benchmarkMissing 901/null');
    expect(told(growth(), [value({ value: 900, period: '2025' }, 'b2'), own])).toBe('noData benchmarkMissing 901/null');
    expect(told(growth(), [value({ period: '2025' }), own])).toBe('noData benchmarkMissing 901/null');
  });
});

describe('a value held against published averages', () => {
  const against = (mode: 'all' | 'any', how: CompareRule['compare'] = 'atMost', rule: Partial<CompareRule> = {}) =>
    compare({ compare: how, reference: { type: 'benchmarks', levels: ['市', '省'], mode }, ...rule });
  const city = (amount: number, period = '2026') => value({ level: '市', value: amount, period }, 'b2');
  const province = (amount: number, period = '2026') => value({ level: '省', value: amount, period }, 'b2');
  const own = (amount: number) => value({ value: amount });
  it('names the tighter of two as what is required', () => {
    expect(told(against('all'), [own(3), city(4), province(5)])).toBe('met fulfilled 3/4');
    expect(told(against('all'), [own(3), city(5), province(4)])).toBe('met fulfilled 3/4');
    expect(told(against('all', 'atLeast'), [own(6), city(4), province(5)])).toBe('met fulfilled 6/5');
    expect(told(against('all', 'above'), [own(6), city(5), province(4)])).toBe('met fulfilled 6/5');
  });
  it('needs all of them or one, and is unmet only where that cannot be any more', () => {
    expect(told(against('all'), [own(4), city(4), province(5)])).toBe('met fulfilled 4/4');
    expect(told(against('all'), [own(5), city(4), province(5)])).toBe('unmet short 5/4');
    expect(told(against('all'), [own(5), city(4)])).toBe('unmet short 5/4');
    expect(told(against('all'), [own(5), province(5)])).toBe('noData benchmarkMissing 5/5');
    expect(told(against('any'), [own(5), city(4), province(5)])).toBe('met fulfilled 5/4');
    expect(told(against('any'), [own(5), city(4)])).toBe('noData benchmarkMissing 5/4');
    expect(told(against('any'), [own(6), city(4), province(5)])).toBe('unmet short 6/4');
    expect(told(against('any'), [own(5)])).toBe('noData benchmarkMissing 5/null');
  });
  it('decides nothing by what is carried over, for two years where the county allows two', () => {
    expect(told(against('all'), [own(3), city(4), province(5, '2025')])).toBe('atRisk benchmarkStale 3/4');
    expect(told(against('all'), [own(9), city(4, '2025'), province(5, '2025')])).toBe('atRisk benchmarkStale 9/4');
    expect(told(against('all'), [own(9), city(4), province(5, '2025')])).toBe('unmet short 9/4');
    expect(told(against('all'), [own(3), city(4), province(5, '2024')])).toBe('noData benchmarkMissing 3/4');
    expect(told(against('any'), [own(9), city(4), province(5, '2025')])).toBe('atRisk benchmarkStale 9/4');
    const allowed = (years: number, ...entries: Entry[]) => {
      const context = contextOf('2027-04-11');
      const parameters = { ...context.parameters, benchmark_max_lag_years: { '2018-01-01': years } };
      const verdict = judged(against('all'), [own(3), city(4), ...entries], { ...context, parameters }, 'b1');
      return `${verdict?.reason} ${verdict?.required}`;
    };
    expect(allowed(2, province(3, '2024'))).toBe('benchmarkStale 3');
    expect(allowed(2, province(3, '2024'), province(2, '2025'))).toBe('benchmarkStale 2');
    expect(allowed(0, province(3, '2025'))).toBe('benchmarkMissing 4');
  });
  it('takes one that is even as at risk where the rule says so, and what is exceeded before it', () => {
    const even = against('all', 'above', { equalIs: 'atRisk' });
    expect(told(even, [own(5), city(5), province(4)])).toBe('atRisk tolerated 5/5');
    expect(told(even, [own(5), city(5), province(6)])).toBe('unmet short 5/6');
    expect(told(even, [own(5), city(5)])).toBe('atRisk tolerated 5/5');
  });
  it('reads a published share from its two numbers, or from its value where they were left out', () => {
    const shares = against('all', 'atLeast', {
      as: 'ratio',
      reference: { type: 'benchmarks', levels: ['省'], mode: 'all' },
    });
    const mine = value({ numerator: 1, denominator: 2 });
    const published = (fields: Entry['fields']) => told(shares, [mine, value({ level: '省', ...fields }, 'b2')]);
    expect(published({ numerator: 2, denominator: 4, value: 90 })).toBe('met fulfilled 50/50');
    expect(published({ value: 50 })).toBe('met fulfilled 50/50');
    expect(published({ value: 51 })).toBe('unmet short 50/51');
    expect(published({})).toBe('noData benchmarkMissing 50/null');
    const both = compare({
      as: 'ratio',
      compare: 'atLeast',
      reference: { type: 'benchmarks', levels: ['市', '省'], mode: 'all' },
    });
    const [city, province] = ['市', '省'].map((level, at) =>
      value({ level, numerator: 3 + at, denominator: 10 }, 'b2'),
    );
    expect(
      told(
        both,
        [mine, city, province].flatMap((one) => one ?? []),
      ),
    ).toBe('met fulfilled 50/40');
  });
});
