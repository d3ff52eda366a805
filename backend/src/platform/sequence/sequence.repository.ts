import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SequenceEntity } from './sequence.entity.js';

/** There is one county in a database today; the row is named so that a second one can stand beside it. */
const COUNTY = 'county';

@Injectable()
export class SequenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes `count` numbers in a row and gives the last of them. The row stays locked until the transaction ends. */
  async advance(manager: EntityManager, count: number): Promise<number> {
    await manager.increment(SequenceEntity, { id: COUNTY }, 'last', count);
    return this.lastWithin(manager);
  }

  /** The last number that was committed; inside a transaction, the last it has taken. */
  lastWithin(manager: EntityManager = this.dataSource.manager): Promise<number> {
    return manager.findOneByOrFail(SequenceEntity, { id: COUNTY }).then((row) => row.last);
  }
}
