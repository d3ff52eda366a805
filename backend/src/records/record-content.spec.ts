import { expect, test } from '@jest/globals';
import { contentOf, type TitledType } from './record-content.js';

const type: TitledType = {
  id: 't',
  label: '统计',
  dayField: 'period',
  untilField: 'to',
  titleFields: ['kind', 'period', 'count', 'units', 'gone'],
  fields: [
    { id: 'kind', label: '类别', type: 'choice', required: true, options: ['甲'] },
    {
      id: 'period',
      label: '期',
      type: 'period',
      required: true,
      granularity: ['month', 'quarter', 'year', 'schoolYear'],
    },
    { id: 'count', label: '人数', type: 'integer', required: false, unit: '人' },
    { id: 'units', label: '单位', type: 'units', required: false },
    { id: 'to', label: '止', type: 'day', required: false },
    { id: 'note', label: '备注', type: 'text', required: false },
    { id: 'home', label: '家', type: 'record', required: false, target: 'x' },
  ],
};
const name = (code: string): string => `名${code}`;

test.each([
  ['2026-02', '2026-02-28', '2026年2月'],
  ['2028-02', '2028-02-29', '2028年2月'],
  ['2026-Q3', '2026-09-30', '2026年第3季度'],
  ['2026', '2026-12-31', '2026年'],
  ['2025-2026', '2026-08-31', '2025—2026学年'],
])('a period dates the record with its last day: %s', (period, day, title) => {
  expect(contentOf(type, { period }, name)).toMatchObject({ day, title, until: null });
});

test('an instant dates the record with its day', () => {
  const instant: TitledType = {
    ...type,
    dayField: 'at',
    titleFields: ['at'],
    fields: [{ id: 'at', label: '时间', type: 'instant', required: true }],
  };
  expect(contentOf(instant, { at: '2026-02-03T23:50' }, name)).toMatchObject({
    day: '2026-02-03',
    title: '2026-02-03 23:50',
  });
});

test('the title says what people look for; the search finds words of every field, but no link', () => {
  const content = contentOf(
    type,
    { kind: '甲', period: '2026', count: 12, units: ['1', '2'], note: 'ＡＢＣ  备注', home: 987654, to: '2026-03-01' },
    name,
  );
  expect(content).toEqual({
    day: '2026-12-31',
    until: '2026-03-01',
    title: '甲 · 2026年 · 12人 · 名1、名2',
    searchText: '统计 甲 · 2026年 · 12人 · 名1、名2 甲 2026年 12人 名1、名2 2026-03-01 abc 备注',
  });
});

test('a record without a title is called after its type', () => {
  expect(contentOf({ ...type, titleFields: ['note'] }, { period: '2026' }, name).title).toBe('统计');
});
