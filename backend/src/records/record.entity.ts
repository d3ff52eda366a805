import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReviewState } from '../engine/index.js';
import { asJson } from './as-json.js';
import type { RecordFields } from './record.types.js';

/** The current state of a record; how it came about stands in `record_revision`. */
@Entity('record')
@Index('ix_record_type_day', ['type', 'day'])
@Index('ix_record_unit_type', ['unitCode', 'type'])
export class RecordEntity {
  /** Given out by the program, so that an import can number records that point at each other. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_record' })
  id: number;

  @Column('text')
  type: string;

  @Column('text', { name: 'unit_code' })
  unitCode: string;

  @Column('integer')
  version: number;

  @Index('ix_record_state')
  @Column('text')
  state: ReviewState;

  @Column('integer', { name: 'review_step' })
  reviewStep: number;

  @Column('text')
  day: string;

  @Column('text', { nullable: true })
  until: string | null;

  @Column('text', { transformer: asJson })
  fields: RecordFields;

  @Column('text')
  title: string;

  /** Words of the record, half-width and lower case, for the search. */
  @Column('text', { name: 'search_text' })
  searchText: string;

  @Column('text', { name: 'evidence_types', transformer: asJson })
  evidenceTypes: string[];

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @Column('text', { name: 'created_by_name' })
  createdByName: string;

  @Column('text', { name: 'submitted_by' })
  submittedBy: string;

  @Column('text', { name: 'submitted_at' })
  submittedAt: string;

  @Column('text', { name: 'approved_at', nullable: true })
  approvedAt: string | null;

  @Index('ux_record_seq', { unique: true })
  @Column('integer')
  seq: number;
}
