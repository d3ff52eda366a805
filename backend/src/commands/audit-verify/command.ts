import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { readAuditKey, readHeadLines, trailFindings } from '../../audit/index.js';
import { readConfig } from '../../platform/config/index.js';
import { StartupError } from '../../platform/errors/index.js';

const TABLE = 'audit_entry';
const GUARDS = ['audit_entry_in_turn', 'audit_entry_no_delete', 'audit_entry_no_update'];
const USAGE = '用法：npm run audit:verify [-- --data 数据文件夹] [--heads 另存的日志头文件] [--key 密钥文件]';

/**
 * Checks the trail of a data folder, also while the server is running, and prints a numbered sentence for each finding.
 * The folder is only read. Gives the exit code: 0 when the trail holds.
 * @throws StartupError when there is nothing to check
 */
export function auditVerify(args: readonly string[], print: (line: string) => void): number {
  const { database, heads, copy, key } = filesOf(args);
  if (!existsSync(database)) throw new StartupError(`没有找到数据库 ${database}：请用 --data 写明数据文件夹。`);
  if (copy !== null && !existsSync(copy)) throw new StartupError(`没有找到 ${copy}：请写明另存的日志头文件。`);
  // The heads first: whatever the server commits meanwhile only makes the table longer.
  const lines = [...(copy === null ? [] : readHeadLines(copy)), ...readHeadLines(heads)];
  const { count, findings } = checked(database, lines, readAuditKey(key));
  if (findings.length === 0) {
    print(`操作日志完好：共 ${count} 条，没有改动、缺漏和断尾。`);
    return 0;
  }
  print(`操作日志有 ${findings.length} 处问题：`);
  findings.forEach((sentence, index) => print(`${index + 1}. ${sentence}。`));
  return 1;
}

function filesOf(args: readonly string[]) {
  const options = { data: { type: 'string' }, heads: { type: 'string' }, key: { type: 'string' } } as const;
  let given: { data?: string | undefined; heads?: string | undefined; key?: string | undefined };
  try {
    given = parseArgs({ args: [...args], options }).values;
  } catch {
    throw new StartupError(USAGE);
  }
  const config = readConfig({
    ...process.env,
    ...(given.data === undefined ? {} : { DATA_DIR: resolve(given.data) }),
  });
  return {
    database: join(config.dataDir, 'scorecard.db'),
    heads: config.auditHeadFile,
    copy: given.heads ?? null,
    key: given.key ?? config.auditKeyFile,
  };
}

function checked(file: string, heads: readonly string[], key: Buffer) {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    // One transaction: both questions are answered from the same state.
    database.exec('BEGIN');
    const named = (type: string) =>
      new Set(database.prepare('SELECT name FROM sqlite_master WHERE type = ?').pluck().all(type));
    if (!named('table').has(TABLE)) {
      return { count: 0, findings: heads.length === 0 ? [] : ['操作日志的表不见了'] };
    }
    const guards = GUARDS.filter((guard) => !named('trigger').has(guard));
    const count = Number(database.prepare(`SELECT COUNT(*) FROM ${TABLE}`).pluck().get());
    const rows = database.prepare(`SELECT * FROM ${TABLE} ORDER BY "number"`).iterate();
    const unguarded = guards.length === 0 ? [] : [`数据库里防止改删日志的触发器少了 ${guards.length} 个`];
    return { count, findings: [...trailFindings(rows, heads, key), ...unguarded] };
  } finally {
    database.close();
  }
}
