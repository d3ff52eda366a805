import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { LoginAttemptEntity } from './login-attempt.entity.js';

@Injectable()
export class LoginAttemptsRepository {
  /** Instants of the newest attempts for a name, newest first. */
  async newest(manager: EntityManager, username: string, count: number): Promise<string[]> {
    const rows = await manager.find(LoginAttemptEntity, { where: { username }, order: { at: 'DESC' }, take: count });
    return rows.map((row) => row.at);
  }

  async add(manager: EntityManager, username: string, at: string): Promise<void> {
    await manager.insert(LoginAttemptEntity, { username, at });
  }

  async removeBefore(manager: EntityManager, instant: string): Promise<void> {
    await manager.delete(LoginAttemptEntity, { at: LessThan(instant) });
  }

  async forget(manager: EntityManager, username: string): Promise<void> {
    await manager.delete(LoginAttemptEntity, { username });
  }
}
