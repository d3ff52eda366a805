import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { storageErrorCode, type Transaction, Transactions } from '../platform/database/index.js';
import { type Caller, callerNow } from '../platform/http/index.js';
import { type SettingChange, SettingsWitness } from '../platform/settings/index.js';
import { AuditChainService } from './audit-chain.service.js';
import { trailNotWritten } from './audit.errors.js';
import { AuditRepository } from './audit.repository.js';
import type { EntryContent, Told } from './audit.types.js';
import { entryHash, FIRST_PREVIOUS } from './chain.js';
import { shortJson } from './short-json.js';

/** Business time is Asia/Shanghai, all year. */
const UTC_OFFSET = '+08:00';
const PROGRAM = { id: null, name: '系统' } as const;

/** Where every room tells what it does. What cannot be told is not done. */
@Injectable()
export class AuditTrail extends SettingsWitness {
  private readonly log = new Logger('audit');

  constructor(
    private readonly entries: AuditRepository,
    private readonly chain: AuditChainService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  /**
   * Writes an entry in the transaction of the change it tells of: both are stored, or neither. `caller`: left out, the
   * request that is being answered.
   * @throws DomainError audit.notWritten
   */
  async tell(transaction: Transaction, told: Told, caller: Caller | null = callerNow()): Promise<void> {
    try {
      const newest = await this.entries.newest(transaction);
      const content: EntryContent = {
        number: (newest?.number ?? 0) + 1,
        at: this.clock.now(),
        utcOffset: UTC_OFFSET,
        ...whoOf(told, caller),
        action: told.action,
        objectKind: told.object.kind,
        objectId: told.object.id === null ? null : String(told.object.id),
        before: shortJson(told.before),
        after: shortJson(told.after),
        result: told.result ?? 'done',
        previousHash: newest?.hash ?? FIRST_PREVIOUS,
      };
      await this.entries.append(transaction, { ...content, hash: entryHash(this.chain.key, content) });
    } catch (error) {
      // A full disk has a sentence of its own.
      if (storageErrorCode(error) === 'SQLITE_FULL') throw error;
      this.log.error(`an entry was not written, and ${told.action} not done: ${String(error)}`);
      throw trailNotWritten();
    }
    this.chain.headMoved();
  }

  /** Tells of what changes nothing in the database: a refusal, a download. @throws DomainError audit.notWritten */
  tellNow(told: Told, caller: Caller | null = callerNow()): Promise<void> {
    return this.transactions.run((transaction) => this.tell(transaction, told, caller));
  }

  override settingChanged(transaction: Transaction, { key, before, after }: SettingChange): Promise<void> {
    const action = key.startsWith('holidays.') ? 'holiday.change' : 'setting.change';
    return this.tell(transaction, {
      action,
      object: { kind: 'setting', id: key },
      before: { value: before },
      after: { value: after },
    });
  }
}

function whoOf({ who }: Told, caller: Caller | null) {
  const actor = caller?.actor ?? null;
  const { id, name } = who ?? (actor === null ? PROGRAM : { id: actor.id, name: actor.displayName });
  return { actorId: id, actorName: name, unitCode: null, role: null, address: caller?.address ?? null };
}
