import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transactions.service.js';
import { SequenceRepository } from './sequence.repository.js';

/**
 * County-wide numbers without a gap: every change of a record, its proof, its review or a setting takes one in its own
 * transaction. The number is also the cache key of everything computed.
 */
@Injectable()
export class SequenceService {
  constructor(private readonly numbers: SequenceRepository) {}

  /** The next number, taken in this transaction: rolled back with it. */
  next(transaction: Transaction): Promise<number> {
    return this.numbers.advance(transaction, 1);
  }

  /** Takes `count` numbers at once and gives the first of them. */
  async nextMany(transaction: Transaction, count: number): Promise<number> {
    return (await this.numbers.advance(transaction, count)) - count + 1;
  }

  /** The last number given out; 0 in a fresh database. Inside a transaction, hand it in. */
  current(transaction?: Transaction): Promise<number> {
    return this.numbers.lastWithin(transaction);
  }
}
