import 'reflect-metadata';
import { readConfig } from './platform/config/index.js';
import { StartupError } from './platform/errors/index.js';
import { startServer } from './server.js';

/** Starts, prints where to go, and stops at a signal. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const server = await startServer(config);
  const shown = config.host.includes(':') ? `[${config.host}]` : config.host;
  console.log(`\n系统已启动，请在浏览器打开 The system is up: http://${shown}:${server.port}\n`);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartupError ? `\n${error.message}\n` : error);
  process.exit(1);
});
