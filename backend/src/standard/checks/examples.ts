import type { SeedPath } from '../loader/seed-file.js';
import type { ExampleRecord, ExampleSpec, RecordType, SeedProblem } from '../standard.types.js';
import { type Draft, placed, type Placed, problemAt } from './draft.js';

const REASON_HINT = '（见引擎的原因清单）';

/** Every requirement has a met and a not-met example, and examples name only what exists. */
export function checkExamples(draft: Draft, reasons: readonly string[]): SeedProblem[] {
  const types = new Map(draft.recordTypes.map((type) => [type.spec.id, type.spec]));
  return placed(draft.topics).flatMap((at) => [
    ...checkEnough(at),
    ...at.requirement.examples.flatMap((example, index) =>
      new ExampleCheck(draft, types, at, example, [...at.path, 'examples', index]).run(reasons),
    ),
  ]);
}

function checkEnough({ topic, requirement, path }: Placed): SeedProblem[] {
  const { examples, id } = requirement;
  const met = examples.filter((example) => example.expect.outcome === 'met').length;
  if (examples.length >= 2 && met > 0 && met < examples.length) return [];
  const sentence = `检查点 ${id} 至少要有两个例子，其中有达标（met）的，也有不达标的`;
  return [problemAt(topic, [...path, 'examples'], sentence)];
}

/** One example held against the units, the record types and the evidence types. */
class ExampleCheck {
  private readonly problems: SeedProblem[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly types: ReadonlyMap<string, RecordType>,
    private readonly at: Placed,
    private readonly example: ExampleSpec,
    private readonly path: SeedPath,
  ) {}

  run(reasons: readonly string[]): SeedProblem[] {
    const { example } = this;
    this.checkSubject();
    const { reason } = example.expect;
    if (reason !== undefined && !reasons.includes(reason)) {
      this.report(['expect', 'reason'], `没有“${reason}”这个原因，只能写：${reasons.join('、')}${REASON_HINT}`);
    }
    example.records.forEach((record, index) => this.checkRecord(record, ['records', index]));
    return this.problems;
  }

  private report(path: SeedPath, sentence: string): void {
    this.problems.push(problemAt(this.at.topic, [...this.path, ...path], sentence));
  }

  private checkSubject(): void {
    const { unit } = this.example;
    const { subjects } = this.at.requirement;
    if (unit !== undefined) return this.checkUnit(['unit'], unit);
    const [only] = subjects;
    if (subjects.length === 1 && (only === 'county' || only?.startsWith('bureau:'))) return;
    this.report(['title'], '请写上 unit：这个检查点考核的不止一个单位');
  }

  private checkUnit(path: SeedPath, name: string): void {
    if (this.draft.units.find(name) !== null) return;
    const several = this.draft.units.candidates(name).length > 1;
    this.report(path, several ? `“${name}”有几个，请写成 镇/村，如 历山街道/和源` : `没有“${name}”这个单位`);
  }

  private checkRecord(record: ExampleRecord, path: SeedPath): void {
    const type = this.types.get(record.type);
    if (type === undefined) {
      return this.report(
        [...path, 'type'],
        `没有登记类型“${record.type}”，只能写：${[...this.types.keys()].join('、')}`,
      );
    }
    if (record.unit !== undefined) this.checkUnit([...path, 'unit'], record.unit);
    record.units?.forEach((name, index) => {
      this.checkUnit([...path, 'units', index], name.endsWith('/*') ? name.slice(0, -2) : name);
    });
    if (record.units !== undefined && (record.as !== undefined || record.unit !== undefined)) {
      this.report([...path, 'units'], '写了 units 的登记不能再写 unit 或标签（as）');
    }
    for (const [name, value] of Object.entries(record.fields))
      this.checkField(type, name, value, [...path, 'fields', name]);
    const evidence = new Set(this.draft.evidenceTypes.spec.evidenceTypes.map((entry) => entry.id));
    record.evidence.forEach((id, index) => {
      if (!evidence.has(id)) this.report([...path, 'evidence', index], `没有佐证材料类型“${id}”`);
    });
    const { repeat } = record;
    if (repeat === undefined) return;
    const repeated = type.fields.find((field) => field.id === repeat.field)?.type ?? '';
    if (!['day', 'instant', 'period'].includes(repeated)) {
      this.report([...path, 'repeat', 'field'], `“${repeat.field}”不是“${type.label}”的日期字段`);
    }
    if (repeat.from > repeat.to) this.report([...path, 'repeat', 'to'], '结束日不能早于开始日');
    if (record.as !== undefined) this.report([...path, 'as'], '重复的登记不能有标签（as）');
  }

  private checkField(type: RecordType, name: string, value: unknown, path: SeedPath): void {
    const field = type.fields.find((entry) => entry.id === name);
    if (field === undefined) {
      const known = type.fields.map((entry) => entry.id).join('、');
      return this.report(path, `“${type.label}”没有字段“${name}”，只能写：${known}`);
    }
    const wrong = valueFault(field, value);
    if (wrong !== null) return this.report(path, `字段“${name}”：${wrong}`);
    for (const unit of unitNames(field.type, value)) this.checkUnit(path, unit);
    if (field.type === 'record' && !this.example.records.some((other) => other.as === value)) {
      this.report(path, `没有标签（as）为“${String(value)}”的登记`);
    }
  }
}

function unitNames(type: string, value: unknown): readonly string[] {
  if (type === 'unit') return [String(value)];
  if (type === 'units' && Array.isArray(value)) return value.map(String);
  if (type === 'unitCounts' && typeof value === 'object' && value !== null) return Object.keys(value);
  return [];
}

/** Null when the value has the shape and the option that its field wants. */
function valueFault(field: RecordType['fields'][number], value: unknown): string | null {
  if (value === null) return null;
  switch (field.type) {
    case 'integer':
    case 'decimal':
    case 'money':
      return typeof value === 'number' ? null : '写数字，不加引号';
    case 'flag':
      return typeof value === 'boolean' ? null : '写 true 或 false';
    case 'units':
      return Array.isArray(value) ? null : '写成列表，如 [历山街道, 鲁村镇]';
    case 'unitCounts':
      return typeof value === 'object' && !Array.isArray(value) ? null : '写成 { 单位: 人数 }';
    case 'choices':
      return Array.isArray(value) && value.every((option) => field.options?.includes(String(option)))
        ? null
        : `写成列表，只能写：${field.options?.join('、') ?? ''}`;
    case 'choice':
      return field.options?.includes(String(value)) ? null : `只能写：${field.options?.join('、') ?? ''}`;
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/u.test(String(value)) ? null : '日期写成 YYYY-MM-DD';
    case 'instant':
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(String(value)) ? null : '时间写成 YYYY-MM-DDTHH:mm';
    case 'period':
      return /^\d{4}(-\d{2}|-Q[1-4]|-\d{4})?$/u.test(String(value))
        ? null
        : '期写成 2026、2026-Q3、2026-09 或 2025-2026';
    case 'text':
    case 'longText':
    case 'unit':
    case 'record':
      return typeof value === 'string' ? null : '写文字';
  }
}
