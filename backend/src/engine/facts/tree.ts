import { NO_DAY, NONE, type Day, type UnitFact, type UnitKind } from '../facts.types.js';
import { kept } from '../kept.js';
import type { Subject } from '../rule.types.js';
import { existsOn, firstDayOf, lastDayOf, stateOn } from './unit-state.js';

/** Units, by index, that ended in favour of the same unit. */
export interface Succession {
  readonly heir: number;
  readonly predecessors: readonly number[];
}

/** The units by index, with their parents, as they were on a day (decision 0011). Units keep their index for good. */
export class Tree {
  readonly units: readonly UnitFact[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Index of the parent; -1 at the top. */
  readonly parent: Int16Array;
  /** How many villages lie in each unit's subtree. */
  readonly villagesBelow: Float64Array;
  /** Units that ended by the day, under the unit that took over from them; who ended itself comes before its own heir. */
  readonly successions: readonly Succession[];
  private readonly newborns: boolean;
  private readonly whole: boolean;
  private readonly before: ReadonlyMap<number, readonly number[]>;
  /** 1 where the unit exists on the day. */
  private readonly exists: Uint8Array;
  /** The unit that holds each unit's records on the day: itself, or who goes on after it. */
  private readonly heirs: Int16Array;
  /** Last day of a unit that ended without an heir; NO_DAY for all others. */
  private readonly ended: Int32Array;
  /** All units above each unit, the nearest first. */
  private readonly above: readonly (readonly number[])[];
  /** Units below another one, from the bottom to the top, so that sums can be handed up one step at a time. */
  private readonly upwards: Int16Array;
  private readonly named = new Map<Subject, readonly number[]>();

  /** `day` null: all units ever, as they were first. `epoch`: number of the stretch of days, the key of what is kept. */
  constructor(
    all: readonly UnitFact[],
    day: Day | null = null,
    readonly epoch = 0,
  ) {
    const on = day ?? -Infinity;
    const units = all.map((unit) => stateOn(unit, on));
    this.units = units;
    this.indexOf = new Map(units.map((unit, index) => [unit.code, index]));
    this.newborns = units.some(({ newborn }) => newborn === true);
    this.exists = Uint8Array.from(units, (unit) => (day === null || existsOn(unit, on) ? 1 : 0));
    this.whole = !this.exists.includes(0);
    this.heirs = Int16Array.from(units, (_, unit) => this.findHeir(unit, on));
    this.successions = this.findSuccessions();
    this.before = new Map(this.successions.map(({ heir, predecessors }) => [heir, predecessors]));
    this.ended = Int32Array.from(units, (unit, index) =>
      lastDayOf(unit) < on && this.heirOf(index) === index ? lastDayOf(unit) : NO_DAY,
    );
    this.parent = Int16Array.from(units, ({ parentCode }) => this.heirOf(this.indexNamed(parentCode)));
    this.above = units.map((_, unit) => this.findAbove(unit));
    const depths = this.above.map((chain) => chain.length);
    this.upwards = Int16Array.from([...depths.keys()].filter((unit) => depths[unit] !== 0));
    this.upwards.sort((a, b) => (depths[b] ?? 0) - (depths[a] ?? 0));
    this.villagesBelow = Float64Array.from(units, (_, unit) => (this.isVillage(unit) && this.isThere(unit) ? 1 : 0));
    this.addUp(this.villagesBelow);
  }

  /** Whether any unit holds the records of another. */
  get hasHeirs(): boolean {
    return this.successions.length > 0;
  }

  get length(): number {
    return this.units.length;
  }

  /** Whether all units that ever are exist on the day. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** Whether the unit exists on the day. */
  isThere(unit: number): boolean {
    return this.exists[unit] === 1;
  }

  /** Whether the unit has yet to begin: on such a day nothing is its own or counts for those above it (decision 0011). */
  isAhead(unit: number): boolean {
    return this.exists[unit] === 0 && this.heirOf(unit) === unit && this.endOf(unit) === NO_DAY;
  }

  /** The unit that holds the records of a unit on the day; -1 stays -1. */
  heirOf(unit: number): number {
    return this.heirs[unit] ?? unit;
  }

  /** Units that ended in favour of the unit; empty for most. */
  predecessors(unit: number): readonly number[] {
    return this.before.get(unit) ?? NOBODY;
  }

  /** Whether any unit began without a predecessor. */
  get hasNewborns(): boolean {
    return this.newborns;
  }

  /** Last day of whoever holds the records of a unit and ended without an heir; NO_DAY for all others. */
  endOf(unit: number): Day {
    return this.ended[this.heirOf(unit)] ?? NO_DAY;
  }

  /** First day of a unit that began without a predecessor; NO_DAY for all others. */
  bornOn(unit: number): Day {
    const fact = this.units[unit];
    return fact?.newborn === true ? firstDayOf(fact) : NO_DAY;
  }

  isVillage(unit: number): boolean {
    return VILLAGES.includes(this.units[unit]?.kind);
  }

  isCounty(unit: number): boolean {
    return this.units[unit]?.kind === 'county';
  }

  /** Whether a unit is the other one or lies below it. */
  isWithin(unit: number, ancestor: number): boolean {
    return unit === ancestor || this.above[unit]?.includes(ancestor) === true;
  }

  /** The unit and everything below it that exists on the day. */
  subtree(unit: number): readonly number[] {
    return this.everyone().filter((one) => this.isWithin(one, unit));
  }

  /** Indices of the units that a subject names, in the order of the list. */
  subjects(subject: Subject): readonly number[] {
    return kept(this.named, subject, () => {
      const kinds = KINDS.get(subject);
      if (kinds === undefined) return this.bureausNamed(subject.slice('bureau:'.length));
      return this.everyone().filter((unit) => kinds.includes(this.units[unit]?.kind));
    });
  }

  /** A bureau by any name it ever bore; one that was merged is judged in the unit that goes on with its work. */
  private bureausNamed(name: string): readonly number[] {
    const holders = new Set<number>();
    this.units.forEach(({ kind, shortName, names }, unit) => {
      if (kind === 'bureau' && (shortName === name || names?.includes(name) === true)) holders.add(this.heirOf(unit));
    });
    return this.everyone().filter((unit) => holders.has(unit));
  }

  /** Adds what stands at each unit to all units above it, in place. */
  addUp(values: Float64Array): void {
    const { upwards, parent } = this;
    for (let place = 0; place < upwards.length; place += 1) {
      const unit = upwards[place] ?? 0;
      const own = values[unit] ?? 0;
      // Most units have nothing to hand up.
      if (own === 0) continue;
      const above = parent[unit] ?? 0;
      values[above] = (values[above] ?? 0) + own;
    }
  }

  private everyone(): readonly number[] {
    return [...this.units.keys()].filter((unit) => this.isThere(unit));
  }

  private indexNamed(code: string | null | undefined): number {
    return (typeof code === 'string' ? this.indexOf.get(code) : undefined) ?? NONE;
  }

  /** Follows the heirs as far as they have taken over by the day; not in a circle. */
  private findHeir(unit: number, on: Day): number {
    const passed = new Set<number>();
    let at = unit;
    for (let fact = this.units[at]; fact !== undefined && lastDayOf(fact) < on; fact = this.units[at]) {
      const next = this.indexNamed(fact.heir);
      if (next < 0 || passed.has(next)) return at;
      passed.add(next);
      at = next;
    }
    return at;
  }

  /** A unit that took over and ended itself stands before the one that took over from it, also where both fall on one day. */
  private findSuccessions(): readonly Succession[] {
    const found = new Map<number, number[]>();
    const heirNamed = (unit: number) => this.indexNamed(this.units[unit]?.heir);
    const stepsFrom = (unit: number): number => (this.heirOf(unit) === unit ? 0 : 1 + stepsFrom(heirNamed(unit)));
    this.units.forEach((_, unit) => {
      if (this.heirOf(unit) !== unit) kept(found, heirNamed(unit), () => []).push(unit);
    });
    return [...found]
      .map(([heir, predecessors]) => ({ heir, predecessors }))
      .sort((a, b) => stepsFrom(b.heir) - stepsFrom(a.heir));
  }

  /** Follows the parents to the top; not in a circle. */
  private findAbove(unit: number): readonly number[] {
    const chain: number[] = [];
    for (let at = this.parent[unit] ?? NONE; at >= 0 && !chain.includes(at); at = this.parent[at] ?? NONE)
      chain.push(at);
    return chain;
  }
}

const NOBODY: readonly number[] = [];
const VILLAGES: readonly (UnitKind | undefined)[] = ['village', 'community'];
const KINDS: ReadonlyMap<Subject, readonly (UnitKind | undefined)[]> = new Map<Subject, readonly UnitKind[]>([
  ['county', ['county']],
  ['each_town', ['town', 'street']],
  ['each_town_without_streets', ['town']],
  ['each_village', ['village', 'community']],
  ['each_village_ge100', ['village', 'community']],
  ['each_village_lt100', ['village', 'community']],
]);
