import { type FieldSpec, type FieldValue, formatDay, parsePeriod } from '../engine/index.js';
import { searchable } from './fields/text.js';
import type { FieldsOf } from './fields/fields.types.js';
import type { RecordFields } from './record.types.js';

/** What is derived from the fields when a record is stored. */
export interface RecordContent {
  readonly day: string;
  readonly until: string | null;
  readonly title: string;
  readonly searchText: string;
}

export interface TitledType extends FieldsOf {
  readonly titleFields: readonly string[];
}

const LONGEST_TITLE = 160;
const LONGEST_SEARCH = 4000;

/** The day, the last day in force, the title and the words to search for. `unitName` names a unit on the screen. */
export function contentOf(type: TitledType, fields: RecordFields, unitName: (code: string) => string): RecordContent {
  const title = titleOf(type, fields, unitName);
  const words = type.fields.flatMap((field) => wordsOf(field, fields[field.id] ?? null, unitName));
  return {
    day: dayOf(type, fields) ?? '',
    until: untilOf(type, fields),
    title,
    searchText: searchable([type.label, title, ...words].join(' ')).slice(0, LONGEST_SEARCH),
  };
}

/** The calendar day that a day, an instant or a period (its last day) stands for. */
function dayOf(type: FieldsOf, fields: RecordFields): string | null {
  const field = type.fields.find((candidate) => candidate.id === type.dayField);
  const value = fields[type.dayField];
  if (field === undefined || typeof value !== 'string') return null;
  if (field.type !== 'period') return value.slice(0, 10);
  const period = parsePeriod(value);
  return period === null ? null : formatDay(period.to);
}

function untilOf(type: FieldsOf, fields: RecordFields): string | null {
  const value = type.untilField === undefined ? null : fields[type.untilField];
  return typeof value === 'string' ? value : null;
}

function titleOf(type: TitledType, fields: RecordFields, unitName: (code: string) => string): string {
  const parts = type.titleFields.map((id) => {
    const field = type.fields.find((candidate) => candidate.id === id);
    return field === undefined ? '' : shown(field, fields[id] ?? null, unitName);
  });
  const title = parts.filter((part) => part !== '').join(' · ');
  return Array.from(title === '' ? type.label : title)
    .slice(0, LONGEST_TITLE)
    .join('');
}

/** A field's value as people read it; empty for links and for what is left out. */
function shown(field: FieldSpec, value: FieldValue, unitName: (code: string) => string): string {
  if (value === null) return '';
  if (Array.isArray(value))
    return (field.type === 'units' ? value.map((item) => unitName(String(item))) : value).join('、');
  switch (field.type) {
    case 'period':
      return periodName(String(value));
    case 'instant':
      return String(value).replace('T', ' ');
    case 'unit':
      return unitName(String(value));
    case 'integer':
    case 'decimal':
    case 'money':
      return `${String(value)}${field.unit ?? ''}`;
    case 'flag':
      return value === true ? field.label : '';
    case 'text':
    case 'longText':
    case 'day':
    case 'choice':
      return String(value);
    case 'choices':
    case 'units':
    case 'unitCounts':
    case 'record':
      return '';
  }
}

function periodName(period: string): string {
  const [year = '', rest] = period.split('-');
  if (rest === undefined) return `${year}年`;
  if (rest.startsWith('Q')) return `${year}年第${rest.slice(1)}季度`;
  return rest.length === 4 ? `${year}—${rest}学年` : `${year}年${Number(rest)}月`;
}

function wordsOf(field: FieldSpec, value: FieldValue, unitName: (code: string) => string): string[] {
  if (field.type === 'record' || field.type === 'flag' || field.type === 'unitCounts') return [];
  return [shown(field, value, unitName)];
}
