import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

export class CreateRecords1790000005000 implements MigrationInterface {
  readonly name = 'CreateRecords1790000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'record',
        columns: [
          { name: 'id', type: 'integer', isPrimary: true, primaryKeyConstraintName: 'pk_record' },
          { name: 'type', type: 'text' },
          { name: 'unit_code', type: 'text' },
          { name: 'version', type: 'integer' },
          { name: 'state', type: 'text' },
          { name: 'review_step', type: 'integer' },
          { name: 'day', type: 'text' },
          { name: 'until', type: 'text', isNullable: true },
          { name: 'fields', type: 'text' },
          { name: 'title', type: 'text' },
          { name: 'search_text', type: 'text' },
          { name: 'evidence_types', type: 'text' },
          { name: 'created_by', type: 'text' },
          { name: 'created_by_name', type: 'text' },
          { name: 'submitted_by', type: 'text' },
          { name: 'submitted_at', type: 'text' },
          { name: 'approved_at', type: 'text', isNullable: true },
          { name: 'seq', type: 'integer' },
        ],
        indices: [
          { name: 'ix_record_type_day', columnNames: ['type', 'day'] },
          { name: 'ix_record_unit_type', columnNames: ['unit_code', 'type'] },
          { name: 'ix_record_state', columnNames: ['state'] },
          { name: 'ux_record_seq', columnNames: ['seq'], isUnique: true },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'record_revision',
        columns: [
          { name: 'seq', type: 'integer', isPrimary: true, primaryKeyConstraintName: 'pk_record_revision' },
          { name: 'record_id', type: 'integer' },
          { name: 'version', type: 'integer' },
          { name: 'action', type: 'text' },
          { name: 'state', type: 'text' },
          { name: 'unit_code', type: 'text' },
          { name: 'day', type: 'text' },
          { name: 'fields', type: 'text' },
          { name: 'evidence', type: 'text' },
          { name: 'actor', type: 'text' },
          { name: 'actor_name', type: 'text' },
          { name: 'at', type: 'text' },
          { name: 'reason', type: 'text', isNullable: true },
          { name: 'self_approval', type: 'boolean' },
        ],
        indices: [{ name: 'ix_record_revision_record', columnNames: ['record_id'] }],
        foreignKeys: [
          {
            name: 'fk_record_revision_record',
            columnNames: ['record_id'],
            referencedTableName: 'record',
            referencedColumnNames: ['id'],
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('record_revision');
    await runner.dropTable('record');
  }
}
