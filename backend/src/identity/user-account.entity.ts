import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('user_account')
export class UserAccountEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_user_account' })
  id: string;

  /** Lower case; what is typed at login. */
  @Index('ux_user_account_username', { unique: true })
  @Column('text')
  username: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  /** argon2id in the PHC text form. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  /** Instant at which the owner chose the password; null while it is the one-time password. */
  @Column('text', { name: 'password_chosen_at', nullable: true })
  passwordChosenAt: string | null;

  @Column('text', { name: 'created_at' })
  createdAt: string;
}
