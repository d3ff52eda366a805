// A county whose dates are set, on a day of its own, for tests whose subject is not the first start.
import { signIn, useSession } from './account.mjs';
import { launchBrowser, openPage } from './browser.mjs';
import { startServer } from './server.mjs';

/** The day that the servers of `startCounty` believe in. */
export const countyDay = '2026-11-24';

/**
 * Starts a server on 2026-11-24 with the campaign's start 2026-03-01 and the inspection on 2026-12-31.
 * @returns {Promise<{ server: import('./server.mjs').RunningServer, client: import('./account.mjs').Client }>}
 */
export async function startCounty() {
  const server = await startServer({ env: { CLOCK_TODAY: countyDay } });
  const client = await signIn(server);
  await client.call('PUT', '/api/settings', { campaignStart: '2026-03-01', inspectionDay: '2026-12-31' });
  return { server, client };
}

/**
 * @typedef {object} OpenCounty
 * @property {import('./server.mjs').RunningServer} server
 * @property {import('./account.mjs').Client} client
 * @property {import('playwright-core').Page} page
 * @property {() => Promise<void>} close
 */

/**
 * The same with a browser whose page is signed in.
 * @returns {Promise<OpenCounty>}
 */
export async function openCounty() {
  const { server, client } = await startCounty();
  const browser = await launchBrowser();
  const page = await openPage(browser);
  page.setDefaultTimeout(15_000);
  await useSession(page, server.baseUrl, client);
  return {
    server,
    client,
    page,
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
