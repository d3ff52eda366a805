// Runs the built server as a child: signals go down to it, its exit code comes back.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from '../pnpm.mjs';

const program = (name) => join(root, 'backend/dist', name);

/** The environment of the server: DATA_DIR is made absolute, PORT and HOST get their defaults. */
export function serverEnvironment(defaultDataDir, extra = {}) {
  const { DATA_DIR, PORT, HOST } = process.env;
  return {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    DATA_DIR: resolve(root, DATA_DIR || defaultDataDir),
    PORT: PORT || '3000',
    HOST: HOST || '127.0.0.1',
    ...extra,
  };
}

/** Runs `backend/dist/commands/<name>.js` to its end; leaves with its exit code if that is not 0. */
export function runCommand(name, env) {
  const { status } = spawnSync(process.execPath, [program(`commands/${name}.js`)], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Starts the server and leaves with its exit code (128 + n if signal n ended it). */
export function serve(env) {
  const server = spawn(process.execPath, [program('main.js')], { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  server.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`);
    process.exit(1);
  });
  server.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  if (process.env.npm_lifecycle_event) stopWithNpm(server);
}

/** The processes above this one, as far as they can be seen: the shell that npm started, and npm. */
function ancestors() {
  const stat = `/proc/${process.ppid}/stat`;
  const parentOfShell = existsSync(stat) ? readFileSync(stat, 'utf8').split(') ').at(-1).split(' ')[1] : '';
  return `${process.ppid} ${parentOfShell}`;
}

/** npm that is killed passes no signal on; the server must not live on without it. */
function stopWithNpm(server) {
  const before = ancestors();
  setInterval(() => ancestors() !== before && server.kill('SIGTERM'), 500).unref();
}
