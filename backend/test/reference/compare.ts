import { fileURLToPath } from 'node:url';
import {
  compile,
  createFacts,
  evaluate,
  explain,
  formatDay,
  OUTCOMES,
  parseDay,
  REASONS,
  type Board,
  type Context,
  type Facts,
  type Program,
  type Requirement,
  type UnitFact,
} from '../../src/engine/index.js';
import { readSeeds } from '../../src/seeds.js';
import { aimsOf } from './aims.js';
import { withHistories } from './case-records.js';
import { withChanges } from './changes.js';
import { randomRecords, randomUnits } from './county.js';
import { Dice } from './dice.js';
import { KINDS, say } from './judge.js';
import { randomDay } from './random-values.js';
import { plusDays } from './time.js';
import type { Said } from './verdict.js';
import { onItsDay } from './units-in-time.js';
import { unitOf, unitsOf, type World } from './world.js';

/** What a run found; differences are kept by kind of difference, with the first example of each. */
export interface Comparison {
  counties: number;
  cells: number;
  /** How many of them also named numbers that were compared. */
  numbers: number;
  /** `kind outcome` → cells. */
  readonly table: Map<string, number>;
  readonly differences: Map<string, { count: number; first: string }>;
}

export const nothingCompared = (): Comparison => ({
  counties: 0,
  cells: 0,
  numbers: 0,
  table: new Map(),
  differences: new Map(),
});

/** Judges cells; the engine, or an engine that was broken on purpose. */
export type Evaluate = (program: Program, facts: Facts, context: Context) => Board;

const { standard } = readSeeds(fileURLToPath(new URL('../../../seeds', import.meta.url)));
const owners = standard.recordTypes.map(({ id, owners, evidence }) => ({ id, owners, evidence }));
const bureaus = standard.requirements.flatMap(({ subjects }) =>
  subjects.filter((subject) => subject.startsWith('bureau:')).map((subject) => subject.slice(7)),
);
const daysOff = (of: 'holidays' | 'workingWeekends' | 'springFestival') =>
  new Set(standard.holidayYears.flatMap((year) => year[of]));
const texts = {
  holidays: daysOff('holidays'),
  workingWeekends: daysOff('workingWeekends'),
  springFestival: daysOff('springFestival'),
};
const asDays = (days: ReadonlySet<string>) => new Set([...days].map((text) => parseDay(text)!));
const calendar = {
  holidays: asDays(texts.holidays),
  workingWeekends: asDays(texts.workingWeekends),
  springFestival: asDays(texts.springFestival),
  years: new Set(standard.holidayYears.map(({ year }) => year)),
};

/** Parameters as the standard has them; in every other county some change in mid-2024. */
function randomParameters(dice: Dice): Context['parameters'] {
  const parameters = Object.fromEntries(standard.parameters.map(({ id, values }) => [id, values]));
  if (dice.chance(50)) return parameters;
  for (const id of ['period_grace_days', 'warn_percent', 'expiry_warn_days', 'coverage_yellow'])
    parameters[id] = { ...parameters[id], '2024-07-01': dice.pick([5, 20, 40]) };
  return parameters;
}

function note(into: Comparison, difference: string, where: string): void {
  const known = into.differences.get(difference);
  if (known === undefined) into.differences.set(difference, { count: 1, first: where });
  else known.count += 1;
}

const numberOf = (value: number) => (Number.isNaN(value) ? null : value);

/** Numbers are compared where both give the same outcome and the reference names them. */
function compareNumbers(into: Comparison, said: Said, board: Board, cell: number, label: string, where: string): void {
  let compared = false;
  for (const name of ['measured', 'of', 'required'] as const) {
    const own = said[name];
    if (own === undefined) continue;
    compared = true;
    const engine = numberOf(board[name][cell]!);
    if (engine !== own) note(into, `${label} ${said.outcome} ${name}`, `${where}: engine ${engine}, reference ${own}`);
  }
  if (compared) into.numbers += 1;
}

/** Who is judged on the day: each requirement's subjects, no more and no less. */
function compareSubjects(
  into: Comparison,
  world: World,
  requirements: readonly Requirement[],
  board: Board,
  units: readonly UnitFact[],
): void {
  const judged = Array.from(
    board.requirement,
    (of, cell) => `${requirements[of]!.id} ${units[board.unit[cell]!]!.code}`,
  );
  const expected = requirements.flatMap(({ id, subjects }) =>
    [...new Set(subjects.flatMap((subject) => unitsOf(world, subject)))].map(({ code }) => `${id} ${code}`),
  );
  const both = new Set(expected);
  for (const cell of judged) if (!both.delete(cell)) note(into, 'engine judges', `${cell} ${world.asOf}`);
  for (const cell of both) note(into, 'engine does not judge', `${cell} ${world.asOf}`);
}

/** Judges one random county on so many days by both, and writes what differs into `into`. */
export function compareCounty(
  into: Comparison,
  seed: number,
  number: number,
  days: number,
  kinds: readonly string[] = KINDS,
  judge: Evaluate = evaluate,
): void {
  const requirements: readonly Requirement[] = standard.requirements.filter(({ rule }) => kinds.includes(rule.kind));
  const dice = new Dice(seed * 1000 + number);
  const plain = randomUnits(dice, bureaus);
  const units = dice.chance(50) ? withChanges(dice, plain, dice.int(1, 5)) : plain;
  const layout = {
    units,
    recordTypes: standard.recordTypes,
    evidenceTypes: standard.evidenceTypes.map(({ id }) => id),
  };
  const others = randomRecords(dice, layout, owners, aimsOf(requirements), 420);
  const parameters = randomParameters(dice);
  const start = dice.pick([randomDay(dice), '2023-03-01', '2024-02-29']);
  const judged = Array.from({ length: days }, () => plusDays(randomDay(dice), dice.pick([0, 0, 1, 14, 15, 16])));
  const records = withHistories(new Dice(seed * 2000 + number), others, layout, requirements, start, judged);
  const facts = createFacts(layout);
  for (const record of records) facts.upsert(record);
  for (const asOf of judged) {
    const world = onItsDay({ layout, records, asOf, start, parameters, ...texts });
    const context: Context = { asOf: parseDay(asOf)!, start: parseDay(start), parameters, calendar };
    const program = compile(requirements, layout, context.asOf);
    const board = judge(program, facts, context);
    compareSubjects(into, world, requirements, board, units);
    for (let cell = 0; cell < board.length; cell += 1) {
      const requirement = requirements[board.requirement[cell]!]!;
      const unit = unitOf(world, units[board.unit[cell]!]!.code)!;
      const outcome = OUTCOMES[board.outcome[cell]!]!;
      const reason = REASONS[board.reason[cell]!]!;
      const said = say(world, requirement, unit);
      const label = `${requirement.rule.kind} ${requirement.id}`;
      const where = `county ${number} day ${formatDay(context.asOf)} start ${start} unit ${unit.code}`;
      into.cells += 1;
      const key = `${requirement.rule.kind} ${outcome}`;
      into.table.set(key, (into.table.get(key) ?? 0) + 1);
      if (said.outcome !== outcome)
        note(into, `${label} engine ${outcome} ${reason}, reference ${said.outcome}`, where);
      else compareNumbers(into, said, board, cell, label, where);
      // The explanation of a cell is made by other code: a sample of them has to say the same.
      if (into.cells % 997 === 0) {
        const told = explain(program, facts, context, requirement.id, unit.code)?.verdict.outcome;
        if (told !== outcome) note(into, `${label} explained as ${told}`, where);
      }
    }
  }
  into.counties += 1;
}

/** The run in numbers and lines: what was compared, how often each outcome came up, and what differs with its first place. */
export function reportOf(run: Comparison) {
  const differences = [...run.differences].sort(([, a], [, b]) => b.count - a.count);
  return {
    cells: run.cells,
    numbers: run.numbers,
    disagreements: differences.reduce((sum, [, { count }]) => sum + count, 0),
    outcomes: [...run.table].sort(([a], [b]) => (a < b ? -1 : 1)),
    differences: differences.map(([key, { count, first }]) => `${count} × ${key} (${first})`),
  };
}
