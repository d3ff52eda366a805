import { numberAt, NumberOverTime, PARAMETER_DEFAULTS, parameterAt, ruleNumberAt } from './numbers.js';
import { day } from './testing/county.js';

/** Two from 2018, three from 1 July 2026; written down the other way round. */
const values = { '2026-07-01': 3, '2018-01-01': 2 };
const number = { unit: '次', says: null };

describe('a dated number', () => {
  it('is the newest that is not after the day, in whatever order it was written down', () => {
    expect(['2017-12-31', '2018-01-01', '2026-06-30', '2026-07-01'].map((at) => numberAt(values, day(at)))).toEqual([
      null,
      2,
      2,
      3,
    ]);
  });
  it('leaves out what is dated by no day', () => {
    expect(numberAt({ ...values, '2026-13-01': 9, soon: 8 }, day('2027-01-01'))).toBe(3);
    expect(numberAt({ soon: 8 }, day('2027-01-01'))).toBeNull();
  });
});

describe('the number of a requirement', () => {
  const parameters = { most_percent: { '2018-01-01': 90 } };
  it('is its own value on the day', () => {
    expect(ruleNumberAt({ ...number, values }, {}, day('2026-07-01'))).toBe(3);
    expect(ruleNumberAt({ ...number, values }, {}, day('2017-12-31'))).toBeNaN();
  });
  it('is the global parameter that it names', () => {
    expect(ruleNumberAt({ ...number, use: 'most_percent' }, parameters, day('2026-07-01'))).toBe(90);
  });
  it('is undefined where nothing gives it', () => {
    expect(ruleNumberAt(undefined, parameters, day('2026-07-01'))).toBeNaN();
    expect(ruleNumberAt(number, parameters, day('2026-07-01'))).toBeNaN();
    expect(ruleNumberAt({ ...number, use: 'unheard_of' }, parameters, day('2026-07-01'))).toBeNaN();
  });
});

describe('a number for clocks that start on different days', () => {
  const over = (more: object, parameters = {}) => {
    const told = new NumberOverTime({ ...number, ...more }, parameters);
    return ['2017-01-01', '2018-01-01', '2026-06-30', '2026-07-01', '2028-01-01'].map((at) => told.on(day(at)));
  };
  it('is the newest on each day, and the first one before all of them', () => {
    expect(over({ values })).toEqual([2, 2, 2, 3, 3]);
    expect(over({ values: { ...values, '2027-01-01': 4 } })).toEqual([2, 2, 2, 3, 4]);
    expect(over({ values: { soon: 8, ...values } })).toEqual([2, 2, 2, 3, 3]);
    expect(over({ use: 'hours' }, { hours: { '2018-01-01': 24 } })).toEqual([24, 24, 24, 24, 24]);
  });
  it('is undefined without any', () => {
    const none = [NaN, NaN, NaN, NaN, NaN];
    expect([over({}), over({ values: {} }), over({ use: 'unheard_of' })]).toEqual([none, none, none]);
    expect(new NumberOverTime(undefined, {}).on(day('2026-01-01'))).toBeNaN();
  });
});

describe('a global parameter', () => {
  it('is what the standard gives on the day, else the declared default', () => {
    const most = { most_percent: { '2026-07-01': 95 } };
    expect(parameterAt(most, 'most_percent', day('2026-07-01'))).toBe(95);
    expect(parameterAt(most, 'most_percent', day('2026-06-30'))).toBe(90);
    expect(parameterAt({}, 'period_grace_days', day('2026-06-30'))).toBe(10);
  });
  it('has a default wherever the engine reads one', () => {
    for (const value of Object.values(PARAMETER_DEFAULTS)) expect(value).toBeGreaterThan(0);
  });
});
