import type { UnitFact } from '../facts.types.js';
import type { Subject } from '../rule.types.js';

/** The units by index, with their parents. */
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

  constructor(readonly units: readonly UnitFact[]) {
    this.indexOf = new Map(units.map((unit, index) => [unit.code, index]));
    this.parent = Int16Array.from(units, (unit) =>
      unit.parentCode === null ? -1 : (this.indexOf.get(unit.parentCode) ?? -1),
    );
    const depths = units.map((_, unit) => this.depthOf(unit));
    this.upwards = Int16Array.from(depths.keys()).sort((a, b) => (depths[b] ?? 0) - (depths[a] ?? 0) || a - b);
    this.villagesBelow = Float64Array.from(units, (_, unit) => (this.isVillage(unit) ? 1 : 0));
    this.addUp(this.villagesBelow);
  }

  get length(): number {
    return this.units.length;
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
    const found = this.units.map((_, index) => index).filter((index) => this.isWithin(index, unit));
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
    const found: number[] = [];
    this.units.forEach((unit, index) => {
      if (bureau === null ? belongs(unit, subject) : unit.kind === 'bureau' && unit.shortName === bureau)
        found.push(index);
    });
    return found;
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

function belongs(unit: UnitFact, subject: Subject): boolean {
  switch (subject) {
    case 'county':
      return unit.kind === 'county';
    case 'each_town':
      return unit.kind === 'town' || unit.kind === 'street';
    case 'each_village':
    case 'each_village_ge100':
    case 'each_village_lt100':
      return unit.kind === 'village' || unit.kind === 'community';
    default:
      return false;
  }
}
