// A real server for the tests: the built backend, on a free port, with a data folder of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** The server prints the one-time password of its first start behind this word and a colon. */
const passwordLine = /密码[^:：\n]*[:：]\s*(\S+)/;

/** @returns {Promise<number>} a port that was free a moment ago */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}

/**
 * @typedef {object} RunningServer
 * @property {string} baseUrl such as `http://127.0.0.1:41234`, without a slash at its end
 * @property {string | null} password the one-time password that the server printed; null if it printed none
 * @property {string} dataDir
 * @property {() => string} output all that the server has printed so far
 * @property {() => Promise<number | null>} stop ends the server, removes a data folder made here; gives its exit code
 */

/**
 * Starts `<dist>/main.js` and waits until it answers `/api/health`.
 * @param {{ dataDir?: string, env?: Record<string, string>, dist?: string, seconds?: number }} [options] `dataDir`: an
 *   existing folder, kept at the end (default: a temporary one, removed); `env`: more environment; `dist`: the build,
 *   relative to the root of the repository (default `backend/dist`); `seconds`: how long to wait (default 60)
 * @returns {Promise<RunningServer>}
 */
export async function startServer({ dataDir, env = {}, dist = 'backend/dist', seconds = 60 } = {}) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'scorecard-'));
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [join(root, dist, 'main.js')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: folder, HOST: '127.0.0.1', PORT: String(port), ...env },
  });
  let text = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (part) => (text += part));
  }
  /** @type {Promise<number | null>} */
  const ended = new Promise((done) => server.on('exit', (code) => done(code)));

  async function stop() {
    server.kill('SIGTERM');
    const code = await ended;
    if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    return code;
  }

  const limit = Date.now() + seconds * 1000;
  while (!(await answers(`${baseUrl}/api/health`))) {
    if (server.exitCode !== null || server.signalCode !== null || Date.now() > limit) {
      const code = await stop();
      throw new Error(`The server did not come up (${server.signalCode ?? code}). It printed:\n${text}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  // The password comes right behind the first answer; a data folder that is in use already has none.
  const patience = Date.now() + 500;
  while (!passwordLine.test(text) && Date.now() < patience) await new Promise((done) => setTimeout(done, 20));
  const password = passwordLine.exec(text)?.[1] ?? null;
  return { baseUrl, password, dataDir: folder, output: () => text, stop };
}

/**
 * @param {string} url
 * @returns {Promise<boolean>}
 */
async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
