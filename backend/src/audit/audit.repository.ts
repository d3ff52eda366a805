import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { insertRows } from '../platform/database/index.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import type { AuditEntry } from './audit.types.js';

/** What a list is narrowed to; null = not narrowed. Instants ISO in UTC: `since` inside, `before` outside. */
export interface AuditFilter {
  readonly since: string | null;
  readonly before: string | null;
  /** Id or name of the account. */
  readonly account: string | null;
  readonly action: string | null;
  readonly result: string | null;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly page: number;
  readonly size: number;
}

@Injectable()
export class AuditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest entry; inside a transaction, hand it in. */
  async newest(manager: EntityManager = this.dataSource.manager): Promise<AuditEntry | null> {
    const [row] = await manager.find(AuditEntryEntity, { order: { number: 'DESC' }, take: 1 });
    return row ?? null;
  }

  byNumber(number: number): Promise<AuditEntry | null> {
    return this.dataSource.manager.findOneBy(AuditEntryEntity, { number });
  }

  async append(manager: EntityManager, entry: AuditEntry): Promise<void> {
    await insertRows(manager, AuditEntryEntity, [entry]);
  }

  /** One page of the entries that fit, newest first, and how many fit in all. */
  async matching(filter: AuditFilter): Promise<{ readonly total: number; readonly entries: readonly AuditEntry[] }> {
    const query = narrowed(this.dataSource.getRepository(AuditEntryEntity).createQueryBuilder('entry'), filter);
    const [entries, total] = await query
      .orderBy('entry.number', 'DESC')
      .skip((filter.page - 1) * filter.size)
      .take(filter.size)
      .getManyAndCount();
    return { total, entries };
  }
}

function narrowed(
  query: SelectQueryBuilder<AuditEntryEntity>,
  { since, before, account, action, result, objectKind, objectId }: AuditFilter,
): SelectQueryBuilder<AuditEntryEntity> {
  if (since !== null) query.andWhere('entry.at >= :since', { since });
  if (before !== null) query.andWhere('entry.at < :before', { before });
  if (account !== null) query.andWhere('(entry.actorId = :account OR entry.actorName = :account)', { account });
  if (action !== null) query.andWhere('entry.action = :action', { action });
  if (result !== null) query.andWhere('entry.result = :result', { result });
  if (objectKind !== null) query.andWhere('entry.objectKind = :objectKind', { objectKind });
  if (objectId !== null) query.andWhere('entry.objectId = :objectId', { objectId });
  return query;
}
