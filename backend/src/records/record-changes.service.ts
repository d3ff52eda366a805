import { Injectable } from '@nestjs/common';
import type { ReviewState } from '../engine/index.js';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { Clock } from '../platform/clock/index.js';
import type { Transaction } from '../platform/database/index.js';
import { SequenceService } from '../platform/sequence/index.js';
import { RecordReaderService } from './record-reader.service.js';
import type { Author, RecordAction, Revision, StoredRecord } from './record.types.js';
import { actionRefused, recordUnknown, staleVersion } from './records.errors.js';
import { RecordsRepository } from './records.repository.js';
import { changeTold } from './told.js';
import { transition } from './state-machine.policy.js';

/** Who changes which record, based on which version. `yours` comes back with the error when somebody was faster. */
export interface ChangeOrder {
  readonly id: number;
  readonly version: number;
  readonly action: Exclude<RecordAction, 'enter'>;
  readonly actor: Author;
  readonly reason?: string;
  readonly yours?: unknown;
}

/** What becomes different. `state` overrides what the state machine says, for a review that is not at its last step. */
export interface Change {
  readonly content?: Partial<Pick<StoredRecord, 'fields' | 'day' | 'until' | 'title' | 'searchText'>>;
  readonly state?: ReviewState;
  readonly reviewStep?: number;
  readonly selfApproval?: boolean;
}

/** The one way in which a record changes: version, state, content, sequence number and revision in one transaction. */
@Injectable()
export class RecordChangesService {
  constructor(
    private readonly records: RecordsRepository,
    private readonly evidence: EvidenceService,
    private readonly reader: RecordReaderService,
    private readonly sequence: SequenceService,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Makes a change; `work` says what becomes different and may do its own part in the transaction before.
   * @throws DomainError records.unknown, records.stale, records.stateRefuses, and what `work` throws
   */
  async change(
    transaction: Transaction,
    order: ChangeOrder,
    work: (record: StoredRecord) => Promise<Change>,
  ): Promise<StoredRecord> {
    const { record, state } = await this.allowed(order, transaction);
    const hung = await this.evidence.attachedTo(record.id, transaction);
    const change = await work(record);
    const evidence = await this.evidence.attachedTo(record.id, transaction);
    const next: StoredRecord = {
      ...record,
      ...change.content,
      ...this.judged(record, order, change, state),
      evidenceTypes: [...new Set(evidence.map(({ type }) => type))].sort(),
      version: record.version + 1,
      seq: await this.sequence.next(transaction),
    };
    const snapshot = evidence.map(({ id, type, name, sha256 }) => ({ id, type, name, sha256 }));
    const done = await this.records.replace(
      transaction,
      next,
      this.revision(next, order, change, snapshot),
      record.version,
    );
    if (!done) throw staleVersion(await this.reader.detail(order.id, transaction), order.yours ?? null);
    await this.trail.tell(transaction, changeTold(order, [record, hung], [next, evidence], change.selfApproval));
    return next;
  }

  /** The record and the state the action leads to. Outside of a transaction: a look ahead, before a file is taken in. */
  async allowed(
    order: Pick<ChangeOrder, 'id' | 'version' | 'action' | 'yours'>,
    transaction?: Transaction,
  ): Promise<{ readonly record: StoredRecord; readonly state: ReviewState }> {
    const record = await this.records.byId(order.id, transaction);
    if (record === null) throw recordUnknown();
    if (record.version !== order.version)
      throw staleVersion(await this.reader.detail(order.id, transaction), order.yours ?? null);
    const to = transition(record.state, order.action);
    if ('refused' in to) throw actionRefused(to.refused, await this.reader.detail(order.id, transaction));
    return { record, state: to.state };
  }

  /** Whoever changes the content submits the record anew; a decision leaves the day of submission alone. */
  private judged(record: StoredRecord, { action, actor }: ChangeOrder, change: Change, machine: ReviewState) {
    const state = change.state ?? machine;
    const now = this.clock.now();
    const approvedAt = state === 'approved' ? now : null;
    switch (action) {
      case 'edit':
      case 'attach':
      case 'detach':
        return { state, approvedAt, reviewStep: 0, submittedAt: now, submittedBy: actor.id };
      case 'approve':
      case 'return':
        return { state, approvedAt, reviewStep: change.reviewStep ?? 0 };
      case 'withdraw':
        return { state, approvedAt: record.approvedAt };
    }
  }

  private revision(record: StoredRecord, order: ChangeOrder, change: Change, evidence: Revision['evidence']): Revision {
    const { seq, version, state, unitCode, day, fields } = record;
    const { action, actor, reason } = order;
    const selfApproval = change.selfApproval ?? false;
    return {
      seq,
      recordId: record.id,
      version,
      action,
      state,
      unitCode,
      day,
      fields,
      evidence,
      actor,
      at: this.clock.now(),
      reason: reason ?? null,
      selfApproval,
    };
  }
}
