import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { insertRows } from '../platform/database/index.js';
import { EvidenceEntity } from './evidence.entity.js';
import type { EvidenceItem, NewEvidence, StoredFile } from './evidence.types.js';
import { StoredFileEntity } from './stored-file.entity.js';

/** Rows that are made ready at once. */
const CHUNK = 1000;

@Injectable()
export class EvidenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Remembers a stored file; one of the same content is remembered already. */
  async rememberFile(manager: EntityManager, file: StoredFile, createdAt: string): Promise<void> {
    const { sha256, size, mime } = file;
    await manager
      .createQueryBuilder()
      .insert()
      .into(StoredFileEntity)
      .values({ sha256, size, mime, createdAt })
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  /** What hangs on a record, oldest first. */
  async attachedTo(
    recordId: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly EvidenceItem[]> {
    const rows = await manager.find(EvidenceEntity, { where: { recordId, removedAt: IsNull() }, order: { id: 'ASC' } });
    return rows.map(({ id, type, name, size, sha256, attachedBy, attachedAt }) => ({
      id,
      type,
      name,
      size,
      sha256,
      attachedBy,
      attachedAt,
    }));
  }

  async attach(manager: EntityManager, items: readonly NewEvidence[]): Promise<void> {
    for (let start = 0; start < items.length; start += CHUNK) {
      const rows = items.slice(start, start + CHUNK).map(({ file, ...item }) => {
        return { ...item, sha256: file.sha256, name: file.name, size: file.size, removedBy: null, removedAt: null };
      });
      await insertRows(manager, EvidenceEntity, rows);
    }
  }

  /** Takes evidence off a record. False if it did not hang there. */
  async remove(
    manager: EntityManager,
    recordId: number,
    id: number,
    removedBy: string,
    removedAt: string,
  ): Promise<boolean> {
    const done = await manager.update(EvidenceEntity, { id, recordId, removedAt: IsNull() }, { removedBy, removedAt });
    return (done.affected ?? 0) > 0;
  }

  /** The file behind a piece of evidence that still hangs on its record, or null. */
  async fileOf(id: number): Promise<StoredFile | null> {
    const row = await this.dataSource.manager.findOneBy(EvidenceEntity, { id, removedAt: IsNull() });
    if (row === null) return null;
    const file = await this.dataSource.manager.findOneBy(StoredFileEntity, { sha256: row.sha256 });
    return file === null ? null : { sha256: file.sha256, size: file.size, mime: file.mime, name: row.name };
  }
}
