import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { SessionEntity } from './session.entity.js';

@Injectable()
export class SessionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The session with its account. */
  byTokenHash(tokenHash: string): Promise<SessionEntity | null> {
    return this.dataSource.manager.findOne(SessionEntity, { where: { tokenHash }, relations: { account: true } });
  }

  async add(session: SessionEntity): Promise<void> {
    await this.dataSource.manager.insert(SessionEntity, session);
  }

  async markSeen(tokenHash: string, seenAt: string): Promise<void> {
    await this.dataSource.manager.update(SessionEntity, { tokenHash }, { seenAt });
  }

  async remove(tokenHash: string): Promise<void> {
    await this.dataSource.manager.delete(SessionEntity, { tokenHash });
  }

  async removeOfAccount(accountId: string): Promise<void> {
    await this.dataSource.manager.delete(SessionEntity, { accountId });
  }

  /** Sweeps sessions that were last used before an instant. */
  async removeUnseenSince(instant: string): Promise<void> {
    await this.dataSource.manager.delete(SessionEntity, { seenAt: LessThan(instant) });
  }
}
