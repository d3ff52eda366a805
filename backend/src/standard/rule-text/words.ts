import type { Condition, PeriodUnit, Reach, Selection, Subject, Where } from '../../engine/index.js';
import type { RecordType } from '../standard.types.js';

/** Labels that the renderer needs. */
export interface RuleWords {
  readonly recordTypes: ReadonlyMap<string, RecordType>;
  readonly evidence: ReadonlyMap<string, string>;
}

/** The requirement's numbers on the day of reading. */
export interface RuleNumbers {
  /** Null when the number is not defined on that day. */
  value(name: string): number | null;
  unit(name: string): string;
}

/** What every function of the renderer gets. */
export interface Telling {
  readonly words: RuleWords;
  readonly numbers: RuleNumbers;
}

const PERIODS: Readonly<Record<PeriodUnit, string>> = {
  standing: '',
  calendar_year: '本年内，',
  school_year: '本学年内，',
  quarter: '本季度内，',
  month: '本月内，',
  iso_week: '每周，',
  rolling_12_months: '近 12 个月内，',
};

const REACHES: Readonly<Record<Reach, string>> = {
  own: '',
  subtree: '本单位和下级的',
  county: '全县的',
  home: '为本村（社区）服务的儿童之家的',
};

/** 本年内， — with its comma; empty for standing duties. */
export function periodWords(period: PeriodUnit): string {
  return PERIODS[period];
}

/** A number with its unit: 2 次, 70%. A number without a value on the day is shown as （未定）. */
export function numberWords(name: string, { numbers }: Telling): string {
  const value = numbers.value(name);
  const unit = numbers.unit(name);
  if (value === null) return `（未定）${unit}`;
  return unit === '%' || unit === '％' ? `${value}%` : `${value} ${unit}`.trim();
}

/** 会议（级别：县政府；附党委或政府会议纪要）. */
export function selectionWords(selection: Selection, telling: Telling): string {
  const type = telling.words.recordTypes.get(selection.record);
  const label = type?.label ?? selection.record;
  const inside = [
    ...whereWords(selection.where, selection.record, telling),
    ...attachmentWords(selection.attachments, telling),
    ...(selection.evidenced === true ? ['附佐证材料'] : []),
    ...wantWords(selection.wants, selection.record, telling),
    ...(selection.unitField === undefined
      ? []
      : [`按“${fieldLabel(selection.record, selection.unitField, telling)}”归属`]),
    ...(selection.alsoUntil === undefined
      ? []
      : [`过了“${fieldLabel(selection.record, selection.alsoUntil, telling)}”的不算`]),
  ];
  const reach = selection.from === undefined ? '' : REACHES[selection.from];
  return `${reach}${label}${inside.length === 0 ? '' : `（${inside.join('；')}）`}`;
}

/** Evidence that has to be attached: 附签到表、现场照片. */
export function attachmentWords(attachments: readonly string[] | undefined, { words }: Telling): readonly string[] {
  if (attachments === undefined || attachments.length === 0) return [];
  return [`附${attachments.map((id) => words.evidence.get(id) ?? id).join('、')}`];
}

/** Attributes whose lack is tolerated: 缺“状态：在用”“填写了短号”的只算预警; nothing when there are none. */
export function wantWords(wants: Where | undefined, record: string, telling: Telling): readonly string[] {
  const phrases = whereWords(wants, record, telling);
  return phrases.length === 0 ? [] : [`缺${phrases.map((phrase) => `“${phrase}”`).join('')}的只算预警`];
}

/** One phrase for each condition. */
export function whereWords(where: Where | undefined, record: string, telling: Telling): readonly string[] {
  return Object.entries(where ?? {}).map(([field, condition]) =>
    conditionWords(fieldLabel(record, field, telling), condition, telling),
  );
}

function conditionWords(label: string, condition: Condition, telling: Telling): string {
  if ('any' in condition) return `${label}：${condition.any.join('或')}`;
  if ('all' in condition) return `${label}：${condition.all.join('、')}都有`;
  if ('none' in condition) return `${label}：不含${condition.none.join('、')}`;
  if ('is' in condition) return `${label}：${condition.is ? '是' : '否'}`;
  if ('min' in condition) return `${label}不低于 ${numberWords(condition.min, telling)}`;
  if ('max' in condition) return `${label}不高于 ${numberWords(condition.max, telling)}`;
  return `填写了${label}`;
}

/** Label of a field; its id where the type does not have it. */
export function fieldLabel(record: string, field: string, { words }: Telling): string {
  return words.recordTypes.get(record)?.fields.find((entry) => entry.id === field)?.label ?? field;
}

/** 县政府、各镇、街道 … joined by 、. */
export function subjectWords(subjects: readonly Subject[]): string {
  return subjects.map(oneSubject).join('、');
}

function oneSubject(subject: Subject): string {
  switch (subject) {
    case 'county':
      return '县政府';
    case 'each_town':
      return '各镇（街道）';
    case 'each_town_without_streets':
      return '各镇（不含街道）';
    case 'each_village':
      return '各村（社区）';
    case 'each_village_ge100':
      return '儿童 100 人以上的村（社区）';
    case 'each_village_lt100':
      return '儿童不足 100 人的村（社区）';
    default:
      return subject.slice('bureau:'.length);
  }
}

/** 不少于 100%（不足但不少于 90% 为预警）; without a lower line only the first half. */
export function lineWords(target: string, yellow: string, telling: Telling): string {
  const line = `不少于 ${numberWords(target, telling)}`;
  const low = telling.numbers.value(yellow);
  const tolerated = low !== null && low !== telling.numbers.value(target);
  return tolerated ? `${line}（不足但不少于 ${numberWords(yellow, telling)} 为预警）` : line;
}
