import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Gate } from './gate.js';

/** An open transaction; repositories take it, services only hand it on. */
export type Transaction = EntityManager;

/** The way to write more than one row at once. */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: Gate,
  ) {}

  /**
   * Runs `work` in one transaction: all or nothing. Inside, use only what is done through `transaction`, and await
   * nothing slow (no file, no hash, no network): everybody else is waiting.
   * @throws what `work` throws, after the rollback
   */
  run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((transaction) => this.gate.mark(() => work(transaction)));
  }
}
