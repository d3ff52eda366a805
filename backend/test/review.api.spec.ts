import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Client,
  chinese,
  county,
  enterRecord,
  meeting,
  recordsPath,
  village,
  startTestApp,
  type TestApp,
} from './support/index.js';

let app: TestApp;
let client: Client;
const enter = (type: string, unitCode: string, fields: object) => enterRecord(client, type, unitCode, fields);

beforeAll(async () => {
  app = await startTestApp();
  client = app.client;
});
afterAll(() => app.stop());

describe('review', () => {
  test('approving an entry of one’s own is possible for the only account, and said', async () => {
    const { id } = await enter('meeting', county, meeting);
    const approved = await client.post(`${recordsPath}/${id}/approve`, { version: 1 });
    expect(approved.status).toBe(200);
    expect(approved.body).toMatchObject({ state: 'approved', version: 2, reviewStep: 1, selfApproval: true });
    expect(approved.body.approvedAt).toMatch(/^2026-11-2\dT/u);
    expect(approved.body.revisions.at(-1)).toMatchObject({
      action: 'approve',
      selfApproval: true,
      by: expect.any(String),
    });
    const again = await client.post(`${recordsPath}/${id}/approve`, { version: 2 });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'records.stateRefuses', message: '这条记录已经通过审核，不用再审。' });
  });

  test('editing an approved record makes it wait again, with a revision', async () => {
    const { id } = await enter('meeting', county, meeting);
    await client.post(`${recordsPath}/${id}/approve`, { version: 1 });
    const edited = await client.put(`${recordsPath}/${id}`, {
      version: 2,
      fields: { ...meeting, subject_title: '改名' },
    });
    expect(edited.body).toMatchObject({ state: 'pending', version: 3, approvedAt: null, reviewStep: 0 });
    expect(
      edited.body.revisions.map(({ action, state }: { action: string; state: string }) => `${action}:${state}`),
    ).toEqual(['enter:pending', 'approve:approved', 'edit:pending']);
  });

  test('returned with a reason, edited, approved', async () => {
    const { id } = await enter('meeting', county, meeting);
    const noReason = await client.post(`${recordsPath}/${id}/return`, { version: 1, reason: ' ' });
    expect([noReason.status, noReason.body.fields[0].field]).toEqual([400, 'reason']);
    const returned = await client.post(`${recordsPath}/${id}/return`, { version: 1, reason: '缺会议纪要' });
    expect(returned.body).toMatchObject({ state: 'returned', version: 2, selfApproval: false });
    expect(returned.body.revisions.at(-1)).toMatchObject({ action: 'return', reason: '缺会议纪要' });
    expect((await client.post(`${recordsPath}/${id}/approve`, { version: 2 })).status).toBe(409);
    expect((await client.put(`${recordsPath}/${id}`, { version: 2, fields: meeting })).body).toMatchObject({
      state: 'pending',
      version: 3,
    });
    expect((await client.post(`${recordsPath}/${id}/approve`, { version: 3 })).body.state).toBe('approved');
  });

  test('withdrawn is final', async () => {
    const { id } = await enter('meeting', county, meeting);
    const withdrawn = await client.post(`${recordsPath}/${id}/withdraw`, { version: 1, reason: '重复登记' });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', version: 2 });
    for (const [method, path, body] of [
      ['PUT', '', { version: 2, fields: meeting }],
      ['POST', '/approve', { version: 2 }],
      ['POST', '/return', { version: 2, reason: '错' }],
      ['POST', '/withdraw', { version: 2, reason: '错' }],
    ] as const) {
      const reply = await client.send(method, `${recordsPath}/${id}${path}`, body);
      expect([reply.status, reply.body.code]).toEqual([409, 'records.stateRefuses']);
    }
  });

  test('nothing new can point at a withdrawn record', async () => {
    const home = await enter('facility', village, {
      facility_type: '儿童之家',
      name: '旧家',
      opened_on: '2025-06-01',
      status: '在用',
    });
    await client.post(`${recordsPath}/${home.id}/withdraw`, { version: 1, reason: '登记错了' });
    const reply = await client.post(recordsPath, {
      type: 'activity',
      unitCode: village,
      fields: { home: home.id, date: '2026-07-04', activity_kind: '文体活动', participants: 1 },
    });
    expect([reply.status, reply.body.fields[0].field]).toEqual([400, 'home']);
  });

  test('a village’s place needs its town and then the bureau', async () => {
    const home = await enter('facility', village, {
      facility_type: '儿童之家',
      name: '两级',
      opened_on: '2025-06-01',
      status: '在用',
    });
    expect(home.reviewSteps).toEqual([
      { reviewer: 'town', label: '南鲁山镇' },
      { reviewer: 'bureau', label: '县民政局' },
    ]);
    const first = await client.post(`${recordsPath}/${home.id}/approve`, { version: 1 });
    expect(first.body).toMatchObject({ state: 'pending', reviewStep: 1, approvedAt: null, version: 2 });
    const second = await client.post(`${recordsPath}/${home.id}/approve`, { version: 2 });
    expect(second.body).toMatchObject({ state: 'approved', reviewStep: 2, version: 3 });
  });

  test('several at once: what cannot be approved is listed with the reason', async () => {
    const [a, b] = [await enter('meeting', county, meeting), await enter('meeting', county, meeting)];
    await client.post(`${recordsPath}/${b.id}/withdraw`, { version: 1, reason: '重复' });
    const items = [
      { id: a.id, version: 1 },
      { id: b.id, version: 2 },
      { id: 999999, version: 1 },
      { id: a.id, version: 1 },
    ];
    const { status, body } = await client.post(`${recordsPath}/approve`, { items });
    expect(status).toBe(200);
    expect(body.approved).toEqual([a.id]);
    expect(body.refused.map(({ id }: { id: number }) => id)).toEqual([b.id, 999999, a.id]);
    for (const { message } of body.refused) expect(message).toMatch(chinese);
    expect((await client.post(`${recordsPath}/approve`, { items: [] })).status).toBe(400);
  });
});
