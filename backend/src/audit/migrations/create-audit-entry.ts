import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/**
 * The guards of the table. The one on INSERT also stops `INSERT OR REPLACE`, which deletes a row without asking the
 * guard on DELETE.
 */
const SQLITE_GUARDS = [
  `CREATE TRIGGER "audit_entry_no_update" BEFORE UPDATE ON "audit_entry" BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END`,
  `CREATE TRIGGER "audit_entry_no_delete" BEFORE DELETE ON "audit_entry" BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END`,
  `CREATE TRIGGER "audit_entry_in_turn" BEFORE INSERT ON "audit_entry"
    WHEN NEW."number" <> COALESCE((SELECT MAX("number") FROM "audit_entry"), 0) + 1
    BEGIN SELECT RAISE(ABORT, 'audit_entry has no gaps'); END`,
];

const POSTGRES_GUARDS = [
  `CREATE FUNCTION "audit_entry_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit_entry is append-only'; END $$`,
  `CREATE TRIGGER "audit_entry_no_update" BEFORE UPDATE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "audit_entry_refuse"()`,
  `CREATE TRIGGER "audit_entry_no_delete" BEFORE DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "audit_entry_refuse"()`,
  `CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION "audit_entry_refuse"()`,
];

export class CreateAuditEntry1790000007000 implements MigrationInterface {
  readonly name = 'CreateAuditEntry1790000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'audit_entry',
        columns: [
          { name: 'number', type: 'integer', isPrimary: true, primaryKeyConstraintName: 'pk_audit_entry' },
          { name: 'at', type: 'text' },
          { name: 'utc_offset', type: 'text' },
          { name: 'actor_id', type: 'text', isNullable: true },
          { name: 'actor_name', type: 'text' },
          { name: 'unit_code', type: 'text', isNullable: true },
          { name: 'role', type: 'text', isNullable: true },
          { name: 'address', type: 'text', isNullable: true },
          { name: 'action', type: 'text' },
          { name: 'object_kind', type: 'text' },
          { name: 'object_id', type: 'text', isNullable: true },
          { name: 'before', type: 'text', isNullable: true },
          { name: 'after', type: 'text', isNullable: true },
          { name: 'result', type: 'text' },
          { name: 'previous_hash', type: 'text' },
          { name: 'hash', type: 'text' },
        ],
        indices: [
          { name: 'ix_audit_entry_at', columnNames: ['at'] },
          { name: 'ix_audit_entry_actor', columnNames: ['actor_id'] },
          { name: 'ix_audit_entry_action', columnNames: ['action'] },
          { name: 'ix_audit_entry_object', columnNames: ['object_kind', 'object_id'] },
        ],
      }),
    );
    const guards = runner.connection.options.type === 'postgres' ? POSTGRES_GUARDS : SQLITE_GUARDS;
    for (const guard of guards) await runner.query(guard);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_entry');
    if (runner.connection.options.type === 'postgres') await runner.query('DROP FUNCTION "audit_entry_refuse"()');
  }
}
