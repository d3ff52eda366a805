import { halfWidth } from './text.js';

/** Grouped by thousands (`1,200`) or plain; Excel and people write both. */
const DECIMAL = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/u;

/** A typed number as a number, or null when it is none. Full-width digits count, words and blanks do not. */
export function readNumber(input: unknown): number | null {
  if (typeof input === 'number') return Number.isFinite(input) ? input : null;
  if (typeof input !== 'string') return null;
  const match = DECIMAL.exec(halfWidth(input).trim());
  if (match === null) return null;
  const value = Number(`${match[1] ?? ''}${(match[2] ?? '').replaceAll(',', '')}${match[3] ?? ''}`);
  return Number.isFinite(value) ? value : null;
}

/** How many digits stand after the decimal point. */
export function decimalsOf(value: number): number {
  const text = String(value);
  const exponent = /e-(\d+)$/u.exec(text);
  if (exponent !== null) return Number(exponent[1]);
  return text.split('.')[1]?.length ?? 0;
}
