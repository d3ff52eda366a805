import { toHalfWidth } from '../../platform/http/day.js';

/** Characters nobody sees: zero-width marks, direction marks, byte-order mark. They would hide digits from the search below. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Full-width letters, digits and punctuation as half-width: `１２` → `12`, `２０２６－０２－０３` → `2026-02-03`. */
export function halfWidth(text: string): string {
  return toHalfWidth(text)
    .replace(/\u00a0/gu, ' ')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/。/gu, '.');
}

/** Free text as it is stored: composed (NFC), without invisible characters, trimmed; line breaks only where `multiline`. */
export function tidyText(text: string, multiline: boolean): string {
  const visible = text.normalize('NFC').replace(INVISIBLE, '').replace(/\r\n?/gu, '\n');
  return (multiline ? visible : visible.replace(/[\n\t]+/gu, ' ')).trim();
}

/** True if the text holds characters that no keyboard types (control characters, half of a pair). */
export function hasControlCharacters(text: string): boolean {
  return CONTROL.test(text) || LONE_SURROGATE.test(text);
}

/** Length as people count it: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Text as it is searched: half-width, lower case, single spaces. */
export function searchable(text: string): string {
  return halfWidth(text).replace(INVISIBLE, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
