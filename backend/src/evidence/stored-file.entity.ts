import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file as it lies in the store, named after its content. */
@Entity('stored_file')
export class StoredFileEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_stored_file' })
  sha256: string;

  /** Bytes. */
  @Column('integer')
  size: number;

  @Column('text')
  mime: string;

  /** Instant, ISO in UTC. */
  @Column('text', { name: 'created_at' })
  createdAt: string;
}
