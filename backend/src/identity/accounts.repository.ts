import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UserAccountEntity } from './user-account.entity.js';

@Injectable()
export class AccountsRepository {
  constructor(private readonly dataSource: DataSource) {}

  all(): Promise<UserAccountEntity[]> {
    return this.dataSource.manager.find(UserAccountEntity, { order: { createdAt: 'ASC' } });
  }

  byUsername(username: string): Promise<UserAccountEntity | null> {
    return this.dataSource.manager.findOneBy(UserAccountEntity, { username });
  }

  byId(id: string): Promise<UserAccountEntity | null> {
    return this.dataSource.manager.findOneBy(UserAccountEntity, { id });
  }

  async add(manager: EntityManager, account: UserAccountEntity): Promise<void> {
    await manager.insert(UserAccountEntity, account);
  }

  /** Replaces the password that has the hash `old`. False when it is another one by now: somebody was faster. */
  async replacePassword(
    manager: EntityManager,
    id: string,
    old: string,
    next: Pick<UserAccountEntity, 'passwordHash' | 'passwordChosenAt'>,
  ): Promise<boolean> {
    const done = await manager.update(UserAccountEntity, { id, passwordHash: old }, next);
    return done.affected === 1;
  }
}
