import type { UnitFact } from '../facts.types.js';
import type { Rule } from '../rule.types.js';
import { told } from '../testing/changing-county.js';
import { day, UNITS, type Entry } from '../testing/county.js';
import { Tree } from './tree.js';

/** The villages of the small county with their ends, and more villages. */
const ending = (ends: Readonly<Record<string, Partial<UnitFact>>>, ...more: readonly UnitFact[]) => [
  ...UNITS.map((unit) => ({ ...unit, ...ends[unit.code] })),
  ...more,
];
const village = (code: string, more: Partial<UnitFact>): UnitFact => ({
  code,
  shortName: code,
  kind: 'village',
  parentCode: 't1',
  ...more,
});
/** `heir: predecessors` in the order in which what they stated is handed on. */
const handedOn = (units: readonly UnitFact[], asOf = '2026-12-01') => {
  const tree = new Tree(units, day(asOf));
  const code = (unit: number) => tree.units[unit]?.code ?? '-';
  return tree.successions.map(({ heir, predecessors }) => `${code(heir)}: ${predecessors.map(code).join(' ')}`);
};

describe('what ended units stated', () => {
  const v9 = village('v9', { from: '2026-02-01' });
  it('goes to the unit that took over first, then to the one that took over from that', () => {
    const units = ending(
      {
        v1: { to: '2026-06-30', heir: 'v9' },
        v2: { to: '2026-01-31', heir: 'v9' },
        v3: { to: '2026-03-31', heir: 'v1' },
      },
      v9,
    );
    expect(handedOn(units, '2026-01-31')).toEqual([]);
    expect(handedOn(units, '2026-04-01')).toEqual(['v9: v2', 'v1: v3']);
    expect(handedOn(units, '2026-07-01').map((line) => line.slice(0, 2))).toEqual(['v1', 'v9']);
    const reversed = handedOn([...units].reverse(), '2026-07-01');
    expect(reversed.map((line) => line.slice(0, 2))).toEqual(['v1', 'v9']);
  });
  it('goes no further than into a circle, which no list of units should hold', () => {
    const circle = ending({
      v1: { to: '2026-03-31', heir: 'v2' },
      v2: { to: '2026-03-31', heir: 'v1' },
      v3: { to: '2026-01-31', heir: 'v1' },
    });
    expect(handedOn(circle)).toEqual(['v1: v3']);
    const tree = new Tree(circle, day('2026-12-01'));
    expect([5, 6].map((unit) => tree.heirOf(unit))).toEqual([5, 6]);
  });
  it('goes on and on through mergers of many and of one', () => {
    const units = ending(
      {
        v1: { to: '2026-01-31', heir: 'v3' },
        v2: { to: '2026-01-31', heir: 'v3' },
        v3: { to: '2026-06-30', heir: 'v9' },
      },
      v9,
    );
    for (const list of [units, [...units].reverse()])
      expect(handedOn(list).map((line) => line.slice(0, 2))).toEqual(['v3', 'v9']);
  });

  /** On one day 甲二村 was merged into 甲一村, and 甲一村 into v9. */
  const atOnce = ending({ v2: { to: '2026-06-30', heir: 'v1' }, v1: { to: '2026-06-30', heir: 'v9' } }, v9);
  it('goes the whole way where two changes fall on one day, however the list is ordered', () => {
    expect(handedOn(atOnce)).toEqual(['v1: v2', 'v9: v1']);
    expect(handedOn([...atOnce].reverse())).toEqual(['v1: v2', 'v9: v1']);
    const typed: Rule = {
      kind: 'coverage',
      period: 'quarter',
      of: { type: 'reported', of: { record: 'child_stat' }, numerator: 'done', denominator: 'all' },
    };
    const sheet: Entry = {
      type: 'child_stat',
      unit: 'v2',
      fields: { quarter: '2026-Q2', done: 6, all: 6 },
      submittedOn: '2026-06-25',
    };
    for (const units of [atOnce, [...atOnce].reverse()])
      expect(told(typed, { target: 100, yellow: 90 }, [sheet], '2026-07-05', 'v9', units)).toBe('met fulfilled 6/6');
  });
});
