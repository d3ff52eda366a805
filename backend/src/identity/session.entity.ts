import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { UserAccountEntity } from './user-account.entity.js';

@Entity('session')
export class SessionEntity {
  /** SHA-256 of the token in the cookie; the token itself is stored nowhere. */
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'pk_session' })
  tokenHash: string;

  @Index('ix_session_account')
  @Column('text', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => UserAccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_session_account' })
  account?: Relation<UserAccountEntity>;

  @Column('text', { name: 'created_at' })
  createdAt: string;

  /** Instant of the last request, exact to a minute. */
  @Column('text', { name: 'seen_at' })
  seenAt: string;
}
