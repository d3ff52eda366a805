import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { AccountsRepository } from './accounts.repository.js';
import { currentPasswordWrong, passwordTooWeak } from './identity.errors.js';
import { passwordProblem } from './password.policy.js';
import { hashPassword, newOneTimePassword, passwordMatches } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';

const ADMINISTRATOR = 'admin';

@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
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
    if (first === undefined) {
      await this.accounts.add({
        id: randomUUID(),
        username: ADMINISTRATOR,
        displayName: '管理员',
        passwordHash,
        passwordChosenAt: null,
        createdAt: this.clock.now(),
      });
    } else {
      await this.accounts.replacePassword(first.id, first.passwordHash, { passwordHash, passwordChosenAt: null });
      await this.sessions.removeOfAccount(first.id);
    }
    return oneTime;
  }

  /**
   * Sets a password of the owner's own choice; all sessions of the account end.
   * @throws DomainError `identity.currentPasswordWrong` or `identity.passwordTooWeak`
   */
  async changePassword(accountId: string, current: string, next: string): Promise<void> {
    const account = await this.accounts.byId(accountId);
    if (account === null || !(await passwordMatches(account.passwordHash, current))) throw currentPasswordWrong();
    const problem = passwordProblem(next, account.username, current);
    if (problem !== null) throw passwordTooWeak(problem);
    const chosen = { passwordHash: await hashPassword(next), passwordChosenAt: this.clock.now() };
    const replaced = await this.accounts.replacePassword(accountId, account.passwordHash, chosen);
    if (!replaced) throw currentPasswordWrong();
    await this.sessions.removeOfAccount(accountId);
  }

  /** Display names by account id, for lists of who did what. */
  async displayNames(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.accounts.all()).map((account) => [account.id, account.displayName]));
  }
}
