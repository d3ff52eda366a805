import { expect, it } from 'vitest';
import type { RecordType } from '../../api';
import { groupTypes } from './group-types';

it('keeps the working order of the groups, unknown groups last, empty ones away', () => {
  const types = [
    { id: 'case', group: '个案与零报告' },
    { id: 'new', group: '其他' },
    { id: 'meeting', group: '文件与会议' },
  ] as RecordType[];
  expect(groupTypes(types).map(({ name }) => name)).toEqual(['文件与会议', '个案与零报告', '其他']);
});
