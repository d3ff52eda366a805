import { expect, it } from 'vitest';
import type { Unit } from '../../api';
import { findUnits, treeOf } from './unit-search';

const unit = (code: string, kind: Unit['kind'], parentCode: string | null, name = code): Unit => ({
  code,
  kind,
  parentCode,
  name,
  shortName: name,
  displayName: name,
});
const units = [
  unit('c', 'county', null, '县政府'),
  unit('b', 'bureau', 'c', '县民政局'),
  unit('t2', 'town', 'c', '鲁村镇'),
  unit('t1', 'street', 'c', '南麻街道'),
  unit('v', 'community', 't1', '东升社区'),
];

it('keeps the order of the list and hangs villages under their town', () => {
  const tree = treeOf(units);
  expect(tree.county.map(({ code }) => code)).toEqual(['c', 'b']);
  expect(tree.towns.map(({ unit: { code }, villages }) => [code, villages.length])).toEqual([
    ['t2', 0],
    ['t1', 1],
  ]);
});

it('finds by a part of the name, and nothing for blanks', () => {
  expect(findUnits(units, ' 社区 ').map(({ code }) => code)).toEqual(['v']);
  expect(findUnits(units, ' ')).toEqual([]);
});
