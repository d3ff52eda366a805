import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCounty, type OpenCounty } from './support/county.mjs';

// Where people see the law: a clause with its examples and readings, and the days off of each year.
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

describe('a clause', () => {
  it('is reached from the table and from a cell, verbatim and with its duties', async () => {
    await open('/table?item=1.1.3');
    await page.getByTestId('clause-page').click();
    const standard = await client.call('GET', '/api/standard/clauses/1.1.3');
    expect(await page.getByTestId('clause-verbatim').innerText()).toBe(standard.mark + standard.text);
    expect(await page.getByTestId('clause-law').innerText()).toContain('责任分工');
    await open('/cells/1.1.3.a/370323');
    await page.getByTestId('clause-page').click();
    await page.getByTestId('law-1.1.3.a').waitFor();
  });

  it('opens a worked example to its records, without a code of the machine', async () => {
    const first = page.getByTestId('law-1.1.3.a').getByTestId('example').first();
    await first.click();
    expect(await first.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByTestId('law-1.1.3.a').getByRole('table').innerText()).toContain('会议');
    expect(await page.getByTestId('clause-law').innerText()).not.toMatch(/[a-z]_[a-z]|undefined|null/u);
  });

  it('leads to the next clause', async () => {
    await page.getByTestId('clause-next').first().click();
    await expect.poll(() => new URL(page.url()).pathname).not.toContain('1.1.3');
    await page.getByTestId('clause-verbatim').waitFor();
  });

  it('shows what another reading would turn, and stores nothing', async () => {
    await open('/standard/clauses/4.2.1');
    await page.getByTestId('try-4.2.1.Q1-1').click();
    await page.getByTestId('turned-cells').waitFor();
    const told = await page.getByTestId('preview').innerText();
    expect(told).toMatch(/改选后有 \d+ 格判定会变：.+ → 不适用 \d+/u);
    await page.getByTestId('turned-cells').getByRole('link').first().click();
    await page.getByTestId('cell-sentence').waitFor();
    expect(await page.getByTestId('cell-outcome').innerText()).not.toContain('不适用');
  });

  it('that does not exist is said in a sentence', async () => {
    await open('/standard/clauses/9.9.9');
    expect(await page.getByTestId('error-state').innerText()).toContain('没有条文 9.9.9');
  });

  it.each(['/standard/clauses/1.1.3', '/standard/clauses/4.2.1', '/holidays'])('%s fits a phone', async (path) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(path);
    await page.locator('h1').waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});

describe('the days off', () => {
  it('say which year is not known, and take a year as lines', async () => {
    await open('/');
    await page.getByTestId('account-menu').click();
    await page.getByTestId('open-holidays').click();
    const year = page.getByTestId('year-2027');
    expect(await year.innerText()).toContain('还没有填写这一年的节假日');
    await page.getByTestId('edit-2027').press('Enter');
    await page.getByTestId('holidays-off').fill('2027-01-01\n2月5日至2月11日\n国庆');
    await page.getByTestId('holidays-spring').fill('2027-02-05 至 2027-02-11');
    await page.getByTestId('holidays-save').click();
    expect(await page.getByTestId('holidays-problems').innerText()).toContain('“国庆”看不懂');
    await page.getByTestId('holidays-off').fill('2027-01-01\n2月5日至2月11日');
    await page.getByTestId('holidays-on').fill('2027-02-22');
    await page.getByTestId('holidays-save').click();
    await expect.poll(() => page.getByTestId('holidays-problems').innerText()).toContain('不是星期六或星期日');
    await page.getByTestId('holidays-on').fill('2027-02-20');
    await page.getByTestId('holidays-save').click();
    await expect.poll(() => year.innerText()).toContain('2 月 5 日至 2 月 11 日（7 天）');
    expect(await year.innerText()).toContain('管理员');
  });
});
