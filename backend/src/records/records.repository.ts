import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { insertRows } from '../platform/database/index.js';
import type { KnownRecord } from './fields/fields.types.js';
import type { Revision, StoredRecord } from './record.types.js';
import { RecordEntity } from './record.entity.js';
import { RecordRevisionEntity } from './record-revision.entity.js';
import { revisionOf, revisionRow, recordOf, recordRow } from './rows.js';

/** Rows that are made ready at once, and numbers in one question: SQLite takes at most 32,766 values in a statement. */
const CHUNK = 1000;

interface LinkedRecord {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly unitCode: string;
}

@Injectable()
export class RecordsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Approved records of units dated up to a day (`YYYY-MM-DD`), counted by type. */
  async approvedByType(unitCodes: readonly string[], to: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource
      .getRepository(RecordEntity)
      .createQueryBuilder('record')
      .select('record.type', 'type')
      .addSelect('COUNT(*)', 'count')
      .where('record.unitCode IN (:...unitCodes) AND record.state = :state AND record.day <= :to', {
        unitCodes,
        state: 'approved',
        to,
      })
      .groupBy('record.type')
      .getRawMany<{ type: string; count: number }>();
    return new Map(rows.map(({ type, count }) => [type, Number(count)]));
  }

  async byId(id: number, manager: EntityManager = this.dataSource.manager): Promise<StoredRecord | null> {
    const row = await manager.findOneBy(RecordEntity, { id });
    return row === null ? null : recordOf(row);
  }

  /** In chunks: a question may hold 32,766 values on SQLite. */
  async byIds(ids: readonly number[]): Promise<readonly StoredRecord[]> {
    const rows: RecordEntity[] = [];
    for (let start = 0; start < ids.length; start += CHUNK) {
      rows.push(...(await this.dataSource.manager.findBy(RecordEntity, { id: In(ids.slice(start, start + CHUNK)) })));
    }
    return rows.map(recordOf);
  }

  /** Type, state and fields of the records that a form points at. */
  async knownAmong(ids: readonly number[], manager: EntityManager): Promise<ReadonlyMap<number, KnownRecord>> {
    if (ids.length === 0) return new Map();
    const rows = await manager.find(RecordEntity, {
      select: { id: true, type: true, state: true, fields: true },
      where: { id: In([...ids]) },
    });
    return new Map(rows.map(({ id, type, state, fields }) => [id, { type, state, fields }]));
  }

  /** What to call the records that another one points at. */
  async titlesOf(
    ids: readonly number[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly LinkedRecord[]> {
    if (ids.length === 0) return [];
    const rows = await manager.find(RecordEntity, {
      select: { id: true, type: true, title: true, unitCode: true },
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
    });
    return rows.map(({ id, type, title, unitCode }) => ({ id, type, title, unitCode }));
  }

  /** The number for the next new record. Call inside the transaction that stores it. */
  async nextId(manager: EntityManager): Promise<number> {
    const last = await manager.maximum(RecordEntity, 'id');
    return (last ?? 0) + 1;
  }

  /** Stores new records with their history, in chunks. */
  async insert(
    manager: EntityManager,
    records: readonly StoredRecord[],
    revisions: readonly Revision[],
  ): Promise<void> {
    for (let start = 0; start < records.length; start += CHUNK) {
      await insertRows(manager, RecordEntity, records.slice(start, start + CHUNK).map(recordRow));
    }
    for (let start = 0; start < revisions.length; start += CHUNK) {
      await insertRows(manager, RecordRevisionEntity, revisions.slice(start, start + CHUNK).map(revisionRow));
    }
  }

  /** Replaces a record that still has the version it was read with, and writes the revision. False if it has another one. */
  async replace(manager: EntityManager, record: StoredRecord, revision: Revision, basedOn: number): Promise<boolean> {
    const { id, ...row } = recordRow(record);
    const done = await manager.update(RecordEntity, { id, version: basedOn }, row);
    if (done.affected !== 1) return false;
    await insertRows(manager, RecordRevisionEntity, [revisionRow(revision)]);
    return true;
  }

  /** A record's history, oldest first. */
  async historyOf(recordId: number, manager: EntityManager = this.dataSource.manager): Promise<readonly Revision[]> {
    const rows = await manager.find(RecordRevisionEntity, { where: { recordId }, order: { seq: 'ASC' } });
    return rows.map(revisionOf);
  }
}
