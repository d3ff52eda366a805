import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordFields } from './record.types.js';
import { RecordEntity } from './record.entity.js';
import type { ReviewState } from '../engine/index.js';

/** A current record as the scorecard takes it in; instants ISO in UTC. */
export interface FactRow {
  readonly id: number;
  readonly type: string;
  readonly unitCode: string;
  readonly fields: RecordFields;
  readonly evidenceTypes: readonly string[];
  readonly state: ReviewState;
  readonly submittedAt: string;
  readonly approvedAt: string | null;
  readonly seq: number;
}

const COLUMNS = [
  'id',
  'type',
  'unitCode',
  'fields',
  'evidenceTypes',
  'state',
  'submittedAt',
  'approvedAt',
  'seq',
] as const;

@Injectable()
export class RecordFactsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** At most `limit` records whose last change came after `seq`, in the order of their changes. Bare rows: entities cost ten times as much. */
  async changedAfter(seq: number, limit: number): Promise<readonly FactRow[]> {
    const query = this.dataSource.getRepository(RecordEntity).createQueryBuilder('record').select([]);
    for (const column of COLUMNS) query.addSelect(`record.${column}`, column);
    const rows = await query
      .where('record.seq > :seq', { seq })
      .orderBy('record.seq', 'ASC')
      .limit(limit)
      .getRawMany<RawFact>();
    return rows.map(factOf);
  }
}

interface RawFact {
  readonly id: number;
  readonly type: string;
  readonly unitCode: string;
  readonly fields: string;
  readonly evidenceTypes: string;
  readonly state: ReviewState;
  readonly submittedAt: string;
  readonly approvedAt: string | null;
  readonly seq: number;
}

function factOf(row: RawFact): FactRow {
  return { ...row, fields: JSON.parse(row.fields), evidenceTypes: JSON.parse(row.evidenceTypes) };
}
