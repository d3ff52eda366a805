import type { Parsed } from '../loader/read-parsed.js';
import type { RecordType, SeedProblem } from '../standard.types.js';
import { type Draft, problemAt } from './draft.js';

type Field = RecordType['fields'][number];

/** A record type refers only to fields, types and units that exist, and every owner has a reviewer. */
export function checkRecordTypes(draft: Draft): SeedProblem[] {
  const types = new Map(draft.recordTypes.map((type) => [type.spec.id, type]));
  return draft.recordTypes.flatMap((type) => [
    ...checkOwnFields(type),
    ...checkReview(draft, type),
    ...checkComparisons(type),
    ...type.spec.fields.flatMap((field, index) => checkField(type, field, index, types)),
  ]);
}

function checkOwnFields(type: Parsed<RecordType>): SeedProblem[] {
  const { dayField, untilField, kindField, titleFields, fields, id } = type.spec;
  const problems: SeedProblem[] = [];
  const kind = (name: string) => fields.find((field) => field.id === name)?.type;
  if (!['day', 'instant', 'period'].includes(kind(dayField) ?? '')) {
    problems.push(problemAt(type, ['dayField'], 'dayField 写一个 day、instant 或 period 类型的字段'));
  }
  if (untilField !== undefined && kind(untilField) !== 'day') {
    problems.push(problemAt(type, ['untilField'], 'untilField 写一个 day 类型的字段'));
  }
  if (kindField !== undefined && kind(kindField) !== 'choice') {
    problems.push(problemAt(type, ['kindField'], 'kindField 写一个 choice 类型的字段'));
  }
  titleFields.forEach((name, index) => {
    if (kind(name) === undefined) problems.push(problemAt(type, ['titleFields', index], `没有字段“${name}”`));
  });
  if (!type.seed.file.endsWith(`/${id}.yaml`)) problems.push(problemAt(type, ['id'], '编号要和文件名相同'));
  return problems;
}

/** Comparisons name fields of their own type, of kinds that can be compared or added up. */
function checkComparisons(type: Parsed<RecordType>): SeedProblem[] {
  const comparable = new Set(['integer', 'decimal', 'money', 'day', 'instant']);
  return (type.spec.checks ?? []).flatMap(({ left, right }, index) => {
    const unknown = [left, right].flat().filter((name) => {
      const field = type.spec.fields.find((candidate) => candidate.id === name);
      return field === undefined || !comparable.has(field.type);
    });
    return unknown.map((name) =>
      problemAt(type, ['checks', index], `“${name}”不是本类型里可以比较的字段（数字、日期或时间）`),
    );
  });
}

function checkReview(draft: Draft, type: Parsed<RecordType>): SeedProblem[] {
  const { review, owners } = type.spec;
  const problems: SeedProblem[] = [];
  if (draft.units.byShortName(review.bureau)?.kind !== 'bureau') {
    problems.push(problemAt(type, ['review', 'bureau'], `没有“${review.bureau}”这个县直部门`));
  }
  for (const owner of owners) {
    if (review.steps[owner] !== undefined) continue;
    problems.push(problemAt(type, ['review', 'steps'], `${owner} 也能填报，请写上由谁审核，如 ${owner}: [bureau]`));
  }
  return problems;
}

function checkField(
  type: Parsed<RecordType>,
  field: Field,
  index: number,
  types: ReadonlyMap<string, Parsed<RecordType>>,
): SeedProblem[] {
  const problems: SeedProblem[] = [];
  const report = (key: string, sentence: string) =>
    problems.push(problemAt(type, ['fields', index, key], `字段“${field.id}”：${sentence}`));
  const { fields } = type.spec;
  if (fields.findIndex((other) => other.id === field.id) !== index) report('id', '同名字段出现了两次，请改名');
  const choice = field.type === 'choice' || field.type === 'choices';
  if (choice !== (field.options !== undefined)) report('options', 'choice、choices 要写 options，其他类型不写');
  if (new Set(field.options).size !== (field.options?.length ?? 0)) report('options', '有重复的选项，请删去');
  if ((field.type === 'period') !== (field.granularity !== undefined)) report('granularity', 'period 要写 granularity');
  if (field.type === 'record' && !types.has(field.target ?? '')) report('target', 'target 写一个已有的登记类型');
  if (field.showWhen !== undefined) checkOptions(report, 'showWhen', field.showWhen, fields, '本类型');
  if (field.targetWhen === undefined) return problems;
  const target = types.get(field.target ?? '');
  checkOptions(report, 'targetWhen', field.targetWhen, target?.spec.fields ?? [], '所指类型');
  return problems;
}

/** A condition on a choice field names a field that is there, and options of it. */
function checkOptions(
  report: (key: string, sentence: string) => void,
  key: 'showWhen' | 'targetWhen',
  { field, any }: NonNullable<Field['showWhen']>,
  fields: readonly Field[],
  whose: string,
): void {
  const asked = fields.find((other) => other.id === field);
  if (asked?.options === undefined) report(key, `${key}.field 写${whose}的一个 choice 字段`);
  else if (any.some((option) => !asked.options?.includes(option))) {
    report(key, `${key}.any 只能写：${asked.options.join('、')}`);
  }
}
