import { fractionOf } from './fraction.js';

describe('the fraction of a set of cells', () => {
  it('leaves out what is not due and what does not apply', () => {
    expect(fractionOf([11, 1, 0, 0, 3, 7])).toEqual({ met: 11, due: 12 });
  });

  it('counts missing data as due: silence is no pass', () => {
    expect(fractionOf([0, 0, 0, 4, 0, 0])).toEqual({ met: 0, due: 4 });
  });

  it('is nothing of nothing where nothing is due', () => {
    expect(fractionOf([0, 0, 0, 0, 5, 2])).toEqual({ met: 0, due: 0 });
  });
});
