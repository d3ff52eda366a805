import { fileURLToPath } from 'node:url';
import { readUnits } from './units-csv.js';
import { UnitDirectory } from './unit-directory.js';

const list = readUnits(fileURLToPath(new URL('../../../seeds', import.meta.url)));
const units = new UnitDirectory(list.units);

describe('the directory of units', () => {
  it('holds the 491 units of the county', () => {
    expect(list.problems).toEqual([]);
    const count = (kind: string) => units.units.filter((unit) => unit.kind === kind).length;
    expect([count('county'), count('bureau'), count('town'), count('street')]).toEqual([1, 10, 10, 2]);
    expect(count('village') + count('community')).toBe(468);
  });

  it('finds a unit by code, short name, full name, alias and town/village', () => {
    expect(units.find('370323-mz')?.shortName).toBe('县民政局');
    expect(units.find('县民政局')?.code).toBe('370323-mz');
    expect(units.find('沂源县民政局')?.code).toBe('370323-mz');
    expect(units.find('县民政部门')?.code).toBe('370323-mz');
    expect(units.find('历山街道/历山')?.code).toBe('370323001001');
    expect(units.find(' 历山街道 ／ 历山 ')?.code).toBe('370323001001');
    expect(units.find('历山街道/历山居委会')?.code).toBe('370323001001');
    expect(units.find('县水利局')).toBeNull();
  });

  it('does not guess between two villages of one name', () => {
    expect(units.find('和源')).toBeNull();
    expect(units.candidates('和源')).toHaveLength(2);
    expect(units.find('历山街道/和源')?.parentCode).toBe('370323001');
    expect(units.find('鲁村镇/和源')?.parentCode).toBe('370323102');
    expect(units.byShortName('和源')).toBeNull();
  });

  it('shows the town only where a short name is not unique: eight short names are not', () => {
    expect(units.displayName('370323001001')).toBe('历山');
    expect(units.displayName('370323001026')).toBe('历山街道和源');
    const withTown = units.units.filter((unit) => units.displayName(unit.code) !== unit.shortName);
    expect(new Set(withTown.map((unit) => unit.shortName)).size).toBe(8);
    expect(new Set(units.units.map((unit) => units.displayName(unit.code))).size).toBe(491);
  });

  it('gives the subtree of a unit with itself, and nothing for an unknown code', () => {
    expect(units.subtree('370323')).toHaveLength(491);
    const town = units.subtree('370323001');
    expect(town[0]?.shortName).toBe('历山街道');
    expect(town).toHaveLength(1 + units.children('370323001').length);
    expect(units.subtree('999')).toEqual([]);
  });

  it('knows what lies within what', () => {
    expect(units.isWithin('370323001001', '370323001')).toBe(true);
    expect(units.isWithin('370323001001', '370323')).toBe(true);
    expect(units.isWithin('370323001', '370323001')).toBe(true);
    expect(units.isWithin('370323001001', '370323102')).toBe(false);
    expect(units.county?.code).toBe('370323');
  });
});
