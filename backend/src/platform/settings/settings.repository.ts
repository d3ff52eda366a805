import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { SettingEntity } from './setting.entity.js';

@Injectable()
export class SettingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All revisions in the order of their numbers; there are a handful. */
  revisions(manager: EntityManager = this.dataSource.manager): Promise<SettingEntity[]> {
    return manager.find(SettingEntity, { order: { seq: 'ASC' } });
  }

  /** Keys changed after a sequence number. */
  async keysAfter(seq: number): Promise<string[]> {
    const rows = await this.dataSource.manager.find(SettingEntity, { where: { seq: MoreThan(seq) } });
    return rows.map((row) => row.key);
  }

  async append(manager: EntityManager, revision: SettingEntity): Promise<void> {
    await manager.insert(SettingEntity, revision);
  }
}
