/** Whole per cent of a fraction, cut down so that 467/468 is 99 and never 100; null when there is nothing to divide by. */
export function percentCutDown(measured: number | null, of: number | null): number | null {
  if (measured === null || of === null || of <= 0 || !Number.isFinite(measured) || !Number.isFinite(of)) return null;
  return Math.floor((measured * 100) / of);
}
