import { expect, it } from 'vitest';
import type { FieldSpec } from '../../api';
import { changesBetween, sameValue, sizeInWords, valueInWords, type Names } from './value-words';

const names: Names = {
  unit: (code) => (code === 't1' ? '南麻街道' : code),
  record: (id) => (id === 7 ? '南麻儿童之家' : null),
};
const field = (id: string, type: FieldSpec['type'], unit?: string): FieldSpec => ({
  id,
  label: id,
  type,
  required: false,
  ...(unit ? { unit } : {}),
});

it('names units and linked records, and adds the unit of measure', () => {
  expect(valueInWords(field('a', 'units'), ['t1', 't2'], names)).toBe('南麻街道、t2');
  expect(valueInWords(field('a', 'record'), 7, names)).toBe('南麻儿童之家');
  expect(valueInWords(field('a', 'record'), 8, names)).toBe('第 8 号记录');
  expect(valueInWords(field('a', 'integer', '人'), 0, names)).toBe('0 人');
  expect(valueInWords(field('a', 'unitCounts', '人'), { t1: 3 }, names)).toBe('南麻街道 3 人');
  expect(valueInWords(field('a', 'flag'), false, names)).toBe('否');
  expect(valueInWords(field('a', 'instant'), '2026-02-03T09:30', names)).toBe('2026-02-03 09:30');
  expect(valueInWords(field('a', 'text'), undefined, names)).toBe('未填');
});

it('lists only what changed, in the order of the type', () => {
  const type = { fields: [field('x', 'text'), field('n', 'integer', '人'), field('l', 'choices')] };
  const changes = changesBetween(type, { x: '甲', n: 1, l: ['a', 'b'] }, { n: 2, l: ['b', 'a'] }, names);
  expect(changes.map(({ field: { id }, before, after }) => [id, before, after])).toEqual([
    ['x', '甲', '未填'],
    ['n', '1 人', '2 人'],
  ]);
});

it('takes a typed number for the stored one', () => {
  expect(sameValue('12', 12)).toBe(true);
  expect(sameValue(undefined, [])).toBe(true);
  expect(sameValue(false, null)).toBe(false);
});

it('cuts sizes down', () => {
  expect([500, 2048, 1_600_000].map(sizeInWords)).toEqual(['1 KB', '2 KB', '1.5 MB']);
});
