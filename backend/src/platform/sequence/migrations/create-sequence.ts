import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

export class CreateSequence1790000001000 implements MigrationInterface {
  readonly name = 'CreateSequence1790000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sequence',
        columns: [
          { name: 'id', type: 'text', isPrimary: true, primaryKeyConstraintName: 'pk_sequence' },
          { name: 'last', type: 'integer' },
        ],
      }),
    );
    await runner.query(`INSERT INTO "sequence" ("id", "last") VALUES ('county', 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sequence');
  }
}
