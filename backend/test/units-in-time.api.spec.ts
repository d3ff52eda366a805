import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chinese, type Client, county, startTestApp, type TestApp, town } from './support/index.js';

const lastYear = '2025-12-31';
const health = '370323-wj';
const [east, west, north] = ['370323104201', '370323104202', '370323104203'];
const merged = '370323104990';
const director = '5.3.2.a';

const rename = { type: 'rename', day: '2026-03-10', code: health, name: '沂源县卫生健康局', shortName: '县卫健局' };
const merge = {
  type: 'merge',
  day: '2026-07-01',
  codes: [east, west, north],
  into: { code: merged, name: '悦庄中心村委会', shortName: '悦庄中心村' },
};
const part = (code: string, shortName: string) => ({ code, name: `${shortName}村委会`, shortName });
const split = {
  type: 'split',
  day: '2026-07-01',
  code: '370323104206',
  parts: [part('370323104206', '赵家峪'), part('370323104991', '赵家峪新村')],
  heir: '370323104206',
};
const move = { type: 'move', day: '2026-07-01', code: '370323104207', parentCode: '370323001' };
const close = { type: 'close', day: '2026-07-01', code: '370323111224' };

const dataDir = mkdtempSync(join(tmpdir(), 'units-in-time-'));
let app: TestApp;
let client: Client;

/** What must not change: the answers as text, without how far the program had read; the words of the workbook. */
async function pictureOf(day: string): Promise<string[]> {
  const paths = [
    `/api/units?asOf=${day}`,
    ...[county, town, east, '370323111224', '370323001'].map((unit) => `/api/scorecards/${unit}?asOf=${day}`),
    ...[county, town, health].map((unit) => `/api/units/${unit}/progress?asOf=${day}`),
    `/api/scorecards/${west}/cells/${director}?asOf=${day}`,
    `/api/scorecards/${county}/cells/1.1.3.a?asOf=${day}`,
  ];
  const texts: string[] = [];
  for (const path of paths) {
    const { status, bytes } = await client.download(path);
    expect([path, status]).toEqual([path, 200]);
    texts.push(bytes.toString('utf8').replace(/"sequence":\d+/, ''));
  }
  const { bytes } = await client.download(`/api/reports/task-completion.xlsx?asOf=${day}`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  workbook.worksheets[0]?.eachRow((row) => texts.push(JSON.stringify(row.values)));
  return texts;
}

async function approved(type: string, unitCode: string, fields: object): Promise<number> {
  const entered = await client.post('/api/records', { type, unitCode, fields });
  expect(entered.body).toMatchObject({ version: 1 });
  const done = await client.post(`/api/records/${entered.body.id}/approve`, { version: 1 });
  expect(done.body).toMatchObject({ state: 'approved' });
  return Number(entered.body.id);
}

const directorOf = (name: string) => ({ role: '儿童主任', name, employment: '专职', start_on: '2025-04-01' });
const children = (quarter: string, total: number) => ({
  quarter,
  children_total: total,
  left_behind: 4,
  in_difficulty: 2,
  orphans: 0,
  concerned: 6,
  with_guardian: 6,
  unguarded: 0,
  unregistered_left_behind: 0,
  in_system_left_behind: 4,
  in_system_in_difficulty: 2,
  in_system_orphans: 0,
});
const sequence = async () => Number((await client.get(`/api/scorecards/${county}?asOf=${lastYear}`)).body.sequence);
const names = async (day: string) => {
  const { body } = await client.get(`/api/units?asOf=${day}`);
  return new Map<string, { displayName: string; parentCode: string }>(
    body.units.map((unit: { code: string }) => [unit.code, unit]),
  );
};

const before = new Map<string, string[]>();
const directors: number[] = [];

beforeAll(async () => {
  app = await startTestApp({ dataDir });
  client = app.client;
  await client.put('/api/settings', { campaignStart: '2025-03-01' });
  for (const [index, village] of [east, west, north].entries()) {
    directors.push(await approved('staff', village, directorOf(['刘芳', '王敏', '赵静'][index] ?? '')));
    await approved('child_stat', village, children('2025-Q4', 60));
    await approved('child_stat', village, children('2026-Q2', 60));
  }
  await approved('staff', '370323104207', directorOf('孙丽'));
  await approved('child_stat', '370323111224', children('2025-Q4', 30));
  for (const day of [lastYear, '2026-03-09', '2026-06-30']) before.set(day, await pictureOf(day));
}, 120_000);
afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('wrong changes', () => {
  test.each([
    ['nothing', {}, 400],
    ['an unknown kind of change', { ...rename, type: 'swap' }, 400],
    ['a day that does not exist', { ...rename, day: '2026-02-30' }, 400],
    ['a word too many', { ...rename, note: 'x' }, 400],
    ['an empty name', { ...rename, shortName: ' ' }, 400],
    ['a name with a stroke', { ...rename, shortName: '悦庄/东' }, 400],
    ['an unknown unit', { ...rename, code: '999' }, 400],
    ['a merger of one', { ...merge, codes: [east] }, 400],
    ['a merger whose unit has no name', { ...merge, into: { code: merged } }, 400],
    ['a code in use', { ...merge, into: { ...merge.into, code: town } }, 409],
    ['a split whose heir is not among the parts', { ...split, heir: east }, 400],
    ['a town as the parent of a town', { ...move, code: town }, 400],
    ['a town that still has villages', { ...close, code: town }, 409],
  ])('%s is refused in a sentence, and nothing is stored', async (_, body, status) => {
    const known = await sequence();
    const reply = await client.post('/api/unit-changes', body);
    expect([reply.status, reply.body]).toMatchObject([status, { message: expect.stringMatching(chinese) }]);
    expect(await sequence()).toBe(known);
    expect((await client.get('/api/unit-changes')).body).toEqual({ changes: [] });
  });

  test('nobody enters one without a login', async () => {
    expect((await app.guest().post('/api/unit-changes', rename)).status).toBe(401);
  });
});

describe('after a year of changes', () => {
  beforeAll(async () => {
    const sentences = [];
    for (const change of [rename, merge, split, move, close]) {
      const reply = await client.post('/api/unit-changes', change);
      expect(reply.body).toMatchObject({ change });
      expect(reply.status).toBe(201);
      sentences.push(reply.body.sentence);
    }
    expect(sentences[0]).toBe('2026-03-10 起“县卫计局”改称“县卫健局”。');
    expect(sentences[1]).toBe('2026-07-01 起“东悦庄”、“西悦庄”、“北张良”并入“悦庄中心村”。');
  }, 60_000);

  test('the list of changes says what each did', async () => {
    const { body } = await client.get('/api/unit-changes');
    expect(body.changes.map(({ change }: { change: { type: string } }) => change.type)).toEqual([
      'rename',
      'merge',
      'split',
      'move',
      'close',
    ]);
  });

  test.each([lastYear, '2026-03-09'])('%s is the same to the byte', async (day) => {
    expect(await pictureOf(day)).toEqual(before.get(day));
  });

  test('the day before the merger differs by the new name of the bureau alone', async () => {
    const now = await pictureOf('2026-06-30');
    const old = before.get('2026-06-30') ?? [];
    const renamed = (text: string) =>
      text.replaceAll('县卫健局', '县卫计局').replaceAll('沂源县卫生健康局', '沂源县卫生和计划生育局');
    expect(now.map(renamed)).toEqual(old.map(renamed));
    expect(now.slice(1, 6)).toEqual(
      old.slice(1, 6).map((text) => text.replaceAll('"name":"县卫计局"', '"name":"县卫健局"')),
    );
  });

  test('the merged village is judged with the records of all three', async () => {
    const { body } = await client.get(`/api/scorecards/${merged}/cells/${director}?asOf=2026-08-01`);
    expect(body).toMatchObject({ outcome: 'met', measured: 3, unitName: '悦庄中心村', countedTotal: 3 });
    expect(body.counted.map(({ id }: { id: number }) => id).sort()).toEqual([...directors].sort());
    const old = await client.get(`/api/scorecards/${east}?asOf=2026-08-01`);
    expect(old).toMatchObject({ status: 404, body: { code: 'scorecard.unitAbsent' } });
    expect(old.body.message).toContain('“东悦庄”已于 2026-07-01 并入“悦庄中心村”');
    const early = await client.get(`/api/scorecards/${merged}?asOf=2026-06-30`);
    expect(early.body.message).toContain('“悦庄中心村”自 2026-07-01 起才设立');
  });

  test('a scorecard lists only units of its day', async () => {
    const units = async (day: string) =>
      new Set((await client.get(`/api/scorecards/${county}?asOf=${day}`)).body.units);
    const [old, now] = [await units('2026-06-30'), await units('2026-07-01')];
    for (const code of [east, west, north, close.code]) expect([old.has(code), now.has(code)]).toEqual([true, false]);
    for (const code of [merged, '370323104991']) expect([old.has(code), now.has(code)]).toEqual([false, true]);
    const town2 = await client.get(`/api/scorecards/370323001?asOf=2026-07-01`);
    expect(town2.body.units).toContain(move.code);
    expect(town2.body.heatMap.rows.map(({ unitCode }: { unitCode: string }) => unitCode)).toContain(move.code);
  });

  test('the directory has the names and parents of its day', async () => {
    const [old, now] = [await names('2026-03-09'), await names('2026-07-01')];
    expect([old.get(health)?.displayName, now.get(health)?.displayName]).toEqual(['县卫计局', '县卫健局']);
    expect([old.get(move.code)?.parentCode, now.get(move.code)?.parentCode]).toEqual([town, '370323001']);
    expect([old.size, now.size]).toEqual([491, 491 - 3 + 1 + 1 - 1]);
  });

  test('clauses that write 县卫计局 find the bureau under its new name', async () => {
    const [old, now] = await Promise.all(
      ['2026-03-09', '2026-03-10'].map((day) => client.get(`/api/units/${health}/progress?asOf=${day}`)),
    );
    const clauses = (reply: typeof old) => reply?.body.support.map(({ clauseId }: { clauseId: string }) => clauseId);
    expect(clauses(now).length).toBeGreaterThan(0);
    expect(clauses(now)).toEqual(clauses(old));
    expect([old?.body.name, now?.body.name]).toEqual(['县卫计局', '县卫健局']);
    const owner = async (day: string) =>
      (await client.get(`/api/scorecards/370323-mz/cells/3.3.1.d?asOf=${day}`)).body.owner;
    expect([await owner('2026-03-09'), await owner('2026-03-10')]).toEqual([
      '县卫计局或医保部门提供，县民政局填报',
      '县卫健局或医保部门提供，县民政局填报',
    ]);
  });

  test('a record goes to the unit of its own day', async () => {
    const enter = (unitCode: string, start_on: string) =>
      client.post('/api/records', { type: 'staff', unitCode, fields: { ...directorOf('周云'), start_on } });
    const late = await enter(east ?? '', '2026-07-01');
    expect(late.status).toBe(400);
    expect(late.body.message).toBe('“东悦庄”已于 2026-07-01 并入“悦庄中心村”，请登记到“悦庄中心村”。');
    expect((await enter(merged, '2026-06-30')).body.message).toContain('自 2026-07-01 起才设立');
    expect((await enter(east ?? '', '2026-06-30')).status).toBe(201);
    expect((await enter(merged, '2026-07-01')).status).toBe(201);
    const list = await client.get(`/api/records?unit=${merged}&subtree=true&type=staff&size=50`);
    expect(list.body.total).toBe(5);
  });

  test('a change earlier than another of the same unit, or of one that is gone, is refused', async () => {
    const again = await client.post('/api/unit-changes', { ...rename, day: '2026-01-01', shortName: '县卫生局' });
    expect(again).toMatchObject({ status: 409, body: { code: 'units.changeRefused' } });
    expect(again.body.message).toContain('2026-03-10 已有变更');
    expect((await client.post('/api/unit-changes', { ...merge, day: '2026-09-01' })).status).toBe(409);
  });

  test('a restart reads the same units, and the table knows their days', async () => {
    await app.stop();
    app = await startTestApp({ dataDir });
    client = app.client;
    expect(await pictureOf('2026-03-09')).toEqual(before.get('2026-03-09'));
    expect((await names('2026-07-01')).get(merged)?.displayName).toBe('悦庄中心村');
    const database = new Database(join(dataDir, 'scorecard.db'), { readonly: true });
    const row = database.prepare('SELECT valid_from, valid_to FROM unit WHERE code = ?');
    expect([row.get(east), row.get(merged)]).toEqual([
      { valid_from: null, valid_to: '2026-06-30' },
      { valid_from: '2026-07-01', valid_to: null },
    ]);
    database.close();
  }, 60_000);
});
