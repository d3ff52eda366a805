import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/index.js';
import type { RecordType } from '../standard/index.js';
import type { FieldSpec } from '../engine/index.js';
import { StandardService } from '../standard/standard.service.js';
import type { UnitRow } from '../units/index.js';
import { UnitsService } from '../units/units.service.js';
import { countsToward } from './counts-toward.js';
import { checkFields, linkedRecords } from './fields/check-fields.js';
import type { FieldWorld, KnownRecord } from './fields/fields.types.js';
import { findPersonalData, personalDataMessage } from './fields/personal-data.js';
import { tidyText } from './fields/text.js';
import { contentOf, type RecordContent } from './record-content.js';
import type { RecordFields, StoredRecord } from './record.types.js';
import { fieldInvalid, fieldsInvalid } from './records.errors.js';
import { RecordsRepository } from './records.repository.js';
import { reviewRoute, type ReviewStep } from './review-route.js';

/** What a checked form gives: the values as they are stored, and what follows from them. */
export interface CheckedContent extends RecordContent {
  readonly fields: RecordFields;
}

const UNIT_KIND_LABELS: Readonly<Record<string, string>> = {
  county: '县',
  bureau: '县直部门',
  town: '镇',
  street: '街道',
  village: '村',
  community: '社区',
};
const LONGEST_REASON = 500;

/** What the standard and the list of units say about a record: its type, its owner, its fields, its review, what it counts toward. */
@Injectable()
export class RecordDefinitionsService {
  constructor(
    private readonly standard: StandardService,
    private readonly units: UnitsService,
    private readonly records: RecordsRepository,
  ) {}

  /** @throws DomainError records.fieldInvalid naming 登记类型 */
  type(id: string): RecordType {
    const type = this.standard.recordType(id);
    if (type === null)
      throw fieldInvalid('type', '登记类型', `没有“${id.slice(0, 40)}”这种登记类型，请从登记类型列表中选。`);
    return type;
  }

  /** What a link field (`type.field`) may name: the record type, and the kind where it asks for one. @throws DomainError records.fieldInvalid */
  link(name: string): { readonly target: string; readonly having: FieldSpec['targetWhen'] | null } {
    const [id = '', fieldId = ''] = name.split('.');
    const field = this.type(id).fields.find((one) => one.id === fieldId);
    if (field?.type !== 'record' || field.target === undefined)
      throw fieldInvalid('forField', '要关联的栏目', `“${name.slice(0, 60)}”不是关联其他记录的栏目，请从登记表中选。`);
    return { target: field.target, having: field.targetWhen ?? null };
  }

  /** The owning unit, which has to be of a kind that keeps such records. @throws DomainError records.fieldInvalid naming 单位 */
  owner(type: RecordType, code: string): UnitRow {
    const unit = this.units.byCode(code);
    if (unit === null) throw fieldInvalid('unitCode', '单位', `「单位」没有“${code.slice(0, 40)}”，请从单位列表中选。`);
    if (type.owners.includes(unit.kind)) return unit;
    const owners = type.owners.map((kind) => UNIT_KIND_LABELS[kind] ?? kind).join('、');
    const message = `「单位」不能是“${this.units.displayName(code)}”：“${type.label}”由${owners}登记，请另选单位。`;
    throw fieldInvalid('unitCode', '单位', message);
  }

  /** The owning unit has to be there on the day that the record speaks of (`YYYY-MM-DD`). @throws DomainError records.fieldInvalid naming 单位 */
  ownerOn(code: string, day: string): void {
    const elsewhere = this.units.book.registerElsewhere(code, day);
    if (elsewhere !== null) throw fieldInvalid('unitCode', '单位', elsewhere);
  }

  /** Checks what was typed, with the records it points at looked up in the transaction. @throws DomainError records.fieldInvalid */
  async check(
    type: RecordType,
    input: Readonly<Record<string, unknown>>,
    transaction: Transaction,
  ): Promise<CheckedContent> {
    return this.checkAgainst(type, input, await this.records.knownAmong(linkedRecords(type, input), transaction));
  }

  /** The same with the records it points at already known. @throws DomainError records.fieldInvalid */
  checkAgainst(
    type: RecordType,
    input: Readonly<Record<string, unknown>>,
    known: ReadonlyMap<number, KnownRecord>,
  ): CheckedContent {
    const checked = checkFields(type, input, this.world(known));
    if (!checked.ok) throw fieldsInvalid(checked.problems);
    return { fields: checked.fields, ...contentOf(type, checked.fields, (code) => this.units.displayName(code)) };
  }

  /** An evidence type that such records take. @throws DomainError records.fieldInvalid naming 材料类型 */
  evidenceType(type: RecordType, id: string): void {
    if (type.evidence.includes(id)) return;
    const labels = type.evidence.map((known) => this.standard.evidenceLabel(known)).join('、');
    throw fieldInvalid(
      'type',
      '材料类型',
      `“${type.label}”不收“${id.slice(0, 40)}”这类材料，「材料类型」可选：${labels}。`,
    );
  }

  /** A reason as it is stored: not empty, without numbers of persons. @throws DomainError records.fieldInvalid naming 原因 */
  reason(typed: string): string {
    const reason = tidyText(typed, true);
    if (reason === '') throw fieldInvalid('reason', '原因', '请填写「原因」，让填报人知道怎么改。');
    if (reason.length > LONGEST_REASON)
      throw fieldInvalid('reason', '原因', `「原因」最多 ${LONGEST_REASON} 个字，请缩短。`);
    const found = findPersonalData(reason);
    if (found !== null) throw fieldInvalid('reason', '原因', personalDataMessage('原因', found));
    return reason;
  }

  /** The steps of a review, by the names of today. */
  route(record: Pick<StoredRecord, 'type' | 'unitCode'>): readonly ReviewStep[] {
    const unit = this.units.byCode(record.unitCode);
    const type = this.standard.recordType(record.type);
    return unit === null || type === null
      ? []
      : reviewRoute(type, unit, {
          townOf: (of) => this.townOf(of),
          bureau: (name) => this.units.named(name)?.shortName ?? name,
        });
  }

  /** Requirements that this record counts toward, with their titles. */
  countsToward(record: StoredRecord): readonly { readonly requirement: string; readonly title: string }[] {
    const unit = this.units.byCode(record.unitCode);
    if (unit === null) return [];
    const owning = { kind: unit.kind, shortName: unit.shortName, kindsAbove: this.kindsAbove(unit) };
    const found = countsToward({ type: record.type, unit: owning, fields: record.fields }, this.standard.requirements);
    return found.map(({ id }) => ({ requirement: id, title: this.standard.requirement(id)?.requirement.title ?? id }));
  }

  private world(known: ReadonlyMap<number, KnownRecord>): FieldWorld {
    return {
      unit: (code) => {
        const unit = this.units.byCode(code);
        return unit === null ? null : { kind: unit.kind, displayName: this.units.displayName(code) };
      },
      record: (id) => known.get(id) ?? null,
      recordTypeLabel: (id) => this.standard.recordType(id)?.label ?? id,
      unitKindLabel: (kind) => UNIT_KIND_LABELS[kind] ?? kind,
    };
  }

  private townOf(unit: UnitRow): string {
    const isVillage = unit.kind === 'village' || unit.kind === 'community';
    return this.units.displayName(isVillage ? (unit.parentCode ?? unit.code) : unit.code);
  }

  private kindsAbove(unit: UnitRow): string[] {
    const parent = unit.parentCode === null ? null : this.units.byCode(unit.parentCode);
    return parent === null ? [] : [parent.kind, ...this.kindsAbove(parent)];
  }
}
