import type { FieldValue, RecordFact, UnitFact } from '../../src/engine/index.js';
import { setOrigin, typeOf } from './records.js';
import { plusDays } from './time.js';
import type { World } from './world.js';

/** What is true of the units from one change to the next. */
type Stretch = Pick<World, 'layout' | 'records' | 'names' | 'predecessors' | 'gone'>;

const stretches = new WeakMap<readonly RecordFact[], Map<string, Stretch>>();

/** The world with the units of its day, and its records in the hands of those that go on with them (0011). */
export function onItsDay(world: World): World {
  const days = world.layout.units.flatMap((unit) => [
    unit.from ?? '',
    unit.to === undefined ? '' : plusDays(unit.to, 1),
    ...(unit.states ?? []).map(({ from }) => from),
  ]);
  const since = days
    .filter((day) => day <= world.asOf)
    .sort()
    .at(-1)!;
  const known = stretches.get(world.records) ?? new Map<string, Stretch>();
  stretches.set(world.records, known);
  const found = known.get(since) ?? stretchFrom(world, since);
  known.set(since, found);
  return { ...world, ...found };
}

const existsOn = ({ from, to }: UnitFact, day: string) =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

/** Who goes on with a unit's records: itself, its heir, the heir's heir; one that was closed keeps them. */
function holderOn(units: readonly UnitFact[], code: string, day: string): string {
  const unit = units.find((entry) => entry.code === code);
  const takenOver = unit?.heir !== undefined && unit.to !== undefined && unit.to < day;
  return takenOver ? holderOn(units, unit.heir!, day) : code;
}

function stretchFrom(world: World, day: string): Stretch {
  const all = world.layout.units;
  const holder = (code: string) => holderOn(all, code, day);
  const gone = new Set(all.filter(({ to }) => to !== undefined && to < day).map(({ code }) => code));
  const units = all
    .filter((unit) => existsOn(unit, day) || (gone.has(unit.code) && unit.heir === undefined))
    .map((unit): UnitFact => {
      const states = (unit.states ?? []).filter(({ from }) => from <= day);
      const { shortName, kind, parentCode } = Object.assign({}, unit, ...states) as UnitFact;
      return { ...unit, shortName, kind, parentCode: parentCode === null ? null : holder(parentCode) };
    });
  const names = new Map<string, string[]>();
  const predecessors = new Map<string, string[]>();
  for (const unit of all) {
    const code = holder(unit.code);
    const own = unit.names ?? [unit.shortName];
    names.set(code, [...(names.get(code) ?? []), ...own]);
    if (gone.has(unit.code) && unit.heir !== undefined)
      predecessors.set(unit.heir, [...(predecessors.get(unit.heir) ?? []), unit.code]);
  }
  const records = world.records.map((record) => handedOver(world, record, holder, gone));
  return { layout: { ...world.layout, units }, records, names, predecessors, gone };
}

/** The record as those see it who go on with it; what stood in a unit that was closed without an heir ends with it. */
function handedOver(
  world: World,
  record: RecordFact,
  to: (code: string) => string,
  gone: ReadonlySet<string>,
): RecordFact {
  const type = typeOf(world, record);
  const fields: Record<string, FieldValue> = { ...record.fields };
  for (const { id, type: kind } of type.fields) {
    const value = fields[id];
    if (kind === 'unit' && typeof value === 'string') fields[id] = to(value);
    if (kind === 'units' && Array.isArray(value)) fields[id] = [...new Set(value.map((code) => to(String(code))))];
    if (kind === 'unitCounts' && value !== null && typeof value === 'object') fields[id] = summed(value, to);
  }
  const owner = world.layout.units.find(({ code }) => code === to(record.unit))!;
  if (type.untilField !== undefined && gone.has(owner.code)) {
    const until = fields[type.untilField];
    if (typeof until !== 'string' || until > owner.to!) fields[type.untilField] = owner.to!;
  }
  const moved: RecordFact = { ...record, unit: to(record.unit), fields };
  setOrigin(moved, record.unit);
  return moved;
}

function summed(counts: object, to: (code: string) => string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [code, count] of Object.entries(counts)) sums[to(code)] = (sums[to(code)] ?? 0) + Number(count);
  return sums;
}
