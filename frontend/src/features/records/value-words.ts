/** Field values as people read them, and what changed between two states of a record. */
import type { FieldSpec, FieldValue, Fields, RecordType } from '../../api';
import { isEmpty } from './form-values';
import { periodInWords } from './periods';

/** Names for codes and numbers of other things. */
export interface Names {
  readonly unit: (code: string) => string;
  /** Title of a linked record. */
  readonly record: (id: number) => string | null;
}

/** Numbers with their unit of measure; nothing entered is “未填”. */
export function valueInWords(field: FieldSpec, value: FieldValue | undefined, names: Names): string {
  if (value === undefined || value === null || isEmpty(value)) return '未填';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return (field.type === 'units' ? value.map(names.unit) : value).join('、');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([code, count]) => `${names.unit(code)} ${count}${field.unit ? ` ${field.unit}` : ''}`)
      .join('，');
  switch (field.type) {
    case 'unit':
      return names.unit(String(value));
    case 'record':
      return names.record(Number(value)) ?? `第 ${value} 号记录`;
    case 'period':
      return periodInWords(String(value));
    case 'instant':
      return String(value).replace('T', ' ');
    default:
      return field.unit ? `${value} ${field.unit}` : String(value);
  }
}

export interface FieldChange {
  readonly field: FieldSpec;
  readonly before: string;
  readonly after: string;
}

/** The fields whose value differs, in the order of the type. */
export function changesBetween(
  type: Pick<RecordType, 'fields'>,
  before: Fields,
  after: Fields,
  names: Names,
): FieldChange[] {
  return type.fields.flatMap((field) => {
    const [old, now] = [before[field.id], after[field.id]];
    if (sameValue(old, now)) return [];
    return [{ field, before: valueInWords(field, old, names), after: valueInWords(field, now, names) }];
  });
}

/** Whether two values mean the same; `"12"` as typed and 12 as stored do. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (isEmpty(a) && isEmpty(b)) return true;
  return plain(a) === plain(b);
}

function plain(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return JSON.stringify([...value].sort());
  if (typeof value === 'object') return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return String(value);
}

/** “1.5 MB”, “320 KB”. Bytes in, cut to one decimal. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(Math.floor((bytes / 1024 / 1024) * 10) / 10).toString()} MB`;
  return `${Math.max(1, Math.floor(bytes / 1024))} KB`;
}
