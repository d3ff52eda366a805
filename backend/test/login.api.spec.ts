import Database from 'better-sqlite3';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MovableClock } from '../src/platform/clock/index.js';
import { startTestApp, type TestApp, testPassword } from './support/index.js';

describe('login', () => {
  let test: TestApp;
  const clock = new MovableClock('2026-11-24T08:00:00+08:00');

  beforeAll(async () => {
    test = await startTestApp({ clock });
  });
  afterAll(() => test.stop());

  it('gives a cookie out of reach for scripts and other sites', async () => {
    const reply = await test.guest().post('/api/session', { username: ' Admin ', password: testPassword });
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      username: 'admin',
      displayName: '管理员',
      mustChangePassword: false,
      idleMinutes: 30,
    });
    const cookie = reply.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^scorecard_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('stores neither the password nor the token', async () => {
    const token = test.client.cookie.split('=')[1] ?? '';
    expect(token.length).toBeGreaterThan(20);
    const files = readdirSync(test.dataDir).filter((name) => name.startsWith('scorecard.db'));
    const stored = files.map((name) => readFileSync(join(test.dataDir, name), 'latin1')).join('');
    expect(stored).toContain('$argon2id$');
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(testPassword);
  });

  it('says calmly that nobody is signed in', async () => {
    const reply = await test.guest().get('/api/session');
    expect(reply.status).toBe(401);
    expect(reply.body).toMatchObject({ code: 'identity.loginRequired', message: '请先登录' });
  });

  it('ends with logout, on the server too', async () => {
    const guest = test.guest();
    await guest.signIn('admin', testPassword);
    const cookie = guest.cookie;
    expect((await guest.delete('/api/session')).status).toBe(204);
    guest.cookie = cookie;
    expect((await guest.get('/api/settings')).status).toBe(401);
  });

  it('ends after 30 idle minutes, and each request moves the limit', async () => {
    const guest = test.guest();
    await guest.signIn('admin', testPassword);
    clock.advanceMinutes(29);
    expect((await guest.get('/api/settings')).status).toBe(200);
    clock.advanceMinutes(29);
    expect((await guest.get('/api/settings')).status).toBe(200);
    clock.advanceMinutes(31);
    const late = await guest.get('/api/settings');
    expect(late.status).toBe(401);
    expect(late.body.code).toBe('identity.sessionEnded');
    await test.client.signIn('admin', testPassword);
  });

  it('ends after 12 hours however busy', async () => {
    const guest = test.guest();
    await guest.signIn('admin', testPassword);
    for (let quarter = 1; quarter < 48; quarter += 1) {
      clock.advanceMinutes(15);
      expect((await guest.get('/api/session')).status).toBe(200);
    }
    clock.advanceMinutes(15);
    expect((await guest.get('/api/session')).status).toBe(401);
    await test.client.signIn('admin', testPassword);
  });

  it('answers a wrong name and a wrong password alike', async () => {
    const name = await test.guest().post('/api/session', { username: 'nobody', password: 'x' });
    const password = await test.guest().post('/api/session', { username: 'admin', password: 'x' });
    expect([name.status, password.status]).toEqual([401, 401]);
    expect({ ...name.body, number: '' }).toEqual({ ...password.body, number: '' });
    await test.guest().signIn('admin', testPassword);
  });

  it('rests 15 minutes after five wrong passwords, without saying so', async () => {
    const wrong = () => test.guest().post('/api/session', { username: 'admin', password: 'wrong' });
    const first = await wrong();
    for (let count = 2; count <= 5; count += 1) await wrong();
    const right = await test.guest().post('/api/session', { username: 'admin', password: testPassword });
    expect(right.status).toBe(401);
    expect({ ...right.body, number: '' }).toEqual({ ...first.body, number: '' });
    clock.advanceMinutes(14);
    expect((await test.guest().post('/api/session', { username: 'admin', password: testPassword })).status).toBe(401);
    clock.advanceMinutes(1);
    await test.client.signIn('admin', testPassword);
  });

  it('counts guesses before it looks at them, so that many at once are not many tries', async () => {
    const guess = () => test.guest().post('/api/session', { username: 'admin', password: 'wrong' });
    const replies = await Promise.all(Array.from({ length: 20 }, guess));
    expect(replies.every((reply) => reply.status === 401)).toBe(true);
    const database = new Database(join(test.dataDir, 'scorecard.db'), { readonly: true });
    const { tries } = database
      .prepare(`SELECT COUNT(*) AS tries FROM login_attempt WHERE username = 'admin'`)
      .get() as {
      tries: number;
    };
    database.close();
    expect(tries).toBe(5);
    clock.advanceMinutes(16);
    await test.client.signIn('admin', testPassword);
  });

  it('ends all other sessions when the password changes, and refuses a weak one', async () => {
    const other = test.guest();
    await other.signIn('admin', testPassword);
    const weak = await test.client.post('/api/session/password', { current: testPassword, next: 'short' });
    expect(weak.status).toBe(400);
    expect(weak.body.fields).toEqual([{ field: 'next', label: '新密码', message: weak.body.message }]);
    const wrong = await test.client.post('/api/session/password', { current: 'wrong', next: 'Shan-Shui-Tian-58' });
    expect(wrong.body.code).toBe('identity.currentPasswordWrong');
    expect((await other.get('/api/session')).status).toBe(200);
    const changed = await test.client.post('/api/session/password', {
      current: testPassword,
      next: 'Shan-Shui-Tian-58',
    });
    expect(changed.status).toBe(200);
    expect((await test.client.get('/api/session')).status).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
    await test.client.choosePassword('Shan-Shui-Tian-58', testPassword);
  });

  it('confirms only one of two changes of the password at once', async () => {
    const change = (next: string) => test.client.post('/api/session/password', { current: testPassword, next });
    const wanted = ['Shan-Shui-Tian-58', 'Shan-Shui-Tian-59'];
    const statuses = (await Promise.all(wanted.map(change))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const kept = wanted[statuses.indexOf(200)] ?? '';
    await test.client.signIn('admin', kept);
    await test.client.choosePassword(kept, testPassword);
  });
});
