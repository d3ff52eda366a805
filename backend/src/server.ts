import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { schema } from './app.schema.js';
import { buildApp } from './build-app.js';
import { AccountsService } from './identity/index.js';
import { type Clock, FixedDayClock, SystemClock } from './platform/clock/index.js';
import type { AppConfig } from './platform/config/index.js';
import { keepApart, openDatabase, takeDataFolder } from './platform/database/index.js';
import { StartupError } from './platform/errors/index.js';
import { readSeeds } from './seeds.js';
import { VERSION } from './version.js';

/** A server that answers. */
export interface RunningServer {
  readonly app: NestFastifyApplication;
  readonly port: number;
  /** The administrator's one-time password, to be shown once; null when one has been chosen. */
  readonly oneTimePassword: string | null;
  /** Finishes running requests, closes the database, gives the data folder free. */
  stop(): Promise<void>;
}

/**
 * Starts the server in the order in which a fault does the least harm: the data folder is touched only when everything
 * before it was right. Tests hand in a clock of their own.
 * @throws StartupError with a sentence for the person at the console
 */
export async function startServer(config: AppConfig, clock: Clock = clockFor(config)): Promise<RunningServer> {
  const { app, close } = await openProgram(config, clock);
  try {
    // Before the first answer: whoever waits for the server finds the password printed.
    const oneTimePassword = await app.get(AccountsService).prepareAdministrator();
    const port = await listen(app, config);
    return { app, port, oneTimePassword, stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The program on its data folder, ready to work, with nothing listened on. `close` gives the folder free. */
export interface OpenProgram {
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/**
 * Opens the data folder and puts the program together on it.
 * @throws StartupError with a sentence for the person at the console
 */
export async function openProgram(config: AppConfig, clock: Clock = clockFor(config)): Promise<OpenProgram> {
  const seeds = readSeeds(config.seedsDir);
  const folder = takeDataFolder(config.dataDir);
  try {
    keepApart(folder, config.demo);
    const database = await openDatabase(folder.databaseFile, schema);
    const kind = 'sqlite';
    const health = {
      version: VERSION,
      database: { kind, migration: database.migration },
      standard: seeds.standardInfo,
    };
    const app = await buildApp({ config, clock, database, health, ...seeds });
    return { app, close: () => app.close().finally(() => folder.release()) };
  } catch (error) {
    folder.release();
    throw error;
  }
}

function clockFor(config: AppConfig): Clock {
  return config.clockToday === null ? new SystemClock() : new FixedDayClock(config.clockToday);
}

async function listen(app: NestFastifyApplication, { port, host }: AppConfig): Promise<number> {
  try {
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    throw listenError(error, port, host);
  }
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function listenError(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return new StartupError(
      `端口 ${port} 已被别的程序占用；请先停止它，或者用 PORT 指定别的端口 (the port is in use; choose another one with PORT).`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartupError(`本机没有地址 ${host}；请把 HOST 写成本机的地址 (HOST is no address of this machine).`);
  }
  if (code === 'EACCES') {
    return new StartupError(`没有权限使用端口 ${port}；请用 PORT 指定 1024 以上的端口 (no permission for this port).`);
  }
  return error;
}
