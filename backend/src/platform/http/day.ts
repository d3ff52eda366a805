/** Years that a day may have; what lies outside is a slip of the finger. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for a calendar day that exists, written `YYYY-MM-DD`, from 1900 to 2199. */
export function isDay(text: string): boolean {
  if (!DAY.test(text) || Number(text.slice(0, 4)) < FIRST_YEAR || Number(text.slice(0, 4)) > LAST_YEAR) return false;
  const millis = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text);
}

/** Full-width digits and signs as people type them with a Chinese keyboard become their half-width ones: `１２` → `12`. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
