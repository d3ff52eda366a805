import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/** Values of one statement; SQLite takes 32,766 at most, PostgreSQL 65,535. */
const MOST_VALUES = 6000;

/**
 * Inserts many rows with one prepared statement after another, all columns given, generated ones left to the database.
 * The query builder works on every row by itself: for 90,000 records with their history that is the greater part of the time.
 */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  const { driver } = manager.connection;
  const metadata = manager.connection.getMetadata(entity);
  const columns = metadata.columns.filter((column) => !column.isGenerated);
  const names = columns.map((column) => driver.escape(column.databaseName)).join(', ');
  const into = `INSERT INTO ${driver.escape(metadata.tableName)} (${names}) VALUES `;
  const chunk = Math.max(1, Math.floor(MOST_VALUES / columns.length));
  for (let start = 0; start < rows.length; start += chunk) {
    const values: unknown[] = [];
    const places = rows.slice(start, start + chunk).map((row) => {
      const marks = columns.map((column) => {
        values.push(stored(column, row));
        return driver.createParameter('value', values.length - 1);
      });
      return `(${marks.join(', ')})`;
    });
    await manager.query(into + places.join(', '), values);
  }
}

/** The value as the column keeps it. Columns of this program are text, integer, real and boolean: only transformers change a value. */
function stored(column: ColumnMetadata, row: ObjectLiteral): unknown {
  const value: unknown = row[column.propertyName];
  const { transformer } = column;
  if (transformer === undefined || value === null || value === undefined) return value ?? null;
  return Array.isArray(transformer)
    ? transformer.reduce((inner, next) => next.to(inner), value)
    : transformer.to(value);
}
