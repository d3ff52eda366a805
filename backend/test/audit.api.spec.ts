import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { auditVerify } from '../src/commands/audit-verify/command.js';
import {
  bureau,
  chinese,
  county,
  enterRecord,
  meeting,
  pdfBytes,
  recordsPath,
  startTestApp,
  storedIn,
  type TestApp,
  testPassword,
} from './support/index.js';

interface Entry {
  readonly number: number;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly actorName: string;
  readonly address: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly result: string;
}

describe('the trail', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  const entries = async (query: string): Promise<Entry[]> => {
    const reply = await test.client.get(`/api/audit?${query}`);
    expect(reply.status).toBe(200);
    return reply.body.items;
  };
  const newest = async (action: string): Promise<Entry> => (await entries(`action=${action}&size=1`))[0] as Entry;
  const json = (text: string | null) => JSON.parse(text ?? 'null');

  it('tells of the one-time password, the login and the chosen password, and holds no secret', async () => {
    const all = await entries('size=200');
    expect(all.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.oneTimePassword', 'session.login', 'session.password']),
    );
    expect(JSON.stringify(all)).not.toContain(testPassword);
    expect(JSON.stringify(all)).not.toContain(test.client.cookie.split('=')[1]);
    expect((await newest('session.login')).address).toBe('127.0.0.1');
    expect((await newest('account.oneTimePassword')).actorName).toBe('系统');
  });

  it('tells of a refused login by account and reason, and never keeps a name that is no account', async () => {
    await test.guest().post('/api/session', { username: 'admin', password: 'wrong' });
    expect(await newest('session.login')).toMatchObject({ result: 'refused', actorName: '管理员' });
    expect(json((await newest('session.login')).after)).toEqual({ reason: 'wrongPassword' });
    await test.guest().post('/api/session', { username: 'my-secret-Password1', password: 'x' });
    const entry = await newest('session.login');
    expect(json(entry.after)).toEqual({ reason: 'unknownName' });
    expect(JSON.stringify(entry)).not.toContain('my-secret');
    const guest = test.guest();
    await guest.signIn('admin', testPassword);
    await guest.delete('/api/session');
    expect(await newest('session.logout')).toMatchObject({ actorName: '管理员', result: 'done' });
  });

  it('tells of a wrong present password when a new one is set', async () => {
    await test.client.post('/api/session/password', { current: 'wrong', next: 'Qing-Shan-2027-lv' });
    expect(await newest('session.password')).toMatchObject({ result: 'refused' });
  });

  it('tells of every step of a record with what changed', async () => {
    const record = await enterRecord(test.client, 'meeting', county, meeting);
    expect(await newest('record.enter')).toMatchObject({ objectId: String(record.id), actorName: '管理员' });
    const path = `${recordsPath}/${record.id}`;
    await test.client.put(path, { version: 1, fields: { ...meeting, subject_title: '第二次会议' } });
    const edit = await newest('record.edit');
    expect(json(edit.before).fields).toEqual({ subject_title: meeting.subject_title });
    expect(json(edit.after).fields).toEqual({ subject_title: '第二次会议' });
    const bytes = pdfBytes();
    const hung = await test.client.upload(`${path}/evidence?type=minutes&version=2`, '纪要.pdf', bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(json((await newest('record.attach')).after).evidence).toMatchObject([{ name: '纪要.pdf', sha256 }]);
    const id = hung.body.evidence[0].id;
    await test.client.download(`/api/evidence/${id}/file`);
    expect(await newest('evidence.download')).toMatchObject({ objectKind: 'evidence', objectId: String(id) });
    await test.client.delete(`${path}/evidence/${id}?version=3`);
    expect(json((await newest('record.detach')).before).evidence).toMatchObject([{ id }]);
    await test.client.post(`${path}/return`, { version: 4, reason: '缺签到表' });
    expect(json((await newest('record.return')).after)).toMatchObject({ state: 'returned', reason: '缺签到表' });
    await test.client.put(path, { version: 5, fields: meeting });
    await test.client.post(`${path}/approve`, { version: 6 });
    expect(json((await newest('record.approve')).after)).toMatchObject({ version: 7, selfApproval: true });
    await test.client.post(`${path}/withdraw`, { version: 7, reason: '重复登记' });
    expect(json((await newest('record.withdraw')).before)).toMatchObject({ version: 7 });
    const steps = await entries(`objectKind=record&objectId=${record.id}`);
    expect(steps.map(({ action }) => action.slice(7)).reverse()).toEqual([
      'enter',
      'edit',
      'attach',
      'detach',
      'return',
      'edit',
      'approve',
      'withdraw',
    ]);
  });

  it('tells of settings, days off, units and workbooks', async () => {
    await test.client.put('/api/settings', { campaignStart: '2026-03-01', implied: true });
    expect(json((await newest('setting.change')).after)).toEqual({ value: true });
    const year = { source: '通知', holidays: ['2027-01-01'], workingWeekends: [], springFestival: [] };
    expect((await test.client.put('/api/holidays/2027', year)).status).toBe(200);
    expect(await newest('holiday.change')).toMatchObject({ objectId: 'holidays.2027', before: '{"value":null}' });
    const rename = {
      type: 'rename',
      day: '2026-06-01',
      code: bureau,
      name: '沂源县民政和养老局',
      shortName: '县民养局',
    };
    expect((await test.client.post('/api/unit-changes', rename)).status).toBe(201);
    expect(await newest('unit.change')).toMatchObject({ objectKind: 'unit', objectId: bureau });
    const { bytes } = await test.client.download('/api/reports/task-completion.xlsx?asOf=2026-11-24');
    const { after } = await newest('report.export');
    expect(json(after).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('tells of refusals with route and address, and not of a page that asks who is signed in', async () => {
    await test.guest().get('/api/session');
    await test.guest().get('/api/settings');
    expect(await newest('access.refused')).toMatchObject({
      actorName: '未登录',
      objectId: 'GET /api/settings',
      result: 'refused',
      address: '127.0.0.1',
    });
    await test.client.get(`${recordsPath}/999999`);
    expect(await newest('access.refused')).toMatchObject({
      actorName: '管理员',
      objectId: 'GET /api/records/:id (999999)',
    });
    await test.client.send('PUT', '/api/settings', { implied: true }, { 'x-requested-with': '' });
    expect(json((await newest('access.refused')).after)).toEqual({ status: 403, code: 'platform.headerMissing' });
    expect(await entries('objectId=GET%20/api/session')).toEqual([]);
  });

  it('lists by day, account, action and object, in pages, and tells that it was read', async () => {
    expect(await entries('from=2026-11-25')).toEqual([]);
    expect((await entries('from=2026-11-24&to=2026-11-24')).length).toBeGreaterThan(5);
    expect(await entries('account=nobody')).toEqual([]);
    const page = await test.client.get('/api/audit?account=%E7%AE%A1%E7%90%86%E5%91%98&size=2&page=2');
    expect(page.body).toMatchObject({ page: 2, size: 2 });
    expect(page.body.items).toHaveLength(2);
    expect(json((await newest('audit.read')).after)).toMatchObject({ action: 'audit.read' });
    for (const query of ['action=nothing', 'page=0', 'from=2026-02-30', 'x=1', 'objectKind=%00']) {
      expect((await test.client.get(`/api/audit?${query}`)).status).toBe(400);
    }
  });

  it('is guarded in the database against update, delete and replacing', () => {
    const database = new Database(join(test.dataDir, 'scorecard.db'));
    for (const statement of [
      `UPDATE audit_entry SET actor_name = 'x' WHERE number = 1`,
      'DELETE FROM audit_entry WHERE number = 1',
      'INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE number = 2',
    ]) {
      expect(() => database.exec(statement)).toThrow(/audit_entry/);
    }
    database.close();
  });

  it('keeps its key where only the owner reads it', () => {
    expect(statSync(join(test.dataDir, 'audit.key')).mode & 0o777).toBe(0o600);
  });

  it('refuses the action with a sentence and stores nothing when it cannot be written', async () => {
    const record = await enterRecord(test.client, 'meeting', county, meeting);
    const before = await storedIn(test);
    const settings = (await test.client.get('/api/settings')).body;
    const database = new Database(join(test.dataDir, 'scorecard.db'));
    database.exec(`CREATE TRIGGER shut BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'shut'); END`);
    const path = `${recordsPath}/${record.id}`;
    const refused = [
      await test.client.post(recordsPath, { type: 'meeting', unitCode: county, fields: meeting }),
      await test.client.post(`${path}/approve`, { version: 1 }),
      await test.client.post(`${path}/withdraw`, { version: 1, reason: '重复' }),
      await test.client.put('/api/settings', { implied: false }),
      await test.guest().post('/api/session', { username: 'admin', password: testPassword }),
      await test.client.get('/api/reports/task-completion.xlsx'),
      await test.client.get('/api/audit'),
    ];
    database.exec('DROP TRIGGER shut');
    database.close();
    for (const { status, body } of refused) {
      expect({ status, code: body.code }).toEqual({ status: 503, code: 'audit.notWritten' });
      expect(body.message).toMatch(chinese);
      expect(JSON.stringify(body)).not.toMatch(/SQLITE|shut|audit_entry/);
    }
    expect(await storedIn(test)).toEqual(before);
    expect((await test.client.get('/api/settings')).body).toEqual(settings);
    expect((await test.client.get(path)).body).toMatchObject({ version: 1, state: 'pending' });
  });

  it('holds after 50 parallel writes, while the server runs and after it', async () => {
    const enter = () => test.client.post(recordsPath, { type: 'meeting', unitCode: county, fields: meeting });
    const replies = await Promise.all(Array.from({ length: 50 }, enter));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    const lines: string[] = [];
    expect([auditVerify(['--data', test.dataDir], (line) => lines.push(line)), lines]).toEqual([
      0,
      [expect.stringContaining('完好')],
    ]);
  });
});
