import { NO_DAY, type Day } from '../facts.types.js';
import type { CompiledRequirement } from '../program.js';
import { Env } from './env.js';

/** Subjects whose duties began on the same day, judged in one run. */
export interface SubjectGroup {
  readonly env: Env;
  readonly subjects: Uint16Array;
  /** Place of each subject among all of the requirement; null where these are all. */
  readonly places: Uint16Array | null;
}

/** One group for all subjects as a rule; further ones for units that began after the campaign's start without a predecessor. */
export function groupsOf({ subjects }: Pick<CompiledRequirement, 'subjects'>, env: Env): readonly SubjectGroup[] {
  const late = env.tree.hasNewborns && subjects.some((unit) => beginsLate(env, unit));
  if (!late) return [{ env, subjects, places: null }];
  const days = [...new Set(Array.from(subjects, (unit) => bornOf(env, unit)))];
  return days.map((day) => {
    const places = Uint16Array.from([...subjects.keys()].filter((place) => bornOf(env, subjects[place] ?? 0) === day));
    return {
      env: day === NO_DAY ? env : new Env(env.facts, env.context, day),
      subjects: places.map((place) => subjects[place] ?? 0),
      places,
    };
  });
}

/** First day of a unit that began after the campaign's start; NO_DAY for all others. */
export function bornOf(env: Env, unit: number): Day {
  return beginsLate(env, unit) ? env.tree.bornOn(unit) : NO_DAY;
}

function beginsLate(env: Env, unit: number): boolean {
  return env.tree.bornOn(unit) > env.start;
}
