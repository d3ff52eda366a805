import { afterEach, expect, it, vi } from 'vitest';
import { getKept, onSignedOut, request, urlOf, type Keep } from './client';
import { ApiError, numberOf, sentenceOf, toApiError } from './errors';

afterEach(() => vi.unstubAllGlobals());

function answer(...responses: (Response | Error)[]) {
  const fetch = vi.fn(async () => {
    const next = responses.shift();
    if (next instanceof Response) return next;
    throw next ?? new Error('no more answers');
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}
const json = (body: unknown, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });

it('leaves parameters without a value out of the address', () => {
  expect(urlOf('/records', { unit: '370323', q: '', type: undefined, page: 1, subtree: false })).toBe(
    '/api/records?unit=370323&page=1&subtree=false',
  );
});

it('gives the same object again when the server says that nothing changed', async () => {
  const keep: Keep<{ n: number }> = new Map();
  const fetch = answer(
    json({ n: 1 }, 200, { etag: '"1"' }),
    new Response(null, { status: 304 }),
    json({ n: 2 }, 200, { etag: '"2"' }),
  );
  const first = await getKept('/x', { asOf: '2026-11-24' }, keep);
  expect(await getKept('/x', { asOf: '2026-11-24' }, keep)).toBe(first);
  expect(fetch.mock.calls[1]).toMatchObject(['/api/x?asOf=2026-11-24', { headers: { 'if-none-match': '"1"' } }]);
  expect(await getKept('/x', { asOf: '2026-11-24' }, keep)).toEqual({ n: 2 });
});

it('gives the same object again when an answer without a tag says the same', async () => {
  const keep: Keep<{ n: number }> = new Map();
  answer(json({ n: 1 }), json({ n: 1 }), json({ n: 2 }));
  const first = await getKept('/x', {}, keep);
  expect(await getKept('/x', {}, keep)).toBe(first);
  expect(await getKept('/x', {}, keep)).toEqual({ n: 2 });
});

it('passes on the sentence, the fields and the number of a refusal', async () => {
  const fields = [{ field: 'date', label: '日期', message: '没有 2 月 30 日' }];
  answer(json({ code: 'records.fieldInvalid', message: '日期不存在。', number: 'r-7', fields }, 400));
  const error = await request('POST', '/records', { body: {} }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(sentenceOf(error)).toBe('日期不存在。');
  expect(numberOf(error)).toBe('r-7');
  expect((error as ApiError).body.fields).toEqual(fields);
});

it('says in Chinese that the server cannot be reached', async () => {
  answer(new TypeError('Failed to fetch'));
  const error = await request('GET', '/units').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ status: 0, message: expect.stringContaining('连不上服务器') });
});

it('tells the listeners when the session is over, but not when a sign-in is refused', async () => {
  const heard = vi.fn();
  onSignedOut(heard);
  answer(json({}, 401), json({}, 401));
  await request('POST', '/session', { body: {} }).catch(() => undefined);
  expect(heard).not.toHaveBeenCalled();
  await request('GET', '/units').catch(() => undefined);
  expect(heard).toHaveBeenCalledOnce();
});

it('never shows a foreign error text', () => {
  expect(toApiError(502, '<html>Bad Gateway</html>').message).toContain('请稍后重试');
  expect(toApiError(500, { message: 'SQLITE_BUSY' }).message).not.toContain('SQLITE');
  expect(sentenceOf(new Error('x is undefined'))).toContain('刷新');
});
