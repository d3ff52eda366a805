// Takes a picture of a page, to look at it: node e2e/support/shot.mjs URL FILE.png [WIDTH] [PASSWORD of admin]
// Messages of the page's console and its errors are printed.
import { signIn, useSession } from './account.mjs';
import { launchBrowser, openPage } from './browser.mjs';

const [url = '', file = 'page.png', width = '1440', password] = process.argv.slice(2);
const browser = await launchBrowser();
const page = await openPage(browser, { width: Number(width) });
if (password) {
  const { origin } = new URL(url);
  await useSession(page, origin, await signIn({ baseUrl: origin, password }));
}
page.on('console', (message) => console.log(`${message.type()}: ${message.text()}`));
page.on('pageerror', (error) => console.error(error));
await page.goto(url, { waitUntil: 'networkidle' });
await page.screenshot({ path: file, fullPage: true });
await browser.close();
