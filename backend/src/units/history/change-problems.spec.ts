import { after, BASE, merge, rename, row } from '../testing/small-county.js';
import { applyChange } from './apply-change.js';
import type { UnitChange } from './history.types.js';

/** Kind of the refusal and its first sentence. */
function refused(change: UnitChange, ...before: readonly UnitChange[]): string {
  const applied = applyChange(after(...before), change);
  const [problem] = applied.ok ? [] : applied.problems;
  return problem === undefined ? 'applied' : `${problem.kind} ${problem.sentence}`;
}

describe('a change that cannot be', () => {
  const village = (code: string, shortName: string, parentCode: string, day = '2026-05-01'): UnitChange => ({
    type: 'found',
    day,
    ...row(code, shortName, 'village', parentCode),
    parentCode,
  });
  const part = (code: string, shortName: string) => ({ code, name: shortName, shortName });

  it.each<[string, UnitChange, readonly UnitChange[], string]>([
    ['an unknown unit', { ...rename, code: 'xx' }, [], 'invalid 没有代码为“xx”的单位'],
    [
      'a unit that has ended',
      { type: 'close', day: '2026-08-01', code: 'v1' },
      [merge],
      'conflict “东村”已于 2026-07-01 并入“中村”',
    ],
    [
      'a unit before its first day',
      { type: 'close', day: '2026-06-01', code: 'v9' },
      [merge],
      'conflict “中村”自 2026-07-01 起才设立',
    ],
    [
      'a day before an earlier change',
      { ...rename, day: '2026-02-01', shortName: '县卫生局' },
      [rename],
      'conflict “县卫健局”在 2026-03-01 已有变更',
    ],
    ['a merger of one', { ...merge, codes: ['v1'] }, [], 'invalid 合并至少要有两个单位'],
    ['a merger that names one twice', { ...merge, codes: ['v1', 'v1'] }, [], 'invalid 合并的单位里有重复的代码'],
    ['a merger of a village and a town', { ...merge, codes: ['v1', 't2'] }, [], 'invalid “东村”、“乙镇”不能合并'],
    [
      'a merger into another unit that is there',
      { ...merge, into: { code: 'v4' } },
      [],
      'conflict 代码“v4”已是“北村”的代码',
    ],
    [
      'a merger into a unit without a name',
      { ...merge, into: { code: 'v9' } },
      [],
      'invalid 新单位要写全称（name）和简称（shortName）',
    ],
    [
      'a split whose heir is not among its parts',
      { type: 'split', day: '2026-05-01', code: 'v1', parts: [part('a', '甲'), part('b', '乙')], heir: 'v1' },
      [],
      'invalid 接续记录的单位“v1”不在拆分出的单位里',
    ],
    [
      'a split that goes on but hands its records to another',
      { type: 'split', day: '2026-05-01', code: 'v1', parts: [part('v1', '东村'), part('b', '乙')], heir: 'b' },
      [],
      'invalid “东村”拆分后还在，它的记录由它自己接续',
    ],
    [
      'a split into one',
      { type: 'split', day: '2026-05-01', code: 'v1', parts: [part('a', '甲')], heir: 'a' },
      [],
      'invalid 拆分至少要有两个单位',
    ],
    ['an unknown parent', village('v8', '新村', 'xx'), [], 'invalid 没有代码为“xx”的上级单位'],
    [
      'a parent of the wrong kind',
      village('v8', '新村', 'wj'),
      [],
      'invalid “县卫计局”不能做它的上级：村、社区的上级是镇、街道',
    ],
    [
      'a parent that has ended',
      village('v8', '新村', 't1', '2026-06-01'),
      [{ type: 'merge', day: '2026-05-01', codes: ['t1', 't2'], into: { code: 't2' } }],
      'conflict “甲镇”已于 2026-05-01 并入“乙镇”，2026-06-01 不能做上级',
    ],
    [
      'a parent that will end',
      village('v8', '新村', 't1', '2026-04-01'),
      [{ type: 'merge', day: '2026-05-01', codes: ['t1', 't2'], into: { code: 't2' } }],
      'conflict “甲镇”到 2026-04-30 为止',
    ],
    [
      'a code in use, also by a unit that has ended',
      village('v1', '新村', 't2', '2026-08-01'),
      [merge],
      'conflict 代码“v1”已是“东村”的代码',
    ],
    ['a name that a neighbour has', village('v8', '北村', 't2'), [], 'conflict 同一上级下已有简称“北村”'],
    [
      'a name that another bureau once had',
      { ...rename, day: '2026-05-01', code: 'yb', shortName: '县卫计局' },
      [rename],
      'conflict 同一上级下已有简称“县卫计局”（现在的“县卫健局”）',
    ],
    [
      'a village that becomes a town',
      { type: 'kind', day: '2026-05-01', code: 'v1', kind: 'town' },
      [],
      'invalid 村、社区的类别只能在村、社区之间变',
    ],
    [
      'a town that still has villages',
      { type: 'close', day: '2026-05-01', code: 't1' },
      [],
      'conflict “甲镇”下面还有 3 个单位（东村、西村、南村）',
    ],
    [
      'a town that a village leaves only later',
      { type: 'close', day: '2026-05-01', code: 't2' },
      [{ type: 'move', day: '2026-06-01', code: 'v4', parentCode: 't1' }],
      'conflict “乙镇”下面还有 1 个单位（北村）',
    ],
    ['the end of the county', { type: 'close', day: '2026-05-01', code: 'c' }, [], 'invalid 县不能撤销'],
  ])('%s', (_, change, before, sentence) => {
    expect(refused(change, ...before)).toContain(sentence);
    expect(refused(change, ...before)).toMatch(/[。]$/);
  });

  it('leaves everything as it was', () => {
    const before = JSON.stringify(BASE);
    refused({ ...merge, codes: ['v1', 'xx'] });
    refused(merge);
    expect(JSON.stringify(BASE)).toBe(before);
  });

  it('a name that has become free may be taken again, a town emptied first may close', () => {
    expect(refused({ ...merge, into: { code: 'v9', name: '东村', shortName: '东村' } })).toBe('applied');
    const moves: UnitChange[] = [{ type: 'move', day: '2026-05-01', code: 'v4', parentCode: 't1' }];
    expect(refused({ type: 'close', day: '2026-05-01', code: 't2' }, ...moves)).toBe('applied');
  });
});
