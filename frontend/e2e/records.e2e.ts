import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useSession, type Client } from './support/account.mjs';
import { launchBrowser, openPage } from './support/browser.mjs';
import { startCounty } from './support/county.mjs';
import type { RunningServer } from './support/server.mjs';

// Entering, proving, reviewing and correcting records: a village clerk on a phone, the bureau at a desk.
const village = '370323001214';
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const program = Buffer.from(`MZ${'\0'.repeat(200)}This program cannot be run in DOS mode.`);

let server: RunningServer;
let client: Client;
let browser: Browser;
/** The record that the clerk enters; the desk works on it. */
let recordId = 0;

beforeAll(async () => {
  ({ server, client } = await startCounty());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openSignedIn(size: { width: number; height: number }): Promise<Page> {
  const page = await openPage(browser, size);
  page.setDefaultTimeout(15_000);
  await useSession(page, server.baseUrl, client);
  return page;
}

/** Chooses an entry of a drop-down list that stands in the field with this name for tests. */
async function choose(page: Page, field: string, nth: number, word: string): Promise<void> {
  await page.getByTestId(field).locator('.el-select').nth(nth).click();
  await page.getByRole('option', { name: word, exact: true }).locator('visible=true').click();
}

async function outcomeOfCell(requirement: string): Promise<string> {
  const cell = await client.call('GET', `/api/scorecards/${village}/cells/${requirement}?asOf=2026-11-24`);
  return cell.outcome;
}

const figures: Readonly<Record<string, string>> = {
  children_total: '１２８',
  left_behind: '12',
  in_difficulty: '5',
  orphans: '0',
  concerned: '15',
  with_guardian: '15',
  unguarded: '0',
  unregistered_left_behind: '0',
  in_system_left_behind: '12',
  in_system_in_difficulty: '5',
  in_system_orphans: '0',
};

describe('a village clerk on a phone', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openSignedIn({ width: 390, height: 844 });
  });
  afterAll(() => page?.context().close());

  it('reaches a prefilled form from what is missing in the village', async () => {
    await page.goto(`${server.baseUrl}/units/${village}`);
    const line = page.getByTestId('own-3.2.1.e');
    await line.waitFor();
    expect(await line.getAttribute('data-outcome')).toBe('unmet');
    await page.getByTestId('enter-3.2.1.e').click();
    await page.waitForURL(/\/records\/new\?type=child_stat/u);
    await page.getByRole('heading', { name: '登记儿童基数统计' }).waitFor();
    expect(await page.getByTestId('field-unit').innerText()).toContain('北石臼');
  });

  it('says at each field in Chinese what to change and loses nothing that was typed', async () => {
    await choose(page, 'field-quarter', 0, '2026 年');
    await choose(page, 'field-quarter', 1, '第 3 季度');
    for (const [field, figure] of Object.entries(figures)) await page.getByTestId(`field-${field}`).fill(figure);
    await page.getByTestId('field-left_behind').fill('十二');
    await page.getByTestId('field-confirmed_by').fill('王某 13853312345');
    await page.getByTestId('save-record').click();
    await expect.poll(() => page.getByTestId('problem-left_behind').innerText()).toMatch(/农村留守儿童数.*如 \d+/u);
    expect(await page.getByTestId('problem-confirmed_by').innerText()).toContain('手机号码');
    expect(await page.getByTestId('field-left_behind').inputValue()).toBe('十二');
    expect(await page.getByTestId('field-children_total').inputValue()).toBe('１２８');
    const stored = await client.call('GET', '/api/records?type=child_stat');
    expect(stored.total).toBe(0);
  });

  it('keeps what was typed when the page is opened anew', async () => {
    await page.reload();
    await page.getByTestId('field-left_behind').waitFor();
    expect(await page.getByTestId('field-left_behind').inputValue()).toBe('十二');
    expect(await page.getByTestId('field-children_total').inputValue()).toBe('１２８');
  });

  it('names a figure that contradicts another one', async () => {
    await page.getByTestId('field-left_behind').fill('200');
    await page.getByTestId('field-confirmed_by').fill('村儿童主任');
    await page.getByTestId('save-record').click();
    await expect
      .poll(() => page.getByTestId('problem-left_behind').innerText())
      .toContain('「农村留守儿童数」不能多于「常住未满18周岁儿童数」');
  });

  it('saves a full-width number as that number and says what the record counts toward', async () => {
    await page.getByTestId('field-left_behind').fill('12');
    await page.getByTestId('save-record').click();
    await page.getByTestId('record-saved').waitFor();
    recordId = Number(/\/records\/(\d+)/u.exec(page.url())?.[1]);
    expect(await page.getByTestId('value-children_total').innerText()).toContain('128');
    expect(await page.getByTestId('counts-toward').innerText()).toContain('每一个儿童得到有效监护');
    expect(await page.getByTestId('record-state').first().innerText()).toBe('待审');
  });

  it('attaches a photo and a PDF, and a program that calls itself PDF is refused with a sentence', async () => {
    await page
      .getByTestId('evidence-camera')
      .setInputFiles({ name: '台账照片.png', mimeType: 'image/png', buffer: photo });
    await page.getByRole('link', { name: '台账照片.png' }).waitFor();
    await page
      .getByTestId('evidence-file')
      .setInputFiles({ name: '三季度统计表（盖章）.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.getByRole('link', { name: '三季度统计表（盖章）.pdf' }).waitFor();
    await page
      .getByTestId('evidence-file')
      .setInputFiles({ name: '说明.pdf', mimeType: 'application/pdf', buffer: program });
    const refusal = page.getByRole('alert').filter({ hasText: '说明.pdf' });
    await refusal.waitFor();
    expect(await refusal.innerText()).toMatch(/^说明\.pdf：[^A-Za-z]*\p{Script=Han}/u);
    expect(await page.getByTestId('evidence-list').getByRole('listitem').count()).toBe(2);
  });

  it('gives evidence back under its Chinese name, byte for byte', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '三季度统计表（盖章）.pdf' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('三季度统计表（盖章）.pdf');
    expect(readFileSync(await download.path()).equals(pdf)).toBe(true);
  });
});

describe('the desk of the bureau', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openSignedIn({ width: 1440, height: 900 });
  });
  afterAll(() => page?.context().close());

  it('finds the record by state and by words, and not with another state', async () => {
    const row = page.getByTestId(`record-row-${recordId}`);
    await page.goto(`${server.baseUrl}/records`);
    await row.waitFor();
    await page.getByTestId('filter-state').click();
    await page.getByRole('option', { name: '退回' }).click();
    await page.getByText('没有符合条件的记录。').waitFor();
    await page.goto(`${server.baseUrl}/records?state=pending`);
    await row.waitFor();
    await page.getByTestId('filter-words').fill('没有这样的标题');
    await page.getByTestId('filter-words').press('Enter');
    await page.getByText('没有符合条件的记录。').waitFor();
    await page.getByText('清空筛选').click();
    await row.getByRole('link').click();
    await page.getByTestId('approve-record').waitFor();
  });

  it('says that an account may approve its own entries, and the approved record turns the cell', async () => {
    expect(await outcomeOfCell('3.2.1.e')).toBe('unmet');
    expect(await page.getByTestId('review-note').innerText()).toContain('自己');
    while (await page.getByTestId('approve-record').isVisible()) {
      const steps = await page.getByTestId('history').getByRole('listitem').count();
      await page.getByTestId('approve-record').click();
      await expect.poll(() => page.getByTestId('history').getByRole('listitem').count()).toBe(steps + 1);
    }
    expect(await page.getByTestId('record-state').first().innerText()).toBe('通过');
    expect(await page.getByTestId('history').innerText()).toContain('审核自己的登记');
    expect(await outcomeOfCell('3.2.1.e')).toBe('met');
  });

  it('leads from the record to the cell that it counts toward, and from there back to the record', async () => {
    await page.getByRole('link', { name: '每一个儿童得到有效监护' }).click();
    await expect.poll(() => page.getByTestId('cell-sentence').innerText()).toContain('达标');
    const counted = page.getByTestId('counted-records').getByRole('link');
    expect(await counted.getAttribute('href')).toContain(`/records/${recordId}`);
    await page.getByTestId('drill-close').click();
  });

  it('shows both sides when somebody else was faster, and saves the one that was chosen', async () => {
    await page.getByTestId('edit-record').click();
    await page.getByTestId('field-children_total').fill('130');
    const current = await client.call('GET', `/api/records/${recordId}`);
    await client.call('PUT', `/api/records/${recordId}`, {
      version: current.version,
      fields: { ...current.fields, children_total: 129, in_difficulty: 6, in_system_in_difficulty: 6 },
    });
    await page.getByTestId('save-record').click();
    const conflict = page.getByTestId('conflict');
    await conflict.waitFor();
    expect(await conflict.innerText()).toMatch(/常住未满18周岁儿童数\s+129 人\s+130 人/u);
    await page.getByTestId('take-theirs-in_difficulty').click();
    await page.getByTestId('take-theirs-in_system_in_difficulty').click();
    await page.getByTestId('save-record').click();
    await page.getByTestId('edit-record').waitFor();
    const { fields, state } = await client.call('GET', `/api/records/${recordId}`);
    expect(fields).toMatchObject({ children_total: 130, in_difficulty: 6, in_system_in_difficulty: 6 });
    expect(state).toBe('pending');
  });

  it('returns it with a reason, and the cell falls back', async () => {
    await page.getByTestId('return-record').click();
    await page.getByTestId('reason-confirm').click();
    await page.getByText('请填写原因。').waitFor();
    await page.getByTestId('reason').fill('统计表没有盖章，请补传。');
    await page.getByTestId('reason-confirm').click();
    await expect.poll(() => page.getByTestId('record-state').first().innerText()).toBe('退回');
    expect(await page.getByTestId('history').innerText()).toContain('统计表没有盖章，请补传。');
    expect(await outcomeOfCell('3.2.1.e')).not.toBe('met');
  });

  it('withdraws it with a reason; then it is listed as withdrawn and can no longer be changed', async () => {
    await page.getByTestId('withdraw-record').click();
    await page.getByTestId('reason').fill('重复登记。');
    await page.getByTestId('reason-confirm').click();
    await expect.poll(() => page.getByTestId('record-state').first().innerText()).toBe('撤回');
    await page.getByTestId('edit-record').waitFor({ state: 'detached' });
    expect(await page.getByTestId('approve-record').count()).toBe(0);
    await page.goto(`${server.baseUrl}/records?state=withdrawn`);
    await page.getByTestId(`record-row-${recordId}`).waitFor();
  });
});
