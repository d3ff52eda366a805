import { writeFileSync } from 'node:fs';
import { compareCounty, nothingCompared, reportOf } from './reference/compare.js';
import { KINDS } from './reference/judge.js';

// Another seed in each time zone, so that the three runs cover three times as much. `npm run reference` covers more.
const ZONE_SEED = 20261125 + new Date(2026, 0, 1).getTimezoneOffset();
const SEED = Number(process.env['REFERENCE_SEED'] ?? ZONE_SEED);
const [FIRST = 1, LAST = FIRST] = (process.env['REFERENCE_COUNTIES'] ?? '1-3').split('-').map(Number);
const DAYS = Number(process.env['REFERENCE_DAYS'] ?? 10);
const WANTED = process.env['REFERENCE_KINDS']?.split(',') ?? KINDS;
const REPORT = process.env['REFERENCE_REPORT'];

describe('the engine and the reference evaluator', () => {
  it(`agree on random counties (seed ${SEED}, counties ${FIRST}-${LAST}, ${DAYS} days)`, () => {
    const run = nothingCompared();
    for (let number = FIRST; number <= LAST; number += 1) compareCounty(run, SEED, number, DAYS, WANTED);
    const report = reportOf(run);
    if (REPORT !== undefined) writeFileSync(REPORT, JSON.stringify(report));
    expect(run.cells).toBeGreaterThan(0);
    expect(report.differences).toEqual([]);
  }, 7_200_000);
});
