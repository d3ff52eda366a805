import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { UnitKind } from './units.types.js';

/** A unit as it is known to the database: rows are never deleted, so that old records keep their unit. */
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_unit' })
  code: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'short_name' })
  shortName: string;

  @Column('text')
  kind: UnitKind;

  @Column('text', { name: 'parent_code', nullable: true })
  parentCode: string | null;

  @ManyToOne(() => UnitEntity)
  @JoinColumn({ name: 'parent_code', foreignKeyConstraintName: 'fk_unit_parent' })
  parent?: Relation<UnitEntity>;

  /** Other names, as a JSON list. */
  @Column('text', { transformer: { to: (value: string[]) => JSON.stringify(value), from: listOf } })
  aliases: string[];

  /** Place in the list, from 0. */
  @Column('integer')
  position: number;

  /** First day, `YYYY-MM-DD`; null: older than the system. */
  @Column('text', { name: 'valid_from', nullable: true })
  validFrom: string | null;

  /** Last day; null while the unit is in the list. */
  @Column('text', { name: 'valid_to', nullable: true })
  validTo: string | null;
}

function listOf(text: string): string[] {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.map(String) : [];
}
