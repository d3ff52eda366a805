import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp, type TestApp } from './support/index.js';

describe('over HTTP', () => {
  const pages = mkdtempSync(join(tmpdir(), 'scorecard-pages-'));
  let test: TestApp;

  beforeAll(async () => {
    mkdirSync(join(pages, 'assets'));
    writeFileSync(join(pages, 'index.html'), '<!doctype html><title>计分卡</title>');
    writeFileSync(join(pages, 'assets', 'index-abc123.js'), 'export {};\n');
    test = await startTestApp({ env: { FRONTEND_DIR: pages } });
  });
  afterAll(async () => {
    await test.stop();
    rmSync(pages, { recursive: true, force: true });
  });

  it.each(['/', '/units/370323', '/?x=1', '/assets/index-abc123.js', '/api/health', '/api/nothing', '/nothing.js'])(
    'protects %s with headers',
    async (path) => {
      const { headers } = await test.client.get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
        expect(policy).toContain(rule);
      }
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('keeps data out of every cache', async () => {
    expect((await test.client.get('/api/settings')).headers.get('cache-control')).toBe('no-store');
  });

  it('gives the page for every address of the application, and never for a missing file', async () => {
    for (const path of ['/', '/units/370323', '/table?asOf=2026-11-24', '/standard/clauses/4.2.1']) {
      const reply = await test.guest().get(path);
      expect([path, reply.status]).toEqual([path, 200]);
      expect(reply.headers.get('content-type')).toContain('text/html');
      expect(reply.headers.get('cache-control')).toBe('no-cache');
    }
    for (const path of ['/assets/gone.js', '/favicon.ico', '/../x.json', '/%2e%2e/x.json', '/a/..%2f..%2fx.json']) {
      const reply = await test.guest().get(path);
      expect([path, reply.status, reply.body.code]).toEqual([path, 404, 'platform.notFound']);
    }
    const asset = await test.guest().get('/assets/index-abc123.js');
    expect(asset.headers.get('content-type')).toContain('javascript');
    expect(asset.headers.get('cache-control')).toContain('immutable');
  });

  it('answers an unknown address of the API in JSON and Chinese', async () => {
    const reply = await test.client.get('/api/nothing-here');
    expect(reply.status).toBe(404);
    expect(reply.body).toEqual({
      code: 'platform.notFound',
      message: expect.stringMatching(/没有找到/),
      number: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  it('compresses long answers', async () => {
    const reply = await test.client.get('/api/units', { 'accept-encoding': 'gzip' });
    expect(reply.headers.get('content-encoding')).toBe('gzip');
    expect(reply.body.units).toHaveLength(491);
  });

  it('says what it is in version, database and standard', async () => {
    const { status, body } = await test.guest().get('/api/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'ok', version: '0.1.0', database: { kind: 'sqlite' } });
    expect(body.database.migration).toMatch(/\d{13}$/);
  });

  it.each([
    ['GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['GET /api/%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['NONSENSE\r\n\r\n', 400],
    ['BREW /api/settings HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    [`GET /api/health HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('stays polite with raw bytes %#', async (bytes, status) => {
    const answer = await raw(test.url, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const body: unknown = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
    expect(body).toMatchObject({ message: expect.stringMatching(/[\u4e00-\u9fff]/), number: expect.any(String) });
    expect((await test.guest().get('/api/health')).status).toBe(200);
  });
});

/** Sends bytes as they are and gives all that comes back. */
function raw(url: string, bytes: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (text += part));
    socket.on('close', () => done(text));
    socket.on('error', fail);
    setTimeout(() => socket.destroy(), 4000).unref();
  });
}
