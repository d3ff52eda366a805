import {
  compile,
  createFacts,
  parseDay,
  type Context,
  type Facts,
  type FactsLayout,
  type Program,
  type RecordFact,
} from '../../engine/index.js';
import { loadStandard, StandardService, type Standard } from '../../standard/index.js';
import type { UnitDirectory } from '../../units/index.js';
import { DEMO_START, demoCounty, demoFacts, type DemoRecord } from '../demo/index.js';
import { seedsFolder } from '../seeds-folder.js';
import { judgedByHand, type JudgedDay } from './hand-written.js';

/** The day on which the county is judged; the demo county runs up to it. */
const AS_OF = '2026-11-24';
export const DAY_AFTER = '2026-11-25';

/** The demo county, ready to be judged. `covered`: only the requirements that the hand-written code judges. */
export interface DemoCase {
  readonly standard: Standard;
  readonly units: UnitDirectory;
  readonly layout: FactsLayout;
  readonly records: readonly DemoRecord[];
  readonly recordFacts: readonly RecordFact[];
  readonly facts: Facts;
  readonly context: Context;
  readonly day: JudgedDay;
  readonly covered: Program;
  /** Ids of requirements that only the engine judges. */
  readonly left: readonly string[];
}

/** @throws Error when the seeds do not load */
export function demoCase(): DemoCase {
  const loaded = loadStandard(seedsFolder());
  if (!loaded.ok)
    throw new Error(loaded.problems.map(({ file, line, sentence }) => `${file}:${line} ${sentence}`).join('\n'));
  const { standard, units } = loaded;
  const service = new StandardService(standard);
  const layout = service.layout(units);
  const records = demoCounty({ layout, today: DAY_AFTER, calendar: service.calendar });
  const recordFacts = demoFacts(records);
  const facts = createFacts(layout);
  for (const fact of recordFacts) facts.upsert(fact);
  const context: Context = {
    asOf: parseDay(AS_OF) ?? 0,
    start: parseDay(DEMO_START),
    parameters: service.parameters,
    calendar: service.calendar,
  };
  const day: JudgedDay = { asOf: context.asOf, start: context.start ?? context.asOf, calendar: context.calendar };
  const byHand = judgedByHand(recordFacts, layout.units, day);
  const covered = compile(
    service.requirements.filter(({ id }) => byHand.has(id)),
    layout,
  );
  const left = service.requirements.flatMap(({ id }) => (byHand.has(id) ? [] : [id]));
  return { standard, units, layout, records, recordFacts, facts, context, day, covered, left };
}
