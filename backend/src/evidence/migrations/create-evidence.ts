import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

export class CreateEvidence1790000004000 implements MigrationInterface {
  readonly name = 'CreateEvidence1790000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'stored_file',
        columns: [
          { name: 'sha256', type: 'text', isPrimary: true, primaryKeyConstraintName: 'pk_stored_file' },
          { name: 'size', type: 'integer' },
          { name: 'mime', type: 'text' },
          { name: 'created_at', type: 'text' },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'evidence',
        columns: [
          {
            name: 'id',
            type: 'integer',
            isPrimary: true,
            isGenerated: true,
            generationStrategy: 'increment',
            primaryKeyConstraintName: 'pk_evidence',
          },
          { name: 'record_id', type: 'integer' },
          { name: 'type', type: 'text' },
          { name: 'sha256', type: 'text' },
          { name: 'name', type: 'text' },
          { name: 'size', type: 'integer' },
          { name: 'attached_by', type: 'text' },
          { name: 'attached_at', type: 'text' },
          { name: 'removed_by', type: 'text', isNullable: true },
          { name: 'removed_at', type: 'text', isNullable: true },
        ],
        indices: [{ name: 'ix_evidence_record', columnNames: ['record_id'] }],
        foreignKeys: [
          {
            name: 'fk_evidence_file',
            columnNames: ['sha256'],
            referencedTableName: 'stored_file',
            referencedColumnNames: ['sha256'],
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('evidence');
    await runner.dropTable('stored_file');
  }
}
