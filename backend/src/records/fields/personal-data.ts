import { halfWidth, tidyText } from './text.js';

/** What must not stand in free text (decision 16): nobody is to be recognised from a record. */
export type PersonalData = 'identityNumber' | 'mobileNumber';

const IDENTITY = /(?<!\d)(\d{6})[ -]?(\d{4})[ -]?(\d{2})[ -]?(\d{2})[ -]?(\d{3}[\dXx])(?!\d)/gu;
/** Eleven digits, also grouped 3-4-4 and with the country's prefix; never a part of a longer row of digits. */
const MOBILE = /(?<!\d)(?:(?:\+|00)86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/u;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** An 18-character identity number of GB 11643: a real date of birth from 1800 on and a right check digit. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/u.test(text)) return false;
  const [year, month, day] = [Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14))];
  const birth = new Date(Date.UTC(year, month - 1, day));
  if (year < 1800 || birth.getUTCMonth() !== month - 1 || birth.getUTCDate() !== day) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0);
  return CHECK_DIGITS.charAt(sum % 11) === text.charAt(17);
}

/** The first kind of personal number in a text, or null. Full-width digits and invisible characters hide nothing. */
export function findPersonalData(text: string): PersonalData | null {
  const plain = halfWidth(tidyText(text, true));
  for (const match of plain.matchAll(IDENTITY)) {
    if (isIdentityNumber(match.slice(1).join('').toUpperCase())) return 'identityNumber';
  }
  return MOBILE.test(plain) ? 'mobileNumber' : null;
}

/** The sentence for a field that holds such a number. `label` is the field's name on the form. */
export function personalDataMessage(label: string, found: PersonalData): string {
  return found === 'identityNumber'
    ? `「${label}」里像是有身份证号，请删去，涉及儿童的只写假名编号（如 QZ-2026-0012）。`
    : `「${label}」里像是有手机号码，请删去；确需写电话的，只写单位的固定电话。`;
}
