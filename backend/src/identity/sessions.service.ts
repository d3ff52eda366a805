import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.service.js';
import type { Told } from '../audit/audit.types.js';
import { Clock } from '../platform/clock/index.js';
import { type AppConfig, CONFIG } from '../platform/config/index.js';
import { type Transaction, Transactions } from '../platform/database/index.js';
import type { Actor } from '../platform/http/actor.js';
import { AccountsRepository } from './accounts.repository.js';
import { loginRefused } from './identity.errors.js';
import type { Identity } from './identity.types.js';
import { LoginAttemptsRepository } from './login-attempts.repository.js';
import { FORGET_MINUTES, isPaused, WRONG_LIMIT } from './login-pause.policy.js';
import { newToken, passwordMatches, tokenHash } from './secrets.js';
import type { SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';
import type { UserAccountEntity } from './user-account.entity.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A request moves the idle limit, but not with a write each time. */
const SEEN_STEP_MS = MINUTE_MS;

/** Sessions live in the database; a client holds a random token, the database its hash. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly attempts: LoginAttemptsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Checks name and password. @throws DomainError `identity.loginRefused`, the same for every reason */
  async login(username: string, password: string): Promise<{ token: string; identity: Identity }> {
    const name = username.trim().toLowerCase();
    const admitted = await this.admit(name);
    const account = await this.accounts.byUsername(name);
    const matches = await passwordMatches(account?.passwordHash ?? null, password);
    if (!admitted || account === null || !matches) {
      await this.trail.tellNow(refusedLogin(account, admitted));
      throw loginRefused();
    }
    return this.transactions.run(async (transaction) => {
      await this.attempts.forget(transaction, name);
      const token = await this.open(transaction, account.id);
      const who = { id: account.id, name: account.displayName };
      await this.trail.tell(transaction, { action: 'session.login', object: { kind: 'account', id: account.id }, who });
      return { token, identity: identityOf(account) };
    });
  }

  /** Opens a session and gives its token. Sessions that have ended are swept on the way. */
  async open(transaction: Transaction, accountId: string): Promise<string> {
    await this.sessions.removeUnseenSince(transaction, this.instantBefore(this.config.sessionMaxHours * HOUR_MS));
    const token = newToken();
    const now = this.clock.now();
    await this.sessions.add({ tokenHash: tokenHash(token), accountId, createdAt: now, seenAt: now }, transaction);
    return token;
  }

  /** Who holds a token; null when there is no such session or its time is over. Moves the idle limit. */
  async identify(token: string): Promise<Identity | null> {
    const session = await this.sessions.byTokenHash(tokenHash(token));
    if (session?.account === undefined) return null;
    if (this.hasEnded(session)) {
      await this.sessions.remove(session.tokenHash);
      return null;
    }
    if (this.clock.millis() - Date.parse(session.seenAt) >= SEEN_STEP_MS) {
      await this.sessions.markSeen(session.tokenHash, this.clock.now());
    }
    return identityOf(session.account);
  }

  /** Ends a session; `actor`: who leaves. */
  close(token: string, actor: Actor): Promise<void> {
    return this.transactions.run(async (transaction) => {
      const ended = await this.sessions.remove(tokenHash(token), transaction);
      if (!ended) return;
      await this.trail.tell(transaction, { action: 'session.logout', object: { kind: 'account', id: actor.id } });
    });
  }

  /** Counts the attempt before the password is looked at, so that a hundred at once are not a hundred tries. */
  private admit(name: string): Promise<boolean> {
    return this.transactions.run(async (transaction) => {
      await this.attempts.removeBefore(transaction, this.instantBefore(FORGET_MINUTES * MINUTE_MS));
      const newest = await this.attempts.newest(transaction, name, WRONG_LIMIT);
      if (isPaused(newest, this.clock.millis())) return false;
      await this.attempts.add(transaction, name, this.clock.now());
      return true;
    });
  }

  private hasEnded({ createdAt, seenAt }: SessionEntity): boolean {
    const now = this.clock.millis();
    const idle = now - Date.parse(seenAt) >= this.config.sessionIdleMinutes * MINUTE_MS;
    return idle || now - Date.parse(createdAt) >= this.config.sessionMaxHours * HOUR_MS;
  }

  private instantBefore(millis: number): string {
    return new Date(this.clock.millis() - millis).toISOString();
  }
}

/** A name that is no account's is not kept: people type their password there. */
function refusedLogin(account: UserAccountEntity | null, admitted: boolean): Told {
  const reason = !admitted ? 'paused' : account === null ? 'unknownName' : 'wrongPassword';
  const who = { id: account?.id ?? null, name: account?.displayName ?? '未登录' };
  const object = { kind: 'account', id: account?.id ?? null } as const;
  return { action: 'session.login', object, after: { reason }, result: 'refused', who };
}

function identityOf({ id, username, displayName, passwordChosenAt }: UserAccountEntity): Identity {
  return { actor: { id, username, displayName }, mustChangePassword: passwordChosenAt === null };
}
