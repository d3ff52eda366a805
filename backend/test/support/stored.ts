import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { TestApp } from './start-test-app.js';

/** How much is stored: rows of every table that records touch, the last sequence number, files on the disk. */
export async function storedIn({ app, dataDir }: TestApp): Promise<Record<string, number>> {
  const database = app.get(DataSource);
  const counts: Record<string, number> = {};
  for (const table of ['record', 'record_revision', 'evidence', 'stored_file']) {
    const rows: { n: number }[] = await database.query(`SELECT COUNT(*) AS n FROM "${table}"`);
    counts[table] = Number(rows[0]?.n);
  }
  const last: { last: number }[] = await database.query(`SELECT "last" FROM "sequence"`);
  counts['sequence'] = Number(last[0]?.last);
  counts['files'] = filesIn(join(dataDir, 'files'));
  counts['temporary'] = filesIn(join(dataDir, 'tmp'));
  return counts;
}

function filesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}
