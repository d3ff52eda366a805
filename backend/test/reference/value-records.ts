import type { FactsLayout, FieldValue, RecordFact, Requirement } from '../../src/engine/index.js';
import { subjectUnits } from './aims.js';
import type { Dice } from './dice.js';
import { periodOf, plusDays } from './time.js';

const YEARS = [2022, 2023, 2024, 2025];

/** A record without its number; the county numbers them. */
export type Draft = Omit<RecordFact, 'id' | 'approvedOn'>;

/** How well a bureau reports: what it leaves out, and what waits for review, in percent. */
interface Habit {
  readonly gaps: number;
  readonly waits: number;
}

export const stateOf = (dice: Dice, waits: number): RecordFact['state'] =>
  dice.chance(waits) ? dice.pick(['pending', 'pending', 'returned'] as const) : 'approved';

/** Options that a selection's conditions ask for, one of each list. */
export function asked(where: Readonly<Record<string, unknown>> | undefined, dice: Dice): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const [field, condition] of Object.entries(where ?? {})) {
    const any = (condition as { readonly any?: readonly string[] }).any;
    if (any !== undefined) fields[field] = any.length === 1 ? any[0]! : dice.pick(any);
  }
  return fields;
}

/** Values of one indicator, year by year: the county's own, those of city and province, equal, above, below, left out. */
function indicator(dice: Dice, requirement: Requirement, unit: string, habit: Habit): Draft[] {
  const { rule } = requirement;
  if (rule.kind !== 'value_compare') return [];
  const found: Draft[] = [];
  const levels = rule.reference.type === 'benchmarks' ? ['本县', ...rule.reference.levels] : ['本县'];
  const straight = dice.chance(50);
  for (const year of YEARS)
    for (const category of rule.categories ?? [null])
      for (const level of levels) {
        if (dice.chance(level === '本县' || straight ? habit.gaps : habit.gaps + 25)) continue;
        const period = rule.period === 'school_year' ? `${year - 1}-${year}` : String(year);
        const near = dice.pick([0.29, 0.3, 0.3, 0.3, 0.31]);
        const value = level === '本县' && straight ? near - 0.01 : near;
        const grown = rule.reference.type === 'previousPeriod' ? year + dice.pick([0, 0, 0, 0, -1, -2, 0.01]) : value;
        const numerator = straight ? dice.pick([70, 71, 100]) : dice.pick([60, 64, 64.99, 65, 69.95, 70, 100]);
        const none = level === '本县' && dice.chance(6);
        const to = periodOf(period).to;
        const submittedOn = plusDays(to, dice.pick([-200, -60, 0, 20, 45, 60, 75, 90, 91, 105, 106, 130]));
        const empty = dice.chance(4);
        found.push({
          type: 'indicator_value',
          unit,
          fields: {
            ...asked(rule.of.where, dice),
            level,
            period,
            category,
            value: rule.as === 'ratio' || empty ? null : grown,
            numerator: rule.as === 'ratio' ? numerator : null,
            denominator: rule.as === 'ratio' ? dice.pick([100, 100, 100, empty ? 0 : 100]) : null,
            none_eligible: none,
          },
          evidence: dice.chance(5) ? [] : ['stat'],
          state: stateOf(dice, habit.waits),
          submittedOn,
        });
        // A second sheet of the same period now and then: the one handed in later holds.
        if (dice.chance(8)) {
          const last = found.at(-1)!;
          const fields = { ...last.fields, value: rule.as === 'ratio' ? null : grown + dice.pick([-1, 0.01, 1]) };
          found.push({ ...last, fields, submittedOn: plusDays(submittedOn, dice.pick([-30, 0, 10])) });
        }
      }
  return found;
}

/** Values aimed at the comparisons of the standard, for each unit that is judged by them. */
export function valueRecords(dice: Dice, layout: FactsLayout, requirements: readonly Requirement[]): Draft[] {
  return requirements.flatMap((requirement) => {
    if (requirement.rule.kind !== 'value_compare') return [];
    const habit = { gaps: dice.pick([0, 0, 5, 30]), waits: dice.pick([0, 0, 10, 40]) };
    return subjectUnits(layout, requirement.subjects).flatMap(({ code }) => indicator(dice, requirement, code, habit));
  });
}
