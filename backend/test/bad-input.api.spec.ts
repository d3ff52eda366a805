import fc from 'fast-check';
import { documentedRoutes, filled, type Reply, startTestApp, type TestApp } from './support/index.js';

describe('bad input', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  /** A refusal that a clerk can read: Chinese, numbered, without a stack, SQL or a path. */
  function expectExplained(reply: Reply, what: unknown = ''): void {
    const seen = { what, status: reply.status, body: reply.body };
    expect(seen).toEqual({
      what,
      status: expect.any(Number),
      body: expect.objectContaining({ code: expect.any(String), number: expect.any(String) }),
    });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect([what, reply.status < 500]).toEqual([what, true]);
    expect(reply.body.message).toMatch(/[\u4e00-\u9fff]/);
    expect(JSON.stringify(reply.body)).not.toMatch(/\bat .+:\d+:\d+|node_modules|SELECT |INSERT |SQLITE/);
  }

  it.each([
    [{ campaignStart: '2026-02-30' }, '启动日：日期“2026-02-30”不存在，请写成 2026-02-28 这样的日期'],
    [{ campaignStart: '2028-02-30' }, '启动日：日期“2028-02-30”不存在，请写成 2028-02-29 这样的日期'],
    [{ campaignStart: '2026-04-31' }, '启动日：日期“2026-04-31”不存在，请写成 2026-04-30 这样的日期'],
    [{ campaignStart: '2026/03/01' }, '启动日：“2026/03/01”不是日期，请写成 2026-02-28 这样的日期'],
    [{ campaignStart: '三月一日' }, '启动日：“三月一日”不是日期，请写成 2026-02-28 这样的日期'],
    [{ campaignStart: 20260301 }, '启动日：请写成 2026-02-28 这样的日期'],
    [{ campaignStart: '2017-12-31' }, '启动日不能早于 2018-01-01（标准从这一天起有数值），请检查年份'],
    [
      { campaignStart: '2026-03-01', inspectionDay: '2026-02-28' },
      '迎检日 2026-02-28 早于启动日 2026-03-01，请写启动日当天或以后的日期',
    ],
    [{ implied: 'yes' }, '推导要求计入条款：只能是“是”或“否”（true 或 false）'],
    [
      { campaignStart: '9999-12-31' },
      '启动日：日期“9999-12-31”的年份不在 1900 到 2199 之间，请写成 2026-02-28 这样的日期',
    ],
    [{ countyName: '   ' }, '县名：不能为空，请填写'],
    [{ countyName: '\u200b\u200b' }, '县名：不能为空，请填写'],
    [{ countyName: '县\u0001' }, '文字里含有不可见的控制字符；请删去后重新填写'],
    [{ countyName: '县'.repeat(31) }, '县名：最多写 30 个字'],
    [{ nonsense: 1 }, '没有“nonsense”这一项，请去掉'],
    [[], '请用 {"名称": 值} 的形式'],
    [null, '请用 {"名称": 值} 的形式'],
    ['"text"', '请用 {"名称": 值} 的形式'],
  ])('is answered in words that say what to write: %j', async (body, message) => {
    const reply = await test.client.put('/api/settings', body === null ? 'null' : body);
    expect([reply.status, reply.body.message]).toEqual([400, message]);
    expectExplained(reply);
    expect((await test.client.get('/api/settings')).body.campaignStart).toBeNull();
  });

  it('reads full-width digits and signs in a day', async () => {
    const reply = await test.client.put('/api/settings', { campaignStart: '２０２６－０３－０１' });
    expect(reply.body.campaignStart).toBe('2026-03-01');
    await test.client.put('/api/settings', { campaignStart: null });
  });

  it('names every field that is wrong', async () => {
    const reply = await test.client.put('/api/settings', { campaignStart: 'x', implied: 3 });
    expect(reply.body.fields).toEqual([
      { field: 'campaignStart', label: '启动日', message: expect.stringContaining('“x”') },
      { field: 'implied', label: '推导要求计入条款', message: expect.stringContaining('true') },
    ]);
  });

  it.each([
    ['{', 'application/json', 400],
    ['', 'application/json', 400],
    ['{"__proto__": {"admin": true}}', 'application/json', 400],
    ['{"countyName": "a\\u0000b"}', 'application/json', 400],
    ['{"countyName": "\\ud800"}', 'application/json', 400],
    [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'application/json', 400],
    [`{"x":${'{"x":'.repeat(50_000)}1${'}'.repeat(50_000)}}`, 'application/json', 400],
    [`{"countyName": "${'x'.repeat(1_100_000)}"}`, 'application/json', 413],
    ['implied=true', 'application/x-www-form-urlencoded', 415],
    ['hello', 'text/plain', 415],
    ['<a/>', 'application/xml', 415],
    ['hello', 'multipart/form-data', 400],
    [
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nabc',
      'multipart/form-data; boundary=b',
      400,
    ],
    ['{}', '', 415],
    ['{}', ';;;', 415],
  ])('is refused with a sentence: %#', async (body, type, status) => {
    const reply = await test.client.send('PUT', '/api/settings', body, { 'content-type': type });
    expect([reply.status, reply.body.message]).toEqual([status, expect.any(String)]);
    expectExplained(reply);
  });

  it('is refused in bytes that are not text', async () => {
    const reply = await test.client.send('PUT', '/api/settings', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    expect(reply.status).toBe(400);
    expectExplained(reply);
  });

  it('never makes the server fail, whatever the address, the query and the body', async () => {
    const routes = (await documentedRoutes(test.client)).filter(({ path }) => !path.startsWith('/api/session'));
    const word = fc.oneof(
      fc.constantFrom(
        '1',
        '-1',
        '0',
        '99999999999999999999',
        'null',
        '１２',
        '2026-02-30',
        '\u0000',
        '../..',
        "' OR 1=1 --",
        '',
      ),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.object({ maxDepth: 3 }).map((o) => o as unknown),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), word, word, value, async (pick, id, text, body) => {
        const route = routes[pick % routes.length]!;
        const query = route.query.map((name) => `${name}=${encodeURIComponent(text)}`).join('&');
        const path = `${filled(route.path, id || 'x')}?${query}`;
        const sent = JSON.stringify(body, (_, v: unknown) => (typeof v === 'bigint' ? Number(v) : v)) ?? 'null';
        const reply = await test.client.send(route.method, path, route.method === 'GET' ? undefined : sent);
        if (reply.status >= 400) expectExplained(reply, [route.method, path, sent]);
        expect(reply.status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
