/** What stands in an entry form, and what is sent of it. Numbers stay as typed; the server reads full-width digits too. */
import type { FieldError, Fields, FieldSpec, FieldValue, RecordType } from '../../api';

export type FormValues = Record<string, FieldValue>;
type Shown = Pick<RecordType, 'fields'>;

const LISTS: readonly string[] = ['choices', 'units'];

/** Nothing typed: an empty list, an empty table of counts, or null. */
export function emptyValue(field: FieldSpec): FieldValue {
  if (LISTS.includes(field.type)) return [];
  return field.type === 'unitCounts' ? {} : null;
}

/** True for null, blank text, an empty list and a table without a count. */
export function isEmpty(value: FieldValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A value from an address or an older entry as the form of that field holds it; null when it cannot be one. */
export function asFormValue(field: FieldSpec, value: unknown): FieldValue {
  if (LISTS.includes(field.type)) {
    if (Array.isArray(value)) return value.filter(isText);
    return isText(value) && value !== '' ? [value] : [];
  }
  if (field.type === 'unitCounts') return countsOf(value);
  if (field.type === 'flag') return typeof value === 'boolean' ? value : null;
  return isText(value) || typeof value === 'number' ? value : null;
}

function countsOf(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

/** The form of a type with what is already known; names that are no fields of the type are left out. */
export function formValues(type: Shown, known: Readonly<Record<string, unknown>> = {}): FormValues {
  return Object.fromEntries(
    type.fields.map((field) => [field.id, field.id in known ? asFormValue(field, known[field.id]) : emptyValue(field)]),
  );
}

/** The fields to show: those without a condition and those whose condition holds. */
export function shownFields(type: Shown, values: FormValues): FieldSpec[] {
  return type.fields.filter(({ showWhen }) => {
    if (showWhen === undefined) return true;
    const value = values[showWhen.field];
    const chosen = Array.isArray(value) ? value : [value];
    return chosen.some((one) => isText(one) && showWhen.any.includes(one));
  });
}

/** What is sent: the shown fields that hold something. */
export function toFields(type: Shown, values: FormValues): Fields {
  const fields: Fields = {};
  for (const { id } of shownFields(type, values)) {
    const value = values[id];
    if (value !== undefined && !isEmpty(value)) fields[id] = value;
  }
  return fields;
}

const CHOSEN: readonly string[] = ['choice', 'choices', 'unit', 'units', 'record', 'day', 'instant', 'period', 'flag'];

/** One sentence for every shown required field without a value, as the server would say it. */
export function missingFields(type: Shown, values: FormValues): FieldError[] {
  return shownFields(type, values)
    .filter((field) => field.required && isEmpty(values[field.id]))
    .map((field) => ({
      field: field.id,
      label: field.label,
      message: `请${CHOSEN.includes(field.type) ? '选择' : '填写'}「${field.label}」。`,
    }));
}

/** The sentence at each field, the first one where the server says several. */
export function problemsByField(problems: readonly FieldError[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const { field, message } of problems) if (!map.has(field)) map.set(field, message);
  return map;
}

/** `prefill` of the address: a JSON object, or nothing when it is none. */
export function readPrefill(text: unknown): Record<string, unknown> {
  if (!isText(text)) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
