import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import type { StoredFile } from '../evidence/evidence.types.js';
import { Clock } from '../platform/clock/index.js';
import { type Transaction, Transactions } from '../platform/database/index.js';
import { SequenceService } from '../platform/sequence/index.js';
import { UnitsService } from '../units/units.service.js';
import { RecordChangesService } from './record-changes.service.js';
import { RecordDefinitionsService } from './record-definitions.service.js';
import { RecordReaderService } from './record-reader.service.js';
import type { RecordDetail } from './record-view.types.js';
import type { Author, StoredRecord } from './record.types.js';
import { RecordsRepository } from './records.repository.js';
import { enteringTold } from './told.js';

/** What somebody typed; the fields are not checked yet. */
export interface NewRecord {
  readonly type: string;
  readonly unitCode: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Entering, editing, proving and withdrawing records. Every answer is the record as it stands afterwards. */
@Injectable()
export class RecordsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sequence: SequenceService,
    private readonly clock: Clock,
    private readonly records: RecordsRepository,
    private readonly definitions: RecordDefinitionsService,
    private readonly changes: RecordChangesService,
    private readonly evidence: EvidenceService,
    private readonly reader: RecordReaderService,
    private readonly units: UnitsService,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws DomainError records.fieldInvalid */
  async enter(input: NewRecord, actor: Author): Promise<RecordDetail> {
    await this.units.catchUp();
    const type = this.definitions.type(input.type);
    const unit = this.definitions.owner(type, input.unitCode);
    return this.transactions.run(async (transaction) => {
      const content = await this.definitions.check(type, input.fields, transaction);
      this.definitions.ownerOn(unit.code, content.day);
      // The sequence first: its row is the lock that also keeps the numbers of records apart.
      const seq = await this.sequence.next(transaction);
      const record: StoredRecord = {
        ...content,
        id: await this.records.nextId(transaction),
        type: type.id,
        unitCode: unit.code,
        version: 1,
        state: 'pending',
        reviewStep: 0,
        evidenceTypes: [],
        createdBy: actor,
        submittedBy: actor.id,
        submittedAt: this.clock.now(),
        approvedAt: null,
        seq,
      };
      await this.records.insert(transaction, [record], [enteringOf(record)]);
      await this.trail.tell(transaction, enteringTold(record));
      return this.reader.detail(record.id, transaction);
    });
  }

  /** An approved or returned record waits for review again. @throws DomainError records.fieldInvalid, records.stale, records.stateRefuses */
  async edit(id: number, version: number, fields: NewRecord['fields'], actor: Author): Promise<RecordDetail> {
    await this.units.catchUp();
    const order = { id, version, action: 'edit', actor, yours: { version, fields } } as const;
    return this.changed(id, (transaction) =>
      this.changes.change(transaction, order, async (record) => {
        const content = await this.definitions.check(this.definitions.type(record.type), fields, transaction);
        this.definitions.ownerOn(record.unitCode, content.day);
        return { content };
      }),
    );
  }

  /** Final. @throws DomainError records.fieldInvalid (no reason), records.stale, records.stateRefuses */
  async withdraw(id: number, version: number, typedReason: string, actor: Author): Promise<RecordDetail> {
    const reason = this.definitions.reason(typedReason);
    const order = { id, version, action: 'withdraw', actor, reason, yours: { version, reason } } as const;
    return this.changed(id, (transaction) => this.changes.change(transaction, order, () => Promise.resolve({})));
  }

  /** Refuses what an upload would be refused for anyway, before the file is sent. @throws like `attach` */
  async expectUpload(id: number, version: number, evidenceType: string): Promise<void> {
    const { record } = await this.changes.allowed({ id, version, action: 'attach' });
    this.definitions.evidenceType(this.definitions.type(record.type), evidenceType);
  }

  /** Hangs a kept file on a record, which then waits for review again. @throws DomainError records.fieldInvalid, records.stale, records.stateRefuses */
  attach(id: number, version: number, evidenceType: string, file: StoredFile, actor: Author): Promise<RecordDetail> {
    return this.changed(id, (transaction) =>
      this.changes.change(transaction, { id, version, action: 'attach', actor }, async (record) => {
        this.definitions.evidenceType(this.definitions.type(record.type), evidenceType);
        const item = { recordId: id, type: evidenceType, file, attachedBy: actor.name, attachedAt: this.clock.now() };
        await this.evidence.attach(transaction, [item]);
        return {};
      }),
    );
  }

  /** Takes a file off; the history keeps it. @throws DomainError evidence.unknown, records.stale, records.stateRefuses */
  detach(id: number, version: number, evidenceId: number, actor: Author): Promise<RecordDetail> {
    return this.changed(id, (transaction) =>
      this.changes.change(transaction, { id, version, action: 'detach', actor }, async () => {
        await this.evidence.detach(transaction, id, evidenceId, actor.name);
        return {};
      }),
    );
  }

  private changed(id: number, work: (transaction: Transaction) => Promise<StoredRecord>): Promise<RecordDetail> {
    return this.transactions.run(async (transaction) => {
      await work(transaction);
      return this.reader.detail(id, transaction);
    });
  }
}

function enteringOf(record: StoredRecord) {
  const { seq, id, version, state, unitCode, day, fields, createdBy, submittedAt } = record;
  return {
    seq,
    recordId: id,
    version,
    action: 'enter',
    state,
    unitCode,
    day,
    fields,
    evidence: [],
    actor: createdBy,
    at: submittedAt,
    reason: null,
    selfApproval: false,
  } as const;
}
