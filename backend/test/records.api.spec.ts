import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, startTestApp, storedIn, type TestApp } from './support/index.js';

const county = '370323';
const bureau = '370323-mz';
const town = '370323104';
const village = '370323111224';
const chinese = /[\u4e00-\u9fff].*[。）]?$/u;

const meeting = {
  date: '2026-04-02',
  level: '县政府',
  subject_title: '第一次留守儿童工作专题会议',
  subjects: ['农村留守儿童关爱保护', '困境儿童保障'],
  topics: ['重大问题'],
};
const training = { date: '2026-05-06', topic: '儿童工作业务培训', audience_groups: ['儿童主任'], headcount: 40 };

let app: TestApp;
let client: Client;
const records = '/api/records';

beforeAll(async () => {
  app = await startTestApp();
  client = app.client;
});
afterAll(() => app.stop());

async function enter(type: string, unitCode: string, fields: object) {
  const reply = await client.post(records, { type, unitCode, fields });
  expect(reply.body).toMatchObject({ type, version: 1 });
  expect(reply.status).toBe(201);
  return reply.body;
}

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
    expect((await client.get(`${records}/${detail.id}`)).body).toEqual(detail);
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
    const own = await client.get(`${records}?type=campaign&unit=${county}`);
    expect(own.body).toEqual({ total: 0, page: 1, size: 50, items: [] });
    const below = await client.get(`${records}?type=campaign&unit=${county}&subtree=true&sort=day`);
    expect(below.body.items.map((item: { day: string }) => item.day)).toEqual(['2026-01-10', '2026-01-20']);
    const second = await client.get(`${records}?type=campaign&size=1&page=2&sort=-day`);
    expect(second.body).toMatchObject({
      total: 2,
      page: 2,
      size: 1,
      items: [{ day: '2026-01-10', title: '强制报告 · 现场宣传', state: 'pending' }],
    });
    const found = await client.get(
      `${records}?q=${encodeURIComponent('宣传 现场')}&from=2026-01-01&to=2026-01-15&state=pending`,
    );
    expect(found.body.total).toBe(1);
    expect((await client.get(`${records}?q=${encodeURIComponent('100%_')}`)).body.total).toBe(0);
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
    const reply = await client.get(`${records}?${query}`);
    expect(reply.status).toBe(400);
    expect(reply.body.message).toMatch(chinese);
  });

  test('nothing is read or written without login', async () => {
    const guest = app.guest();
    for (const reply of [
      await guest.get(records),
      await guest.get(`${records}/1`),
      await guest.post(records, {}),
      await guest.get('/api/evidence/1/file'),
    ]) {
      expect(reply.status).toBe(401);
    }
  });

  test('a record that is not there', async () => {
    expect((await client.get(`${records}/999999`)).status).toBe(404);
    expect((await client.get(`${records}/abc`)).status).toBe(400);
    expect((await client.put(`${records}/999999`, { version: 1, fields: {} })).status).toBe(404);
  });
});

describe('bad input: a sentence naming the field, nothing stored', () => {
  const withMeeting = (change: object) => ({ type: 'meeting', unitCode: county, fields: { ...meeting, ...change } });
  const withTraining = (change: object) => ({ type: 'training', unitCode: bureau, fields: { ...training, ...change } });

  test.each<[string, unknown, string, RegExp]>([
    ['a day that does not exist', withMeeting({ date: '2026-02-30' }), 'date', /「日期」没有这一天.*2026-02-03/u],
    ['a missing day', withMeeting({ date: null }), 'date', /请填写「日期」/u],
    ['an unknown unit', { ...withMeeting({}), unitCode: '999' }, 'unitCode', /「单位」没有“999”/u],
    [
      'a unit that keeps no such records',
      { ...withMeeting({}), unitCode: village },
      'unitCode',
      /「单位」不能是“三岔店”.*由县、县直部门、镇、街道登记/u,
    ],
    [
      'an unknown unit in a field',
      withMeeting({ attendee_units: [bureau, 'x'] }),
      'attendee_units',
      /「参会单位」里没有“x”这个单位/u,
    ],
    [
      'a unit of the wrong kind in a field',
      withMeeting({ attendee_units: [village] }),
      'attendee_units',
      /「参会单位」不能填“三岔店”/u,
    ],
    ['an unknown type', { ...withMeeting({}), type: 'party' }, 'type', /没有“party”这种登记类型/u],
    [
      'a field that the type does not have',
      withMeeting({ child_name: '小明' }),
      'child_name',
      /“会议”没有「child_name」这一项/u,
    ],
    ['text in a number', withTraining({ headcount: '四十' }), 'headcount', /「参训人数」应填数字，如 12/u],
    ['half a person', withTraining({ headcount: 1.5 }), 'headcount', /「参训人数」应填整数/u],
    ['a negative number', withTraining({ headcount: '－１' }), 'headcount', /「参训人数」不能小于 0/u],
    ['more who passed than came', withTraining({ passed: 41 }), 'passed', /「合格人数」不能多于「参训人数」/u],
    ['an option that there is not', withMeeting({ level: '省政府' }), 'level', /「级别」没有“省政府”这一项/u],
    [
      'an identity number',
      withMeeting({ subject_title: '研究11010519491231002X个案' }),
      'subject_title',
      /「会议名称」里像是有身份证号，请删去/u,
    ],
    [
      'a full-width identity number',
      withMeeting({ chair_role: '１１０１０５１９４９１２３１００２Ｘ' }),
      'chair_role',
      /「主持人职务」里像是有身份证号/u,
    ],
    [
      'a mobile number',
      withMeeting({ chair_role: '县长13812345678' }),
      'chair_role',
      /「主持人职务」里像是有手机号码/u,
    ],
    [
      'a text that is too long',
      withMeeting({ chair_role: '长'.repeat(41) }),
      'chair_role',
      /「主持人职务」最多 40 个字/u,
    ],
  ])('%s', async (_, body, field, message) => {
    const before = await storedIn(app);
    const reply = await client.post(records, body);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code: 'records.fieldInvalid', number: expect.any(String), fields: [{ field }] });
    expect(reply.body.message).toMatch(message);
    expect(await storedIn(app)).toEqual(before);
  });

  test.each<[string, unknown]>([
    ['no type', { unitCode: county, fields: meeting }],
    ['a type that is a number', { type: 5, unitCode: county, fields: meeting }],
    ['no fields', { type: 'meeting', unitCode: county }],
    ['fields as a list', { type: 'meeting', unitCode: county, fields: [] }],
    ['something more', { ...withMeeting({}), state: 'approved' }],
    ['nothing', {}],
    ['a list', []],
    ['broken JSON', '{"type":'],
    ['a prototype', '{"type":"meeting","unitCode":"370323","fields":{"__proto__":{"a":1}}}'],
  ])('a body with %s', async (_, body) => {
    const before = await storedIn(app);
    const reply = await client.post(records, body);
    expect(reply.status).toBe(400);
    expect(reply.body.message).toMatch(chinese);
    expect(await storedIn(app)).toEqual(before);
  });

  test('all wrong fields come at once', async () => {
    const reply = await client.post(records, withMeeting({ date: '昨天', level: '省', extra: 1 }));
    expect(reply.body.fields.map((problem: { field: string }) => problem.field)).toEqual(['extra', 'date', 'level']);
  });

  test('numbers of documents are exempt by definition', async () => {
    await enter('meeting', county, { ...meeting, minutes_no: '13812345678' });
  });

  test('an edit and a reason are checked like an entry', async () => {
    const { id } = await enter('meeting', county, meeting);
    const before = await storedIn(app);
    const edit = await client.put(`${records}/${id}`, { version: 1, fields: { ...meeting, date: '2026-13-01' } });
    expect([edit.status, edit.body.fields[0].field]).toEqual([400, 'date']);
    for (const reason of ['', '  ', '找13812345678']) {
      const reply = await client.post(`${records}/${id}/withdraw`, { version: 1, reason });
      expect([reply.status, reply.body.fields[0].field]).toEqual([400, 'reason']);
    }
    expect(await storedIn(app)).toEqual(before);
  });
});

describe('versions', () => {
  test('a stale edit answers with both sides and stores nothing', async () => {
    const { id } = await enter('meeting', county, meeting);
    const first = await client.put(`${records}/${id}`, { version: 1, fields: { ...meeting, subject_title: '甲' } });
    expect(first.body).toMatchObject({ version: 2, state: 'pending', fields: { subject_title: '甲' } });
    const before = await storedIn(app);
    const late = await client.put(`${records}/${id}`, { version: 1, fields: { ...meeting, subject_title: '乙' } });
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
        client.put(`${records}/${id}`, { version: 1, fields: { ...meeting, subject_title: `第${index}稿` } }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 11 }, () => 409)]);
    const { body } = await client.get(`${records}/${id}`);
    expect(body.version).toBe(2);
    expect(body.revisions).toHaveLength(2);
  });

  test('many entries at once get numbers without a gap', async () => {
    const before = await storedIn(app);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => client.post(records, { type: 'meeting', unitCode: county, fields: meeting })),
    );
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(20);
    const after = await storedIn(app);
    expect(after['sequence']).toBe((before['sequence'] ?? 0) + 20);
    const seqs = replies.map(({ body }) => body.revisions[0].seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => (before['sequence'] ?? 0) + 1 + index));
  });
});

describe('review', () => {
  test('approving an entry of one’s own is possible for the only account, and said', async () => {
    const { id } = await enter('meeting', county, meeting);
    const approved = await client.post(`${records}/${id}/approve`, { version: 1 });
    expect(approved.status).toBe(200);
    expect(approved.body).toMatchObject({ state: 'approved', version: 2, reviewStep: 1, selfApproval: true });
    expect(approved.body.approvedAt).toMatch(/^2026-11-2\dT/u);
    expect(approved.body.revisions.at(-1)).toMatchObject({
      action: 'approve',
      selfApproval: true,
      by: expect.any(String),
    });
    const again = await client.post(`${records}/${id}/approve`, { version: 2 });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'records.stateRefuses', message: '这条记录已经通过审核，不用再审。' });
  });

  test('editing an approved record makes it wait again, with a revision', async () => {
    const { id } = await enter('meeting', county, meeting);
    await client.post(`${records}/${id}/approve`, { version: 1 });
    const edited = await client.put(`${records}/${id}`, { version: 2, fields: { ...meeting, subject_title: '改名' } });
    expect(edited.body).toMatchObject({ state: 'pending', version: 3, approvedAt: null, reviewStep: 0 });
    expect(
      edited.body.revisions.map(({ action, state }: { action: string; state: string }) => `${action}:${state}`),
    ).toEqual(['enter:pending', 'approve:approved', 'edit:pending']);
  });

  test('returned with a reason, edited, approved', async () => {
    const { id } = await enter('meeting', county, meeting);
    const noReason = await client.post(`${records}/${id}/return`, { version: 1, reason: ' ' });
    expect([noReason.status, noReason.body.fields[0].field]).toEqual([400, 'reason']);
    const returned = await client.post(`${records}/${id}/return`, { version: 1, reason: '缺会议纪要' });
    expect(returned.body).toMatchObject({ state: 'returned', version: 2, selfApproval: false });
    expect(returned.body.revisions.at(-1)).toMatchObject({ action: 'return', reason: '缺会议纪要' });
    expect((await client.post(`${records}/${id}/approve`, { version: 2 })).status).toBe(409);
    expect((await client.put(`${records}/${id}`, { version: 2, fields: meeting })).body).toMatchObject({
      state: 'pending',
      version: 3,
    });
    expect((await client.post(`${records}/${id}/approve`, { version: 3 })).body.state).toBe('approved');
  });

  test('withdrawn is final', async () => {
    const { id } = await enter('meeting', county, meeting);
    const withdrawn = await client.post(`${records}/${id}/withdraw`, { version: 1, reason: '重复登记' });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', version: 2 });
    for (const [method, path, body] of [
      ['PUT', '', { version: 2, fields: meeting }],
      ['POST', '/approve', { version: 2 }],
      ['POST', '/return', { version: 2, reason: '错' }],
      ['POST', '/withdraw', { version: 2, reason: '错' }],
    ] as const) {
      const reply = await client.send(method, `${records}/${id}${path}`, body);
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
    await client.post(`${records}/${home.id}/withdraw`, { version: 1, reason: '登记错了' });
    const reply = await client.post(records, {
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
    const first = await client.post(`${records}/${home.id}/approve`, { version: 1 });
    expect(first.body).toMatchObject({ state: 'pending', reviewStep: 1, approvedAt: null, version: 2 });
    const second = await client.post(`${records}/${home.id}/approve`, { version: 2 });
    expect(second.body).toMatchObject({ state: 'approved', reviewStep: 2, version: 3 });
  });

  test('several at once: what cannot be approved is listed with the reason', async () => {
    const [a, b] = [await enter('meeting', county, meeting), await enter('meeting', county, meeting)];
    await client.post(`${records}/${b.id}/withdraw`, { version: 1, reason: '重复' });
    const items = [
      { id: a.id, version: 1 },
      { id: b.id, version: 2 },
      { id: 999999, version: 1 },
      { id: a.id, version: 1 },
    ];
    const { status, body } = await client.post(`${records}/approve`, { items });
    expect(status).toBe(200);
    expect(body.approved).toEqual([a.id]);
    expect(body.refused.map(({ id }: { id: number }) => id)).toEqual([b.id, 999999, a.id]);
    for (const { message } of body.refused) expect(message).toMatch(chinese);
    expect((await client.post(`${records}/approve`, { items: [] })).status).toBe(400);
  });
});

describe('no request gets a 500', () => {
  const values = [
    null,
    true,
    0,
    -1,
    1e308,
    '',
    ' ',
    '\u202e',
    '２０２６',
    '2026-02-30',
    'constructor',
    '__proto__',
    [],
    [[]],
    {},
    { a: { b: [] } },
    ['x'],
    '💥',
    "'; DROP TABLE record;--",
    'x'.repeat(5000),
    '%',
    '\\',
  ];

  test('strange values in every field of every type', async () => {
    const types: { id: string; fields: { id: string }[] }[] = (await client.get('/api/record-types')).body.recordTypes;
    expect(types).toHaveLength(20);
    let next = 0;
    for (const type of types) {
      for (let round = 0; round < 4; round += 1) {
        const fields = Object.fromEntries(type.fields.map((field) => [field.id, values[next++ % values.length]]));
        const reply = await client.post(records, { type: type.id, unitCode: town, fields });
        expect([type.id, reply.status]).toEqual([type.id, 400]);
        expect(reply.body.message).toMatch(chinese);
      }
    }
  });

  test('strange bodies and paths', async () => {
    const { id } = await enter('meeting', county, meeting);
    for (const value of values) {
      for (const [method, path] of [
        ['POST', records],
        ['PUT', `${records}/${id}`],
        ['POST', `${records}/${id}/approve`],
        ['POST', `${records}/${id}/return`],
        ['POST', `${records}/${id}/withdraw`],
        ['POST', `${records}/approve`],
        ['PUT', `${records}/${encodeURIComponent(String(value)).slice(0, 200)}`],
      ] as const) {
        for (const body of [value, { version: value, fields: value, reason: value, items: value }]) {
          const reply = await client.send(method, path, JSON.stringify(body));
          expect([method, path, JSON.stringify(body).slice(0, 80), reply.status >= 400 && reply.status < 500]).toEqual([
            method,
            path,
            JSON.stringify(body).slice(0, 80),
            true,
          ]);
        }
      }
      const list = await client.get(`${records}?q=${encodeURIComponent(String(value)).slice(0, 90)}`);
      expect([200, 400]).toContain(list.status);
    }
    expect((await client.get(`${records}/${id}`)).body.version).toBe(1);
  });
});
