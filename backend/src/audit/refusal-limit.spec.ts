import { RefusalLimit } from './refusal-limit.js';

describe('the limit of told refusals', () => {
  it('tells of so many a minute, and then how many were left out', () => {
    const limit = new RefusalLimit(2);
    expect([0, 1, 2, 3].map((now) => limit.admit('a', now))).toEqual([{}, {}, null, null]);
    expect(limit.admit('b', 4)).toEqual({});
    expect(limit.admit('a', 60_000)).toEqual({ leftOutBefore: 2 });
    expect(limit.admit('a', 60_001)).toEqual({});
  });

  it('forgets the address that was quiet longest when there are too many', () => {
    const limit = new RefusalLimit(1);
    for (let index = 0; index < 2000; index += 1) expect(limit.admit(`address ${index}`, 0)).toEqual({});
    expect(limit.admit('address 1999', 0)).toBeNull();
  });
});
