import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change of units; never changed, never deleted. The order of the numbers is the order in which they are applied. */
@Entity('unit_change')
export class UnitChangeEntity {
  /** County-wide sequence number of the change. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_unit_change' })
  seq: number;

  /** First day of the new state, `YYYY-MM-DD`. */
  @Column('text')
  day: string;

  /** found | rename | kind | move | merge | split | close. */
  @Column('text')
  type: string;

  /** The whole change as JSON. */
  @Column('text')
  content: string;

  /** Instant at which it was entered, ISO in UTC. */
  @Column('text')
  at: string;

  /** Id of the account that entered it. */
  @Column('text')
  by: string;

  /** Name of that account on the screen. */
  @Column('text', { name: 'by_name' })
  byName: string;
}
