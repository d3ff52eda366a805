import { fileURLToPath } from 'node:url';
import {
  compile,
  createFacts,
  evaluate,
  explain,
  OUTCOMES,
  REASONS,
  parseDay,
  type Context,
  type RecordFact,
} from '../src/engine/index.js';
import { readSeeds } from '../src/seeds.js';
import { coverage, ledgers } from './reference/coverage.js';
import { aimsOf, Dice, randomDay, randomRecords, randomUnits } from './reference/county.js';
import { countPerPeriod, documents, facility, sizeVerdict, standing } from './reference/counting.js';
import type { Said } from './reference/verdict.js';
import { frequency } from './reference/weeks.js';
import { parameter, plusDays, type World } from './reference/world.js';

const { standard } = readSeeds(fileURLToPath(new URL('../../seeds', import.meta.url)));
// Another seed in each time zone, so that the three runs cover three times as much.
const ZONE_SEED = 20261125 + new Date(2026, 0, 1).getTimezoneOffset();
const SEED = Number(process.env['REFERENCE_SEED'] ?? ZONE_SEED);
const [FIRST = 1, LAST = FIRST] = (process.env['REFERENCE_COUNTIES'] ?? '1-3').split('-').map(Number);
const DAYS = Number(process.env['REFERENCE_DAYS'] ?? 10);
const KINDS = (
  process.env['REFERENCE_KINDS'] ??
  'documents,count_per_period,staffing,facility,coverage,ledger_current,frequency_coverage'
).split(',');
const requirements = standard.requirements.filter(({ rule }) => KINDS.includes(rule.kind));
const aims = aimsOf(requirements);
const bureaus = standard.requirements.flatMap(({ subjects }) =>
  subjects.filter((s) => s.startsWith('bureau:')).map((s) => s.slice(7)),
);
const owners = standard.recordTypes.map((type) => ({ id: type.id, owners: type.owners, evidence: type.evidence }));
const holidays = new Set(standard.holidayYears.flatMap((year) => year.holidays));
const workingWeekends = new Set(standard.holidayYears.flatMap((year) => year.workingWeekends));
const springFestival = new Set(standard.holidayYears.flatMap((year) => year.springFestival));
const days = (texts: ReadonlySet<string>) => new Set([...texts].map((text) => parseDay(text)!));
const calendar = {
  holidays: days(holidays),
  workingWeekends: days(workingWeekends),
  springFestival: days(springFestival),
  years: new Set(standard.holidayYears.map(({ year }) => year)),
};

function say(world: World, requirement: (typeof requirements)[number], unit: World['layout']['units'][number]): Said {
  const { rule } = requirement;
  // Before the campaign's first day nothing is due yet (0010).
  if (world.asOf < world.start) return { outcome: 'notDue' };
  const size = sizeVerdict(world, requirement, unit);
  if (size !== null) return size;
  if (rule.kind === 'documents') return documents(world, requirement, rule, unit);
  if (rule.kind === 'count_per_period') return countPerPeriod(world, requirement, rule, unit);
  if (rule.kind === 'staffing')
    return standing(world, requirement, rule.people, unit, parameter(world, 'vacancy_tolerance_days'));
  if (rule.kind === 'facility') return facility(world, requirement, rule, unit);
  if (rule.kind === 'coverage') return coverage(world, requirement, rule, unit);
  if (rule.kind === 'ledger_current') return ledgers(world, requirement, rule, unit);
  if (rule.kind === 'frequency_coverage') return frequency(world, requirement, rule, unit);
  throw new Error(rule.kind);
}

const table = new Map<string, number>();
let cells = 0;
const wrong: string[] = [];
const examples = new Map<string, string>();
const wrongBy = new Map<string, number>();

function county(number: number): void {
  const dice = new Dice(SEED * 1000 + number);
  const units = randomUnits(dice, bureaus);
  const layout = {
    units,
    recordTypes: standard.recordTypes,
    evidenceTypes: standard.evidenceTypes.map(({ id }) => id),
  };
  const records: readonly RecordFact[] = randomRecords(dice, layout, owners, aims, 420);
  const facts = createFacts(layout);
  for (const record of records) facts.upsert(record);
  const program = compile(requirements, layout);
  const parameters = { ...Object.fromEntries(standard.parameters.map(({ id, values }) => [id, values])) };
  for (const id of dice.chance(50)
    ? ['period_grace_days', 'warn_percent', 'expiry_warn_days', 'coverage_yellow']
    : []) {
    parameters[id] = { ...parameters[id], '2024-07-01': dice.pick([5, 20, 40]) };
  }
  const start = dice.pick([randomDay(dice), '2023-03-01', '2024-02-29']);
  for (let d = 0; d < DAYS; d += 1) {
    const asOf = plusDays(randomDay(dice), dice.pick([0, 0, 1, 14, 15, 16]));
    const world: World = { layout, records, asOf, start, parameters, holidays, workingWeekends, springFestival };
    const context: Context = { asOf: parseDay(asOf)!, start: parseDay(start), parameters, calendar };
    const board = evaluate(program, facts, context);
    for (let cell = 0; cell < board.length; cell += 1) {
      const requirement = requirements[board.requirement[cell]!]!;
      const unit = units[board.unit[cell]!]!;
      const engine = OUTCOMES[board.outcome[cell]!]!;
      const said = say(world, requirement, unit);
      cells += 1;
      const { rule } = requirement;
      const key = `${requirement.rule.kind} ${engine}`;
      table.set(key, (table.get(key) ?? 0) + 1);
      const where = `${requirement.rule.kind} ${requirement.id} county ${number} day ${asOf} start ${start} unit ${unit.code}`;
      const measured = board.measured[cell]!;
      const differs =
        rule.kind !== 'coverage' &&
        said.outcome === engine &&
        said.measured !== undefined &&
        said.measured !== measured;
      if (differs) {
        wrong.push(`${where}: engine measured ${measured}, reference ${said.measured}`);
        const by = `${requirement.rule.kind} ${requirement.id} measured ${engine}`;
        if (!wrongBy.has(by)) examples.set(by, `${where} engine ${measured} reference ${said.measured}`);
        wrongBy.set(by, (wrongBy.get(by) ?? 0) + 1);
      }
      if (said.outcome !== engine) {
        wrong.push(`${where}: engine ${engine}, reference ${said.outcome}`);
        const by = `${requirement.rule.kind} ${requirement.id} engine ${engine} ${REASONS[board.reason[cell]!]} reference ${said.outcome}`;
        if (!wrongBy.has(by)) examples.set(by, where);
        wrongBy.set(by, (wrongBy.get(by) ?? 0) + 1);
      }
      if (cell % 997 === 0) {
        const explained = explain(program, facts, context, requirement.id, unit.code);
        if (explained?.verdict.outcome !== engine) wrong.push(`${where}: explain differs from evaluate`);
      }
    }
  }
}

describe('the engine and the reference evaluator', () => {
  it(`agree on random counties (seed ${SEED}, counties ${FIRST}-${LAST}, ${DAYS} days)`, () => {
    for (let number = FIRST; number <= LAST; number += 1) county(number);
    if (process.env['REFERENCE_PRINT'] === 'yes') {
      process.stdout.write(
        `seed ${SEED}, counties ${FIRST}-${LAST}, ${DAYS} days each, ${cells} cells compared, ${wrong.length} differ\n`,
      );
      process.stdout.write(
        [...table]
          .sort()
          .map(([key, count]) => `${key}: ${count}\n`)
          .join(''),
      );
      process.stdout.write(
        [...wrongBy]
          .sort((a, b) => b[1] - a[1])
          .map(([key, count]) => `DIFF ${count} ${key} (${examples.get(key)})\n`)
          .join(''),
      );
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  }, 3_600_000);
});
