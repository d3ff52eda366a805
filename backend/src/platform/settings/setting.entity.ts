import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One revision of one setting; never changed, never deleted. The newest one of a key holds. */
@Entity('setting')
export class SettingEntity {
  /** County-wide sequence number of the change. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_setting' })
  seq: number;

  @Index('ix_setting_key')
  @Column('text')
  key: string;

  /** The value as JSON. */
  @Column('text')
  value: string;

  /** Instant of the change, ISO in UTC. */
  @Column('text')
  at: string;

  /** Id of the account that made it. */
  @Column('text')
  by: string;
}
