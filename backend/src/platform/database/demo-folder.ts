import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../errors/index.js';
import type { DataFolder } from './data-folder.js';

/** Stands in a data folder whose records are invented. */
const MARK = 'demo-data.txt';

/**
 * Keeps invented and real data apart: a folder of one kind is never opened as the other. A new folder of a demo is marked.
 * @throws StartupError before anything in the folder is touched
 */
export function keepApart({ path, databaseFile }: DataFolder, demo: boolean): void {
  const isMarked = existsSync(join(path, MARK));
  if (isMarked && !demo) {
    throw new StartupError(
      `数据文件夹 ${path} 里是演示数据（编造的），正式系统不打开它；请用 DATA_DIR 指定别的文件夹，看演示请运行 npm run demo ` +
        '(this folder holds invented data; choose another one, or run npm run demo).',
    );
  }
  if (!isMarked && demo && existsSync(databaseFile)) {
    throw new StartupError(
      `数据文件夹 ${path} 里是正式数据，不能当作演示打开；请用 DATA_DIR 指定一个空文件夹 ` +
        '(this folder holds real data; the demo needs an empty one).',
    );
  }
  if (!isMarked && demo) writeFileSync(join(path, MARK), '本文件夹里的数据全部是编造的，只供演示。\n');
}
