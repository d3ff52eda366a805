import { Injectable } from '@nestjs/common';
import { EvidenceService } from '../evidence/evidence.service.js';
import type { Transaction } from '../platform/database/index.js';
import { StandardService } from '../standard/standard.service.js';
import { UnitsService } from '../units/units.service.js';
import { linkedRecords } from './fields/check-fields.js';
import { RecordDefinitionsService } from './record-definitions.service.js';
import { type RecordFilter, RecordListRepository } from './record-list.repository.js';
import type { RecordDetail, RecordItem, RevisionView } from './record-view.types.js';
import type { Revision, StoredRecord } from './record.types.js';
import { fieldInvalid, recordUnknown } from './records.errors.js';
import { RecordsRepository } from './records.repository.js';

/** What a list is asked for. `subtree`: the unit and all below it. */
export interface ListQuery extends Omit<RecordFilter, 'unitCodes' | 'having'> {
  /** `type.field` of a link field: only records that it may name. */
  readonly forField: string | null;
  readonly unit: string | null;
  readonly subtree: boolean;
}

export interface RecordList {
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly items: readonly RecordItem[];
}

/** Records as pages show them. */
@Injectable()
export class RecordReaderService {
  constructor(
    private readonly records: RecordsRepository,
    private readonly lists: RecordListRepository,
    private readonly evidence: EvidenceService,
    private readonly definitions: RecordDefinitionsService,
    private readonly standard: StandardService,
    private readonly units: UnitsService,
  ) {}

  /** @throws DomainError records.fieldInvalid for an unknown type or unit */
  async list({ unit, subtree, forField, ...filter }: ListQuery): Promise<RecordList> {
    if (filter.type !== null) this.definitions.type(filter.type);
    const link = forField === null ? null : this.definitions.link(forField);
    const unitCodes = unit === null ? null : this.codes(unit, subtree);
    const type = link?.target ?? filter.type;
    const { total, records } = await this.lists.matching({ ...filter, type, unitCodes, having: link?.having ?? null });
    return { total, page: filter.page, size: filter.size, items: records.map(itemOf) };
  }

  /** The records with these numbers, in the order of the numbers given; unknown numbers are left out. */
  async items(ids: readonly number[]): Promise<readonly RecordItem[]> {
    const found = new Map((await this.records.byIds(ids)).map((record) => [record.id, itemOf(record)]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Inside a transaction, hand it in. @throws DomainError records.unknown */
  async detail(id: number, transaction?: Transaction): Promise<RecordDetail> {
    const record = await this.records.byId(id, transaction);
    if (record === null) throw recordUnknown();
    const [evidence, history, linked] = [
      await this.evidence.attachedTo(id, transaction),
      await this.records.historyOf(id, transaction),
      await this.records.titlesOf(this.linksOf(record), transaction),
    ];
    return {
      ...itemOf(record),
      fields: record.fields,
      evidence,
      reviewSteps: this.definitions.route(record),
      linked,
      revisions: history.map(revisionView),
      countsToward: this.definitions.countsToward(record),
    };
  }

  /** Approved records of units up to a day (`YYYY-MM-DD`), counted by record type. */
  approvedByType(unitCodes: readonly string[], to: string): Promise<ReadonlyMap<string, number>> {
    return this.records.approvedByType(unitCodes, to);
  }

  private linksOf(record: StoredRecord): readonly number[] {
    const type = this.standard.recordType(record.type);
    return type === null ? [] : linkedRecords(type, record.fields);
  }

  private codes(unit: string, subtree: boolean): readonly string[] {
    if (this.units.byCode(unit) === null)
      throw fieldInvalid('unit', '单位', `「单位」没有“${unit.slice(0, 40)}”，请从单位列表中选。`);
    return subtree ? this.units.everBelow(unit) : [unit];
  }
}

function itemOf(record: StoredRecord): RecordItem {
  const { id, type, unitCode, version, state, day, until, title, evidenceTypes, submittedAt, approvedAt, reviewStep } =
    record;
  return {
    id,
    type,
    unitCode,
    version,
    state,
    day,
    until,
    title,
    evidenceTypes,
    submittedAt,
    approvedAt,
    reviewStep,
    createdBy: record.createdBy.name,
  };
}

function revisionView({
  seq,
  version,
  action,
  state,
  at,
  actor,
  reason,
  selfApproval,
  fields,
  evidence,
}: Revision): RevisionView {
  return {
    seq,
    version,
    action,
    state,
    at,
    by: actor.name,
    reason,
    selfApproval,
    fields,
    evidence: evidence.map(({ id, type, name }) => ({ id, type, name })),
  };
}
