import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ReviewState } from '../engine/index.js';
import { asJson } from './as-json.js';
import { RecordEntity } from './record.entity.js';
import type { EvidenceSnapshot, RecordAction, RecordFields } from './record.types.js';

/** Append-only: one line for each change, never updated, never deleted. */
@Entity('record_revision')
export class RecordRevisionEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_record_revision' })
  seq: number;

  @Index('ix_record_revision_record')
  @ForeignKey(() => RecordEntity, 'id', { name: 'fk_record_revision_record' })
  @Column('integer', { name: 'record_id' })
  recordId: number;

  @Column('integer')
  version: number;

  @Column('text')
  action: RecordAction;

  @Column('text')
  state: ReviewState;

  @Column('text', { name: 'unit_code' })
  unitCode: string;

  @Column('text')
  day: string;

  @Column('text', { transformer: asJson })
  fields: RecordFields;

  @Column('text', { transformer: asJson })
  evidence: EvidenceSnapshot[];

  @Column('text')
  actor: string;

  @Column('text', { name: 'actor_name' })
  actorName: string;

  @Column('text')
  at: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('boolean', { name: 'self_approval' })
  selfApproval: boolean;
}
