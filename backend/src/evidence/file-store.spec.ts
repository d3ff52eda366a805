import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { FileStore } from './file-store.js';

let folder: string;
let store: FileStore;
const sha = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  store = new FileStore(folder);
  await store.prepare();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is hashed while it is written, kept under its hash and read back', async () => {
  const arrived = await store.receive(Readable.from([Buffer.from('hel'), Buffer.from('lo')]));
  expect(arrived).toMatchObject({ sha256: sha, size: 5 });
  await store.keep(arrived);
  expect(readdirSync(join(folder, 'files', '2c'))).toEqual([sha]);
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  const content = await store.read(sha, 5);
  expect(content === null ? null : await text(content)).toBe('hello');
});

test('the same content stays one file', async () => {
  for (let round = 0; round < 2; round += 1)
    await store.keep(await store.receive(Readable.from([Buffer.from('hello')])));
  expect(readdirSync(join(folder, 'files', '2c'))).toEqual([sha]);
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
});

test('a shortened copy is not served, and the next upload replaces it', async () => {
  await store.keep(await store.receive(Readable.from([Buffer.from('hello')])));
  writeFileSync(join(folder, 'files', '2c', sha), 'hell');
  expect(await store.read(sha, 5)).toBeNull();
  await store.keep(await store.receive(Readable.from([Buffer.from('hello')])));
  const content = await store.read(sha, 5);
  expect(content === null ? null : await text(content)).toBe('hello');
});

test('a stream that breaks leaves nothing', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('gone');
    })(),
  );
  await expect(store.receive(broken)).rejects.toThrow('gone');
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
});

test('a missing file is null; what an earlier stop left half written is swept', async () => {
  expect(await store.read('0'.repeat(64), 1)).toBeNull();
  writeFileSync(join(folder, 'tmp', 'x.part'), 'half');
  await store.prepare();
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
});
