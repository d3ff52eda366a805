import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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

  async add(account: UserAccountEntity): Promise<void> {
    await this.dataSource.manager.insert(UserAccountEntity, account);
  }

  async setPassword(id: string, passwordHash: string, passwordChosenAt: string | null): Promise<void> {
    await this.dataSource.manager.update(UserAccountEntity, { id }, { passwordHash, passwordChosenAt });
  }
}
