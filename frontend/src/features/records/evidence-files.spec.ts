import { expect, it } from 'vitest';
import { toApiError, type RecordDetail } from '../../api';
import { pendingFile, sendFiles } from './evidence-files';

const record = { id: 5, version: 1 } as RecordDetail;
const file = (name: string) => new File(['x'], name);

it('sends each file on the version that the one before left, and keeps the refused one with its sentence', async () => {
  const sent: [number, string, string][] = [];
  const files = [file('a.pdf'), file('b.zip'), file('c.jpg')].map((one) => pendingFile(one, 'minutes'));
  const progress: number[] = [];
  const { record: after, left } = await sendFiles(
    record,
    files,
    (done) => progress.push(done),
    async (id, version, type, one) => {
      if (one.name === 'b.zip') throw toApiError(415, { code: 'evidence.refused', message: '是压缩包。' });
      sent.push([version, type, one.name]);
      return { ...record, id, version: version + 1 };
    },
  );
  expect(sent).toEqual([
    [1, 'minutes', 'a.pdf'],
    [2, 'minutes', 'c.jpg'],
  ]);
  expect(after.version).toBe(3);
  expect(left.map(({ file: { name }, problem }) => [name, problem])).toEqual([['b.zip', '是压缩包。']]);
  expect(progress).toEqual([0, 1, 2]);
});
