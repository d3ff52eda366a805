import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EvidenceService } from '../../evidence/evidence.service.js';
import type { StoredFile } from '../../evidence/evidence.types.js';
import { AccountsService } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { StartupError } from '../../platform/errors/index.js';
import { SettingsService } from '../../platform/settings/index.js';
import { type ImportedRecord, RecordFactsService, RecordImportService } from '../../records/index.js';
import { StandardService } from '../../standard/standard.service.js';
import { UnitsService } from '../../units/units.service.js';
import { DEMO_START } from './county.js';
import type { DemoRecord } from './demo.types.js';
import { DEMO_FILES, demoFile } from './files.js';
import { demoCounty } from './index.js';
import { demoInspectionDay } from './inspection-day.js';

/** Before that day there is too little to show. */
const EARLIEST = '2025-07-01';

const tooEarly = (today: string): string =>
  `演示县从 ${DEMO_START} 开始创建，今天（${today}）还没有可看的内容；请检查电脑的日期，或者设置 CLOCK_TODAY=2026-11-24 ` +
  '(the demo begins in June 2025; check the date of this computer or set CLOCK_TODAY).';

/** Whether the application's data folder holds no record yet. */
export async function isEmpty(app: NestFastifyApplication): Promise<boolean> {
  for await (const { facts } of app.get(RecordFactsService).changedAfter(0)) return facts.length === 0;
  return true;
}

/**
 * Fills an empty data folder with the invented county through the program's own services.
 * @returns records by type
 * @throws StartupError on a day before the campaign
 */
export async function fillCounty(
  app: NestFastifyApplication,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, number>> {
  const standard = app.get<StandardService>(StandardService);
  const units = app.get(UnitsService);
  const today = app.get(Clock).today();
  if (today < EARLIEST) throw new StartupError(tooEarly(today));
  const layout = standard.layout(units.on());
  const records = demoCounty({ layout, today, calendar: standard.calendar });
  say(`已编好 ${records.length} 条记录，正在写入……`);
  const administrator = await administratorId(app);
  const settings = { campaignStart: DEMO_START, inspectionDay: demoInspectionDay(today) };
  await app.get(SettingsService).update(settings, administrator);
  const files = await keepFiles(app.get(EvidenceService));
  await app.get(RecordImportService).importMany(records.map((record) => importedOf(record, units, files)));
  const counts = new Map<string, number>();
  for (const { type } of records) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

/** The administrator is made here; the server's first start gives the one-time password that counts. */
async function administratorId(app: NestFastifyApplication): Promise<string> {
  const accounts = app.get(AccountsService);
  await accounts.prepareAdministrator();
  const [id] = (await accounts.displayNames()).keys();
  return id ?? '';
}

async function keepFiles(evidence: EvidenceService): Promise<ReadonlyMap<string, StoredFile>> {
  const files = new Map<string, StoredFile>();
  for (const type of Object.keys(DEMO_FILES)) {
    const file = demoFile(type);
    if (file !== null) files.set(type, await evidence.keepBytes(file.name, file.bytes));
  }
  return files;
}

/** Entered by the unit's own clerk, looked at by the town's or the bureau's. */
function importedOf(record: DemoRecord, units: UnitsService, files: ReadonlyMap<string, StoredFile>): ImportedRecord {
  const { unitCode, decidedAt: at, state, key } = record;
  const unit = units.byCode(unitCode);
  const reviewer =
    unit?.kind === 'village' || unit?.kind === 'community'
      ? (unit.parentCode ?? '')
      : (units.find('县民政局')?.code ?? '');
  const by = { id: `demo-reviewer-${reviewer}`, name: `${units.displayName(reviewer)}审核员` };
  return {
    type: record.type,
    unitCode,
    fields: record.fields,
    ...(key === undefined ? {} : { key }),
    evidence: record.evidence.flatMap((type) => {
      const file = files.get(type);
      return file === undefined ? [] : [{ type, file }];
    }),
    enteredBy: { id: `demo-clerk-${unitCode}`, name: `${units.displayName(unitCode)}填报员` },
    submittedAt: record.submittedAt,
    approval: state === 'approved' && at !== null ? { by, at } : null,
    ...(state === 'returned' && at !== null ? { returned: { by, at, reason: record.reason ?? '' } } : {}),
  };
}
