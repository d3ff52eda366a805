// Takes a picture of a page, to look at it: node e2e/support/shot.mjs URL FILE.png [WIDTH] [user:password]
import { launchBrowser, openPage } from './browser.mjs';

const [url = '', file = 'page.png', width = '1440', account = ''] = process.argv.slice(2);
const browser = await launchBrowser();
const page = await openPage(browser, { width: Number(width) });
if (account) {
  const [username, password] = account.split(':');
  const login = new URL('/api/session', url);
  const answer = await page.request.post(login.href, { data: { username, password } });
  if (!answer.ok()) console.error(`${login.href} answered ${answer.status()}`);
}
page.on('console', (message) => console.log(`${message.type()}: ${message.text()}`));
page.on('pageerror', (error) => console.error(error));
await page.goto(url, { waitUntil: 'networkidle' });
await page.screenshot({ path: file, fullPage: true });
await browser.close();
