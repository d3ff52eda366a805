import { NO_DAY, type Day } from '../facts.types.js';
import type { Column } from '../facts/column.js';
import type { Facts } from '../facts/facts.js';
import type { Tree } from '../facts/tree.js';
import { NumberOverTime, parameterAt, ruleNumberAt, type ParameterName } from '../numbers.js';
import { pick } from '../facts/selection.js';
import { viewsOf } from '../facts/view.js';
import type { View, Views } from '../facts/view.types.js';
import type { NumberName, Requirement, Selection } from '../rule.types.js';
import type { Context, Verdict, WorkCalendar } from '../verdict.types.js';
import type { Months, ProvenMonths } from './months.types.js';
import { toVerdict, type Draft } from './draft.js';

/** Arrays of one length that are handed out again and again. */
interface Pool {
  readonly arrays: Float64Array[];
  taken: number;
}

/** What all requirements of one evaluation share: the facts, the day and the parameters of that day. */
export class Env {
  readonly asOf: Day;
  /** Start of the campaign; only read where one is set. */
  readonly start: Day;
  readonly calendar: WorkCalendar;
  /** The units of the as-of day. */
  readonly tree: Tree;
  readonly units: number;
  /** Months by their first day, the same for all requirements (`monthsSince`). */
  readonly months = new Map<Day, Months>();
  /** Months with a sheet by register, months and whether waiting ones count (`sheetMasks`); not to be changed. */
  readonly sheetMasks = new Map<string, Int32Array>();
  /** The same with the months that have a case of the register (kind every_case_handled); not to be changed. */
  readonly provenMonths = new Map<string, ProvenMonths>();
  /** Zeros by unit, not to be written to. */
  readonly zeros: Float64Array;
  /** Position of the latest row of each unit by view and number (`latestBy`); not to be changed. */
  readonly latest = new Map<View, Map<Column | undefined, Int32Array>>();
  private readonly parameters = new Map<ParameterName, number>();
  /** Indices of all units, for what has to be looked at beyond the subjects. */
  readonly every: Uint16Array;
  private readonly pools = new Map<number, Pool>();
  private readonly unitPool: Pool = { arrays: [], taken: 0 };

  constructor(
    readonly facts: Facts,
    readonly context: Context,
    /** First day of the subjects, where they began without a predecessor; NO_DAY for all others. */
    readonly born: Day = NO_DAY,
  ) {
    this.asOf = context.asOf;
    this.start = Math.max(context.start ?? context.asOf, born);
    this.tree = facts.treeOn(context.asOf);
    this.calendar = context.calendar;
    this.units = this.tree.length;
    this.zeros = new Float64Array(this.units);
    this.every = Uint16Array.from({ length: this.units }, (_, unit) => unit);
    this.pools.set(this.units, this.unitPool);
  }

  /** A global parameter on the as-of day. */
  parameter(name: ParameterName): number {
    let value = this.parameters.get(name);
    if (value === undefined) {
      value = parameterAt(this.context.parameters, name, this.asOf);
      this.parameters.set(name, value);
    }
    return value;
  }

  /** An array of zeros, one place per unit (or `length`); it goes back with `release`. */
  take(length = this.units): Float64Array {
    const pool = length === this.units ? this.unitPool : this.poolOf(length);
    const known = pool.arrays[pool.taken];
    pool.taken += 1;
    if (known !== undefined) return known.fill(0);
    const fresh = new Float64Array(length);
    pool.arrays.push(fresh);
    return fresh;
  }

  private poolOf(length: number): Pool {
    let pool = this.pools.get(length);
    if (pool === undefined) this.pools.set(length, (pool = { arrays: [], taken: 0 }));
    return pool;
  }

  /** Takes all arrays back once a requirement is judged. */
  release(): void {
    for (const pool of this.pools.values()) pool.taken = 0;
  }
}

/** One requirement being judged for some subjects. */
export class Run {
  private readonly numbers = new Map<NumberName, number>();

  constructor(
    readonly env: Env,
    readonly requirement: Requirement,
    /** Unit indices of the subjects. */
    readonly subjects: Uint16Array,
    /** The day whose numbers hold: the as-of day, or the last judged day of a period (decision 12). */
    private readonly numbersOn: Day = env.asOf,
  ) {}

  /** The same run with the numbers of another day, thresholds inside conditions among them. */
  on(day: Day): Run {
    return day === this.numbersOn ? this : new Run(this.env, this.requirement, this.subjects, day);
  }

  /** A number of the requirement on the day whose numbers hold; NaN when it has none of that name. */
  readonly number = (name: NumberName): number => {
    let value = this.numbers.get(name);
    if (value === undefined) {
      value = ruleNumberAt(this.requirement.numbers[name], this.env.context.parameters, this.numbersOn);
      this.numbers.set(name, value);
    }
    return value;
  };

  /** A number of the requirement for clocks that start on different days. */
  overTime(name: NumberName): NumberOverTime {
    return new NumberOverTime(this.requirement.numbers[name], this.env.context.parameters);
  }

  /** A draft as a value. */
  outcomeOf(draft: Draft): Verdict {
    return toVerdict(draft);
  }

  /** The cached rows of a selection. */
  views(selection: Selection): Views {
    return viewsOf(this.env.facts, this.env.tree, pick(this.env.facts, selection), this.number);
  }
}
