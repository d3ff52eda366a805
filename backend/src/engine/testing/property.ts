import { appendFileSync } from 'node:fs';
import fc from 'fast-check';

/** The seed of every ordinary run: a failure comes back the same on every machine. */
const FIXED_SEED = 20260301;

/**
 * A spec that a property holds for `runs` random cases. The seed is fixed; the environment variable `PROPERTY_SEED` sets
 * another. When `PROPERTY_REPORT` names a file, one JSON line `{ name, runs, seed }` is added to it after success.
 */
export function holds<T>(name: string, property: fc.IProperty<T>, { runs }: { readonly runs: number }): void {
  it(name, () => {
    const seed = Number(process.env.PROPERTY_SEED ?? FIXED_SEED);
    fc.assert(property, { numRuns: runs, seed });
    const report = process.env.PROPERTY_REPORT;
    if (report !== undefined && report !== '') appendFileSync(report, `${JSON.stringify({ name, runs, seed })}\n`);
  });
}
