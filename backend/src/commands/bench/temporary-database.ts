import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { buildApp } from '../../build-app.js';
import { schema } from '../../app.schema.js';
import type { RecordFact } from '../../engine/index.js';
import { EvidenceService } from '../../evidence/evidence.service.js';
import type { StoredFile } from '../../evidence/evidence.types.js';
import { dayOfInstant, FixedDayClock } from '../../platform/clock/index.js';
import { readConfig } from '../../platform/config/index.js';
import { openDatabase, takeDataFolder } from '../../platform/database/index.js';
import { RecordEntity } from '../../records/record.entity.js';
import { RecordImportService } from '../../records/record-import.service.js';
import type { ImportedRecord } from '../../records/record-import.types.js';
import { readSeeds } from '../../seeds.js';
import { VERSION } from '../../version.js';
import { demoFile, type DemoRecord } from '../demo/index.js';
import { seedsFolder } from '../seeds-folder.js';

const AUTHOR = { id: 'bench', name: '测量' };

/** A migrated database in a temporary folder with the demo county in it. */
export interface TemporaryDatabase {
  /** All records as entities, as an application without columns would load them. */
  findAll(): Promise<readonly RecordEntity[]>;
  close(): Promise<void>;
}

/** Opens the database and the rooms of the server, and imports the records as the server would. */
export async function temporaryDatabase(records: readonly DemoRecord[], today: string): Promise<TemporaryDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
  const folder = takeDataFolder(dataDir);
  const leave = () => {
    folder.release();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
    const { standardInfo, ...seeds } = readSeeds(seedsFolder());
    const database = await openDatabase(folder.databaseFile, schema);
    const health = {
      version: VERSION,
      database: { kind: 'sqlite' as const, migration: database.migration },
      standard: standardInfo,
    };
    const app = await buildApp({ config, clock: new FixedDayClock(today), database, health, ...seeds });
    const files = await keptFiles(app.get(EvidenceService), records);
    await app.get(RecordImportService).importMany(records.map((record) => imported(record, files)));
    const repository = app.get(DataSource).getRepository(RecordEntity);
    return { findAll: () => repository.find(), close: () => app.close().finally(leave) };
  } catch (error) {
    leave();
    throw error;
  }
}

async function keptFiles(
  evidence: EvidenceService,
  records: readonly DemoRecord[],
): Promise<ReadonlyMap<string, StoredFile>> {
  const files = new Map<string, StoredFile>();
  for (const type of new Set(records.flatMap((record) => record.evidence))) {
    const file = demoFile(type);
    if (file !== null) files.set(type, await evidence.keepBytes(file.name, file.bytes));
  }
  return files;
}

function imported(record: DemoRecord, files: ReadonlyMap<string, StoredFile>): ImportedRecord {
  const { type, unitCode, key, fields, submittedAt, state, decidedAt, reason } = record;
  const decision = { by: AUTHOR, at: decidedAt ?? submittedAt };
  return {
    type,
    unitCode,
    fields,
    ...(key === undefined ? {} : { key }),
    evidence: record.evidence.flatMap((evidenceType) => {
      const file = files.get(evidenceType);
      return file === undefined ? [] : [{ type: evidenceType, file }];
    }),
    enteredBy: AUTHOR,
    submittedAt,
    approval: state === 'approved' ? decision : null,
    ...(state === 'returned' ? { returned: { ...decision, reason: reason ?? '请补正' } } : {}),
  };
}

/** The loop over the entities: what the judging reads of each. */
export function factsOfEntities(entities: readonly RecordEntity[]): readonly RecordFact[] {
  return entities.map(({ id, type, unitCode, fields, evidenceTypes, state, submittedAt, approvedAt }) => ({
    id,
    type,
    unit: unitCode,
    fields,
    evidence: evidenceTypes,
    state,
    submittedOn: dayOfInstant(submittedAt),
    approvedOn: approvedAt === null ? null : dayOfInstant(approvedAt),
  }));
}
