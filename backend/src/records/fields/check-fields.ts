import type { FieldSpec, FieldType, FieldValue } from '../../engine/index.js';
import type { FieldProblem } from '../../platform/errors/index.js';
import { personalDataMessage, findPersonalData } from './personal-data.js';
import type { Checked, FieldCheck, FieldsOf, FieldValues, FieldWorld, Reader } from './fields.types.js';
import { linkOf, readChoice, readChoices, readLink, readUnit, readUnitCounts, readUnits } from './reference-readers.js';
import { readDayField, readFigure, readFlag, readInstantField, readPeriodField, readText } from './scalar-readers.js';

const READERS: Readonly<Record<FieldType, Reader>> = {
  text: readText,
  longText: readText,
  integer: readFigure,
  decimal: readFigure,
  money: readFigure,
  day: readDayField,
  instant: readInstantField,
  period: readPeriodField,
  flag: readFlag,
  choice: readChoice,
  choices: readChoices,
  unit: readUnit,
  units: readUnits,
  unitCounts: readUnitCounts,
  record: readLink,
};

/**
 * Reads what somebody typed for one record type. Every field is read by its definition; the answer is the values as they are
 * stored (empty fields left out), or every problem at once, each naming its field and saying what to write.
 */
export function checkFields(type: FieldsOf, input: Readonly<Record<string, unknown>>, world: FieldWorld): Checked {
  const problems: FieldProblem[] = [...unknownFields(type, input)];
  const values: Record<string, FieldValue> = {};
  for (const field of type.fields) {
    const typed = Object.hasOwn(input, field.id) ? input[field.id] : undefined;
    const reading = isLeftOut(field, typed) ? { value: null } : READERS[field.type](field, typed, world);
    if ('refused' in reading) problems.push({ field: field.id, label: field.label, message: reading.refused });
    else if (!isLeftOut(field, reading.value)) values[field.id] = reading.value;
  }
  const broken = new Set(problems.map((problem) => problem.field));
  problems.push(...presence(type, values, broken), ...untilBeforeDay(type, values), ...brokenChecks(type, values));
  return problems.length === 0 ? { ok: true, fields: values } : { ok: false, problems };
}

/** Numbers of the records that the input's link fields name, for the lookup before the check. */
export function linkedRecords(type: FieldsOf, input: Readonly<Record<string, unknown>>): readonly number[] {
  return type.fields
    .filter((field) => field.type === 'record')
    .map((field) => linkOf(input[field.id]))
    .filter((id) => id !== null);
}

const LISTS: readonly FieldType[] = ['choices', 'units'];

/** Nothing was entered. An empty list is nothing only where a list is asked for: in any other field it is a mistake. */
function isLeftOut({ type }: FieldSpec, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return LISTS.includes(type) && value.length === 0;
  return type === 'unitCounts' && typeof value === 'object' && Object.keys(value).length === 0;
}

function unknownFields(type: FieldsOf, input: Readonly<Record<string, unknown>>): FieldProblem[] {
  const known = new Set(type.fields.map((field) => field.id));
  return Object.keys(input)
    .filter((id) => !known.has(id))
    .map((id) => {
      const name = id.slice(0, 40);
      const found = findPersonalData(name);
      if (found !== null) return { field: 'fields', label: '字段名', message: personalDataMessage('字段名', found) };
      return { field: name, label: name, message: `“${type.label}”没有「${name}」这一项，请删去。` };
    });
}

function isShown(field: FieldSpec, values: FieldValues): boolean {
  const when = field.showWhen;
  if (when === undefined) return true;
  const value = values[when.field];
  if (typeof value === 'string') return when.any.includes(value);
  return Array.isArray(value) && value.some((item) => when.any.includes(String(item)));
}

function presence(type: FieldsOf, values: FieldValues, broken: ReadonlySet<string>): FieldProblem[] {
  return type.fields.flatMap((field) => {
    if (broken.has(field.id) || (field.showWhen !== undefined && broken.has(field.showWhen.field))) return [];
    const shown = isShown(field, values);
    const given = Object.hasOwn(values, field.id);
    if (shown && field.required && !given)
      return [{ field: field.id, label: field.label, message: `请填写「${field.label}」${hintOf(field)}。` }];
    if (!shown && given && values[field.id] !== false) {
      const other = type.fields.find((candidate) => candidate.id === field.showWhen?.field)?.label ?? '';
      const options = field.showWhen?.any.join('、') ?? '';
      return [
        {
          field: field.id,
          label: field.label,
          message: `「${field.label}」只在「${other}」为 ${options} 时填写，请清空。`,
        },
      ];
    }
    return [];
  });
}

function hintOf(field: FieldSpec): string {
  return field.hint === undefined ? '' : `（${field.hint}）`;
}

/** A post, place or paper cannot end before it begins. */
function untilBeforeDay(type: FieldsOf, values: FieldValues): FieldProblem[] {
  if (type.untilField === undefined) return [];
  const [from, until] = [values[type.dayField], values[type.untilField]];
  if (typeof from !== 'string' || typeof until !== 'string' || from <= until) return [];
  const label = (id: string): string => type.fields.find((field) => field.id === id)?.label ?? id;
  const message = `「${label(type.untilField)}」（${until}）早于「${label(type.dayField)}」（${from}），请核对。`;
  return [{ field: type.untilField, label: label(type.untilField), message }];
}

function brokenChecks(type: FieldsOf, values: FieldValues): FieldProblem[] {
  return (type.checks ?? []).flatMap((check) => {
    if (holds(check, values)) return [];
    const id = typeof check.left === 'string' ? check.left : (check.left[0] ?? '');
    return [{ field: id, label: type.fields.find((field) => field.id === id)?.label ?? id, message: check.message }];
  });
}

/** A check with an empty side says nothing. Days and instants are compared as text, which is their order in time. */
function holds(check: FieldCheck, values: FieldValues): boolean {
  const [left, right] = [sideOf(check.left, values), sideOf(check.right, values)];
  if (left === null || right === null || typeof left !== typeof right) return true;
  return left <= right;
}

function sideOf(side: string | readonly string[], values: FieldValues): number | string | null {
  const ids = typeof side === 'string' ? [side] : side;
  const parts = ids.map((id) => values[id]);
  const numbers = parts.filter((part) => typeof part === 'number');
  if (numbers.length === ids.length && numbers.length > 0) return numbers.reduce((sum, part) => sum + part, 0);
  const [only] = parts;
  return parts.length === 1 && typeof only === 'string' ? only : null;
}
