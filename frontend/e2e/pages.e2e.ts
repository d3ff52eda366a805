import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPassword } from './support/account.mjs';
import { openCounty, type OpenCounty } from './support/county.mjs';

// Walking through the pages: the table as printed, the units, the way down to a record, addresses, the way in and out.
const source = readFileSync(new URL('../../seeds/source/task-table.txt', import.meta.url), 'utf8');
const withoutBlanks = (text: string) => text.replaceAll(/\s/gu, '');

let county: OpenCounty;
let server: OpenCounty['server'];
let client: OpenCounty['client'];
let page: OpenCounty['page'];

beforeAll(async () => {
  county = await openCounty();
  ({ server, client, page } = county);
});
afterAll(() => county?.close());

const open = (path: string) => page.goto(server.baseUrl + path);
const asOfInAddress = () => new URL(page.url()).searchParams.get('asOf');

describe('the table', () => {
  it('prints all 47 clauses verbatim, in the order of the source', async () => {
    await open('/table');
    await page.getByTestId('clause-6.1.3').waitFor();
    const texts = await page.locator('[data-testid^="clause-"] .text').allInnerTexts();
    expect(texts).toHaveLength(47);
    const printed = withoutBlanks(source);
    let from = 0;
    for (const text of texts) {
      const at = printed.indexOf(withoutBlanks(text), from);
      expect(at, text).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  it('merges projects and duties as the source does', async () => {
    const spans = (selector: string) =>
      page.locator(selector).evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('rowspan'))));
    const duties = await spans('.printed tbody td.who');
    expect(duties).toHaveLength(16);
    expect(duties.reduce((sum, span) => sum + span, 0)).toBe(47);
    const heads = await page.locator('.printed tbody tr > th:first-child').allInnerTexts();
    for (const project of ['领导协调机制', '经费保障机制', '基本权益保障', '救助保护机制', '能力建设']) {
      expect(heads.filter((head) => withoutBlanks(head) === project)).toHaveLength(1);
    }
  });

  it('says what a blank duty continues, and invents no lead unit', async () => {
    const dutyOf = (clause: string) =>
      page.locator('tr', { has: page.getByTestId(`clause-${clause}`) }).locator('td.who');
    const topics = await topicsOf();
    for (const topic of ['应急处置', '监护干预']) {
      expect(await dutyOf(topics.get(topic) ?? '').innerText()).toContain('续“强制报告”');
    }
    expect(await dutyOf(topics.get('工作队伍') ?? '').innerText()).toContain('续“儿童之家”');
    for (const topic of ['业务培训', '一票否决']) {
      expect(await dutyOf(topics.get(topic) ?? '').innerText()).toContain('原表未列');
    }
  });

  it('opens a clause with its requirements, readings and worked examples, without a code of the machine', async () => {
    await page.getByTestId('clause-5.2.1').click();
    const drawer = page.getByRole('dialog');
    await drawer.getByTestId('requirement-5.2.1.a').waitFor();
    expect(await drawer.locator('[data-testid^="requirement-"]').count()).toBeGreaterThanOrEqual(6);
    expect(await drawer.getByTestId('readings').innerText()).toContain('现用');
    await drawer
      .getByTestId('requirement-5.2.1.a')
      .getByRole('button', { name: /个例子/u })
      .click();
    expect(await drawer.getByTestId('requirement-5.2.1.a').innerText()).toMatch(/：.+ → (达标|未达标|无数据|预警)/u);
    expect(await drawer.innerText()).not.toMatch(/[a-z]_[a-z]|undefined|null/u);
    await drawer.getByTestId('clause-close').click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });
});

/** The first clause of each topic, by the topic's name. */
async function topicsOf(): Promise<Map<string, string>> {
  const standard = await client.call('GET', '/api/standard');
  const topics: { name: string; clauses: { id: string }[] }[] = standard.projects.flatMap(
    (project: { topics: unknown[] }) => project.topics,
  );
  return new Map(topics.map(({ name, clauses }) => [name, clauses[0]?.id ?? '']));
}

describe('the units', () => {
  it('gives the bureau its three lists with what is missing in plain words', async () => {
    await open('/units');
    await page.getByTestId('unit-search').fill('民政');
    await page.getByTestId('unit-370323-mz').click();
    for (const list of ['list-lead', 'list-own', 'list-support']) {
      await page.getByTestId(list).waitFor();
      expect(await page.getByTestId(list).getByRole('listitem').count()).toBeGreaterThan(5);
    }
    expect(await page.getByTestId('list-own').innerText()).toMatch(/请(尽快|在 .+前)登记/u);
  });

  it('shows a town its villages against the requirements of a village', async () => {
    const { units } = await client.call('GET', '/api/units');
    const villages = units.filter((unit: { parentCode: string }) => unit.parentCode === '370323110');
    await open('/units/370323110');
    const matrix = page.getByTestId('village-matrix');
    await matrix.waitFor();
    expect(await matrix.locator('tbody tr').count()).toBe(villages.length);
    expect(await matrix.locator('thead th').count()).toBeGreaterThan(10);
  });
});

describe('a cell', () => {
  it('names a meeting of another level among what it does not count, with the field that decides', async () => {
    const fields = {
      date: '2026-05-11',
      level: '部门会商',
      subject_title: '留守儿童工作会商',
      subjects: ['农村留守儿童关爱保护'],
      topics: ['重大问题'],
    };
    const meeting = await client.call('POST', '/api/records', { type: 'meeting', unitCode: '370323', fields });
    await open('/cells/1.1.3.a/370323');
    const line = page.getByTestId('not-counted-records').getByRole('listitem').filter({ hasText: '留守儿童工作会商' });
    expect(await line.innerText()).toContain('不符合条件：级别');
    await line.getByRole('link').click();
    await page.getByRole('heading', { name: /留守儿童工作会商/u }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/records/${meeting.id}`);
  });
});

describe('the way down', () => {
  it('leads from the heat map over topic, requirement and sentence to the record, keeping the day', async () => {
    const fields = {
      date: '2026-04-02',
      level: '县政府',
      subject_title: '第一次县政府专题会议',
      subjects: ['困境儿童保障'],
      topics: ['重大问题'],
    };
    const { id, version } = await client.call('POST', '/api/records', { type: 'meeting', unitCode: '370323', fields });
    await client.call('POST', `/api/records/${id}/approve`, { version });
    await open('/?asOf=2026-11-20');
    await page.getByTestId('heat-370323-1').click();
    await page.getByTestId('requirement-1.1.3.a').getByRole('link').click();
    await page.getByTestId('cell-sentence').waitFor();
    const lists = page.getByTestId('not-counted-records').or(page.getByTestId('counted-records'));
    await lists.getByRole('link', { name: /第一次县政府专题会议/u }).click();
    await page.getByRole('heading', { name: /第一次县政府专题会议/u }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/records/${id}`);
    expect(asOfInAddress()).toBe('2026-11-20');
  });

  it('goes back the way it came', async () => {
    await page.goBack();
    await page.getByTestId('cell-sentence').waitFor();
    await page.goBack();
    await page.getByTestId('drill-title').waitFor();
    await page.goBack();
    await page.getByTestId('drill-title').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/');
    expect(asOfInAddress()).toBe('2026-11-20');
  });

  it('keeps the as-of day through the navigation and says that it is not today', async () => {
    for (const name of ['单位', '登记', '任务分解表', '总览']) {
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      expect(asOfInAddress()).toBe('2026-11-20');
    }
    expect(await page.locator('body').innerText()).toContain('不是今天');
    await page.getByTestId('as-of-today').click();
    await expect.poll(asOfInAddress).toBeNull();
  });

  it('answers an address that leads nowhere with a Chinese sentence', async () => {
    for (const [path, answer] of [
      ['/no-such-page', '没有这个页面'],
      ['/units/999999', '没有这个单位'],
      ['/records/999999', '没有'],
      ['/cells/9.9.9.z/370323', '不考核'],
      ['/records/new?type=no_such_type', '没有这种登记'],
    ] as const) {
      await open(path);
      await expect.poll(() => page.locator('main').innerText(), { message: path }).toContain(answer);
      const words = (await page.locator('main').innerText()).replace(/编号 \w+/u, '');
      expect(words).not.toMatch(/[A-Za-z]{3,}/u);
    }
  });
});

describe('in and out', () => {
  it('closes the pages behind a logout, and a deep link opens after the login', async () => {
    await open('/');
    await page.getByTestId('account-menu').click();
    await page.getByTestId('logout').click();
    await page.getByTestId('login-submit').waitFor();
    await open('/units/370323-mz?asOf=2026-10-01');
    await page.getByTestId('login-username').fill('admin');
    await page.getByTestId('login-password').fill('falsch-und-lang-1');
    await page.getByTestId('login-submit').click();
    expect(await page.getByTestId('login-problem').innerText()).toMatch(/\p{Script=Han}{4,}/u);
    await page.getByTestId('login-password').fill(testPassword);
    await page.getByTestId('login-submit').click();
    await page.getByTestId('list-lead').waitFor();
    expect(new URL(page.url()).pathname).toBe('/units/370323-mz');
    expect(asOfInAddress()).toBe('2026-10-01');
  });
});

describe('without the server', () => {
  it('says that nothing entered is lost, on a page that was open and on one that was not', async () => {
    await open('/units');
    await page.getByTestId('unit-370323-mz').waitFor();
    await server.stop();
    await page.getByTestId('unit-370323-ga').click();
    await expect.poll(() => page.getByTestId('error-state').innerText()).toContain('已登记的内容没有受影响');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '登记' }).click();
    // The code of the page may lie in the browser's cache; then the page itself says so.
    const opened = page
      .locator('main', { has: page.getByRole('heading', { name: '登记' }) })
      .getByTestId('error-state');
    await page.getByText('这一页没有打开').or(opened).waitFor();
  });
});
