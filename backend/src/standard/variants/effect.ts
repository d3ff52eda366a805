import type { StandardService } from '../standard.service.js';
import type { ReadingChange, ReadingSpec, RequirementSpec } from '../standard.types.js';
import { subjectWords } from '../rule-text/words.js';
import { changesOf, variantOf } from './variant.js';

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
 * 5.3.3.a 的数字由 2 名改为 4 名. Empty for the default and for what only people apply.
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
    const { unit = '', use } = before.numbers[change.number] ?? {};
    const was = service.numberOn(before, change.number, day);
    return [
      `${before.id} 的${parameterLabel(service, use) ?? '数字'}由 ${amount(was, unit)}改为 ${amount(change.value, unit)}`,
    ];
  }
  const [old, fresh] = [before, after].map((requirement) => service.ruleText(requirement, day));
  if (old !== fresh) return [`${before.id} 的规则由“${old ?? ''}”改为“${fresh ?? ''}”`];
  return [partWords(before, after, change.at.split('.')[0] ?? '')];
}

/** A change of a requirement beside its rule and its numbers; `part`: the key that holds it. */
function partWords(before: RequirementSpec, after: RequirementSpec, part: string): string {
  const { id } = before;
  if (part === 'subjects') return `${id} 考核谁，由${subjectWords(before.subjects)}改为${subjectWords(after.subjects)}`;
  if (part === 'dataOwner') return `${id} 的数据，由“${before.dataOwner}”登记改为“${after.dataOwner}”登记`;
  if (part === 'cap') return after.cap === 'none' ? `${id} 不再以预警为限，可以判未达标` : `${id} 最多判预警`;
  if (part === 'strength') return after.strength === 'explicit' ? `${id} 算作条文写明` : `${id} 算作由条文推出`;
  return `${id} 的计算条件有改动`;
}

/** 2 次, 70%. */
const amount = (value: number | null, unit: string): string =>
  `${value ?? '（未定）'}${unit === '%' ? '' : ' '}${unit}`;

const parameterLabel = (service: StandardService, id: string | undefined): string | undefined =>
  service.standard.parameters.find((parameter) => parameter.id === id)?.label;

function parameterWords(
  service: StandardService,
  { parameter, value }: Extract<ReadingChange, { readonly parameter: string }>,
  day: string,
): string {
  const { label, unit } = service.standard.parameters.find(({ id }) => id === parameter) ?? {
    label: parameter,
    unit: '',
  };
  // Some labels have quotation marks of their own.
  return `公用参数：${label}，由 ${amount(service.parameterOn(parameter, day), unit)}改为 ${amount(value, unit)}`;
}
