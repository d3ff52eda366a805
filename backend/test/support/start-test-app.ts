import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FixedDayClock, type Clock } from '../../src/platform/clock/index.js';
import { readConfig } from '../../src/platform/config/index.js';
import { startServer } from '../../src/server.js';
import { Client } from './client.js';

export const testPassword = 'Ping-An-2026-kua-xian';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly dataDir: string;
  /** Signed in as the administrator, whose password is `testPassword`. */
  readonly client: Client;
  /** A client without a session. */
  guest(): Client;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  /** The day on which the server believes to be (default 2026-11-24). */
  readonly today?: string;
  /** A clock of the test's own, instead of `today`. */
  readonly clock?: Clock;
  /** Seeds folder (default: the repository's). */
  readonly seeds?: string;
  /** An existing data folder, kept at the end (default: a temporary one, removed). */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A real server over real HTTP on a free port, with a migrated database and a client that is signed in. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { today = '2026-11-24', clock = new FixedDayClock(today), seeds, env = {} } = options;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir, SEEDS_DIR: seeds, ...env });
  const server = await startServer(config, clock);
  const url = `http://127.0.0.1:${server.port}`;
  const client = new Client(url);
  await client.signIn('admin', server.oneTimePassword ?? testPassword);
  if (server.oneTimePassword !== null) await client.choosePassword(server.oneTimePassword, testPassword);
  return {
    app: server.app,
    url,
    dataDir,
    client,
    guest: () => new Client(url),
    stop: async () => {
      await server.stop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
