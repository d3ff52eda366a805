import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EvidenceService } from '../src/evidence/index.js';
import { type ImportedRecord, RecordFactsService, RecordImportService } from '../src/records/index.js';
import { pdfBytes, startTestApp, storedIn, type TestApp } from './support/index.js';

const village = '370323111224';
const clerk = { id: 'clerk', name: '三岔店经办人' };
const reviewer = { id: 'town', name: '南鲁山镇审核人' };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const place = (key: string, submittedAt: string): ImportedRecord => ({
  type: 'facility',
  unitCode: village,
  fields: { facility_type: '儿童之家', name: key, opened_on: '2025-01-01', status: '在用' },
  key,
  enteredBy: clerk,
  submittedAt,
  approval: { by: reviewer, at: '2026-03-05T02:00:00.000Z' },
});

test('records come with their own past; numbers follow the time, links and proof hold', async () => {
  const before = await storedIn(app);
  const file = await app.app.get(EvidenceService).keepBytes('照片.pdf', pdfBytes('import'));
  const activity: ImportedRecord = {
    type: 'activity',
    unitCode: village,
    fields: { home: { key: '甲之家' }, date: '2026-03-03', activity_kind: '文体活动', participants: '１２' },
    evidence: [{ type: 'photo', file }],
    enteredBy: clerk,
    submittedAt: '2026-03-03T16:30:00.000Z',
    approval: null,
    returned: { by: reviewer, at: '2026-03-06T02:00:00.000Z', reason: '照片不清' },
  };
  const [home, done] = await app.app
    .get(RecordImportService)
    .importMany([place('甲之家', '2026-03-04T02:00:00.000Z'), activity]);
  const detail = (await app.client.get(`/api/records/${done}`)).body;
  expect(detail).toMatchObject({
    state: 'returned',
    version: 2,
    fields: { home, participants: 12 },
    evidence: [{ name: '照片.pdf' }],
    evidenceTypes: ['photo'],
  });
  const homeDetail = (await app.client.get(`/api/records/${home}`)).body;
  expect(homeDetail).toMatchObject({ state: 'approved', approvedAt: '2026-03-05T02:00:00.000Z', reviewStep: 2 });
  const start = before['sequence'] ?? 0;
  expect(detail.revisions.map(({ seq }: { seq: number }) => seq - start)).toEqual([1, 4]);
  expect(homeDetail.revisions.map(({ seq }: { seq: number }) => seq - start)).toEqual([2, 3]);
  expect((await storedIn(app))['sequence']).toBe(start + 4);

  const facts = [];
  for await (const chunk of app.app.get(RecordFactsService).changedAfter(start)) facts.push(...chunk.facts);
  expect(facts.map(({ id }) => id)).toEqual([home, done]);
  expect(facts[1]).toEqual({
    id: done,
    type: 'activity',
    unit: village,
    fields: { home, date: '2026-03-03', activity_kind: '文体活动', participants: 12 },
    evidence: ['photo'],
    state: 'returned',
    submittedOn: '2026-03-04',
    approvedOn: null,
  });
  expect(facts[0]).toMatchObject({ state: 'approved', submittedOn: '2026-03-04', approvedOn: '2026-03-05' });
});

test('one wrong record, and none is stored', async () => {
  const before = await storedIn(app);
  const wrong = { ...place('乙', '2026-03-04T02:00:00.000Z'), unitCode: '999' };
  await expect(
    app.app.get(RecordImportService).importMany([place('丙', '2026-03-04T02:00:00.000Z'), wrong]),
  ).rejects.toThrow('第 2 条：「单位」没有“999”');
  expect(await storedIn(app)).toEqual(before);
});

test('a change that comes later is found by its number', async () => {
  const [id] = await app.app.get(RecordImportService).importMany([place('丁', '2026-03-04T02:00:00.000Z')]);
  const { sequence } = await storedIn(app);
  expect((await app.client.post(`/api/records/${id}/withdraw`, { version: 2, reason: '停用' })).status).toBe(200);
  const chunks = [];
  for await (const chunk of app.app.get(RecordFactsService).changedAfter(sequence ?? 0)) chunks.push(chunk);
  expect(chunks).toMatchObject([{ seq: (sequence ?? 0) + 1, facts: [{ id, state: 'withdrawn' }] }]);
});
