import { parseDay } from '../days.js';
import { Tree } from '../facts/tree.js';
import { MERGED } from '../testing/changing-county.js';
import { addPredecessors, eachHeir, joinMonths, joinPredecessors } from './heirs.js';

/** 甲一村 and 甲二村 become 新村 on 1 July 2026. */
const after = new Tree(MERGED, parseDay('2026-07-01'));
const before = new Tree(MERGED, parseDay('2026-06-30'));
type Said = Readonly<Record<string, number>>;
const places = (of: Said) => Float64Array.from(MERGED, ({ code }) => of[code] ?? 0);
const read = (values: Iterable<number>): Said =>
  Object.fromEntries([...values].flatMap((value, at) => (value === 0 ? [] : [[MERGED[at]?.code ?? '', value]])));

describe('who took over', () => {
  it('is told from the day of the merger on', () => {
    const told = (tree: Tree) => {
      const found: string[] = [];
      eachHeir(tree, (heir, predecessors) =>
        found.push([...predecessors, heir].map((at) => MERGED[at]?.code).join(' ')),
      );
      return found;
    };
    expect([told(before), told(after)]).toEqual([[], ['v1 v2 v9']]);
  });
});

describe('what predecessors stated last', () => {
  const added = (tree: Tree, values: Said) => {
    const sums = places(values);
    addPredecessors(tree, places(Object.fromEntries(Object.keys(values).map((code) => [code, 1]))), sums);
    return read(sums);
  };
  it('is added up until the heir has stated something itself', () => {
    expect(added(after, { v1: 3, v2: 4, v3: 5 })).toEqual({ v9: 7, v3: 5 });
    expect(added(after, { v1: 3 })).toEqual({ v9: 3 });
    expect(added(after, { v1: 3, v2: 4, v9: 1 })).toEqual({ v9: 1 });
    expect(added(before, { v1: 3, v2: 4 })).toEqual({ v1: 3, v2: 4 });
  });
});

describe('what predecessors typed', () => {
  /** Each unit as `numerator denominator nobody`; a unit that is not named has sent nothing. */
  const joined = (tree: Tree, of: Readonly<Record<string, readonly [number, number, number]>>) => {
    const part = (at: 0 | 1 | 2) =>
      places(Object.fromEntries(Object.entries(of).map(([code, said]) => [code, said[at]])));
    const seen = places(Object.fromEntries(Object.keys(of).map((code) => [code, 1])));
    const sums = [part(0), part(1)];
    const flags = [part(2)];
    joinPredecessors(tree, seen, sums, flags);
    return [...sums, ...flags, seen].map(read);
  };
  it('says something only together, and nothing of nobody unless all say so', () => {
    expect(joined(after, { v1: [3, 4, 0], v2: [5, 6, 0] })).toEqual([{ v9: 8 }, { v9: 10 }, {}, { v9: 1 }]);
    expect(joined(after, { v1: [3, 4, 0] })).toEqual([{}, {}, {}, {}]);
    expect(joined(after, { v1: [0, 0, 1], v2: [0, 0, 1] })).toEqual([{}, {}, { v9: 1 }, { v9: 1 }]);
    expect(joined(after, { v1: [0, 0, 1], v2: [5, 6, 0] })).toEqual([{ v9: 5 }, { v9: 6 }, {}, { v9: 1 }]);
    expect(joined(before, { v1: [3, 4, 1] })).toEqual([{ v1: 3 }, { v1: 4 }, { v1: 1 }, { v1: 1 }]);
  });
  it('stands back once the heir has typed its own', () => {
    expect(joined(after, { v1: [3, 4, 1], v2: [5, 6, 1], v9: [1, 2, 0] })).toEqual([
      { v9: 1 },
      { v9: 2 },
      {},
      { v9: 1 },
    ]);
  });
});

describe('months that predecessors proved', () => {
  const months = (tree: Tree, of: Said) => read(joinMonths(tree, Int32Array.from(places(of))));
  it('are those that all of them proved, besides those of the heir itself', () => {
    expect(months(after, { v1: 0b0111, v2: 0b0110, v9: 0b1000, v3: 0b1 })).toEqual({ v9: 0b1110, v3: 0b1 });
    expect(months(after, { v1: 0b0111 })).toEqual({});
    expect(months(before, { v1: 0b0111 })).toEqual({ v1: 0b0111 });
  });
  it('leave what was given as it was', () => {
    const given = Int32Array.from(places({ v1: 1, v2: 1 }));
    joinMonths(after, given);
    expect(read(given)).toEqual({ v1: 1, v2: 1 });
  });
});
