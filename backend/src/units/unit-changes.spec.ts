import { unitChanges } from './unit-changes.js';
import type { UnitRow } from './units.types.js';

const county: UnitRow = { code: '1', name: '某县', shortName: '县政府', kind: 'county', parentCode: null, aliases: [] };
const town: UnitRow = { code: '11', name: '东镇', shortName: '东镇', kind: 'town', parentCode: '1', aliases: ['甲'] };
const TODAY = '2026-11-24';

describe('bringing the table of units up to the list', () => {
  const filled = unitChanges([county, town], [], TODAY);

  it('fills an empty table with units older than the system', () => {
    expect(filled.map((unit) => [unit.code, unit.position, unit.validFrom, unit.validTo])).toEqual([
      ['1', 0, null, null],
      ['11', 1, null, null],
    ]);
  });

  it('writes nothing when nothing changed', () => {
    expect(unitChanges([county, town], filled, TODAY)).toEqual([]);
  });

  it('updates a name and keeps its first day', () => {
    const changes = unitChanges([county, { ...town, name: '东镇人民政府' }], filled, TODAY);
    expect(changes).toMatchObject([{ code: '11', name: '东镇人民政府', validFrom: null }]);
  });

  it('lets a later unit begin today', () => {
    const village: UnitRow = { ...town, code: '1101', kind: 'village', parentCode: '11', shortName: '和源' };
    expect(unitChanges([county, town, village], filled, TODAY)).toMatchObject([{ code: '1101', validFrom: TODAY }]);
  });

  it('closes a unit that left the list, once, and opens it again when it comes back', () => {
    const closed = unitChanges([county], filled, TODAY);
    expect(closed).toMatchObject([{ code: '11', validTo: TODAY }]);
    const stored = filled.map((unit) => closed.find((entry) => entry.code === unit.code) ?? unit);
    expect(unitChanges([county], stored, '2026-12-01')).toEqual([]);
    expect(unitChanges([county, town], stored, '2026-12-01')).toMatchObject([{ code: '11', validTo: null }]);
  });
});
