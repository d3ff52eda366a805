import type { UnitFact } from '../../engine/index.js';
import { UnitDirectory } from '../unit-directory.js';
import type { UnitRow } from '../units.types.js';
import { absence } from './absence.js';
import { registerElsewhere } from './change-words.js';
import { existsOn, heirOn, type Histories, lastState, stateOn } from './history.js';
import { unitFact } from './unit-fact.js';
import type { UnitHistory } from './history.types.js';

/** All units in time as a value: the directory of every day, heirs, names ever borne. */
export class UnitBook {
  private readonly boundaries: readonly string[];
  private readonly directories = new Map<string, UnitDirectory>();
  private readonly everBorne: UnitDirectory;
  private readonly byCode: ReadonlyMap<string, UnitHistory>;

  constructor(readonly histories: Histories) {
    const days = histories.flatMap(({ from, to, states }) => [
      from ?? '',
      ...states.map((state) => state.from ?? ''),
      to === null ? '' : `${to}+`,
    ]);
    // `2026-06-30+` sorts behind that day and before the next one: the first day without the unit.
    this.boundaries = [...new Set(days)].sort();
    this.byCode = new Map(histories.map((unit) => [unit.code, unit]));
    this.everBorne = new UnitDirectory(histories.map(everRow));
  }

  /** The units as the engine takes them; the place in the list is their index. */
  facts(): readonly UnitFact[] {
    return this.histories.map(unitFact);
  }

  /** The directory of a day (`YYYY-MM-DD`): the units that exist on it, with the names and parents they have then. */
  on(day: string): UnitDirectory {
    const boundary = this.boundaries.findLast((one) => one <= day) ?? '';
    let found = this.directories.get(boundary);
    if (found === undefined) {
      const rows = this.histories.filter((unit) => existsOn(unit, day)).map((unit) => rowOn(unit, day));
      this.directories.set(boundary, (found = new UnitDirectory(rows)));
    }
    return found;
  }

  /** A unit as it is on a day, or as it was last (first) before (after) it; null for an unknown code. */
  row(code: string, day: string): UnitRow | null {
    const unit = this.byCode.get(code);
    return unit === undefined ? null : rowOn(unit, day);
  }

  /** Name on the screen on a day; a unit that is not there then keeps the name of its last or first day. */
  displayName(code: string, day: string): string {
    const unit = this.byCode.get(code);
    if (unit === undefined) return code;
    if (existsOn(unit, day)) return this.on(day).displayName(code);
    const near = unit.to !== null && unit.to < day ? unit.to : (unit.from ?? day);
    return this.on(near).displayName(code);
  }

  /** What people write, by any name ever borne: those that exist on the day before those that do not. */
  candidates(written: string, day: string): readonly UnitRow[] {
    const found = this.everBorne.candidates(written).flatMap(({ code }) => this.row(code, day) ?? []);
    const there = found.filter(({ code }) => this.on(day).byCode(code) !== null);
    return there.length > 0 ? there : found;
  }

  /** The unit that ever bore exactly this short name, or who goes on for it, on a day; null when none or several. */
  named(shortName: string, day: string): UnitRow | null {
    const bearers = this.histories.filter(({ states }) => states.some((state) => state.shortName === shortName));
    const heirs = new Set(bearers.flatMap(({ code }) => heirOn(this.histories, code, day) ?? []));
    const [only] = heirs;
    return heirs.size === 1 && only !== undefined ? rowOn(only, day) : null;
  }

  /** Codes of the units whose records a unit goes on with on a day; without itself. */
  predecessors(code: string, day: string): readonly string[] {
    return this.histories
      .filter(
        (unit) => unit.code !== code && unit.heir !== null && heirOn(this.histories, unit.code, day)?.code === code,
      )
      .map((unit) => unit.code);
  }

  /** A unit, what is and was below it, and those for which any of them goes on: whose records a list of it shows. */
  everBelow(code: string, day: string): readonly string[] {
    const found = new Set<string>();
    const add = (one: string): void => {
      if (found.has(one)) return;
      found.add(one);
      for (const before of this.predecessors(one, day)) add(before);
      for (const unit of this.histories) if (stateOn(unit, day).parentCode === one) add(unit.code);
    };
    add(code);
    return [...found];
  }

  /** Why a unit is not there on a day, without a full stop; null when it is there or unknown. */
  absence(code: string, day: string): string | null {
    const unit = this.byCode.get(code);
    return unit === undefined ? null : absence(this.histories, unit, day);
  }

  /** Where a record of a day goes whose unit is not there on it; null when the unit is there or unknown. */
  registerElsewhere(code: string, day: string): string | null {
    return registerElsewhere(this.histories, code, day);
  }
}

function rowOn(unit: UnitHistory, day: string): UnitRow {
  const { name, shortName, kind, parentCode } = stateOn(unit, day);
  return { code: unit.code, name, shortName, kind, parentCode, aliases: unit.aliases };
}

/** All names ever borne, the last ones as its own. */
function everRow(unit: UnitHistory): UnitRow {
  const { name, shortName, kind, parentCode } = lastState(unit);
  const former = unit.states.flatMap((state) => [state.shortName, state.name]);
  return { code: unit.code, name, shortName, kind, parentCode, aliases: [...new Set([...unit.aliases, ...former])] };
}
