import type { StandardService } from '../standard.service.js';
import type { ReadingChange, ReadingSpec, RequirementSpec } from '../standard.types.js';
import { changesOf, variantOf } from './variant.js';
import { valueAt, wayOf } from './set-at.js';

export const READING_KINDS = ['parameter', 'rule', 'record'] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

export const READING_KIND_LABELS: Readonly<Record<ReadingKind, string>> = {
  parameter: '参数',
  rule: '规则',
  record: '记录',
};

/** Whether a reading sets numbers only, changes rules, or is applied by people (decision 0014). */
export function readingKind(reading: ReadingSpec): ReadingKind {
  const changes = Object.values(reading.changes ?? {}).flat();
  if (changes.some((change) => 'at' in change || 'off' in change)) return 'rule';
  return changes.length > 0 ? 'parameter' : 'record';
}

/**
 * What an option (counted from 1) changes against the default, one Chinese phrase each, with the numbers of `day`:
 * 5.3.3.a 的 min 由 2 改为 4. Empty for the default and for what only people apply.
 */
export function effectWords(
  service: StandardService,
  reading: ReadingSpec,
  option: number,
  day: string,
): readonly string[] {
  const changes = changesOf(reading, option);
  if (changes.length === 0) return [];
  const { topics } = variantOf(service.standard, { readings: { [reading.id]: option } });
  const after = new Map(
    topics.flatMap((topic) =>
      topic.clauses.flatMap((clause) =>
        clause.requirements.map((requirement) => [requirement.id, requirement] as const),
      ),
    ),
  );
  const words = changes.flatMap((change) => {
    if ('parameter' in change) return [parameterWords(service, change, day)];
    const before = service.requirement(change.requirement)?.requirement;
    return before === undefined
      ? []
      : changeWords(service, { before, after: after.get(before.id) ?? before, change, day });
  });
  return [...new Set(words)];
}

interface Told {
  readonly before: RequirementSpec;
  readonly after: RequirementSpec;
  readonly change: Exclude<ReadingChange, { readonly parameter: string }>;
  readonly day: string;
}

function changeWords(service: StandardService, { before, after, change, day }: Told): readonly string[] {
  if ('off' in change) return [`不再要求 ${before.id}（${before.title}）`];
  if ('number' in change) {
    const was = service.numberOn(before, change.number, day);
    return [`${before.id} 的 ${change.number} 由 ${was ?? '（未定）'} 改为 ${change.value}`];
  }
  const rules = [before, after].map((requirement) => service.ruleText(requirement, day));
  if (rules[0] !== rules[1]) return [`${before.id} 的规则由“${rules[0] ?? ''}”改为“${rules[1] ?? ''}”`];
  const values = [before, after].map((requirement) => plain(valueAt(requirement, wayOf(change.at))));
  return [`${before.id} 的 ${change.at} 由 ${values[0] ?? ''} 改为 ${values[1] ?? ''}`];
}

function parameterWords(
  service: StandardService,
  { parameter, value }: Extract<ReadingChange, { readonly parameter: string }>,
  day: string,
): string {
  const label = service.standard.parameters.find(({ id }) => id === parameter)?.label ?? parameter;
  return `公用参数“${label}”（${parameter}）由 ${service.parameterOn(parameter, day) ?? '（未定）'} 改为 ${value}`;
}

/** A value of the seeds in a few letters; 无 for none. */
export function plain(value: unknown): string {
  if (value === undefined || value === null) return '无';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
