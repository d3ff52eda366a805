import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { schema } from './app.schema.js';
import { openApiDocument } from './openapi.document.js';
import { type Clock, FixedDayClock, SystemClock } from './platform/clock/index.js';
import type { AppConfig } from './platform/config/index.js';
import { openDatabase, takeDataFolder } from './platform/database/index.js';
import { StartupError } from './platform/errors/index.js';
import { createApp, serveDocument, servePages } from './platform/http/index.js';
import { VERSION } from './version.js';

/** A server that answers. */
export interface RunningServer {
  readonly app: NestFastifyApplication;
  readonly port: number;
  /** Finishes running requests, closes the database, gives the data folder free. */
  stop(): Promise<void>;
}

/**
 * Starts the server in the order in which a fault does the least harm: the data folder is touched only when everything
 * before it was right. The clock can be replaced.
 * @throws StartupError with a sentence for the person at the console
 */
export async function startServer(config: AppConfig, clock: Clock = clockFor(config)): Promise<RunningServer> {
  const folder = takeDataFolder(config.dataDir);
  try {
    const database = await openDatabase(folder.databaseFile, schema);
    const health = {
      version: VERSION,
      database: { kind: 'sqlite', migration: database.migration },
      standard: null,
    };
    const app = await createApp(AppModule.register({ config, clock, database, health }), config);
    serveDocument(app, openApiDocument(app));
    await servePages(app, config.frontendDir);
    const port = await listen(app, config);
    return { app, port, stop: () => app.close().finally(() => folder.release()) };
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
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    throw listenError(error, port, host);
  }
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function listenError(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return new StartupError(
      `端口 ${port} 已被别的程序占用；请先停止它，或者用 PORT 指定别的端口 (the port is in use).`,
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
