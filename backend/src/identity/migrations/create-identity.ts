import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

export class CreateIdentity1790000002500 implements MigrationInterface {
  readonly name = 'CreateIdentity1790000002500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'user_account',
        columns: [
          { name: 'id', type: 'text', isPrimary: true, primaryKeyConstraintName: 'pk_user_account' },
          { name: 'username', type: 'text' },
          { name: 'display_name', type: 'text' },
          { name: 'password_hash', type: 'text' },
          { name: 'password_chosen_at', type: 'text', isNullable: true },
          { name: 'created_at', type: 'text' },
        ],
        indices: [{ name: 'ux_user_account_username', columnNames: ['username'], isUnique: true }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'session',
        columns: [
          { name: 'token_hash', type: 'text', isPrimary: true, primaryKeyConstraintName: 'pk_session' },
          { name: 'account_id', type: 'text' },
          { name: 'created_at', type: 'text' },
          { name: 'seen_at', type: 'text' },
        ],
        indices: [{ name: 'ix_session_account', columnNames: ['account_id'] }],
        foreignKeys: [
          {
            name: 'fk_session_account',
            columnNames: ['account_id'],
            referencedTableName: 'user_account',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
          },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'login_attempt',
        columns: [
          {
            name: 'id',
            type: 'integer',
            isPrimary: true,
            isGenerated: true,
            generationStrategy: 'increment',
            primaryKeyConstraintName: 'pk_login_attempt',
          },
          { name: 'username', type: 'text' },
          { name: 'at', type: 'text' },
        ],
        indices: [{ name: 'ix_login_attempt_username', columnNames: ['username'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('login_attempt');
    await runner.dropTable('session');
    await runner.dropTable('user_account');
  }
}
