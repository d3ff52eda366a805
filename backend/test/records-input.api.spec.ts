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
    const reply = await client.post(recordsPath, body);
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
    const reply = await client.post(recordsPath, body);
    expect(reply.status).toBe(400);
    expect(reply.body.message).toMatch(chinese);
    expect(await storedIn(app)).toEqual(before);
  });

  test('all wrong fields come at once', async () => {
    const reply = await client.post(recordsPath, withMeeting({ date: '昨天', level: '省', extra: 1 }));
    expect(reply.body.fields.map((problem: { field: string }) => problem.field)).toEqual(['extra', 'date', 'level']);
  });

  test('a home has to be one, also where another place of the village is named', async () => {
    const opened = { opened_on: '2026-03-01', status: '在用' };
    const { id } = await enter('facility', village, { facility_type: '受理窗口', name: '儿童事务窗口', ...opened });
    const before = await storedIn(app);
    const fields = { home: id, date: '2026-07-04', activity_kind: '文体活动', participants: 18 };
    const reply = await client.post(recordsPath, { type: 'activity', unitCode: village, fields });
    expect([reply.status, reply.body.fields]).toEqual([
      400,
      [
        {
          field: 'home',
          label: '儿童之家',
          message: '「儿童之家」选的“设施机构”不是这一类，请选一条儿童之家、区域性儿童之家、其他就近场所。',
        },
      ],
    ]);
    expect(await storedIn(app)).toEqual(before);
  });

  test('only what a field may name is offered for it', async () => {
    const opened = { opened_on: '2026-03-01', status: '在用' };
    const home = await enter('facility', village, { facility_type: '儿童之家', name: '甲村 100% 儿童之家', ...opened });
    const window = await enter('facility', village, { facility_type: '受理窗口', name: '儿童之家旁的窗口', ...opened });
    const offered = async (field: string) => {
      const { body } = await client.get(`${recordsPath}?forField=${field}&unit=${village}`);
      return body.items.map(({ id }: { id: number }) => id);
    };
    expect(await offered('activity.home')).toContain(home.id);
    expect(await offered('activity.home')).not.toContain(window.id);
    for (const wrong of ['activity.date', 'activity.none', 'none.home', 'activity'])
      expect((await client.get(`${recordsPath}?forField=${wrong}`)).status).toBe(400);
  });

  test('numbers of documents are exempt by definition', async () => {
    await enter('meeting', county, { ...meeting, minutes_no: '13812345678' });
  });

  test('an edit and a reason are checked like an entry', async () => {
    const { id } = await enter('meeting', county, meeting);
    const before = await storedIn(app);
    const edit = await client.put(`${recordsPath}/${id}`, { version: 1, fields: { ...meeting, date: '2026-13-01' } });
    expect([edit.status, edit.body.fields[0].field]).toEqual([400, 'date']);
    for (const reason of ['', '  ', '找13812345678']) {
      const reply = await client.post(`${recordsPath}/${id}/withdraw`, { version: 1, reason });
      expect([reply.status, reply.body.fields[0].field]).toEqual([400, 'reason']);
    }
    expect(await storedIn(app)).toEqual(before);
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
        const reply = await client.post(recordsPath, { type: type.id, unitCode: town, fields });
        expect([type.id, reply.status]).toEqual([type.id, 400]);
        expect(reply.body.message).toMatch(chinese);
      }
    }
  });

  test('strange bodies and paths', async () => {
    const { id } = await enter('meeting', county, meeting);
    for (const value of values) {
      for (const [method, path] of [
        ['POST', recordsPath],
        ['PUT', `${recordsPath}/${id}`],
        ['POST', `${recordsPath}/${id}/approve`],
        ['POST', `${recordsPath}/${id}/return`],
        ['POST', `${recordsPath}/${id}/withdraw`],
        ['POST', `${recordsPath}/approve`],
        ['PUT', `${recordsPath}/${encodeURIComponent(String(value)).slice(0, 200)}`],
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
      const list = await client.get(`${recordsPath}?q=${encodeURIComponent(String(value)).slice(0, 90)}`);
      expect([200, 400]).toContain(list.status);
    }
    expect((await client.get(`${recordsPath}/${id}`)).body.version).toBe(1);
  });
});
