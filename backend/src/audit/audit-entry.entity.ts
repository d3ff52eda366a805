import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One entry of the trail. The database refuses to change or delete a row, and to add one out of turn. */
@Entity('audit_entry')
@Index('ix_audit_entry_object', ['objectKind', 'objectId'])
export class AuditEntryEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_audit_entry' })
  number: number;

  @Index('ix_audit_entry_at')
  @Column('text')
  at: string;

  @Column('text', { name: 'utc_offset' })
  utcOffset: string;

  @Index('ix_audit_entry_actor')
  @Column('text', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { name: 'actor_name' })
  actorName: string;

  @Column('text', { name: 'unit_code', nullable: true })
  unitCode: string | null;

  @Column('text', { nullable: true })
  role: string | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Index('ix_audit_entry_action')
  @Column('text')
  action: string;

  @Column('text', { name: 'object_kind' })
  objectKind: string;

  @Column('text', { name: 'object_id', nullable: true })
  objectId: string | null;

  /** JSON. */
  @Column('text', { nullable: true })
  before: string | null;

  /** JSON. */
  @Column('text', { nullable: true })
  after: string | null;

  @Column('text')
  result: string;

  @Column('text', { name: 'previous_hash' })
  previousHash: string;

  @Column('text')
  hash: string;
}
