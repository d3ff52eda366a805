import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createBoard, evaluate } from '../engine/index.js';
import { checksum, differences } from './bench/agreement.js';
import { DAY_AFTER, demoCase, type DemoCase } from './bench/demo-case.js';
import { handWritten, type CellValues } from './bench/hand-written.js';
import { table, type BenchResult } from './bench/report.js';
import { factsOfEntities, temporaryDatabase, type TemporaryDatabase } from './bench/temporary-database.js';
import { race } from './bench/timing.js';

/** What answers from memory takes turns run by run, once its code is compiled; what loads from the database runs by itself. */
const FROM_MEMORY = { rounds: 201, warmUp: 300, collect: false } as const;
const FROM_DATABASE = { rounds: 7, warmUp: 1, collect: true } as const;
const LIMITS = { engineToHandWritten: 3, findToEngine: 100 } as const;

/** The three ways to the same cells. `find` loads and judges; the others have their columns. */
interface Contest {
  readonly engine: () => CellValues;
  readonly hand: () => CellValues;
  readonly find: () => Promise<CellValues>;
}

/**
 * `node --expose-gc backend/dist/commands/bench.js [--json FILE]`
 * Judges the demo county with the engine, with hand-written loops and with entities from the database, and compares the
 * times. Ends with 1 when they disagree or when a limit is missed.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  console.log('Making the demo county and importing it into a temporary database …');
  const demo = demoCase();
  const database = await temporaryDatabase(demo.records, DAY_AFTER);
  try {
    const contest = contestOf(demo, database);
    const sum = await agreed(demo, contest);
    if (sum === null) return 1;
    const result = await measured(demo, contest, sum);
    console.log(`\n${table(result)}`);
    if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify(result, null, 2)}\n`);
    return result.passed ? 0 : 1;
  } finally {
    await database.close();
  }
}

function contestOf(demo: DemoCase, database: TemporaryDatabase): Contest {
  const { context, facts, covered, layout, day } = demo;
  const judge = handWritten(demo.recordFacts, layout.units, covered.requirements);
  return {
    engine: () => evaluate(covered, facts, context, createBoard(covered)),
    hand: () => judge(day),
    find: async () => {
      const entities = await database.findAll();
      return handWritten(factsOfEntities(entities), layout.units, covered.requirements)(day);
    },
  };
}

/** The common checksum; null, after saying where, when they disagree. */
async function agreed(demo: DemoCase, contest: Contest): Promise<string | null> {
  const engine = contest.engine();
  const others = { 'hand-written': contest.hand(), find: await contest.find() };
  let same = true;
  for (const [name, values] of Object.entries(others)) {
    if (checksum(values) === checksum(engine)) continue;
    same = false;
    console.error(`engine and ${name} disagree (engine against ${name}):`);
    for (const line of differences(demo.covered, engine, values)) console.error(`  ${line}`);
  }
  return same ? checksum(engine) : null;
}

async function measured(demo: DemoCase, contest: Contest, sum: string): Promise<BenchResult> {
  const [engine, hand] = await race([contest.engine, contest.hand], FROM_MEMORY);
  const [find] = await race([contest.find], FROM_DATABASE);
  if (engine === undefined || hand === undefined || find === undefined)
    throw new Error('a contestant was not measured');
  const ratios = {
    engineToHandWritten: engine.median / hand.median,
    findToEngine: find.median / engine.median,
  };
  return {
    records: demo.records.length,
    cells: demo.covered.cells.unit.length,
    requirements: demo.covered.requirements.length,
    left: demo.left,
    checksum: sum,
    milliseconds: { engine, handWritten: hand, find },
    ratios,
    limits: LIMITS,
    passed: ratios.engineToHandWritten <= LIMITS.engineToHandWritten && ratios.findToEngine >= LIMITS.findToEngine,
  };
}

process.exitCode = await main();
