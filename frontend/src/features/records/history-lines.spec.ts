import { expect, it } from 'vitest';
import type { RecordRevision } from '../../api';
import { historyLines } from './history-lines';

const type = { fields: [{ id: 'a', label: '名称', type: 'text' as const, required: true }] };
const revision = (seq: number, more: Partial<RecordRevision>): RecordRevision => ({
  seq,
  version: seq,
  action: 'edit',
  state: 'pending',
  at: '2026-11-24T02:00:00Z',
  by: '管理员',
  reason: null,
  selfApproval: false,
  fields: {},
  evidence: [],
  ...more,
});

it('tells the newest step first, with what changed and which files came and went', () => {
  const names = { unit: (code: string) => code, record: () => null };
  const lines = historyLines(
    type,
    [
      revision(1, { action: 'enter', fields: { a: '甲' } }),
      revision(3, { action: 'edit', fields: { a: '乙' }, evidence: [] }),
      revision(2, { action: 'attach', fields: { a: '甲' }, evidence: [{ id: 9, type: 'minutes', name: '纪要.pdf' }] }),
    ],
    names,
  );
  expect(lines.map(({ action }) => action)).toEqual(['修改', '上传材料', '登记']);
  expect(lines[0]).toMatchObject({ files: ['移除：纪要.pdf'], changes: [{ before: '甲', after: '乙' }] });
  expect(lines[1]).toMatchObject({ files: ['上传：纪要.pdf'], changes: [] });
  expect(lines[2]).toMatchObject({ files: [], changes: [] });
});

it('takes the files of an imported record for those that it has later', () => {
  const names = { unit: (code: string) => code, record: () => null };
  const [edit] = historyLines(
    type,
    [
      revision(1, { action: 'enter', evidence: [{ id: 0, type: 'minutes', name: '纪要.pdf' }] }),
      revision(2, { evidence: [{ id: 7, type: 'minutes', name: '纪要.pdf' }] }),
    ],
    names,
  );
  expect(edit?.files).toEqual([]);
});
