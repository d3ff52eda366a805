import { expect, it } from 'vitest';
import { draftKey, dropDraft, keepDraft, readDraft } from './drafts';

function store() {
  const map = new Map<string, string>();
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}
const type = { fields: [{ id: 'a', label: 'A', type: 'text' as const, required: true }] };

it('gives back what was typed, without fields the type no longer has', () => {
  const kept = store();
  const key = draftKey('meeting', 't1');
  keepDraft(kept, key, { unitCode: 't1', values: { a: '会议', old: '旧' } });
  expect(readDraft(kept, key, type)).toEqual({ unitCode: 't1', values: { a: '会议' } });
  expect(readDraft(kept, draftKey('meeting', null), type)).toBeNull();
  dropDraft(kept, key);
  expect(readDraft(kept, key, type)).toBeNull();
});

it('is not disturbed by a store that refuses or holds nonsense', () => {
  const broken = {
    ...store(),
    setItem: () => {
      throw new Error('full');
    },
    getItem: () => '{"values":3}',
  };
  expect(() => keepDraft(broken, 'k', { unitCode: null, values: {} })).not.toThrow();
  expect(readDraft(broken, 'k', type)).toBeNull();
});
