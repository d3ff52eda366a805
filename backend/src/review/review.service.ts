import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/errors/index.js';
import { type Transaction, Transactions } from '../platform/database/index.js';
import { RecordChangesService } from '../records/record-changes.service.js';
import { RecordDefinitionsService } from '../records/record-definitions.service.js';
import { RecordReaderService } from '../records/record-reader.service.js';
import type { RecordDetail } from '../records/record-view.types.js';
import type { Author } from '../records/record.types.js';
import { approvalRefused } from './review.errors.js';
import { approval } from './review.policy.js';

/** A record after a decision. `selfApproval`: the reviewer had entered it, which is possible only while there is one account. */
export interface Decision extends RecordDetail {
  readonly selfApproval: boolean;
}

export interface BulkDecision {
  readonly approved: readonly number[];
  readonly refused: readonly { readonly id: number; readonly message: string }[];
}

/** This version has one account; roles come later and decide here. */
const SOLE_ACCOUNT = true;

/** Decisions on records that wait for review. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: RecordChangesService,
    private readonly definitions: RecordDefinitionsService,
    private readonly reader: RecordReaderService,
  ) {}

  /** Moves a record one step on. @throws DomainError records.unknown, records.stale, records.stateRefuses, review.notAllowed */
  async approve(id: number, version: number, actor: Author): Promise<Decision> {
    return this.transactions.run(async (transaction) => {
      const selfApproval = await this.step(transaction, id, version, actor);
      return { ...(await this.reader.detail(id, transaction)), selfApproval };
    });
  }

  /** Gives a record back to whoever entered it. @throws DomainError like `approve`, and records.fieldInvalid without a reason */
  async giveBack(id: number, version: number, typedReason: string, actor: Author): Promise<Decision> {
    const reason = this.definitions.reason(typedReason);
    const order = { id, version, action: 'return', actor, reason, yours: { version, reason } } as const;
    return this.transactions.run(async (transaction) => {
      await this.changes.change(transaction, order, () => Promise.resolve({}));
      return { ...(await this.reader.detail(id, transaction)), selfApproval: false };
    });
  }

  /** Approves what can be approved; what cannot is listed with the reason. Each record is a transaction of its own. */
  async approveMany(
    items: readonly { readonly id: number; readonly version: number }[],
    actor: Author,
  ): Promise<BulkDecision> {
    const approved: number[] = [];
    const refused: { id: number; message: string }[] = [];
    for (const { id, version } of items) {
      try {
        await this.transactions.run((transaction) => this.step(transaction, id, version, actor));
        approved.push(id);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push({ id, message: error.message });
      }
    }
    return { approved, refused };
  }

  private async step(transaction: Transaction, id: number, version: number, actor: Author): Promise<boolean> {
    const order = { id, version, action: 'approve', actor, yours: { version } } as const;
    let selfApproval = false;
    await this.changes.change(transaction, order, (record) => {
      const steps = this.definitions.route(record).length;
      const result = approval(record, steps, { id: actor.id, soleAccount: SOLE_ACCOUNT });
      if ('refused' in result) throw approvalRefused(result.refused);
      selfApproval = result.selfApproval;
      return Promise.resolve(result);
    });
    return selfApproval;
  }
}
