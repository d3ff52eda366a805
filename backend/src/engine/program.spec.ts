import type { UnitFact } from './facts.types.js';
import { compile, Law } from './program.js';
import type { Subject } from './rule.types.js';
import { MERGED, layoutOf } from './testing/changing-county.js';
import { day, LAYOUT, requirementOf, UNITS } from './testing/county.js';

const rule = { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } } as const;
const asked = (id: string, ...subjects: readonly Subject[]) => requirementOf(rule, { id, subjects });
const codes = (units: readonly UnitFact[], numbers: Iterable<number>) =>
  Array.from(numbers, (unit) => units[unit]?.code ?? '?');

describe('the cells of a county', () => {
  const requirements = [
    asked('a', 'each_village', 'county', 'bureau:县民政局'),
    asked('b', 'each_town', 'each_town_without_streets'),
    asked('c'),
    asked('d', 'each_village_lt100'),
    asked('e', 'county', 'each_village_ge100'),
  ];
  const program = compile(requirements, LAYOUT);
  it('stand requirement by requirement, the units of each in the order of the list, each of them once', () => {
    const { requirement, unit } = program.cells;
    expect(Array.from(requirement)).toEqual([0, 0, 0, 0, 0, 1, 1, 3, 3, 3, 4, 4, 4, 4]);
    expect(codes(UNITS, unit)).toEqual([
      ...['c', 'b1', 'v1', 'v2', 'v3'],
      ...['t1', 't2'],
      ...['v1', 'v2', 'v3'],
      ...['c', 'v1', 'v2', 'v3'],
    ]);
  });
  it('are found by the requirement’s id', () => {
    expect(program.byId.get('d')).toMatchObject({ index: 3, offset: 7 });
    expect(program.byId.get('x')).toBeUndefined();
    expect([...program.byId.keys()]).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
  it('are those of one size of village where the requirement says so', () => {
    expect(program.compiled.map(({ size }) => size)).toEqual([null, null, null, 'lt', 'ge']);
  });
});

describe('the cells on a day', () => {
  const requirements = [asked('a', 'each_village')];
  const layout = layoutOf(MERGED);
  const on = (text: string) => codes(MERGED, compile(requirements, layout, day(text)).cells.unit);
  it('are those of the units of that day', () => {
    expect(on('2026-06-30')).toEqual(['v1', 'v2', 'v3']);
    expect(on('2026-07-01')).toEqual(['v3', 'v9']);
  });
  it('are those of all units ever where no day is given', () => {
    expect(codes(MERGED, compile(requirements, layout).cells.unit)).toEqual(['v1', 'v2', 'v3', 'v9']);
  });
  it('are compiled once for all days between two changes', () => {
    const law = new Law(requirements, layout);
    expect(law.on(day('2026-06-30'))).toBe(law.on(day('2020-01-01')));
    expect(law.on(day('2026-07-01'))).toBe(law.on(day('2030-01-01')));
    expect(codes(MERGED, law.on(day('2026-06-30')).cells.unit)).toEqual(on('2026-06-30'));
    expect(codes(MERGED, law.on(day('2026-07-01')).cells.unit)).toEqual(on('2026-07-01'));
  });
});
