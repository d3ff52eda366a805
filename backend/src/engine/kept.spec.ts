import { kept } from './kept.js';

describe('what is kept', () => {
  it('is made once for each key', () => {
    const map = new Map<string, readonly string[]>();
    const made: string[] = [];
    const ask = (key: string) =>
      kept(map, key, () => {
        made.push(key);
        return [key];
      });
    const first = ask('a');
    expect(first).toEqual(['a']);
    expect(ask('a')).toBe(first);
    expect(ask('b')).toEqual(['b']);
    expect(made).toEqual(['a', 'b']);
  });
});
