import { NO_DAY, type Day, type UnitFact } from '../facts.types.js';
import type { Subject } from '../rule.types.js';
import { existsOn, firstDayOf, lastDayOf, stateOn } from './unit-state.js';

/** The units by index, with their parents, as they were on a day (decision 0011). Units keep their index for good. */
export class Tree {
  readonly indexOf: ReadonlyMap<string, number>;
  /** Index of the parent; -1 at the top. */
  readonly parent: Int16Array;
  /** How many villages lie in each unit's subtree. */
  readonly villagesBelow: Float64Array;
  /** Units from the bottom to the top, so that sums can be handed up one step at a time. */
  private readonly upwards: Int16Array;
  private readonly nested = new Map<number, readonly number[]>();
  private readonly named = new Map<Subject, readonly number[]>();
  /** 1 where the unit exists on the day. */
  private readonly exists: Uint8Array;
  /** The unit that holds each unit's records on the day: itself, or who goes on after it. */
  private readonly heirs: Int16Array;
  /** Whether any unit holds the records of another. */
  readonly hasHeirs: boolean;
  /** Last day of a unit that ended without an heir; NO_DAY for all others. */
  private readonly ended: Int32Array;
  private readonly before = new Map<number, readonly number[]>();
  readonly units: readonly UnitFact[];

  /** `day` null: all units ever, as they were first. `epoch`: number of the stretch of days, the key of what is kept. */
  constructor(
    all: readonly UnitFact[],
    readonly day: Day | null = null,
    readonly epoch = 0,
  ) {
    this.units = all.map((unit) => stateOn(unit, day));
    const { units } = this;
    this.indexOf = new Map(units.map((unit, index) => [unit.code, index]));
    this.exists = Uint8Array.from(units, (unit) => (existsOn(unit, day) ? 1 : 0));
    this.heirs = Int16Array.from(units, (_, unit) => this.findHeir(unit));
    this.hasHeirs = this.heirs.some((heir, unit) => heir !== unit);
    this.ended = Int32Array.from(units, (unit, index) =>
      this.hasEnded(index) && this.heirs[index] === index ? lastDayOf(unit) : NO_DAY,
    );
    this.parent = Int16Array.from(units, (unit) =>
      unit.parentCode === null ? -1 : this.heirOf(this.indexOf.get(unit.parentCode) ?? -1),
    );
    const depths = units.map((_, unit) => this.depthOf(unit));
    this.upwards = Int16Array.from(depths.keys()).sort((a, b) => (depths[b] ?? 0) - (depths[a] ?? 0) || a - b);
    this.villagesBelow = Float64Array.from(units, (_, unit) => (this.isVillage(unit) && this.isThere(unit) ? 1 : 0));
    this.addUp(this.villagesBelow);
  }

  get length(): number {
    return this.units.length;
  }

  /** Whether the unit exists on the day. */
  isThere(unit: number): boolean {
    return this.exists[unit] === 1;
  }

  /** The unit that holds the records of a unit on the day; -1 stays -1. */
  heirOf(unit: number): number {
    return unit < 0 ? unit : (this.heirs[unit] ?? unit);
  }

  /** Units that ended and whose records the unit holds; empty for most. */
  predecessors(unit: number): readonly number[] {
    if (!this.hasHeirs) return NOBODY;
    let found = this.before.get(unit);
    if (found === undefined) {
      found = [...this.heirs.keys()].filter((one) => one !== unit && this.heirs[one] === unit);
      this.before.set(unit, found);
    }
    return found;
  }

  /** Last day of a unit that ended without an heir; NO_DAY for all others. */
  endOf(unit: number): Day {
    return unit < 0 ? NO_DAY : (this.ended[unit] ?? NO_DAY);
  }

  /** First day of a unit that began without a predecessor; NO_DAY for all others. */
  bornOn(unit: number): Day {
    const fact = this.units[unit];
    return fact?.newborn === true ? firstDayOf(fact) : NO_DAY;
  }

  private hasEnded(unit: number): boolean {
    const last = lastDayOf(this.units[unit] ?? UNKNOWN);
    return this.day !== null && last !== NO_DAY && last < this.day;
  }

  /** Follows the heirs as far as they have taken over by the day. */
  private findHeir(unit: number): number {
    let at = unit;
    for (let steps = 0; steps < this.units.length && this.hasEnded(at); steps += 1) {
      const next = this.indexOf.get(this.units[at]?.heir ?? '') ?? -1;
      if (next < 0) return at;
      at = next;
    }
    return at;
  }

  isVillage(unit: number): boolean {
    const kind = this.units[unit]?.kind;
    return kind === 'village' || kind === 'community';
  }

  isCounty(unit: number): boolean {
    return this.units[unit]?.kind === 'county';
  }

  /** Whether a unit is the other one or lies below it. */
  isWithin(unit: number, ancestor: number): boolean {
    for (let at = unit, depth = 0; at >= 0 && depth < 8; at = this.parent[at] ?? -1, depth += 1) {
      if (at === ancestor) return true;
    }
    return false;
  }

  /** The unit and everything below it. */
  subtree(unit: number): readonly number[] {
    const known = this.nested.get(unit);
    if (known !== undefined) return known;
    const found = this.units.map((_, index) => index).filter((one) => this.isThere(one) && this.isWithin(one, unit));
    this.nested.set(unit, found);
    return found;
  }

  /** Indices of the units that a subject names, in the order of the list. */
  subjects(subject: Subject): readonly number[] {
    let found = this.named.get(subject);
    if (found === undefined) this.named.set(subject, (found = this.unitsOf(subject)));
    return found;
  }

  private unitsOf(subject: Subject): readonly number[] {
    const bureau = subject.startsWith('bureau:') ? subject.slice('bureau:'.length) : null;
    const found = new Set<number>();
    this.units.forEach((unit, index) => {
      if (bureau === null) {
        if (this.isThere(index) && belongs(unit, subject)) found.add(index);
      } else if (unit.kind === 'bureau' && (unit.shortName === bureau || unit.names?.includes(bureau) === true)) {
        // A bureau that was merged is judged in the unit that goes on with its work.
        const heir = this.heirOf(index);
        if (this.isThere(heir)) found.add(heir);
      }
    });
    return [...found].sort((a, b) => a - b);
  }

  /** Adds what stands at each unit to all units above it, in place. */
  addUp(values: Float64Array): void {
    const { upwards, parent } = this;
    for (let place = 0; place < upwards.length; place += 1) {
      const unit = upwards[place] ?? 0;
      const value = values[unit] ?? 0;
      const above = parent[unit] ?? -1;
      if (value !== 0 && above >= 0) values[above] = (values[above] ?? 0) + value;
    }
  }

  private depthOf(unit: number): number {
    let depth = 0;
    for (let at = this.parent[unit] ?? -1; at >= 0 && depth < 8; at = this.parent[at] ?? -1) depth += 1;
    return depth;
  }
}

const NOBODY: readonly number[] = [];
const UNKNOWN: UnitFact = { code: '', shortName: '', kind: 'county', parentCode: null };

function belongs(unit: UnitFact, subject: Subject): boolean {
  switch (subject) {
    case 'county':
      return unit.kind === 'county';
    case 'each_town':
      return unit.kind === 'town' || unit.kind === 'street';
    case 'each_town_without_streets':
      return unit.kind === 'town';
    case 'each_village':
    case 'each_village_ge100':
    case 'each_village_lt100':
      return unit.kind === 'village' || unit.kind === 'community';
    default:
      return false;
  }
}
