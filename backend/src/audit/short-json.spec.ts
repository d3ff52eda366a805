import { shortJson } from './short-json.js';

describe('what the trail keeps of a value', () => {
  it('is nothing for nothing, and short JSON for the rest', () => {
    expect([shortJson(undefined), shortJson(null)]).toEqual([null, null]);
    expect(shortJson({ state: 'pending', version: 1 })).toBe('{"state":"pending","version":1}');
  });

  it('has no password, token or hash of one, however deep, but fields that only sound like it', () => {
    const value = { a: [{ password: 'x1', newPassword: 'x2', passwordHash: 'x3', tokenHash: 'x4', token: 'x5' }] };
    expect(shortJson(value)).toBe('{"a":[{}]}');
    expect(shortJson({ secretary: '李四', sha256: 'ab' })).toBe('{"secretary":"李四","sha256":"ab"}');
  });

  it('has the beginning of a long text, and only the hash of what is long as a whole', () => {
    const text = JSON.parse(shortJson({ note: '长'.repeat(300) }) ?? '').note;
    expect(text).toBe(`${'长'.repeat(200)}…（共 300 字）`);
    const list = shortJson(Array.from({ length: 5000 }, (_, index) => index)) ?? '';
    expect(JSON.parse(list)).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), length: expect.any(Number) });
  });
});
