import type { DataSource } from 'typeorm';
import { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import type { Gate } from './gate.js';

/**
 * A query runner of its own for every caller. The gate is held for one statement outside a transaction, and from begin
 * to commit or rollback inside one.
 */
class GatedQueryRunner extends BetterSqlite3QueryRunner {
  private holding = false;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly gate: Gate,
  ) {
    super(driver);
  }

  override async query(
    query: string,
    parameters?: Parameters<BetterSqlite3QueryRunner['query']>[1],
    useStructuredResult?: boolean,
  ) {
    // IMMEDIATE takes the write lock at once; a read that becomes a write later may find the data changed under it.
    const text = query === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : query;
    if (this.holding) return super.query(text, parameters, useStructuredResult);
    await this.gate.acquire();
    try {
      return await super.query(text, parameters, useStructuredResult);
    } finally {
      this.gate.release();
    }
  }

  override async startTransaction(
    isolation?: Parameters<BetterSqlite3QueryRunner['startTransaction']>[0],
  ): Promise<void> {
    if (this.holding) return super.startTransaction(isolation);
    await this.gate.acquire();
    this.holding = true;
    try {
      await super.startTransaction(isolation);
    } catch (error) {
      this.holding = false;
      // BEGIN itself failed: nothing is open, and a rollback that follows must not believe otherwise.
      this.isTransactionActive = false;
      this.gate.release();
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    this.leave();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } catch (error) {
      // SQLite has rolled back by itself (disk full, I/O error): the transaction is over all the same.
      this.isTransactionActive = this.driver.databaseConnection.inTransaction === true;
      throw error;
    } finally {
      this.leave();
    }
  }

  private leave(): void {
    if (!this.holding || this.isTransactionActive) return;
    this.holding = false;
    this.gate.release();
  }
}

/** Gives every caller of the data source its own gated query runner. Call before `initialize`. */
export function gateSqlite(dataSource: DataSource, gate: Gate): void {
  const driver = dataSource.driver;
  if (driver instanceof BetterSqlite3Driver) driver.createQueryRunner = () => new GatedQueryRunner(driver, gate);
}
