import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import { SessionEntity } from './session.entity.js';

@Injectable()
export class SessionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The session with its account. */
  byTokenHash(tokenHash: string): Promise<SessionEntity | null> {
    return this.dataSource.manager.findOne(SessionEntity, { where: { tokenHash }, relations: { account: true } });
  }

  async add(session: SessionEntity, manager: EntityManager = this.dataSource.manager): Promise<void> {
    await manager.insert(SessionEntity, session);
  }

  async markSeen(tokenHash: string, seenAt: string): Promise<void> {
    await this.dataSource.manager.update(SessionEntity, { tokenHash }, { seenAt });
  }

  /** False when there was none. */
  async remove(tokenHash: string, manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    const done = await manager.delete(SessionEntity, { tokenHash });
    return (done.affected ?? 0) > 0;
  }

  async removeOfAccount(manager: EntityManager, accountId: string): Promise<void> {
    await manager.delete(SessionEntity, { accountId });
  }

  /** Sweeps sessions that were last used before an instant. */
  async removeUnseenSince(manager: EntityManager, instant: string): Promise<void> {
    await manager.delete(SessionEntity, { seenAt: LessThan(instant) });
  }
}
