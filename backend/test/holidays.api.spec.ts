import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, startTestApp, type TestApp } from './support/index.js';

let app: TestApp;
let client: Client;

beforeAll(async () => {
  app = await startTestApp();
  client = app.client;
  await client.put('/api/settings', { campaignStart: '2026-03-01', inspectionDay: '2027-12-20' });
});
afterAll(() => app.stop());

const spring = ['2027-02-09', '2027-02-03', '2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'];
const year = { source: '通知', holidays: spring, workingWeekends: ['2027-02-20'], springFestival: spring };

/** Last day for the sheet of January 2027: five workdays after the month. */
async function lastDay(): Promise<string> {
  const { body } = await client.get('/api/scorecards/370323104/cells/3.1.1.d?asOf=2027-02-02');
  return body.due;
}

describe('the days off, year by year', () => {
  test('those of the seeds hold at first, and a year that nobody has written is named', async () => {
    const { status, body } = await client.get('/api/holidays');
    expect(status).toBe(200);
    expect(body.unknown).toEqual([2027]);
    expect(body.years.map((one: { year: number }) => one.year)).toEqual([
      2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    const [first] = body.years;
    expect(first).toMatchObject({ year: 2018, origin: 'seeds', changedAt: null, changedBy: null });
    expect(first.holidays).toContain('2018-02-15');
  });

  test('a year that the county office writes moves a limit in workdays at once', async () => {
    expect(await lastDay()).toBe('2027-02-05');
    const before = (await client.get('/api/scorecards/370323104?asOf=2027-02-02')).body.sequence;
    const { status, body } = await client.put('/api/holidays/2027', year);
    expect(status).toBe(200);
    expect(body.unknown).toEqual([]);
    expect(body.years.at(-1)).toMatchObject({
      year: 2027,
      origin: 'edited',
      holidays: spring.toSorted(),
      workingWeekends: ['2027-02-20'],
      changedBy: '管理员',
    });
    expect(await lastDay()).toBe('2027-02-12');
    expect((await client.get('/api/scorecards/370323104?asOf=2027-02-02')).body.sequence).toBe(before + 1);
  });

  test('the same year once more is no change; the newest revision holds', async () => {
    const sequence = async () => (await client.get('/api/scorecards/370323104')).body.sequence;
    const before = await sequence();
    await client.put('/api/holidays/2027', year);
    expect(await sequence()).toBe(before);
    await client.put('/api/holidays/2027', { ...year, holidays: ['2027-01-01'], springFestival: [] });
    expect(await lastDay()).toBe('2027-02-05');
    expect((await client.get('/api/settings')).body.campaignStart).toBe('2026-03-01');
  });

  test('the days of a year of the seeds may be replaced', async () => {
    const { body } = await client.put('/api/holidays/2018', {
      ...year,
      holidays: [],
      workingWeekends: [],
      springFestival: [],
    });
    expect(body.years[0]).toMatchObject({ year: 2018, origin: 'edited', holidays: [] });
  });

  test.each([
    ['2027', { ...year, workingWeekends: ['2027-02-22'] }, '不是星期六或星期日'],
    ['2027', { ...year, holidays: [...spring, '2026-12-31'] }, '2026-12-31 不在 2027 年'],
    ['2027', { ...year, holidays: [...spring, '2027-02-09'] }, '写了两次'],
    ['2027', { ...year, holidays: [] }, '春节假期 2027-02-09 不在放假日里'],
    ['2027', { ...year, holidays: ['2027-02-30'] }, '2027-02-28'],
    ['2027', { ...year, holidays: Array.from({ length: 201 }, () => '2027-02-09') }, '最多写 200 天'],
    ['2027', { ...year, source: '' }, '来源'],
    ['2027', { holidays: [], workingWeekends: [], springFestival: [] }, '来源'],
    ['1999', year, '2018 到 2099'],
    ['two', year, '2018 到 2099'],
  ])('wrong input is refused in a sentence (%s, %#)', async (path, body, words) => {
    const reply = await client.put(`/api/holidays/${path}`, body);
    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body)).toContain(words);
  });

  test('a guest sees nothing', async () => {
    expect((await app.guest().get('/api/holidays')).status).toBe(401);
    expect((await app.guest().put('/api/holidays/2027', year)).status).toBe(401);
  });
});
