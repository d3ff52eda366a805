import { baseHistories, tableChanges } from './unit-table.js';
import type { UnitEntity } from './unit.entity.js';
import type { UnitRow } from './units.types.js';

type Stored = Omit<UnitEntity, 'parent'>;

const county: UnitRow = { code: '1', name: '某县', shortName: '县政府', kind: 'county', parentCode: null, aliases: [] };
const town: UnitRow = { code: '11', name: '东镇', shortName: '东镇', kind: 'town', parentCode: '1', aliases: ['甲'] };
const village: UnitRow = { ...town, code: '1101', kind: 'village', parentCode: '11', shortName: '和源' };
const TODAY = '2026-11-24';

const brought = (list: readonly UnitRow[], stored: readonly Stored[], today = TODAY) =>
  tableChanges(baseHistories(list, stored, new Set(), today), stored);
const over = (stored: readonly Stored[], changes: readonly Stored[]) => [
  ...stored.filter(({ code }) => !changes.some((change) => change.code === code)),
  ...changes,
];

describe('bringing the table of units up to the list', () => {
  const filled = brought([county, town], []);

  it('fills an empty table with units older than the system', () => {
    expect(filled.map((unit) => [unit.code, unit.position, unit.validFrom, unit.validTo])).toEqual([
      ['1', 0, null, null],
      ['11', 1, null, null],
    ]);
  });

  it('writes nothing when nothing changed', () => {
    expect(brought([county, town], filled)).toEqual([]);
  });

  it('updates a name and keeps its first day', () => {
    const changes = brought([county, { ...town, name: '东镇人民政府' }], filled);
    expect(changes).toMatchObject([{ code: '11', name: '东镇人民政府', validFrom: null }]);
  });

  it('lets a later unit begin today', () => {
    expect(brought([county, town, village], filled)).toMatchObject([{ code: '1101', validFrom: TODAY }]);
  });

  it('closes a unit that left the list, once, and opens it again when it comes back', () => {
    const closed = brought([county], filled);
    expect(closed).toMatchObject([{ code: '11', validTo: TODAY }]);
    const stored = over(filled, closed);
    expect(brought([county], stored, '2026-12-01')).toEqual([]);
    expect(brought([county, town], stored, '2026-12-01')).toMatchObject([{ code: '11', validTo: null }]);
  });

  it('leaves a unit to the change that founded it, whether or not the list has it', () => {
    const founded = new Set(['1101']);
    expect(baseHistories([county, town, village], filled, founded, TODAY).map(({ code }) => code)).toEqual(['1', '11']);
    const stored = over(filled, brought([county, town, village], filled));
    expect(baseHistories([county, town], stored, founded, TODAY).map(({ code }) => code)).toEqual(['1', '11']);
  });
});
