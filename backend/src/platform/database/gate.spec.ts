import { DataSource } from 'typeorm';
import { CreateSequence1790000001000, SequenceEntity } from '../sequence/index.js';
import { Gate } from './gate.js';
import { gateSqlite } from './gated-sqlite.js';
import { Transactions } from './transactions.service.js';

const pause = () => new Promise((done) => setTimeout(done, 1));

async function open(limitMs?: number) {
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: ':memory:',
    entities: [SequenceEntity],
    migrations: [CreateSequence1790000001000],
  });
  const gate = new Gate(limitMs);
  gateSqlite(dataSource, gate);
  await dataSource.initialize();
  await dataSource.runMigrations();
  return {
    dataSource,
    rows: dataSource.getRepository(SequenceEntity),
    transactions: new Transactions(dataSource, gate),
  };
}

describe('the gate before SQLite', () => {
  it('keeps a hundred transactions apart, half of them rolled back', async () => {
    const { dataSource, rows, transactions } = await open();
    const work = Array.from({ length: 100 }, (_, n) =>
      transactions.run(async (transaction) => {
        await transaction.insert(SequenceEntity, { id: `a${n}`, last: n });
        await pause();
        await transaction.insert(SequenceEntity, { id: `b${n}`, last: n });
        if (n % 2 === 1) throw new Error(`rollback ${n}`);
      }),
    );
    const results = await Promise.allSettled(work);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
    expect(refused).toEqual(Array.from({ length: 50 }, (_, n) => `Error: rollback ${2 * n + 1}`));
    const ids = (await rows.find()).map((row) => row.id).filter((id) => id !== 'county');
    const expected = Array.from({ length: 50 }, (_, n) => [`a${2 * n}`, `b${2 * n}`]).flat();
    expect(ids.sort()).toEqual(expected.sort());
    await dataSource.destroy();
  });

  it('keeps a single write that was acknowledged while a transaction rolls back', async () => {
    const { dataSource, rows, transactions } = await open();
    const failing = transactions.run(async (transaction) => {
      await transaction.insert(SequenceEntity, { id: 'inside', last: 1 });
      await pause();
      throw new Error('rollback');
    });
    const single = rows.insert({ id: 'outside', last: 2 });
    await expect(failing).rejects.toThrow('rollback');
    await single;
    expect((await rows.find({ order: { id: 'ASC' } })).map((row) => row.id)).toEqual(['county', 'outside']);
    await dataSource.destroy();
  });

  it('undoes an inner transaction alone', async () => {
    const { dataSource, rows, transactions } = await open();
    await transactions.run(async (outer) => {
      await outer.insert(SequenceEntity, { id: 'outer', last: 1 });
      const inner = outer.transaction(async (manager) => {
        await manager.insert(SequenceEntity, { id: 'inner', last: 1 });
        throw new Error('inner');
      });
      await expect(inner).rejects.toThrow('inner');
    });
    expect((await rows.find()).map((row) => row.id)).toEqual(['county', 'outer']);
    await dataSource.destroy();
  });

  it('tells at once whoever uses another connection inside a transaction', async () => {
    const { dataSource, rows, transactions } = await open();
    const mistake = transactions.run(async () => rows.find());
    await expect(mistake).rejects.toThrow('only its own manager');
    expect(await rows.count()).toBe(1);
    await dataSource.destroy();
  });

  it('ends a wait that cannot end, and serves the others afterwards', async () => {
    const { dataSource, rows } = await open(30);
    const mistake = dataSource.transaction(async () => rows.find());
    await expect(mistake).rejects.toThrow('only its own manager');
    expect(await rows.count()).toBe(1);
    await dataSource.destroy();
  });

  it('is free again after a statement or a commit that fails', async () => {
    const { dataSource, rows, transactions } = await open();
    await expect(rows.insert({ id: 'county', last: 0 })).rejects.toThrow('UNIQUE');
    await dataSource.query('CREATE TABLE child (parent TEXT REFERENCES sequence (id) DEFERRABLE INITIALLY DEFERRED)');
    const orphan = transactions.run((transaction) => transaction.query(`INSERT INTO child VALUES ('nobody')`));
    await expect(orphan).rejects.toThrow('FOREIGN KEY');
    expect(await dataSource.query('SELECT * FROM child')).toEqual([]);
    expect(await rows.count()).toBe(1);
    await dataSource.destroy();
  });
});
