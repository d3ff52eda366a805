import type { MigrationInterface } from 'typeorm';

type EntityClass = abstract new () => object;
type MigrationClass = new () => MigrationInterface;

/** The tables of the program: entity classes, and migrations in the order in which they run. */
export interface Schema {
  readonly entities: readonly EntityClass[];
  /** A class name ends with the migration's time in milliseconds: `CreateRecords1790000003000`. */
  readonly migrations: readonly MigrationClass[];
}
