import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { UnitChangeEntity } from './unit-change.entity.js';
import { UnitEntity } from './unit.entity.js';

@Injectable()
export class UnitsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every unit ever known, also those that have left the list. */
  everKnown(manager: EntityManager = this.dataSource.manager): Promise<UnitEntity[]> {
    return manager.find(UnitEntity, { order: { position: 'ASC' } });
  }

  /** Writes units as they stand now; parents before children. */
  async write(units: readonly UnitEntity[], manager: EntityManager): Promise<void> {
    for (const unit of units) await manager.upsert(UnitEntity, unit, ['code']);
  }

  /** Changes entered after a sequence number (0: all), in the order of their numbers. */
  changesAfter(seq: number, manager: EntityManager = this.dataSource.manager): Promise<UnitChangeEntity[]> {
    return manager.find(UnitChangeEntity, { where: { seq: MoreThan(seq) }, order: { seq: 'ASC' } });
  }

  async append(change: UnitChangeEntity, manager: EntityManager): Promise<void> {
    await manager.insert(UnitChangeEntity, change);
  }
}
