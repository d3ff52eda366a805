import type { FieldSpec } from '../../engine/index.js';
import { periodExample, readDay, readInstant, readPeriod } from './calendar.js';
import type { Reading, Reader } from './fields.types.js';
import { decimalsOf, readNumber } from './numbers.js';
import { findPersonalData, personalDataMessage } from './personal-data.js';
import { halfWidth, hasControlCharacters, lengthOf, tidyText } from './text.js';

const DEFAULT_LENGTH = { text: 200, longText: 2000 };
const DECIMALS = { integer: 0, decimal: 6, money: 2 };
/** Beyond this a double loses cents. */
const LARGEST = 1e12;

const refused = (refusal: string): Reading => ({ refused: refusal });

/** Free text: tidied, not too long, without identity or mobile numbers unless the field is exempt. */
export const readText: Reader = (field, input) => {
  if (typeof input !== 'string') return refused(`「${field.label}」应填文字。`);
  const text = tidyText(input, field.type === 'longText');
  if (hasControlCharacters(text)) return refused(`「${field.label}」里有无法显示的字符，请重新输入文字。`);
  const longest = field.maxLength ?? (field.type === 'longText' ? DEFAULT_LENGTH.longText : DEFAULT_LENGTH.text);
  if (lengthOf(text) > longest)
    return refused(`「${field.label}」最多 ${longest} 个字，现有 ${lengthOf(text)} 个，请缩短。`);
  const found = field.numbersExempt === true ? null : findPersonalData(text);
  if (found !== null) return refused(personalDataMessage(field.label, found));
  return { value: text === '' ? null : text };
};

/** Whole numbers, decimals (six places) and money in yuan (two places), within the field's range. */
export const readFigure: Reader = (field, input) => {
  const value = readNumber(input);
  if (value === null || Math.abs(value) > LARGEST)
    return refused(`「${field.label}」应填数字，如 ${exampleOf(field)}。`);
  const decimals =
    field.type === 'integer' ? DECIMALS.integer : field.type === 'money' ? DECIMALS.money : DECIMALS.decimal;
  if (decimalsOf(value) > decimals) {
    const message =
      decimals === 0 ? `应填整数，如 ${exampleOf(field)}` : `最多写 ${decimals} 位小数，如 ${exampleOf(field)}`;
    return refused(`「${field.label}」${message}。`);
  }
  const range = rangeMessage(field, value);
  return range === null ? { value: Object.is(value, -0) ? 0 : value } : refused(range);
};

/** A number that fits the field, for messages: `12` or `1280.50`, inside its range. */
function exampleOf(field: FieldSpec): string {
  const usual = field.type === 'integer' ? 12 : field.type === 'money' ? 1280.5 : 95.5;
  const low = field.min ?? 0;
  const high = field.max ?? Number.POSITIVE_INFINITY;
  const value = usual < low ? low : usual > high ? high : usual;
  return field.type === 'money' ? value.toFixed(2) : String(value);
}

function rangeMessage(field: FieldSpec, value: number): string | null {
  const unit = field.unit === undefined ? '' : ` ${field.unit}`;
  const { min, max } = field;
  if (min !== undefined && max !== undefined && (value < min || value > max)) {
    return `「${field.label}」应在 ${min} 到 ${max}${unit}之间，现填 ${value}，请核对。`;
  }
  if (min !== undefined && value < min) return `「${field.label}」不能小于 ${min}${unit}，现填 ${value}，请核对。`;
  if (max !== undefined && value > max) return `「${field.label}」不能大于 ${max}${unit}，现填 ${value}，请核对。`;
  return null;
}

export const readDayField: Reader = (field, input) => {
  const value = readDay(input);
  return value === null
    ? refused(`「${field.label}」没有这一天或写法不对，请按“年-月-日”写，如 2026-02-03。`)
    : { value };
};

export const readInstantField: Reader = (field, input) => {
  const value = readInstant(input);
  return value === null
    ? refused(`「${field.label}」应写日期和时间，如 2026-02-03T09:30（2月3日9时30分）。`)
    : { value };
};

export const readPeriodField: Reader = (field, input) => {
  const allowed = field.granularity ?? ['month'];
  const value = readPeriod(input, allowed);
  return value === null ? refused(`「${field.label}」写法不对，${periodExample(allowed)}。`) : { value };
};

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ['true', true],
  ['false', false],
  ['是', true],
  ['否', false],
]);

export const readFlag: Reader = (field, input) => {
  const value = FLAGS.get(typeof input === 'string' ? halfWidth(input).trim() : input);
  return value === undefined ? refused(`「${field.label}」请填“是”或“否”。`) : { value };
};
