import { Injectable } from '@nestjs/common';
import { Brackets, DataSource, type SelectQueryBuilder } from 'typeorm';
import type { ReviewState } from '../engine/index.js';
import { searchable } from './fields/text.js';
import { RecordEntity } from './record.entity.js';
import type { StoredRecord } from './record.types.js';
import { recordOf } from './rows.js';

export const RECORD_SORTS = ['day', '-day', 'submittedAt', '-submittedAt', 'id', '-id', 'title', '-title'] as const;
export type RecordSort = (typeof RECORD_SORTS)[number];

/** What a list is narrowed to; null = not narrowed. Days `YYYY-MM-DD`, both inside. `page` counts from 1. */
export interface RecordFilter {
  readonly type: string | null;
  /** A choice field and the options of which one has to be chosen. */
  readonly having: { readonly field: string; readonly any: readonly string[] } | null;
  readonly unitCodes: readonly string[] | null;
  readonly state: ReviewState | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly words: string | null;
  readonly page: number;
  readonly size: number;
  readonly sort: RecordSort;
}

export interface RecordPage {
  readonly total: number;
  readonly records: readonly StoredRecord[];
}

@Injectable()
export class RecordListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One page of the records that fit, and how many fit in all. */
  async matching(filter: RecordFilter): Promise<RecordPage> {
    const query = narrowed(this.dataSource.getRepository(RecordEntity).createQueryBuilder('record'), filter);
    const column = filter.sort.replace('-', '');
    const direction = filter.sort.startsWith('-') ? 'DESC' : 'ASC';
    query.orderBy(`record.${column}`, direction).addOrderBy('record.id', direction);
    const [rows, total] = await query
      .skip((filter.page - 1) * filter.size)
      .take(filter.size)
      .getManyAndCount();
    return { total, records: rows.map(recordOf) };
  }
}

function narrowed(query: SelectQueryBuilder<RecordEntity>, filter: RecordFilter): SelectQueryBuilder<RecordEntity> {
  const { type, having, unitCodes, state, from, to, words } = filter;
  if (type !== null) query.andWhere('record.type = :type', { type });
  if (state !== null) query.andWhere('record.state = :state', { state });
  if (from !== null) query.andWhere('record.day >= :from', { from });
  if (to !== null) query.andWhere('record.day <= :to', { to });
  if (unitCodes !== null)
    query.andWhere('record.unitCode IN (:...unitCodes)', { unitCodes: unitCodes.length === 0 ? [''] : unitCodes });
  const wanted = searchable(words ?? '').split(' ');
  wanted
    .filter((word) => word !== '')
    .slice(0, 8)
    .forEach((word, index) =>
      query.andWhere(contains('record.searchText', `word${index}`), like(`word${index}`, word)),
    );
  if (having !== null) {
    // The fields are stored as JSON text; both databases that we support can look for a pair in it.
    const pairs = having.any.map((option) => JSON.stringify({ [having.field]: option }).slice(1, -1));
    query.andWhere(
      new Brackets((inner) => {
        pairs.forEach((pair, index) =>
          inner.orWhere(contains('record.fields', `pair${index}`), like(`pair${index}`, pair)),
        );
      }),
    );
  }
  return query;
}

const contains = (column: string, name: string) => `${column} LIKE :${name} ESCAPE '\\'`;

/** The parameter for `contains`: the words as they are, also where they hold signs that LIKE reads. */
function like(name: string, words: string): Record<string, string> {
  return { [name]: `%${words.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%` };
}
