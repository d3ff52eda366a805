import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedDayClock } from '../src/platform/clock/index.js';
import { readConfig } from '../src/platform/config/index.js';
import { startServer } from '../src/server.js';
import { Client, documentedRoutes, filled, startTestApp, type TestApp } from './support/index.js';

const open = ['GET /api/health', 'POST /api/session'];

describe('access', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  it('is refused on every documented route but health and login', async () => {
    const routes = await documentedRoutes(test.client);
    expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual(expect.arrayContaining(open));
    for (const { method, path } of routes) {
      if (open.includes(`${method} ${path}`)) continue;
      const reply = await test.guest().send(method, filled(path, '1'));
      expect({ method, path, status: reply.status, code: reply.body.code }).toEqual({
        method,
        path,
        status: 401,
        code: 'identity.loginRequired',
      });
    }
  });

  it.each([
    '/api/openapi.json',
    '/api/nothing-here',
    '/api',
    '/%61pi/settings',
    '/ap%69/settings',
    '/api/%73ettings',
    '/api/settings?x=1',
    '/api/settings;x=1',
  ])('is refused for %s', async (path) => {
    expect((await test.guest().get(path)).status).toBe(401);
  });

  it.each(['//api/settings', '/./api/settings', '/API/settings'])('gives nothing away at %s', async (path) => {
    const reply = await test.guest().get(path);
    expect(reply.headers.get('content-type')).not.toContain(reply.status < 400 ? 'json' : 'html');
    expect(JSON.stringify(reply.body)).not.toContain('campaignStart');
  });

  it.each(['nonsense', 'a'.repeat(43), '%00', '"', "' OR 1=1 --"])('is refused with the token %s', async (token) => {
    const guest = test.guest();
    guest.cookie = `scorecard_session=${token}`;
    const reply = await guest.get('/api/settings');
    expect(reply.status).toBe(401);
  });

  it('is refused before the body is read', async () => {
    const reply = await test.guest().send('PUT', '/api/settings', '{broken');
    expect(reply.status).toBe(401);
  });

  it('lets a write pass only with the header of the pages', async () => {
    for (const value of ['', 'XMLHttpRequest']) {
      const reply = await test.client.send('PUT', '/api/settings', { implied: true }, { 'x-requested-with': value });
      expect(reply.status).toBe(403);
      expect(reply.body.code).toBe('platform.headerMissing');
    }
    expect((await test.client.get('/api/settings')).body.implied).toBe(false);
  });

  it('goes no further than the password with a one-time password', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'scorecard-access-'));
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir });
    const server = await startServer(config, new FixedDayClock('2026-11-24'));
    const client = new Client(`http://127.0.0.1:${server.port}`);
    await client.signIn('admin', server.oneTimePassword ?? '');
    expect((await client.get('/api/session')).body.mustChangePassword).toBe(true);
    for (const { method, path } of await documentedRoutes(test.client)) {
      if (path.startsWith('/api/session') || path === '/api/health') continue;
      const reply = await client.send(method, filled(path, '1'));
      expect([path, reply.status, reply.body.message]).toEqual([
        path,
        403,
        '一次性密码只能用来登录，请先设置自己的密码',
      ]);
    }
    await client.choosePassword(server.oneTimePassword ?? '', 'Shan-Shui-Tian-58');
    expect((await client.get('/api/settings')).status).toBe(200);
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
