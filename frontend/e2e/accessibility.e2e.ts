import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useSession, type Client } from './support/account.mjs';
import { launchBrowser, openPage } from './support/browser.mjs';
import { startCounty } from './support/county.mjs';
import type { RunningServer } from './support/server.mjs';

// What holds for every page: it fits, it raises no error, it speaks Chinese, and it can be used without a mouse.
const village = '370323001214';
/** Words in Latin letters that a Chinese office writes itself: kinds of files, and samples of numbers of documents. */
const USUAL = /PDF|Word|Excel|PPT|WPS|QZ-2026-\d+|SHA-256|QQ/gu;

let server: RunningServer;
let client: Client;
let browser: Browser;
let types: string[] = [];
let paths: string[] = [];

beforeAll(async () => {
  ({ server, client } = await startCounty());
  const { recordTypes } = await client.call('GET', '/api/record-types');
  types = recordTypes.map(({ id }: { id: string }) => id);
  const fields = {
    date: '2026-04-02',
    level: '县政府',
    subject_title: '第一次县政府专题会议',
    subjects: ['困境儿童保障'],
    topics: ['重大问题'],
  };
  const { id } = await client.call('POST', '/api/records', { type: 'meeting', unitCode: '370323', fields });
  paths = [
    '/',
    '/?topic=1&of=370323',
    '/units',
    '/units/370323-mz',
    '/units/370323110',
    `/units/${village}`,
    '/records',
    `/records/${id}`,
    '/records/new',
    '/table',
    '/table?item=5.2.1',
    '/standard/clauses/1.1.3',
    '/standard/clauses/4.2.1',
    '/holidays',
    '/cells/1.1.3.a/370323',
    `/cells/5.2.1.c/${village}`,
    '/setup',
    '/password',
    ...types.map((type) => `/records/new?type=${type}`),
  ];
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openSignedIn(width: number, height: number): Promise<Page> {
  const page = await openPage(browser, { width, height });
  page.setDefaultTimeout(15_000);
  await useSession(page, server.baseUrl, client);
  return page;
}

async function settle(page: Page, path: string): Promise<void> {
  await page.goto(server.baseUrl + path);
  await page.locator('h1, h2').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** Inputs to be seen that no word names: neither a label nor an attribute. */
function namelessInputs(page: Page): Promise<string[]> {
  return page.locator('input, select, textarea').evaluateAll((inputs) =>
    inputs
      .filter((input) => input.getClientRects().length > 0)
      .filter((input) => {
        const labels = 'labels' in input ? (input as HTMLInputElement).labels : null;
        return !labels?.length && !input.getAttribute('aria-label') && !input.getAttribute('aria-labelledby');
      })
      .map((input) => input.outerHTML.slice(0, 160)),
  );
}

describe.each([
  [1440, 900],
  [390, 844],
])('at %d × %d', (width, height) => {
  it('every page fits, raises no error, speaks Chinese only and names every input', async () => {
    const page = await openSignedIn(width, height);
    const errors: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) errors.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
    const faults: string[] = [];
    for (const path of paths) {
      await settle(page, path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) faults.push(`${path} is ${over} px too wide`);
      const words = (await page.locator('body').innerText()).replaceAll(USUAL, '').match(/[A-Za-z]{2,}\w*/gu);
      if (words) faults.push(`${path} says ${[...new Set(words)].join(', ')}`);
      for (const input of await namelessInputs(page)) faults.push(`${path} does not name ${input}`);
    }
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('without a mouse', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openSignedIn(1440, 900);
  });
  afterAll(() => page?.context().close());

  it('shows where the focus is, on every stop of the first thirty', async () => {
    await settle(page, '/');
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const marked = (element: Element | null): boolean => {
          if (element === null) return false;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
        };
        const element = document.activeElement;
        return {
          marked: marked(element) || marked(element?.parentElement ?? null),
          html: element?.outerHTML.slice(0, 120),
        };
      });
      expect(seen.marked, seen.html).toBe(true);
    }
  });

  it('opens a cell of the heat map with Enter and closes it with Escape', async () => {
    await settle(page, '/');
    await page.getByTestId('heat-370323-1').focus();
    expect(await page.getByRole('tooltip').innerText()).toContain('组织领导');
    await page.keyboard.press('Enter');
    await page.getByTestId('drill-title').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('drill-title').waitFor({ state: 'hidden' });
  });

  it('opens a clause of the table with Enter and closes it with Escape', async () => {
    await settle(page, '/table');
    await page.getByTestId('clause-1.1.1').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('requirement-1.1.1.a').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('requirement-1.1.1.a').waitFor({ state: 'hidden' });
  });
});
