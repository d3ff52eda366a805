import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.service.js';
import type { Told } from '../audit/audit.types.js';
import { Clock } from '../platform/clock/index.js';
import { Transactions } from '../platform/database/index.js';
import { AccountsRepository } from './accounts.repository.js';
import { currentPasswordWrong, passwordTooWeak } from './identity.errors.js';
import { passwordProblem } from './password.policy.js';
import { hashPassword, newOneTimePassword, passwordMatches } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import type { UserAccountEntity } from './user-account.entity.js';

const ADMINISTRATOR = 'admin';

@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly opened: SessionsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Makes the administrator in a database without accounts. Gives the one-time password to be shown once; null when
   * the administrator has chosen a password. Until then every start makes a new one and ends the sessions of the old.
   */
  async prepareAdministrator(): Promise<string | null> {
    const [first] = await this.accounts.all();
    if (first !== undefined && first.passwordChosenAt !== null) return null;
    const oneTime = newOneTimePassword();
    const passwordHash = await hashPassword(oneTime);
    const id = first?.id ?? randomUUID();
    await this.transactions.run(async (transaction) => {
      if (first === undefined) await this.accounts.add(transaction, this.administrator(id, passwordHash));
      else {
        const next = { passwordHash, passwordChosenAt: null };
        await this.accounts.replacePassword(transaction, id, first.passwordHash, next);
        await this.sessions.removeOfAccount(transaction, id);
      }
      await this.trail.tell(transaction, { action: 'account.oneTimePassword', object: { kind: 'account', id } });
    });
    return oneTime;
  }

  /**
   * Sets a password of the owner's own choice; all sessions of the account end, and a new one begins: gives its token.
   * @throws DomainError `identity.currentPasswordWrong` or `identity.passwordTooWeak`
   */
  async changePassword(accountId: string, current: string, next: string): Promise<string> {
    const account = await this.accounts.byId(accountId);
    if (account === null || !(await passwordMatches(account.passwordHash, current))) {
      await this.trail.tellNow({ ...passwordTold(accountId), after: { reason: 'wrongPassword' }, result: 'refused' });
      throw currentPasswordWrong();
    }
    const problem = passwordProblem(next, account.username, current);
    if (problem !== null) throw passwordTooWeak(problem);
    const chosen = { passwordHash: await hashPassword(next), passwordChosenAt: this.clock.now() };
    return this.transactions.run(async (transaction) => {
      const replaced = await this.accounts.replacePassword(transaction, accountId, account.passwordHash, chosen);
      if (!replaced) throw currentPasswordWrong();
      await this.sessions.removeOfAccount(transaction, accountId);
      await this.trail.tell(transaction, passwordTold(accountId));
      return this.opened.open(transaction, accountId);
    });
  }

  /** Display names by account id, for lists of who did what. */
  async displayNames(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.accounts.all()).map((account) => [account.id, account.displayName]));
  }

  private administrator(id: string, passwordHash: string): UserAccountEntity {
    const createdAt = this.clock.now();
    return { id, username: ADMINISTRATOR, displayName: '管理员', passwordHash, passwordChosenAt: null, createdAt };
  }
}

const passwordTold = (id: string): Told => ({ action: 'session.password', object: { kind: 'account', id } });
