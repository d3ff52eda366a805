import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
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
}
