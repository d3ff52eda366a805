import 'reflect-metadata';
import { readConfig } from '../platform/config/index.js';
import { StartupError } from '../platform/errors/index.js';
import { openProgram } from '../server.js';
import { fillCounty, isEmpty } from './demo/fill-county.js';

/**
 * `DEMO=1 DATA_DIR=… node backend/dist/commands/demo.js`: fills an empty data folder with the invented county up to today
 * (or `CLOCK_TODAY`). A folder that holds records is left alone.
 */
async function main(): Promise<void> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env });
  if (!config.demo) {
    throw new StartupError('编造的数据只写进演示用的数据文件夹：请运行 npm run demo，或者设置 DEMO=1 (set DEMO=1).');
  }
  const { app, close } = await openProgram(config);
  try {
    if (!(await isEmpty(app))) {
      console.log(`数据文件夹 ${config.dataDir} 里已有记录，保持不变 (the demo folder is not empty; left as it is).`);
      return;
    }
    console.log('正在编造一个县一年半的演示数据 (inventing a year and a half of a county)……');
    const started = Date.now();
    const counts = await fillCounty(app, (line) => console.log(line));
    for (const [type, count] of counts) console.log(`  ${type.padEnd(20)}${String(count).padStart(8)}`);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    console.log(`共 ${total} 条记录，用时 ${Math.round((Date.now() - started) / 1000)} 秒。`);
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartupError ? `\n${error.message}\n` : error);
  process.exit(1);
});
