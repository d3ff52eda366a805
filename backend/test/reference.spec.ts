import { compareCounty, nothingCompared, tell } from './reference/compare.js';
import { KINDS } from './reference/judge.js';

// Another seed in each time zone, so that the three runs cover three times as much.
const ZONE_SEED = 20261125 + new Date(2026, 0, 1).getTimezoneOffset();
const SEED = Number(process.env['REFERENCE_SEED'] ?? ZONE_SEED);
const [FIRST = 1, LAST = FIRST] = (process.env['REFERENCE_COUNTIES'] ?? '1-3').split('-').map(Number);
const DAYS = Number(process.env['REFERENCE_DAYS'] ?? 10);
const WANTED = process.env['REFERENCE_KINDS']?.split(',') ?? KINDS;

describe('the engine and the reference evaluator', () => {
  it(`agree on random counties (seed ${SEED}, counties ${FIRST}-${LAST}, ${DAYS} days)`, () => {
    const run = nothingCompared();
    for (let number = FIRST; number <= LAST; number += 1) compareCounty(run, SEED, number, DAYS, WANTED);
    if (process.env['REFERENCE_PRINT'] === 'yes') {
      const head = `seed ${SEED}, counties ${FIRST}-${LAST}, ${DAYS} days each: ${run.cells} cells compared (${run.numbers} with numbers)`;
      process.stdout.write(`${head}\n${tell(run)}\n`);
    }
    expect([...run.differences]).toEqual([]);
  }, 3_600_000);
});
