import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import type { EntryContent } from './audit.types.js';
import { canonical, entryHash, FIRST_PREVIOUS, keyName } from './chain.js';

const key = Buffer.alloc(32, 7);
const entry: EntryContent = {
  number: 1,
  at: '2026-11-24T01:02:03.456Z',
  utcOffset: '+08:00',
  actorId: 'a',
  actorName: '张三',
  unitCode: null,
  role: null,
  address: '127.0.0.1',
  action: 'record.edit',
  objectKind: 'record',
  objectId: '12',
  before: '{"state":"pending"}',
  after: '{"state":"approved"}',
  result: 'done',
  previousHash: FIRST_PREVIOUS,
};

describe('the chain of the trail', () => {
  it('hashes one written form, so that other programs can check it', () => {
    const form = `[1,1,"2026-11-24T01:02:03.456Z","+08:00","a","张三",null,null,"127.0.0.1","record.edit","record","12","{\\"state\\":\\"pending\\"}","{\\"state\\":\\"approved\\"}","done","${FIRST_PREVIOUS}"]`;
    expect(canonical(entry)).toBe(form);
    expect(entryHash(key, entry)).toBe(createHmac('sha256', key).update(form).digest('hex'));
  });

  it.each(Object.keys(entry) as (keyof EntryContent)[])('hashes otherwise when %s is another one', (field) => {
    const other = { ...entry, [field]: field === 'number' ? 2 : 'something else' };
    expect(entryHash(key, other)).not.toBe(entryHash(key, entry));
  });

  it('keeps texts apart whatever stands in them', () => {
    const pair = fc.tuple(fc.option(fc.string()), fc.option(fc.string()));
    fc.assert(
      fc.property(pair, pair, ([a, b], [c, d]) => {
        const same = a === c && b === d;
        const [one, other] = [
          { ...entry, before: a, after: b },
          { ...entry, before: c, after: d },
        ];
        expect(canonical(one) === canonical(other)).toBe(same);
      }),
    );
  });

  it('names a key without giving it away, and each key otherwise', () => {
    expect(keyName(key)).toMatch(/^[0-9a-f]{16}$/);
    expect(keyName(key)).not.toBe(keyName(Buffer.alloc(32, 8)));
    expect(key.toString('hex')).not.toContain(keyName(key));
  });
});
