import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Client,
  bureau,
  chinese,
  county,
  enterRecord,
  meeting,
  recordsPath,
  storedIn,
  town,
  training,
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

describe('entering and reading', () => {
  test('a record waits for review, has a title and says what it counts toward', async () => {
    const detail = await enter('meeting', county, meeting);
    expect(detail).toMatchObject({
      state: 'pending',
      day: '2026-04-02',
      title: '县政府 · 第一次留守儿童工作专题会议',
      fields: meeting,
      evidence: [],
      approvedAt: null,
      reviewStep: 0,
      reviewSteps: [{ reviewer: 'office', label: '县政府办公室' }],
      revisions: [
        { version: 1, action: 'enter', state: 'pending', fields: meeting, reason: null, selfApproval: false },
      ],
    });
    expect(detail.countsToward.map((line: { requirement: string }) => line.requirement)).toContain('1.1.3.a');
    expect((await client.get(`${recordsPath}/${detail.id}`)).body).toEqual(detail);
  });

  test('full-width digits are read as half-width ones', async () => {
    const { fields, day } = await enter('training', bureau, {
      ...training,
      date: '２０２６－０５－０６',
      headcount: '１２',
    });
    expect(fields).toMatchObject({ headcount: 12, date: '2026-05-06' });
    expect(day).toBe('2026-05-06');
  });

  test('a period dates the record with its last day', async () => {
    const { day } = await enter('zero_report', town, {
      statement: '零报告',
      month: '2026年2月',
      registers: ['收养'],
      signed_by: '王主任',
      signed_on: '2026-03-02',
    });
    expect(day).toBe('2026-02-28');
  });

  test('a record points at another one by its number, and its page shows the title', async () => {
    const home = await enter('facility', village, {
      facility_type: '儿童之家',
      name: '三岔店儿童之家',
      opened_on: '2025-06-01',
      status: '在用',
    });
    const activity = await enter('activity', village, {
      home: home.id,
      date: '2026-07-04',
      activity_kind: '文体活动',
      participants: 18,
    });
    expect(activity.linked).toEqual([
      { id: home.id, type: 'facility', title: '儿童之家 · 三岔店儿童之家', unitCode: village },
    ]);
  });

  test('the list is narrowed by type, subtree, state, days and words, and comes in pages', async () => {
    await enter('campaign', town, { date: '2026-01-10', topic: '强制报告', methods: ['现场宣传'] });
    await enter('campaign', town, { date: '2026-01-20', topic: '强制报告', methods: ['广播'] });
    const own = await client.get(`${recordsPath}?type=campaign&unit=${county}`);
    expect(own.body).toEqual({ total: 0, page: 1, size: 50, items: [] });
    const below = await client.get(`${recordsPath}?type=campaign&unit=${county}&subtree=true&sort=day`);
    expect(below.body.items.map((item: { day: string }) => item.day)).toEqual(['2026-01-10', '2026-01-20']);
    const second = await client.get(`${recordsPath}?type=campaign&size=1&page=2&sort=-day`);
    expect(second.body).toMatchObject({
      total: 2,
      page: 2,
      size: 1,
      items: [{ day: '2026-01-10', title: '强制报告 · 现场宣传', state: 'pending' }],
    });
    const found = await client.get(
      `${recordsPath}?q=${encodeURIComponent('宣传 现场')}&from=2026-01-01&to=2026-01-15&state=pending`,
    );
    expect(found.body.total).toBe(1);
    expect((await client.get(`${recordsPath}?q=${encodeURIComponent('100%_')}`)).body.total).toBe(0);
  });

  test.each([
    'type=nothing',
    'unit=999',
    'state=lost',
    'from=2026-02-30',
    'size=201',
    'size=0',
    'page=0',
    'sort=fields',
    'page=x',
    'limit=5',
    'q=a&q=b',
  ])('a list asked for with %s is refused in Chinese', async (query) => {
    const reply = await client.get(`${recordsPath}?${query}`);
    expect(reply.status).toBe(400);
    expect(reply.body.message).toMatch(chinese);
  });

  test('nothing is read or written without login', async () => {
    const guest = app.guest();
    for (const reply of [
      await guest.get(recordsPath),
      await guest.get(`${recordsPath}/1`),
      await guest.post(recordsPath, {}),
      await guest.get('/api/evidence/1/file'),
    ]) {
      expect(reply.status).toBe(401);
    }
  });

  test('a record that is not there', async () => {
    expect((await client.get(`${recordsPath}/999999`)).status).toBe(404);
    expect((await client.get(`${recordsPath}/abc`)).status).toBe(400);
    expect((await client.put(`${recordsPath}/999999`, { version: 1, fields: {} })).status).toBe(404);
  });
});

describe('versions', () => {
  test('a stale edit answers with both sides and stores nothing', async () => {
    const { id } = await enter('meeting', county, meeting);
    const first = await client.put(`${recordsPath}/${id}`, { version: 1, fields: { ...meeting, subject_title: '甲' } });
    expect(first.body).toMatchObject({ version: 2, state: 'pending', fields: { subject_title: '甲' } });
    const before = await storedIn(app);
    const late = await client.put(`${recordsPath}/${id}`, { version: 1, fields: { ...meeting, subject_title: '乙' } });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'records.stale',
      current: { id, version: 2, fields: { subject_title: '甲' } },
      yours: { version: 1, fields: { subject_title: '乙' } },
    });
    expect(late.body.message).toMatch(chinese);
    expect(await storedIn(app)).toEqual(before);
  });

  test('of many edits at once exactly one wins', async () => {
    const { id } = await enter('meeting', county, meeting);
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        client.put(`${recordsPath}/${id}`, { version: 1, fields: { ...meeting, subject_title: `第${index}稿` } }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 11 }, () => 409)]);
    const { body } = await client.get(`${recordsPath}/${id}`);
    expect(body.version).toBe(2);
    expect(body.revisions).toHaveLength(2);
  });

  test('many entries at once get numbers without a gap', async () => {
    const before = await storedIn(app);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        client.post(recordsPath, { type: 'meeting', unitCode: county, fields: meeting }),
      ),
    );
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(20);
    const after = await storedIn(app);
    expect(after['sequence']).toBe((before['sequence'] ?? 0) + 20);
    const seqs = replies.map(({ body }) => body.revisions[0].seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => (before['sequence'] ?? 0) + 1 + index));
  });
});
