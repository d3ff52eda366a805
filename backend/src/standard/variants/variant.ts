import type { DatedValues, Requirement } from '../../engine/index.js';
import { engineRequirements } from '../loader/engine-requirements.js';
import type { ReadingChange, ReadingSpec, Standard, TopicSpec } from '../standard.types.js';
import { always, applyChange } from './apply-change.js';

/** What somebody chose differently from the standard in force. */
export interface Choice {
  /** Reading → its option, counted from 1. */
  readonly readings?: Readonly<Record<string, number>> | undefined;
  /** Global parameter → from-day (`YYYY-MM-DD`) → value; stands beside the days that the standard has. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
}

/** The standard under a choice, as the engine takes it. */
export interface Variant {
  /** Requirements in the order of the table; those that are not asked under the choice are not in it. */
  readonly requirements: readonly Requirement[];
  readonly parameters: Readonly<Record<string, DatedValues>>;
  /** Topics after the changes, for words about them. */
  readonly topics: readonly TopicSpec[];
  /** What of the choice does not exist, one Chinese sentence each; such parts change nothing. */
  readonly faults: readonly string[];
}

/** The part of a standard that a choice can change. */
export type Variable = Pick<Standard, 'topicSpecs' | 'vetoProject' | 'parameters'>;

/** Applies a choice of readings (in the order of the table) and parameters to the standard. Pure; never changes `standard`. */
export function variantOf(standard: Variable, choice: Choice): Variant {
  const faults = choiceFaults(standard, choice);
  const changes = readingsOf(standard.topicSpecs).flatMap((reading) => {
    const option = choice.readings?.[reading.id];
    return option === undefined ? [] : changesOf(reading, option);
  });
  const { topics, refused } = changeTopics(standard.topicSpecs, changes);
  const parameters: Record<string, DatedValues> = {};
  for (const { id, values } of standard.parameters) parameters[id] = { ...values };
  for (const change of changes) {
    if (!('parameter' in change)) continue;
    if (change.parameter in parameters)
      parameters[change.parameter] = always(parameters[change.parameter], change.value);
    else refused.push(`parameters.yaml 里没有“${change.parameter}”`);
  }
  for (const [id, values] of Object.entries(choice.parameters ?? {})) {
    if (id in parameters) parameters[id] = { ...parameters[id], ...values };
  }
  return {
    requirements: engineRequirements(topics, standard.vetoProject),
    parameters,
    topics,
    faults: [...faults, ...refused],
  };
}

/** What of a choice the standard does not have, in words; empty when all of it exists. */
export function choiceFaults(standard: Variable, choice: Choice): readonly string[] {
  const readings = new Map(readingsOf(standard.topicSpecs).map((reading) => [reading.id, reading]));
  const parameters = new Set(standard.parameters.map((parameter) => parameter.id));
  return [
    ...Object.entries(choice.readings ?? {}).flatMap(([id, option]) => {
      const reading = readings.get(id);
      if (reading === undefined) return [`没有“${id}”这个读法`];
      if (reading.options[option - 1] !== undefined) return [];
      return [`读法 ${id} 没有第 ${option} 项，只能写 1 到 ${reading.options.length}`];
    }),
    ...Object.keys(choice.parameters ?? {}).flatMap((id) =>
      parameters.has(id) ? [] : [`parameters.yaml 里没有“${id}”：请改成已有的编号`],
    ),
  ];
}

/** All readings in the order of the table. */
export function readingsOf(topics: readonly TopicSpec[]): readonly ReadingSpec[] {
  return topics.flatMap((topic) => topic.clauses.flatMap((clause) => clause.readings));
}

/** What an option (counted from 1) changes; nothing for the default and for what only people apply. */
export function changesOf(reading: ReadingSpec, option: number): readonly ReadingChange[] {
  return option === reading.default ? [] : (reading.changes?.[String(option)] ?? []);
}

function changeTopics(topics: readonly TopicSpec[], changes: readonly ReadingChange[]) {
  const refused: string[] = [];
  const changed = topics.map((topic) => ({
    ...topic,
    clauses: topic.clauses.map((clause) => ({
      ...clause,
      requirements: clause.requirements.flatMap((requirement) => {
        let now: typeof requirement | null = requirement;
        for (const change of changes) {
          if (now === null || 'parameter' in change || change.requirement !== requirement.id) continue;
          const result = applyChange(now, change);
          if (result.ok) now = result.requirement;
          else refused.push(result.sentence);
        }
        return now === null ? [] : [now];
      }),
    })),
  }));
  return { topics: changed, refused };
}
