import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given out in a county. */
@Entity('sequence')
export class SequenceEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sequence' })
  id: string;

  @Column('integer')
  last: number;
}
