import type { FieldSpec } from '../../engine/index.js';
import type { FieldWorld, Reader, Reading } from './fields.types.js';
import { readNumber } from './numbers.js';
import { searchable } from './text.js';

const MOST_ITEMS = 600;

const refused = (refusal: string): Reading => ({ refused: refusal });
const quoted = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `“${String(value).slice(0, 40)}”` : '这个值';
const listOf = (options: readonly string[]): string =>
  options.length <= 12 ? options.join('、') : `${options.slice(0, 12).join('、')}等（见下拉列表）`;

/** The option that a text means: the same words, whether brackets and digits are full-width or not. */
function optionOf(field: FieldSpec, input: unknown): string | null {
  if (typeof input !== 'string') return null;
  const wanted = searchable(input);
  return (
    field.options?.find((option) => option === input) ??
    field.options?.find((option) => searchable(option) === wanted) ??
    null
  );
}

export const readChoice: Reader = (field, input) => {
  const value = optionOf(field, input);
  return value === null
    ? refused(`「${field.label}」没有${quoted(input)}这一项，请从中选一项：${listOf(field.options ?? [])}。`)
    : { value };
};

/** Several options, stored once each and in the order of the definition. */
export const readChoices: Reader = (field, input) => {
  if (!Array.isArray(input) || input.length > MOST_ITEMS)
    return refused(`「${field.label}」应是若干选项的列表，如 ["${field.options?.[0] ?? ''}"]。`);
  const chosen = new Set<string>();
  for (const item of input) {
    const option = optionOf(field, item);
    if (option === null)
      return refused(`「${field.label}」没有${quoted(item)}这一项，可选：${listOf(field.options ?? [])}。`);
    chosen.add(option);
  }
  return { value: (field.options ?? []).filter((option) => chosen.has(option)) };
};

function unitMessage(field: FieldSpec, input: unknown, world: FieldWorld): string | null {
  const unit = typeof input === 'string' ? world.unit(input) : null;
  if (unit === null) return `「${field.label}」里没有${quoted(input)}这个单位，请从单位列表中选。`;
  if (field.unitKinds === undefined || field.unitKinds.includes(unit.kind)) return null;
  return `「${field.label}」不能填“${unit.displayName}”，只能选${field.unitKinds.map((kind) => world.unitKindLabel(kind)).join('、')}。`;
}

export const readUnit: Reader = (field, input, world) => {
  const message = unitMessage(field, input, world);
  return message === null && typeof input === 'string' ? { value: input } : refused(message ?? '');
};

export const readUnits: Reader = (field, input, world) => {
  if (!Array.isArray(input) || input.length > MOST_ITEMS)
    return refused(`「${field.label}」应是单位的列表，请从单位列表中选。`);
  const codes = new Set<string>();
  for (const item of input) {
    const message = unitMessage(field, item, world);
    if (message !== null || typeof item !== 'string') return refused(message ?? '');
    codes.add(item);
  }
  return { value: [...codes] };
};

/** A count for each unit: unit code → whole number; empty counts are left out. */
export const readUnitCounts: Reader = (field, input, world) => {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refused(`「${field.label}」应逐个单位填数字，如 12。`);
  const entries = Object.entries(input);
  if (entries.length > MOST_ITEMS) return refused(`「${field.label}」的单位太多，请从单位列表中选。`);
  const counts: Record<string, number> = {};
  for (const [code, typed] of entries) {
    const message = unitMessage(field, code, world);
    if (message !== null) return refused(message);
    if (typed === null || typed === '') continue;
    const count = readNumber(typed);
    if (count === null || !Number.isInteger(count) || count < 0 || count > 1e9) {
      return refused(`「${field.label}」中“${world.unit(code)?.displayName ?? code}”应填不小于 0 的整数，如 12。`);
    }
    counts[code] = count;
  }
  return { value: counts };
};

/** The number of another record: it exists, is of the field's type and kind, and is not withdrawn. */
export const readLink: Reader = (field, input, world) => {
  const id = linkOf(input);
  const target = field.target ?? '';
  const label = world.recordTypeLabel(target);
  const record = id === null ? null : world.record(id);
  if (id === null || record === null || record.type !== target)
    return refused(`「${field.label}」没有找到${quoted(input)}，请从已登记的“${label}”中选一条。`);
  if (record.state === 'withdrawn') return refused(`「${field.label}」选的“${label}”已撤回，请另选一条。`);
  const wanted = field.targetWhen;
  if (wanted !== undefined && !wanted.any.some((option) => option === record.fields[wanted.field]))
    return refused(`「${field.label}」选的“${label}”不是这一类，请选一条${wanted.any.join('、')}。`);
  return { value: id };
};

/** A typed record number, or null when it is none. */
export function linkOf(input: unknown): number | null {
  const id = readNumber(input);
  return id !== null && Number.isSafeInteger(id) && id > 0 ? id : null;
}
