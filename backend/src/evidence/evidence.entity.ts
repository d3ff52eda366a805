import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { StoredFileEntity } from './stored-file.entity.js';

/** A stored file as proof of one record. The record stands in a later room, so it is only a number here. */
@Entity('evidence')
export class EvidenceEntity {
  @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_evidence' })
  id: number;

  @Index('ix_evidence_record')
  @Column('integer', { name: 'record_id' })
  recordId: number;

  /** Id of an evidence type, such as `minutes`. */
  @Column('text')
  type: string;

  @ForeignKey(() => StoredFileEntity, 'sha256', { name: 'fk_evidence_file' })
  @Column('text')
  sha256: string;

  /** The name that the file had with its owner. */
  @Column('text')
  name: string;

  /** Bytes. */
  @Column('integer')
  size: number;

  @Column('text', { name: 'attached_by' })
  attachedBy: string;

  /** Instant, ISO in UTC. */
  @Column('text', { name: 'attached_at' })
  attachedAt: string;

  /** Removed evidence stays for the history, but counts and shows no more. */
  @Column('text', { name: 'removed_by', nullable: true })
  removedBy: string | null;

  @Column('text', { name: 'removed_at', nullable: true })
  removedAt: string | null;
}
