import type { AuditTrail } from '../audit/audit-trail.service.js';
import { FixedDayClock } from '../platform/clock/index.js';
import { openDatabase } from '../platform/database/open-database.js';
import { Transactions } from '../platform/database/transactions.service.js';
import {
  CreateSequence1790000001000,
  SequenceEntity,
  SequenceRepository,
  SequenceService,
} from '../platform/sequence/index.js';
import { LIST, merge, rename } from './testing/small-county.js';
import { CreateUnit1790000002000 } from './migrations/create-unit.js';
import { CreateUnitChange1790000006000 } from './migrations/create-unit-change.js';
import { UnitChangeEntity } from './unit-change.entity.js';
import { UnitChangesService } from './unit-changes.service.js';
import { UnitDirectory } from './unit-directory.js';
import { UnitEntity } from './unit.entity.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';
import type { UnitRow } from './units.types.js';

const actor = { id: 'a', displayName: '县政府办公室' };
const clock = new FixedDayClock('2026-11-24');
/** The trail has specs of its own; here nobody listens. */
const trail = { tell: () => Promise.resolve() } as unknown as AuditTrail;
let database: Awaited<ReturnType<typeof openDatabase>>;

/** One process on the common database. */
async function process(list: readonly UnitRow[] = LIST) {
  const { dataSource, gate } = database;
  const [repository, transactions] = [new UnitsRepository(dataSource), new Transactions(dataSource, gate)];
  const units = new UnitsService(new UnitDirectory(list), repository, transactions, clock);
  const sequence = new SequenceService(new SequenceRepository(dataSource));
  await units.onModuleInit();
  return { units, sequence, changes: new UnitChangesService(units, repository, transactions, sequence, clock, trail) };
}

beforeEach(async () => {
  database = await openDatabase(':memory:', {
    entities: [SequenceEntity, UnitEntity, UnitChangeEntity],
    migrations: [CreateSequence1790000001000, CreateUnit1790000002000, CreateUnitChange1790000006000],
  });
});
afterEach(() => database.dataSource.destroy());

describe('two processes on one database', () => {
  it('take in each other’s changes by their numbers', async () => {
    const [one, other] = [await process(), await process()];
    await one.changes.enter(rename, actor);
    expect(other.units.on().byCode('wj')?.shortName).toBe('县卫计局');
    await other.units.catchUp();
    expect(other.units.on().byCode('wj')?.shortName).toBe('县卫健局');
    expect([one.units.sequence, other.units.sequence]).toEqual([1, 1]);
  });

  it('judge a change by what the other has just stored, and number both without a gap', async () => {
    const [one, other] = [await process(), await process()];
    await one.changes.enter(merge, actor);
    await expect(other.changes.enter({ type: 'close', day: '2026-08-01', code: 'v1' }, actor)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'units.changeRefused',
      message: expect.stringContaining('已于 2026-07-01 并入“中村”'),
    });
    expect((await other.changes.enter(rename, actor)).seq).toBe(2);
    expect((await one.changes.all()).map(({ seq, by }) => [seq, by])).toEqual([
      [1, '县政府办公室'],
      [2, '县政府办公室'],
    ]);
  });
});

describe('the list of the seeds beside stored changes', () => {
  it('says what a change did to whom', async () => {
    const { changes } = await process();
    const { before, after } = await changes.enter(merge, actor);
    expect(before.map(({ code }) => code)).toEqual(['v1', 'v2', 'v3']);
    expect(after).toMatchObject([{ code: 'v9', displayName: '中村', parentCode: 't1' }]);
  });

  it('starts again from the list and the changes, and writes the same table', async () => {
    await (await process()).changes.enter(merge, actor);
    const rows = await database.dataSource.getRepository(UnitEntity).find({ order: { code: 'ASC' } });
    const again = await process();
    expect(again.units.on('2026-06-30').units).toEqual(LIST);
    expect(again.units.on('2026-07-01').byCode('v9')?.shortName).toBe('中村');
    expect(await database.dataSource.getRepository(UnitEntity).find({ order: { code: 'ASC' } })).toEqual(rows);
    expect(rows.find(({ code }) => code === 'v1')).toMatchObject({ validFrom: null, validTo: '2026-06-30' });
  });

  it('refuses to start with a list in which a changed unit is another one', async () => {
    await (await process()).changes.enter(merge, actor);
    const broken = LIST.map((unit): UnitRow =>
      unit.code === 'v1' ? { ...unit, kind: 'bureau', parentCode: 'c' } : unit,
    );
    await expect(process(broken)).rejects.toThrow(/units\.csv 与已登记的第 1 号单位变更对不上.*不能合并/u);
  });

  it('keeps a unit that left the list where it stood on earlier days', async () => {
    await process();
    const without = LIST.filter(({ code }) => code !== 'v2');
    const { units } = await process(without);
    expect(units.on('2026-11-24').units).toEqual(LIST);
    expect(units.on('2026-11-25').units).toEqual(without);
  });
});
