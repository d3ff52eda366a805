import { startTestApp, type TestApp } from './support/index.js';

describe('the standard and the units over the API', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  it('asks for a login', async () => {
    for (const path of ['/api/standard', '/api/record-types', '/api/units']) {
      expect((await test.guest().get(path)).status).toBe(401);
    }
  });

  it('answers the whole table', async () => {
    const { status, body } = await test.client.get('/api/standard');
    expect(status).toBe(200);
    expect(body.projects.map((project: { name: string }) => project.name)).toEqual([
      '领导协调机制',
      '经费保障机制',
      '基本权益保障',
      '救助保护机制',
      '能力建设',
      '一票否决',
    ]);
    const topics = body.projects.flatMap((project: { topics: unknown[] }) => project.topics);
    const clauses = topics.flatMap((topic: { clauses: unknown[] }) => topic.clauses);
    expect([topics.length, clauses.length]).toEqual([16, 47]);
    expect(clauses.filter((clause: { veto: boolean }) => clause.veto)).toHaveLength(3);
    const meetings = clauses[2].requirements[0];
    expect(meetings).toMatchObject({
      id: '1.1.3.a',
      subjects: ['county'],
      kind: 'count_per_period',
      kindLabel: '按期次数',
      recordTypes: ['meeting'],
      numbers: [{ name: 'min', unit: '次', says: '两次', value: 2, use: null }],
    });
    expect(meetings.ruleText).toContain('不少于 2 次');
    const health = (await test.guest().get('/api/health')).body;
    expect(health.standard).toEqual({ id: body.id, version: body.version, hash: body.hash });
  });

  it('answers one clause with its readings, dated numbers and worked examples', async () => {
    const { status, body } = await test.client.get('/api/standard/clauses/4.1.1');
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: '4.1.1', mark: '①', topic: '监测预防', project: '救助保护机制', veto: false });
    expect(body.responsibility.lead.length).toBeGreaterThan(0);
    const reading = body.readings.find((one: { id: string }) => one.id === '4.1.1.Q1');
    expect(reading).toMatchObject({ kind: 'parameter', kindLabel: '参数', default: 2 });
    expect(reading.options[0]).toEqual({
      option: 1,
      text: '按月',
      isDefault: false,
      effect: ['4.1.1.b 的台账更新间隔由 92 天改为 31 天', '4.1.1.d 的台账更新间隔由 92 天改为 31 天'],
    });
    expect(reading.options[1]).toMatchObject({ isDefault: true, effect: [] });
    const requirement = body.requirements.find((one: { id: string }) => one.id === '4.1.1.b');
    expect(requirement.numbers).toContainEqual(
      expect.objectContaining({ name: 'max_age_days', value: 92, values: { '2018-01-01': 92 } }),
    );
    expect(requirement.examples.length).toBeGreaterThanOrEqual(4);
    const met = requirement.examples.find((example: { shows: string }) => example.shows === 'met');
    expect(met).toMatchObject({ showsLabel: '达标', expect: { outcome: 'met', outcomeLabel: '达标' } });
    expect(met.records[0].fields[0]).toEqual({
      id: expect.any(String),
      label: expect.stringMatching(/[\u4e00-\u9fff]/u),
      text: expect.any(String),
    });
  });

  it('can tell every clause in full', async () => {
    const { body } = await test.client.get('/api/standard');
    const ids = body.projects.flatMap((project: { topics: { clauses: { id: string }[] }[] }) =>
      project.topics.flatMap((topic) => topic.clauses.map((clause) => clause.id)),
    );
    for (const id of ids) {
      const clause = await test.client.get(`/api/standard/clauses/${id}`);
      expect(clause.status).toBe(200);
      expect(JSON.stringify(clause.body)).not.toMatch(/undefined|NaN|\[object/u);
    }
  });

  it('knows no clause that the table does not have', async () => {
    const { status, body } = await test.client.get('/api/standard/clauses/9.9.9');
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'standard.clauseUnknown', message: expect.stringContaining('没有条文 9.9.9') });
  });

  it('answers the record types with what they count toward', async () => {
    const { status, body } = await test.client.get('/api/record-types');
    expect(status).toBe(200);
    expect(body.recordTypes).toHaveLength(20);
    const meeting = body.recordTypes.find((type: { id: string }) => type.id === 'meeting');
    expect(meeting.countsToward).toContain('1.1.3.a');
    expect(meeting.evidence[0]).toEqual({ id: 'minutes', label: '党委或政府会议纪要' });
    expect(meeting.fields[0]).toEqual({ id: 'date', label: '日期', type: 'day', required: true });
    const useless = body.recordTypes.filter((type: { countsToward: string[] }) => type.countsToward.length === 0);
    expect(useless).toEqual([]);
  });

  it('answers the units in list order, with the town where a name is not unique', async () => {
    const { status, body } = await test.client.get('/api/units');
    expect(status).toBe(200);
    expect(body.units).toHaveLength(491);
    expect(body.units[0]).toMatchObject({ shortName: '县政府', kind: 'county', parentCode: null });
    const names = body.units.map((unit: { displayName: string }) => unit.displayName);
    expect(names).toContain('历山街道和源');
    expect(new Set(names).size).toBe(491);
  });
});
