import type { Day } from '../facts.types.js';
import type { Facts } from '../facts/facts.js';
import { parameterAt, ruleNumberAt, type ParameterName } from '../numbers.js';
import { pick } from '../facts/selection.js';
import { viewsOf } from '../facts/view.js';
import type { Views } from '../facts/view.types.js';
import type { NumberName, Requirement, Selection } from '../rule.types.js';
import type { Context, Verdict, WorkCalendar } from '../verdict.types.js';
import type { Months } from './months.types.js';
import { toVerdict, type Draft } from './draft.js';

/** What all requirements of one evaluation share: the facts, the day and the parameters of that day. */
export class Env {
  readonly asOf: Day;
  /** Start of the campaign; only read where one is set. */
  readonly start: Day;
  readonly calendar: WorkCalendar;
  readonly units: number;
  /** Months by their first day, the same for all requirements (`monthsSince`). */
  readonly months = new Map<Day, Months>();
  private readonly parameters = new Map<ParameterName, number>();
  private readonly pool: Float64Array[] = [];
  private taken = 0;

  constructor(
    readonly facts: Facts,
    readonly context: Context,
  ) {
    this.asOf = context.asOf;
    this.start = context.start ?? context.asOf;
    this.calendar = context.calendar;
    this.units = facts.tree.length;
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
    const at = this.taken;
    this.taken += 1;
    const known = this.pool[at];
    if (known !== undefined && known.length >= length) {
      const part = known.length === length ? known : known.subarray(0, length);
      return part.fill(0);
    }
    const fresh = new Float64Array(length);
    this.pool[at] = fresh;
    return fresh;
  }

  /** Takes all arrays back once a requirement is judged. */
  release(): void {
    this.taken = 0;
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
  ) {}

  /** A number of the requirement on the as-of day; NaN when it has none of that name. */
  readonly number = (name: NumberName): number => {
    let value = this.numbers.get(name);
    if (value === undefined) {
      value = ruleNumberAt(this.requirement.numbers[name], this.env.context.parameters, this.env.asOf);
      this.numbers.set(name, value);
    }
    return value;
  };

  /** A draft as a value. */
  outcomeOf(draft: Draft): Verdict {
    return toVerdict(draft);
  }

  /** The cached rows of a selection. */
  views(selection: Selection): Views {
    return viewsOf(this.env.facts, pick(this.env.facts, selection), this.number);
  }
}
