import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from './support/browser.mjs';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

it('draws different Chinese characters differently', async () => {
  const page = await openPage(browser);
  const inks = await page.evaluate(() => {
    const draw = (text: string) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 40;
      const context = canvas.getContext('2d')!;
      context.font = '32px sans-serif';
      context.fillText(text, 2, 32);
      return context.getImageData(0, 0, 40, 40).data.join();
    };
    return ['县', '镇', ' '].map(draw);
  });
  // A browser without a Chinese font draws the same box, or nothing, for all of them.
  expect(new Set(inks).size).toBe(3);
});
