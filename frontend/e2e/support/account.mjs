// Signs in over the API, for tests whose subject is not the login page.

/** The password that `signIn` gives to the administrator in place of the one-time password. */
export const testPassword = 'Ping-An-2026-kua-xian';

/**
 * @typedef {object} Client
 * @property {string} cookie the session cookie, `name=value`
 * @property {(method: string, path: string, body?: unknown) => Promise<any>} call sends JSON and gives the answer's JSON
 *   (null for an empty one); an answer of 400 or more is an error with its text
 */

/**
 * Signs in and, if the account still has its one-time password, changes it to `testPassword`.
 * @param {{ baseUrl: string, password: string | null }} server
 * @param {{ username?: string, password?: string }} [account] the administrator unless told
 * @returns {Promise<Client>}
 */
export async function signIn({ baseUrl, password: oneTime }, { username = 'admin', password } = {}) {
  const current = password ?? oneTime ?? testPassword;
  let cookie = '';

  /** @type {Client['call']} */
  async function call(method, path, body) {
    const answer = await fetch(baseUrl + path, {
      method,
      headers: {
        'x-requested-with': 'scorecard',
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  }

  const session = await call('POST', '/api/session', { username, password: current });
  if (session.mustChangePassword) await call('POST', '/api/session/password', { current, next: testPassword });
  return {
    get cookie() {
      return cookie;
    },
    call,
  };
}

/**
 * Gives a page the session of a client, so that it opens signed in.
 * @param {import('playwright-core').Page} page
 * @param {string} baseUrl
 * @param {Client} client
 */
export async function useSession(page, baseUrl, client) {
  const [name = '', ...rest] = client.cookie.split('=');
  await page.context().addCookies([{ name, value: rest.join('='), url: baseUrl }]);
}
