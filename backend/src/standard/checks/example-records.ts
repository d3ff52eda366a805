import type { UnitDirectory } from '../../units/index.js';
import type { Finding } from '../loader/issue-sentence.js';
import type { SeedPath } from '../loader/seed-file.js';
import type { ExampleRecord, RecordType } from '../standard.types.js';

/** What the records of an example may name. */
export interface RecordNames {
  readonly types: ReadonlyMap<string, RecordType>;
  readonly units: UnitDirectory;
  /** Ids of the evidence types. */
  readonly evidence: ReadonlySet<string>;
}

/** What is wrong in the records of an example or of a file for the judge: path inside the list, and what to write instead. */
export function recordFaults(records: readonly ExampleRecord[], names: RecordNames): readonly Finding[] {
  const check = new RecordCheck(records, names);
  records.forEach((record, index) => check.checkRecord(record, [index]));
  return check.faults;
}

/** Null when exactly one unit has the name. */
export function unitFault(name: string, units: UnitDirectory): string | null {
  if (units.find(name) !== null) return null;
  const several = units.candidates(name).length > 1;
  return several ? `“${name}”有几个，请写成 镇/村，如 历山街道/和源` : `没有“${name}”这个单位`;
}

class RecordCheck {
  readonly faults: Finding[] = [];

  constructor(
    private readonly records: readonly ExampleRecord[],
    private readonly names: RecordNames,
  ) {}

  checkRecord(record: ExampleRecord, path: SeedPath): void {
    const { types } = this.names;
    const type = types.get(record.type);
    if (type === undefined)
      return this.report([...path, 'type'], `没有登记类型“${record.type}”，只能写：${[...types.keys()].join('、')}`);
    this.checkUnits(record, path);
    this.checkDay(record, type, path);
    this.checkContent(type, record, path);
    record.revisions?.forEach((revision, index) => this.checkContent(type, revision, [...path, 'revisions', index]));
    this.checkRepeat(record, type, path);
  }

  private report(path: SeedPath, sentence: string): void {
    this.faults.push({ path, sentence });
  }

  private checkUnit(path: SeedPath, name: string): void {
    const fault = unitFault(name, this.names.units);
    if (fault !== null) this.report(path, fault);
  }

  private checkUnits(record: ExampleRecord, path: SeedPath): void {
    if (record.unit !== undefined) this.checkUnit([...path, 'unit'], record.unit);
    record.units?.forEach((name, index) => {
      this.checkUnit([...path, 'units', index], name.endsWith('/*') ? name.slice(0, -2) : name);
    });
    if (record.units !== undefined && (record.as !== undefined || record.unit !== undefined))
      this.report([...path, 'units'], '写了 units 的登记不能再写 unit 或标签（as）');
  }

  /** `day` and `period` stand for the field that dates the record; one of the three is enough. */
  private checkDay(record: ExampleRecord, type: RecordType, path: SeedPath): void {
    const dated = type.fields.find((field) => field.id === type.dayField);
    const isPeriod = dated?.type === 'period';
    if (record.day !== undefined && isPeriod)
      this.report([...path, 'day'], `“${type.label}”按期登记，请改写 period，如 2026-Q3`);
    if (record.period === undefined) return;
    if (!isPeriod) return this.report([...path, 'period'], `“${type.label}”按日登记，请改写 day，如 2026-03-01`);
    const wrong = valueFault(dated, record.period);
    if (wrong !== null) this.report([...path, 'period'], wrong);
  }

  private checkContent(
    type: RecordType,
    {
      fields = {},
      evidence = [],
    }: { readonly fields?: ExampleRecord['fields']; readonly evidence?: readonly string[] },
    path: SeedPath,
  ): void {
    for (const [name, value] of Object.entries(fields)) this.checkField(type, name, value, [...path, 'fields', name]);
    evidence.forEach((id, index) => {
      if (!this.names.evidence.has(id)) this.report([...path, 'evidence', index], `没有佐证材料类型“${id}”`);
    });
  }

  private checkRepeat(record: ExampleRecord, type: RecordType, path: SeedPath): void {
    const { repeat } = record;
    if (repeat === undefined) return;
    const repeated = type.fields.find((field) => field.id === repeat.field)?.type ?? '';
    if (!['day', 'instant', 'period'].includes(repeated))
      this.report([...path, 'repeat', 'field'], `“${repeat.field}”不是“${type.label}”的日期字段`);
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
    if (field.type === 'record' && !this.records.some((other) => other.as === value)) {
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
