import { monthsInWords } from './words.js';

/** The unit names that words are made of. */
export interface UnitNames {
  byCode(code: string): { readonly code: string } | null;
  displayName(code: string): string;
}

/** The engine names units by code and months by number; people read names. */
export function missingInWords(items: readonly string[], units: UnitNames): string[] {
  return monthsInWords(items).map((item) => (units.byCode(item) === null ? item : units.displayName(item)));
}
