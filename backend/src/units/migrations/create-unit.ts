import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

export class CreateUnit1790000002000 implements MigrationInterface {
  readonly name = 'CreateUnit1790000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'unit',
        columns: [
          { name: 'code', type: 'text', isPrimary: true, primaryKeyConstraintName: 'pk_unit' },
          { name: 'name', type: 'text' },
          { name: 'short_name', type: 'text' },
          { name: 'kind', type: 'text' },
          { name: 'parent_code', type: 'text', isNullable: true },
          { name: 'aliases', type: 'text' },
          { name: 'position', type: 'integer' },
          { name: 'valid_from', type: 'text', isNullable: true },
          { name: 'valid_to', type: 'text', isNullable: true },
        ],
        foreignKeys: [
          {
            name: 'fk_unit_parent',
            columnNames: ['parent_code'],
            referencedTableName: 'unit',
            referencedColumnNames: ['code'],
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('unit');
  }
}
