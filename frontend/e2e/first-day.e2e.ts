import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn, testPassword, type Client } from './support/account.mjs';
import { launchBrowser, openPage } from './support/browser.mjs';
import { countyDay } from './support/county.mjs';
import { startServer, type RunningServer } from './support/server.mjs';

// The first day of a county with the product: from the one-time password to the second meeting of the county government.
let server: RunningServer;
let browser: Browser;
let page: Page;
let client: Client;

beforeAll(async () => {
  server = await startServer({ env: { CLOCK_TODAY: countyDay } });
  browser = await launchBrowser();
  page = await openPage(browser);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Enters a meeting of the county government with its minutes and approves it. */
async function holdMeeting(date: string): Promise<void> {
  const fields = {
    date,
    level: '县政府',
    subject_title: `${date} 县政府专题会议`,
    subjects: ['农村留守儿童关爱保护', '困境儿童保障'],
    topics: ['重大问题'],
  };
  const { id, version } = await client.call('POST', '/api/records', { type: 'meeting', unitCode: '370323', fields });
  const form = new FormData();
  form.append(
    'file',
    new Blob(['%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'], { type: 'application/pdf' }),
    '纪要.pdf',
  );
  const upload = await fetch(`${server.baseUrl}/api/records/${id}/evidence?type=minutes&version=${version}`, {
    method: 'POST',
    headers: { cookie: client.cookie, 'x-requested-with': 'scorecard' },
    body: form,
  });
  expect(upload.status).toBeLessThan(300);
  const record = (await upload.json()) as { version: number };
  await client.call('POST', `/api/records/${id}/approve`, { version: record.version });
}

/** The texts of the first sheet, row by row. */
async function rowsOf(file: string): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(readFileSync(file)).buffer);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const texts: string[] = [];
    row.eachCell((cell) => texts.push(String(cell.value)));
    rows.push(texts);
  });
  return rows;
}

it('leads from the one-time password over the first dates to the overview', async () => {
  await page.goto(server.baseUrl);
  await page.getByTestId('login-username').fill('admin');
  await page.getByTestId('login-password').fill(server.password ?? '');
  await page.getByTestId('login-submit').click();
  await page.getByTestId('password-current').fill(server.password ?? '');
  await page.getByTestId('password-next').fill(testPassword);
  await page.getByTestId('password-again').fill(testPassword);
  await page.getByTestId('password-submit').click();
  await page.getByTestId('setup-start').fill('2026-03-01');
  await page.getByTestId('setup-start').press('Enter');
  await page.getByTestId('setup-submit').click();
  await page.getByTestId('readiness').waitFor();
});

it('shows nothing as met and no veto as clear before anything is entered', async () => {
  await page.goto(`${server.baseUrl}/?asOf=2026-11-24`);
  await page.getByTestId('heat-map').waitFor();
  expect(await page.getByTestId('readiness').innerText()).toMatch(/^0\/44/u);
  expect(await page.getByTestId('veto-banner').getAttribute('data-veto')).toBe('unproven');
  expect(await page.locator('[data-testid^="heat-"][data-outcome="met"]').count()).toBe(0);
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|100%/u);
});

it('turns 1.1.3.a from atRisk to met on the open page with the second meeting', async () => {
  client = await signIn(server, { password: testPassword });
  await holdMeeting('2026-04-02');
  await page.goto(`${server.baseUrl}/?asOf=2026-11-24&topic=1&of=370323`);
  const requirement = page.getByTestId('requirement-1.1.3.a');
  await requirement.waitFor();
  expect(await requirement.getAttribute('data-outcome')).toBe('atRisk');
  await holdMeeting('2026-10-15');
  await page.locator('[data-testid="requirement-1.1.3.a"][data-outcome="met"]').waitFor({ timeout: 15_000 });
  await requirement.getByRole('link').click();
  await expect.poll(() => page.getByTestId('cell-sentence').innerText()).toContain('已达标');
  expect(await page.getByTestId('counted-records').getByRole('listitem').count()).toBe(2);
});

it('exports a workbook of the same day that says the same words', async () => {
  const sentence = await page.getByTestId('cell-sentence').innerText();
  await page.goto(`${server.baseUrl}/?asOf=2026-11-24`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-table').click()]);
  expect(download.suggestedFilename()).toBe('任务分解完成情况表-2026-11-24.xlsx');
  const rows = await rowsOf(await download.path());
  const row = rows.find((cells) => cells.some((text) => text.startsWith('1.1.3.a ')));
  expect(row).toContain('✓ 达标');
  expect(row).toContain(sentence);
});

it('fits a phone without scrolling sideways', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server.baseUrl}/`);
  await page.getByTestId('heat-map').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
