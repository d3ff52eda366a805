import { schema } from '../src/app.schema.js';
import { openDatabase } from '../src/platform/database/index.js';

describe('the migrated database', () => {
  it('leaves the schema builder nothing to say', async () => {
    const { dataSource } = await openDatabase(':memory:', schema);
    const log = await dataSource.driver.createSchemaBuilder().log();
    expect(log.upQueries.map((query) => query.query)).toEqual([]);
    await dataSource.destroy();
  });

  it('can be taken back step by step', async () => {
    const { dataSource } = await openDatabase(':memory:', schema);
    for (let step = 0; step < schema.migrations.length; step += 1) await dataSource.undoLastMigration();
    const left = await dataSource.query(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('migrations', 'sqlite_sequence')`,
    );
    expect(left).toEqual([]);
    await dataSource.destroy();
  });

  it('has its migrations in the order of their times, each name once', () => {
    const times = schema.migrations.map((migration) => Number(/\d{13}$/.exec(migration.name)?.[0]));
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it('writes through to the disk and checks foreign keys', async () => {
    const { dataSource } = await openDatabase(':memory:', schema);
    expect(await dataSource.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await dataSource.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await dataSource.destroy();
  });
});
