/** A typed whole number, full-width digits too (`１２` → 12); null when it is none. */
export function wholeNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}
