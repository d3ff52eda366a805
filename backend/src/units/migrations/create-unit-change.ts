import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

export class CreateUnitChange1790000006000 implements MigrationInterface {
  readonly name = 'CreateUnitChange1790000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'unit_change',
        columns: [
          { name: 'seq', type: 'integer', isPrimary: true, primaryKeyConstraintName: 'pk_unit_change' },
          { name: 'day', type: 'text' },
          { name: 'type', type: 'text' },
          { name: 'content', type: 'text' },
          { name: 'at', type: 'text' },
          { name: 'by', type: 'text' },
          { name: 'by_name', type: 'text' },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('unit_change');
  }
}
