import { loadStandard, StandardService } from '../standard/index.js';
import { reportLines } from './standard-report/report.js';
import { seedsFolder } from './seeds-folder.js';

/** `node backend/dist/commands/standard-report.js`: what the standard holds, in numbers; plays every example. */
const loaded = loadStandard(seedsFolder());
if (loaded.ok) reportLines(new StandardService(loaded.standard), loaded.units).forEach((line) => console.log(line));
else console.error('种子文件有要改的地方：请先运行 npm run standard:check');
process.exitCode = loaded.ok ? 0 : 1;
