import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, pdfBytes, startTestApp, type TestApp } from './support/index.js';

const county = '370323';
const town = '370323104';
const scorecard = `/api/scorecards/${county}`;
const cell = `${scorecard}/cells/1.1.3.a?asOf=2026-11-24`;

let app: TestApp;
let client: Client;

beforeAll(async () => {
  app = await startTestApp();
  client = app.client;
});
afterAll(() => app.stop());

/** A county meeting with its minutes, approved. */
async function countyMeeting(date: string) {
  const fields = {
    date,
    level: '县政府',
    subject_title: '农村留守儿童工作专题会议',
    subjects: ['农村留守儿童关爱保护'],
    topics: ['重大问题'],
  };
  const entered = await client.post('/api/records', { type: 'meeting', unitCode: county, fields });
  const { id } = entered.body;
  const proven = await client.upload(`/api/records/${id}/evidence?type=minutes&version=1`, '纪要.pdf', pdfBytes());
  const approved = await client.post(`/api/records/${id}/approve`, { version: proven.body.version });
  expect(approved.body).toMatchObject({ state: 'approved' });
  return Number(id);
}

interface Requirement {
  readonly id: string;
  readonly strength: string;
}
interface Project {
  readonly topics: readonly { readonly clauses: readonly { readonly requirements: readonly Requirement[] }[] }[];
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe('before the start of the campaign is known', () => {
  test('nothing is judged', async () => {
    const { body } = await client.get(scorecard);
    expect(new Set(body.cells.outcome)).toEqual(new Set([body.outcomes.indexOf('notDue')]));
    expect(body.rollup.readiness).toMatchObject({
      met: 0,
      total: 44,
      band: 'notJudged',
      bandLabel: '未判定',
      partialPercent: null,
    });
    expect(body.rollup.veto).toMatchObject({ state: null, stateLabel: '未判定' });
    expect((await client.get(cell)).body.sentence).toBe(
      '还没有填写创建工作启动日，暂不判定。请先在右上角账号菜单的“创建工作日期”里填写。',
    );
  });
});

describe('with nothing entered at all', () => {
  beforeAll(async () => {
    const settings = { campaignStart: '2026-03-01', inspectionDay: '2026-12-20' };
    expect((await client.put('/api/settings', settings)).status).toBe(200);
  });

  test.each(['2026-03-01', '2026-06-15', '2026-11-24', '2027-02-28', '2029-01-31'])(
    'no cell is met, no veto triggered or clear, nothing is 100 per cent or NaN on %s',
    async (asOf) => {
      const { body } = await client.get(`${scorecard}?asOf=${asOf}`);
      const met = body.outcomes.indexOf('met');
      expect(body.cells.outcome).toHaveLength(6510);
      expect(body.cells.outcome.filter((outcome: number) => outcome === met)).toEqual([]);
      expect(body.rollup.readiness).toMatchObject({ met: 0, total: 44 });
      expect([null, 0]).toContain(body.rollup.readiness.partialPercent);
      for (const { state } of body.rollup.veto.clauses) expect(state).toBe('unproven');
      expect(JSON.stringify(body)).not.toMatch(/NaN|Infinity|100 ?%/);
    },
  );

  test('the scorecard names its day, its numbers and the days to the inspection', async () => {
    const { body } = await client.get(`${scorecard}?asOf=2026-11-24`);
    expect(body).toMatchObject({
      asOf: '2026-11-24',
      unitName: '县政府',
      daysToInspection: 26,
      inspectionDay: '2026-12-20',
    });
    expect(body.rollup.clauses).toHaveLength(47);
    expect(body.rollup.topics).toHaveLength(16);
    expect(body.rollup.projects.map(({ name }: { name: string }) => name)).toHaveLength(6);
    expect(body.heatMap.rows).toHaveLength(23);
  });

  test('the cells of the towns, bureaus and the county add up to those of the county', async () => {
    const { body } = await client.get(`${scorecard}?asOf=2026-11-24`);
    const inMap = body.heatMap.rows.flatMap((row: { cells: { counts: number[] }[] }) =>
      row.cells.map(({ counts }) => total(counts)),
    );
    const explicit = body.rollup.requirements
      .filter(({ id }: { id: string }) => !implied.has(id))
      .map(({ counts }: { counts: number[] }) => total(counts));
    expect(total(inMap)).toBe(total(explicit));
  });

  let implied = new Set<string>();
  beforeAll(async () => {
    const { body } = await client.get('/api/standard');
    const all: Requirement[] = body.projects.flatMap(({ topics }: Project) =>
      topics.flatMap(({ clauses }) => clauses.flatMap(({ requirements }) => requirements)),
    );
    implied = new Set(all.flatMap(({ id, strength }) => (strength === 'implied' ? [id] : [])));
    expect(implied.size).toBe(14);
  });

  test('an unknown unit, cell or day is refused in a sentence', async () => {
    expect(await client.get('/api/scorecards/999')).toMatchObject({
      status: 404,
      body: { code: 'scorecard.unitUnknown' },
    });
    expect(await client.get(`/api/scorecards/${town}/cells/1.1.3.a`)).toMatchObject({ status: 404 });
    const wrongDay = await client.get(`${scorecard}?asOf=2026-02-30`);
    expect(wrongDay).toMatchObject({ status: 400 });
    expect(wrongDay.body.message).toContain('2026-02-28');
  });
});

describe('county meetings', () => {
  test('one meeting of two in the last quarter of the year is at risk, and says what to do by when', async () => {
    const id = await countyMeeting('2026-04-02');
    const { body } = await client.get(cell);
    expect(body).toMatchObject({
      outcome: 'atRisk',
      measured: 1,
      required: 2,
      shortfall: 1,
      due: '2026-12-31',
      countedTotal: 1,
    });
    expect(body.counted.map((line: { id: number }) => line.id)).toEqual([id]);
    expect(body.sentence).toBe(
      '2026 年会议已有 1 次，要求 2 次，期限已近，仍有缺口。还差 1 次；请在 12 月 31 日前登记会议并附党委或政府会议纪要，剩 37 天。',
    );
  });

  test('the second one turns the cell to met; before that day it was not', async () => {
    await countyMeeting('2026-11-20');
    expect((await client.get(cell)).body).toMatchObject({ outcome: 'met', measured: 2 });
    const earlier = await client.get(cell.replace('2026-11-24', '2026-11-19'));
    expect(earlier.body).toMatchObject({ outcome: 'atRisk', measured: 1 });
    expect(earlier.body.notCounted).toMatchObject([{ reason: 'afterAsOf', reasonLabel: '晚于考核基准日' }]);
  });

  test('nothing changed answers 304; a change answers anew', async () => {
    const first = await client.get(scorecard);
    const tag = first.headers.get('etag') ?? '';
    const again = await client.get(scorecard, { 'if-none-match': tag });
    expect(again.status).toBe(304);
    expect(again.body).toBeNull();
    await countyMeeting('2026-11-21');
    const changed = await client.get(scorecard, { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect(changed.body.sequence).toBeGreaterThan(first.body.sequence);
  });

  test('one of another level is named with the field that keeps it from counting, until it is put right', async () => {
    const fields = {
      date: '2026-05-11',
      level: '部门会商',
      subject_title: '留守儿童工作会商',
      subjects: ['农村留守儿童关爱保护'],
      topics: ['重大问题'],
    };
    const { body: other } = await client.post('/api/records', { type: 'meeting', unitCode: county, fields });
    const before = (await client.get(cell)).body;
    expect(before.notCounted).toEqual([
      {
        id: other.id,
        type: 'meeting',
        typeLabel: '会议',
        title: '部门会商 · 留守儿童工作会商',
        day: '2026-05-11',
        unitName: '县政府',
        state: 'pending',
        reason: 'conditionNotMet',
        reasonLabel: '不符合条件：级别',
      },
    ]);
    expect(before.notCountedTotal).toBe(1);
    const right = { ...fields, level: '县政府' };
    await client.put(`/api/records/${other.id}`, { version: other.version, fields: right });
    expect((await client.get(cell)).body.notCounted).toMatchObject([{ id: other.id, reason: 'evidenceMissing' }]);
  });

  test('another day has another tag', async () => {
    const tag = (await client.get(scorecard)).headers.get('etag') ?? '';
    expect((await client.get(`${scorecard}?asOf=2026-11-23`, { 'if-none-match': tag })).status).toBe(200);
  });
});

describe('the lists of a unit', () => {
  test('the county office leads three clauses and has no cell of its own', async () => {
    const { body } = await client.get('/api/units/370323-office/progress');
    expect(body.lead.map(({ clauseId }: { clauseId: string }) => clauseId)).toEqual(['1.1.1', '1.1.2', '1.1.3']);
    expect(body.own).toEqual([]);
  });

  test('a bureau that only supports is shown what it supports', async () => {
    const { body } = await client.get('/api/units/370323-tw/progress');
    expect(body.lead).toEqual([]);
    expect(body.support.map(({ clauseId }: { clauseId: string }) => clauseId)).toHaveLength(11);
  });

  test('a town answers for its own cells and for those of its villages', async () => {
    const { body } = await client.get(`/api/units/${town}/progress`);
    expect(body.own.length).toBeGreaterThanOrEqual(28);
    expect(body.own.find(({ requirementId }: { requirementId: string }) => requirementId === '5.3.2.a')).toMatchObject({
      subjects: 55,
    });
  });
});
