import 'reflect-metadata';
import { readConfig } from './platform/config/index.js';
import { StartupError } from './platform/errors/index.js';
import { type RunningServer, startServer } from './server.js';

/** Starts, prints where to go, and stops at a signal. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const server = await startServer(config);
  stopAtSignals(server);
  const shown = config.host.includes(':') ? `[${config.host}]` : config.host;
  const address = `\n系统已启动，请在浏览器打开 The system is up: http://${shown}:${server.port}\n`;
  // One write: whoever sees the address sees the password as well.
  console.log(server.oneTimePassword === null ? address : `${address}\n${passwordBlock(server.oneTimePassword)}`);
}

function stopAtSignals(server: RunningServer): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // A request that never ends must not keep the program from ending.
    setTimeout(() => process.exit(1), 10_000).unref();
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
}

/** Shown on the console only; the database holds its hash, the log nothing. */
function passwordBlock(password: string): string {
  const line = '='.repeat(64);
  return [
    line,
    '  用户名 Username: admin',
    `  一次性密码 One-time password: ${password}`,
    '  第一次登录后要设置自己的密码；设置之前，每次启动都会换一个。',
    '  It has to be changed at the first login; until then every start makes a new one.',
    line,
    '',
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof StartupError ? `\n${error.message}\n` : error);
  process.exit(1);
});
