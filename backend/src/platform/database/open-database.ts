import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { StartupError } from '../errors/index.js';
import { Gate } from './gate.js';
import { gateSqlite } from './gated-sqlite.js';
import type { Schema } from './schema.types.js';

/** An open, migrated database with the gate that all its users pass. */
export interface OpenDatabase {
  readonly dataSource: DataSource;
  readonly gate: Gate;
  /** Name of the newest migration; null for a database without tables. */
  readonly migration: string | null;
}

const MIGRATIONS_TABLE = 'migrations';

/**
 * Opens the SQLite file (`:memory:` for one that vanishes) and brings its tables up to date in one transaction.
 * WAL and synchronous=FULL: what was acknowledged survives a power cut.
 * @throws StartupError for a damaged file, one of a newer version of the program, or a failed migration
 */
export async function openDatabase(file: string, schema: Schema): Promise<OpenDatabase> {
  refuseNewer(file, schema);
  const gate = new Gate();
  const dataSource = sqliteSource(file, schema);
  gateSqlite(dataSource, gate);
  try {
    await dataSource.initialize();
    await dataSource.runMigrations({ transaction: 'all' });
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw broken(file, error);
  }
  return { dataSource, gate, migration: schema.migrations.at(-1)?.name ?? null };
}

/** The data source with every table of the schema but no connection yet; `synchronize` is off everywhere. */
function sqliteSource(file: string, schema: Schema): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    database: file,
    entities: [...schema.entities],
    migrations: [...schema.migrations],
    migrationsTableName: MIGRATIONS_TABLE,
    synchronize: false,
    logging: false,
    enableWAL: file !== ':memory:',
    prepareDatabase: (connection: Database.Database) => {
      connection.pragma('synchronous = FULL');
      connection.pragma('busy_timeout = 5000');
    },
  });
}

/** Looks at the file without writing to it: a migration that this program does not know was made by a newer one. */
function refuseNewer(file: string, schema: Schema): void {
  if (file === ':memory:' || !existsSync(file)) return;
  let applied: unknown[];
  try {
    const database = new Database(file, { readonly: true });
    try {
      const present = database.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`);
      if (present.get(MIGRATIONS_TABLE) === undefined) return;
      applied = database.prepare(`SELECT name FROM ${MIGRATIONS_TABLE}`).pluck().all();
    } finally {
      database.close();
    }
  } catch (error) {
    throw broken(file, error);
  }
  const known = new Set(schema.migrations.map((migration) => migration.name));
  const unknown = applied.filter((name) => typeof name !== 'string' || !known.has(name));
  if (unknown.length === 0) return;
  throw new StartupError(
    `数据库 ${file} 由更新版本的程序建立（其中有本程序不认识的 ${unknown.join('、')}），没有作任何改动；` +
      '请改用新版本的程序打开 (the database was made by a newer version of the program; nothing was changed).',
  );
}

function broken(file: string, error: unknown): StartupError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartupError(
    `数据库 ${file} 打不开或升级失败：${reason}。请不要删除这个文件；用备份恢复数据文件夹，或者请维护人员查看 ` +
      '(the database cannot be opened or migrated; restore the data folder from a backup).',
  );
}
