import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, startTestApp, type TestApp } from './support/index.js';

let app: TestApp;
let client: Client;

beforeAll(async () => {
  app = await startTestApp();
  client = app.client;
  await client.put('/api/settings', { campaignStart: '2026-03-01', inspectionDay: '2026-12-20' });
});
afterAll(() => app.stop());

const asOf = '2026-11-24';
const path = '/api/standard/preview';
const preview = async (choice: object) => {
  const { status, body } = await client.post(path, { asOf, ...choice });
  expect([status, body.message]).toEqual([200, undefined]);
  return body;
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
/** Cells off the diagonal. */
const moved = (matrix: readonly (readonly number[])[]) =>
  sum(matrix.map((row, at) => sum(row.filter((_, column) => column !== at))));

describe('what other readings would turn', () => {
  test('nothing, when nothing or the reading in force is chosen', async () => {
    for (const choice of [{}, { readings: { '4.2.1.Q1': 2 } }]) {
      const body = await preview(choice);
      expect(body).toMatchObject({ asOf, cells: 0, turned: [], clauses: [] });
      expect(moved(body.matrix)).toBe(0);
      expect(sum(body.matrix.flat())).toBe(6510);
      expect(body.readiness.after).toEqual(body.readiness.before);
    }
  });

  test('the cells of a requirement that is then not asked become 不适用', async () => {
    const body = await preview({ readings: { '4.2.1.Q1': 1 } });
    expect(body.cells).toBeGreaterThan(0);
    expect(moved(body.matrix)).toBe(body.cells);
    expect(sum(body.matrix.flat())).toBe(6510);
    expect(new Set(body.turned.map((cell: { requirementId: string }) => cell.requirementId))).toEqual(
      new Set(['4.2.1.c']),
    );
    expect(body.turned[0]).toMatchObject({
      after: 'notApplicable',
      sentenceAfter: '按这样的读法，不要求这个单位做到这一点。',
    });
    expect(body.turned[0].sentenceBefore).toMatch(/\p{Script=Han}{6,}/u);
  });

  test('cells move to the unit that is bound under the reading', async () => {
    const body = await preview({ readings: { '1.1.1.Q2': 2 } });
    const cells = body.turned.filter(({ requirementId }: { requirementId: string }) => requirementId === '1.1.1.a');
    expect(cells).toEqual([
      expect.objectContaining({ unitName: '县政府', before: 'unmet', after: 'notApplicable' }),
      expect.objectContaining({ unitName: '县民政局', before: 'notApplicable', after: 'unmet' }),
    ]);
    expect(sum(body.matrix.flat())).toBe(6510 + body.cells / 2);
  });

  test('nothing is stored', async () => {
    const card = async () => (await client.get(`/api/scorecards/370323?asOf=${asOf}`)).body;
    const before = await card();
    await preview({ readings: { '4.2.1.Q1': 1 }, parameters: { standing_due_days: 3000 } });
    expect(await card()).toEqual(before);
  });

  test('a parameter moves cells, clauses and the readiness, at most 200 cells are named', async () => {
    const body = await preview({ parameters: { standing_due_days: 3000 } });
    expect(body.cells).toBeGreaterThan(200);
    expect(body.turned).toHaveLength(200);
    expect(body.clauses.length).toBeGreaterThan(0);
    expect(body.clauses[0].before).not.toBe(body.clauses[0].after);
    expect(body.readiness.after.counts).not.toEqual(body.readiness.before.counts);
    const explained = await client.get(
      `/api/scorecards/${body.turned[0].unitCode}/cells/${body.turned[0].requirementId}?asOf=${asOf}`,
    );
    expect(explained.body.outcome).toBe(body.turned[0].before);
  });

  test('a reading that only people apply turns nothing', async () => {
    const body = await preview({ readings: { '4.2.3.Q1': 2 } });
    expect(body.cells).toBe(0);
  });

  test.each([
    [{ readings: { '9.9.9.Q1': 1 } }, '没有“9.9.9.Q1”这个读法'],
    [{ readings: { '1.1.3.Q9': 1 } }, '这一条有 1.1.3.Q1、1.1.3.Q2'],
    [{ readings: { '1.1.2.Q1': 3 } }, '可以选：1 任一；2 双组长'],
    [{ readings: { '1.1.2.Q1': 0 } }, '没有第 0 项'],
    [{ readings: { '1.1.2.Q1': 1.5 } }, ''],
    [{ parameters: { nothing: 1 } }, '现有：standing_due_days（建成期限）'],
    [{ parameters: { warn_percent: 101 } }, '预警段（%）请写 0 到 100 之间的数'],
    [{ parameters: { standing_due_days: -1 } }, '建成期限（天）请写 0 到'],
    [{ parameters: { __proto__x: 1 } }, '没有“__proto__x”这个参数'],
    [{ asOf: '2026-02-30' }, '2026-02-28'],
    [{ reading: {} }, ''],
  ])('what does not exist is refused with what does: %j', async (choice, words) => {
    const { status, body } = await client.post(path, { asOf, ...choice });
    expect(status).toBe(400);
    expect(body.message).toMatch(/\p{Script=Han}/u);
    expect(body.message).toContain(words);
  });

  test('a guest sees nothing', async () => {
    expect((await app.guest().post(path, {})).status).toBe(401);
  });
});
