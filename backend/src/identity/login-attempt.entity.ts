import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A login that has not (yet) succeeded. Goes away when one succeeds or after half an hour. */
@Entity('login_attempt')
export class LoginAttemptEntity {
  @PrimaryGeneratedColumn({ type: 'integer', primaryKeyConstraintName: 'pk_login_attempt' })
  id: number;

  /** What was typed, whether or not there is such an account. */
  @Index('ix_login_attempt_username')
  @Column('text')
  username: string;

  @Column('text')
  at: string;
}
