import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

export class CreateSetting1790000001100 implements MigrationInterface {
  readonly name = 'CreateSetting1790000001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'setting',
        columns: [
          { name: 'seq', type: 'integer', isPrimary: true, primaryKeyConstraintName: 'pk_setting' },
          { name: 'key', type: 'text' },
          { name: 'value', type: 'text' },
          { name: 'at', type: 'text' },
          { name: 'by', type: 'text' },
        ],
        indices: [{ name: 'ix_setting_key', columnNames: ['key'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('setting');
  }
}
