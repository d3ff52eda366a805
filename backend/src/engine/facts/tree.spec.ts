import { formatDay, parseDay } from '../days.js';
import { NO_DAY, type UnitFact } from '../facts.types.js';
import type { Subject } from '../rule.types.js';
import { day, UNITS } from '../testing/county.js';
import { Tree } from './tree.js';
import { Trees } from './trees.js';

const changed = (changes: Readonly<Record<string, Partial<UnitFact>>>, ...more: readonly UnitFact[]) => [
  ...UNITS.map((unit) => ({ ...unit, ...changes[unit.code] })),
  ...more,
];
const village = (code: string, more: Partial<UnitFact> = {}): UnitFact => ({
  code,
  shortName: code,
  kind: 'village',
  parentCode: 't1',
  ...more,
});
/** The units of a day, by code. */
function on(units: readonly UnitFact[], at: string | null) {
  const tree = at === null ? new Tree(units) : new Trees(units).on(day(at));
  const code = (unit: number | undefined) => (unit === undefined ? '?' : (tree.units[unit]?.code ?? '-'));
  const index = (of: string) => tree.indexOf.get(of) ?? -1;
  return {
    tree,
    there: units.filter((unit) => tree.isThere(index(unit.code))).map((unit) => unit.code),
    parent: (of: string) => code(tree.parent[index(of)]),
    heir: (of: string) => code(tree.heirOf(index(of))),
    before: (of: string) => tree.predecessors(index(of)).map(code),
    below: (of: string) => tree.subtree(index(of)).map(code),
    within: (of: string, other: string) => tree.isWithin(index(of), index(other)),
    villages: (of: string) => tree.villagesBelow[index(of)],
    subjects: (subject: Subject) => tree.subjects(subject).map(code),
    end: (of: string) => dayText(tree.endOf(index(of))),
    born: (of: string) => dayText(tree.bornOn(index(of))),
    isVillage: (of: string) => tree.isVillage(index(of)),
  };
}
const dayText = (at: number) => (at === NO_DAY ? '' : formatDay(at));

describe('units that never change', () => {
  const { tree, parent, below, within, villages, subjects, isVillage, heir, before, end, born } = on(
    UNITS,
    '2026-05-01',
  );
  it('have parents, subtrees and villages below them', () => {
    expect(['c', 'b1', 't1', 'v1', 'v3'].map(parent)).toEqual(['-', 'c', 'c', 't1', 't2']);
    expect(below('c')).toEqual(['c', 'b1', 'b2', 't1', 't2', 'v1', 'v2', 'v3']);
    expect(below('t1')).toEqual(['t1', 'v1', 'v2']);
    expect(below('v3')).toEqual(['v3']);
    expect([within('v1', 'c'), within('v1', 't1'), within('v1', 'v1'), within('v1', 't2'), within('t1', 'v1')]).toEqual(
      [true, true, true, false, false],
    );
    expect(within('nowhere', 'c')).toBe(false);
    expect(['c', 'b1', 't1', 't2', 'v1'].map(villages)).toEqual([3, 0, 2, 1, 1]);
    expect(UNITS.map((unit) => unit.code).filter(isVillage)).toEqual(['v1', 'v2', 'v3']);
    expect(isVillage('nowhere')).toBe(false);
    expect([tree.isCounty(0), tree.isCounty(1), tree.isCounty(-1)]).toEqual([true, false, false]);
    expect(tree.length).toBe(8);
  });
  it('are named by what they are', () => {
    expect(subjects('county')).toEqual(['c']);
    expect(subjects('each_town')).toEqual(['t1', 't2']);
    expect(subjects('each_town_without_streets')).toEqual(['t1']);
    for (const size of ['each_village', 'each_village_ge100', 'each_village_lt100'] as const)
      expect(subjects(size)).toEqual(['v1', 'v2', 'v3']);
    expect(subjects('bureau:县公安局')).toEqual(['b2']);
    expect(subjects('bureau:县教体局')).toEqual([]);
    expect(subjects('bureau:甲镇')).toEqual([]);
  });
  it('hold their own records only, and neither begin nor end', () => {
    expect(tree.hasHeirs).toBe(false);
    expect(['c', 'v3', 'nowhere'].map(heir)).toEqual(['c', 'v3', '-']);
    expect(before('v1')).toEqual([]);
    expect(UNITS.map(({ code }) => end(code) + born(code)).join('')).toBe('');
    expect([end('nowhere'), born('nowhere')]).toEqual(['', '']);
  });
  it('add what stands below to all above, step by step', () => {
    const values = Float64Array.from([1, 2, 4, 8, 16, 32, 64, 128]);
    tree.addUp(values);
    expect([...values]).toEqual([255, 2, 4, 8 + 32 + 64, 16 + 128, 32, 64, 128]);
  });
  it('may stand in the list in any order', () => {
    const turned = on([...UNITS].reverse(), '2026-05-01');
    expect(['c', 't1', 't2'].map(turned.villages)).toEqual([3, 2, 1]);
    expect(turned.below('t1')).toEqual(['v2', 'v1', 't1']);
    expect(turned.subjects('each_village')).toEqual(['v3', 'v2', 'v1']);
  });
  it('end somewhere, even where the list says that two lie below each other', () => {
    const circle = on(changed({ t1: { parentCode: 't2' }, t2: { parentCode: 't1' } }), '2026-05-01');
    expect(circle.within('v1', 't2')).toBe(true);
    expect(circle.within('v1', 'c')).toBe(false);
    expect(on(changed({ t1: { parentCode: 'nowhere' } }), '2026-05-01').parent('t1')).toBe('-');
  });
});

describe('units that change', () => {
  it('exist from their first day through their last', () => {
    const units = changed({ v1: { from: '2026-03-01', to: '2026-06-30' } });
    const days = ['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'];
    expect(days.map((at) => on(units, at).there.includes('v1'))).toEqual([false, true, true, false]);
    expect(days.map((at) => on(units, at).villages('c'))).toEqual([2, 3, 3, 2]);
    expect(days.map((at) => on(units, at).below('t1').length)).toEqual([2, 3, 3, 2]);
    expect(days.map((at) => on(units, at).subjects('each_village').length)).toEqual([2, 3, 3, 2]);
  });
  it('all count, as they were first, where no day is asked for', () => {
    const units = changed(
      { v1: { to: '1960-06-30', heir: 'v2' }, v3: { states: [{ from: '1960-01-01', parentCode: 't1' }] } },
      village('v9', { from: '2030-01-01' }),
    );
    const ever = on(units, null);
    expect(ever.there).toEqual(units.map((unit) => unit.code));
    expect([ever.heir('v1'), ever.end('v1'), ever.parent('v3')]).toEqual(['v1', '', 't2']);
    expect(on(units, '2026-01-01').parent('v3')).toBe('t1');
  });
  it('take on each state on its first day, and keep what a state leaves out', () => {
    const units = changed({
      t1: {
        states: [
          { from: '2026-03-01', kind: 'street' },
          { from: '2026-07-01', shortName: '新街道' },
        ],
      },
    });
    const states = (at: string) => {
      const unit = on(units, at).tree.units[3];
      return `${unit?.shortName} ${unit?.kind} ${unit?.parentCode}`;
    };
    expect(['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map(states)).toEqual([
      '甲镇 town c',
      '甲镇 street c',
      '甲镇 street c',
      '新街道 street c',
    ]);
  });
  it('pass their records on from the day after their last, through several mergers', () => {
    const units = changed(
      { v1: { to: '2026-03-31', heir: 'v2' }, v2: { to: '2026-06-30', heir: 'v9' } },
      village('v9', { from: '2026-07-01' }),
    );
    const heirs = (at: string) => ['v1', 'v2', 'v9'].map(on(units, at).heir).join(' ');
    expect(heirs('2026-03-31')).toBe('v1 v2 v9');
    expect(heirs('2026-04-01')).toBe('v2 v2 v9');
    expect(heirs('2026-06-30')).toBe('v2 v2 v9');
    expect(heirs('2026-07-01')).toBe('v9 v9 v9');
    expect(on(units, '2026-07-01').before('v9')).toEqual(['v2']);
    expect(on(units, '2026-07-01').before('v2')).toEqual(['v1']);
    expect(on(units, '2026-04-01').before('v2')).toEqual(['v1']);
    expect(on(units, '2026-03-31').tree.hasHeirs).toBe(false);
    expect(on(units, '2026-07-01').end('v1')).toBe('');
  });
  it('keep what is theirs where the heir is unknown or names its own forerunner', () => {
    const lost = on(changed({ v1: { to: '2026-03-31', heir: 'nowhere' } }), '2026-05-01');
    expect([lost.heir('v1'), lost.end('v1')]).toEqual(['v1', '2026-03-31']);
    const circle = changed({ v1: { to: '2026-03-31', heir: 'v2' }, v2: { to: '2026-03-31', heir: 'v1' } });
    expect(['v1', 'v2']).toContain(on(circle, '2026-05-01').heir('v1'));
  });
  it('end without an heir on their last day, and are nobody’s forerunner', () => {
    const units = changed({ v1: { to: '2026-06-30' } });
    expect(['2026-06-30', '2026-07-01'].map((at) => on(units, at).end('v1'))).toEqual(['', '2026-06-30']);
    expect(on(units, '2026-07-01').heir('v1')).toBe('v1');
    expect(on(units, '2026-07-01').tree.hasHeirs).toBe(false);
  });
  it('leave the units below them to their heir', () => {
    const units = changed({ t1: { to: '2026-06-30', heir: 't2' } });
    const after = on(units, '2026-07-01');
    expect(after.parent('v1')).toBe('t2');
    expect(after.below('t2')).toEqual(['t2', 'v1', 'v2', 'v3']);
    expect(after.villages('t2')).toBe(3);
  });
  it('have a first day of their own only where they began without a forerunner', () => {
    const units = changed(
      {},
      village('v8', { from: '2026-08-10', newborn: true }),
      village('v9', { from: '2026-08-10' }),
    );
    expect(['v1', 'v8', 'v9'].map(on(units, '2026-09-01').born)).toEqual(['', '2026-08-10', '']);
  });
  it('are found as bureaus by every name they bore, in the unit that goes on', () => {
    const units = changed({
      b1: {
        names: ['县民政局', '县民政和社工局'],
        states: [{ from: '2026-03-01', shortName: '县民政和社工局' }],
        to: '2026-06-30',
        heir: 'b2',
      },
    });
    for (const name of ['县民政局', '县民政和社工局'] as const) {
      expect(on(units, '2026-01-01').subjects(`bureau:${name}`)).toEqual(['b1']);
      expect(on(units, '2026-05-01').subjects(`bureau:${name}`)).toEqual(['b1']);
      expect(on(units, '2026-07-01').subjects(`bureau:${name}`)).toEqual(['b2']);
    }
    expect(on(changed({ b1: { to: '2026-06-30' } }), '2026-07-01').subjects('bureau:县民政局')).toEqual([]);
    const both = changed({ b2: { names: ['县公安局', '县民政局'] } });
    expect(on(both, '2026-05-01').subjects('bureau:县民政局')).toEqual(['b1', 'b2']);
  });
});

describe('stretches of days without a change', () => {
  const units = changed(
    { v1: { to: '2026-06-30', heir: 'v9' }, t1: { states: [{ from: '2027-01-01', kind: 'street' }] } },
    village('v9', { from: '2026-07-01' }),
  );
  const trees = new Trees(units);
  it('are counted from the first change on', () => {
    const epochs = ['2020-01-01', '2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01', '2040-01-01'];
    expect(epochs.map((at) => trees.epochOf(day(at)))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(epochs.map((at) => trees.on(day(at)).epoch)).toEqual([0, 0, 1, 1, 2, 2]);
  });
  it('share one tree', () => {
    expect(trees.on(day('2026-07-01'))).toBe(trees.on(day('2026-12-31')));
    expect(trees.on(day('2026-07-01'))).not.toBe(trees.on(day('2026-06-30')));
    expect(trees.on(day('2026-07-01')).subjects('county')).toBe(trees.on(day('2026-08-01')).subjects('county'));
  });
  it('are one where nothing ever changes, whatever the first and last days say', () => {
    const still = new Trees(changed({ v1: { from: 'unknown', to: '2026-13-01' } }));
    expect([parseDay('1800-01-01') ?? 0, day('2026-05-01')].map((at) => still.epochOf(at))).toEqual([0, 0]);
    expect(still.on(day('2026-05-01')).isThere(5)).toBe(true);
  });
});
