import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { type AppConfig, CONFIG } from '../platform/config/index.js';
import { Transactions } from '../platform/database/index.js';
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
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Checks name and password. @throws DomainError `identity.loginRefused`, the same for every reason */
  async login(username: string, password: string): Promise<{ token: string; identity: Identity }> {
    const name = username.trim().toLowerCase();
    const admitted = await this.admit(name);
    const account = await this.accounts.byUsername(name);
    const matches = await passwordMatches(account?.passwordHash ?? null, password);
    if (!admitted || account === null || !matches) throw loginRefused();
    await this.attempts.forget(name);
    return { token: await this.open(account.id), identity: identityOf(account) };
  }

  /** Opens a session and gives its token. Sessions that have ended are swept on the way. */
  async open(accountId: string): Promise<string> {
    await this.sessions.removeUnseenSince(this.instantBefore(this.config.sessionMaxHours * HOUR_MS));
    const token = newToken();
    const now = this.clock.now();
    await this.sessions.add({ tokenHash: tokenHash(token), accountId, createdAt: now, seenAt: now });
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

  async close(token: string): Promise<void> {
    await this.sessions.remove(tokenHash(token));
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

function identityOf({ id, username, displayName, passwordChosenAt }: UserAccountEntity): Identity {
  return { actor: { id, username, displayName }, mustChangePassword: passwordChosenAt === null };
}
