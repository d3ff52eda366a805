import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bureau, type Client, enterRecord, startTestApp, type TestApp, town, village } from './support/index.js';

let app: TestApp;
let client: Client;

/** What a village's sheet counts besides all its children. */
const NONE = ['left_behind', 'in_difficulty', 'orphans', 'concerned', 'with_guardian', 'unguarded'].concat(
  ['left_behind', 'in_difficulty', 'orphans'].map((group) => `in_system_${group}`),
  'unregistered_left_behind',
);

/** What has to be known to read a cell rightly, and its outcome. */
async function noted(unit: string, requirement: string, asOf: string): Promise<{ notes: string[]; outcome: string }> {
  const { status, body } = await client.get(`/api/scorecards/${unit}/cells/${requirement}?asOf=${asOf}`);
  expect(status).toBe(200);
  return { notes: body.notes, outcome: body.outcome };
}

beforeAll(async () => {
  app = await startTestApp({ today: '2027-03-25' });
  client = app.client;
  await client.put('/api/settings', { campaignStart: '2026-03-01', inspectionDay: '2027-12-20' });
  const none = Object.fromEntries(NONE.map((field) => [field, 0]));
  const fields = { ...none, quarter: '2026-Q4', children_total: 130 };
  const { id } = await enterRecord(client, 'child_stat', village, fields);
  // Through the town and the bureau.
  for (const version of [1, 2]) await client.post(`/api/records/${id}/approve`, { version });
});
afterAll(() => app.stop());

describe('the notes of a cell', () => {
  const unknown = '2027 年放假安排尚未录入，暂按周末计算工作日';

  test('are empty where the judgement rests on no workday, or on days that are known', async () => {
    expect((await noted(town, '1.1.3.b', '2027-02-02')).notes).toEqual([]);
    expect((await noted(town, '3.1.1.d', '2026-08-20')).notes).toEqual([]);
  });

  test('name the year whose days off nobody has written, where a sheet is due in workdays of it', async () => {
    expect((await noted(town, '3.1.1.d', '2027-02-02')).notes).toEqual([unknown]);
    expect((await noted(bureau, '5.1.4.a', '2027-02-02')).notes).toEqual([]);
  });

  test('say that the weeks of the Spring Festival were not left out', async () => {
    const { notes, outcome } = await noted(village, '5.2.1.c', '2027-03-25');
    expect({ notes, outcome }).toEqual({ notes: [`${unknown}，未豁免春节周`], outcome: 'unmet' });
  });

  test('change nothing in the judgement, and are gone once the days are written', async () => {
    const before = await noted(town, '3.1.1.d', '2027-02-02');
    const year = { source: '通知', holidays: ['2027-01-01'], workingWeekends: [], springFestival: [] };
    expect((await client.put('/api/holidays/2027', year)).status).toBe(200);
    expect(await noted(town, '3.1.1.d', '2027-02-02')).toEqual({ notes: [], outcome: before.outcome });
    expect((await noted(village, '5.2.1.c', '2027-03-25')).notes).toEqual([]);
  });
});
