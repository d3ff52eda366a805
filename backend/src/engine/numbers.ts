import { parseDay } from './days.js';
import type { Day } from './facts.types.js';
import { kept } from './kept.js';
import type { RuleNumber } from './rule.types.js';

export type DatedValues = Readonly<Record<string, number>>;

interface Dated {
  readonly from: Day;
  readonly value: number;
}

/** Dated values read once, oldest first; the values of a standard do not change. */
const read = new WeakMap<DatedValues, readonly Dated[]>();

function datedOf(values: DatedValues): readonly Dated[] {
  return kept(read, values, () =>
    Object.entries(values)
      .flatMap(([text, value]) => {
        const from = parseDay(text);
        return from === null ? [] : [{ from, value }];
      })
      .sort((a, b) => a.from - b.from),
  );
}

/** The value of the newest day (`YYYY-MM-DD`) not after the given one; null when none is that old. */
export function numberAt(values: DatedValues, day: Day): number | null {
  let found: number | null = null;
  for (const { from, value } of datedOf(values)) if (from <= day) found = value;
  return found;
}

/** A requirement's number on a day, or the global parameter it uses; NaN when it is not defined on that day. */
export function ruleNumberAt(
  number: RuleNumber | undefined,
  parameters: Readonly<Record<string, DatedValues>>,
  day: Day,
): number {
  if (number === undefined) return NaN;
  const values = number.use === undefined ? number.values : parameters[number.use];
  return values === undefined ? NaN : (numberAt(values, day) ?? NaN);
}

/** A requirement's number over time, read once: for clocks that start on a different day in every case. */
export class NumberOverTime {
  private readonly dated: readonly Dated[];

  constructor(number: RuleNumber | undefined, parameters: Readonly<Record<string, DatedValues>>) {
    const values = number?.use === undefined ? number?.values : parameters[number.use];
    this.dated = datedOf(values ?? {});
  }

  /** The value on a day; before the first of them that first one, NaN without any. */
  on(day: Day): number {
    let value = this.dated[0]?.value ?? NaN;
    for (const one of this.dated) {
      if (one.from > day) break;
      value = one.value;
    }
    return value;
  }
}

/** Global parameters that the engine itself reads, with the value used when the standard does not give one. */
export const PARAMETER_DEFAULTS = {
  standing_due_days: 90,
  period_grace_days: 10,
  warn_percent: 25,
  expiry_warn_days: 30,
  vacancy_tolerance_days: 30,
  village_child_threshold: 100,
  village_threshold_inclusive: 1,
  village_child_base: 1,
  most_percent: 90,
  first_year_whole: 1,
  zero_report_workdays: 5,
  benchmark_max_lag_years: 1,
  late_case_yellow_percent: 10,
  case_window_months: 12,
} as const;
export type ParameterName = keyof typeof PARAMETER_DEFAULTS;

/** A global parameter on a day. */
export function parameterAt(parameters: Readonly<Record<string, DatedValues>>, name: ParameterName, day: Day): number {
  const values = parameters[name];
  return (values === undefined ? null : numberAt(values, day)) ?? PARAMETER_DEFAULTS[name];
}
