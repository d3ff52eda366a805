import { findPersonalData } from '../../records/fields/personal-data.js';
import { checkFields } from '../../records/fields/check-fields.js';
import type { FieldWorld, KnownRecord } from '../../records/fields/fields.types.js';
import {
  compile,
  countCells,
  createBoard,
  createFacts,
  evaluate,
  explain,
  OUTCOMES,
  parseDay,
  rollUp,
  type Explanation,
} from '../../engine/index.js';
import { loadStandard, StandardService } from '../../standard/index.js';
import { seedsFolder } from '../seeds-folder.js';
import { DEMO_FILES, DEMO_START, demoCounty, demoFacts, demoInspectionDay, type DemoRecord } from './index.js';

const TODAY = '2026-11-24';

const loaded = loadStandard(seedsFolder());
if (!loaded.ok) throw new Error('the seeds are broken');
const { standard, units } = loaded;
const service = new StandardService(standard);
const layout = service.layout(units);
const invent = (today: string): readonly DemoRecord[] => demoCounty({ layout, today, calendar: service.calendar });
const records = invent(TODAY);
const types = new Map(standard.recordTypes.map((type) => [type.id, type]));

function judged(today: string, from: readonly DemoRecord[]) {
  const facts = createFacts(layout);
  for (const fact of demoFacts(from)) facts.upsert(fact);
  const [asOf, start] = [parseDay(today), parseDay(DEMO_START)];
  if (asOf === null) throw new Error(today);
  const context = { asOf, start, parameters: service.parameters, calendar: service.calendar };
  const program = compile(service.requirements, layout);
  const board = evaluate(program, facts, context, createBoard(program));
  const clauses = standard.topicSpecs.flatMap(({ topic, project, clauses: own }) =>
    own.map(({ id }) => ({ id, topic, project })),
  );
  const scope = new Set(layout.units.keys());
  const rollup = rollUp(program, board, scope, { mostPercent: 90, implied: false, clauses });
  const cell = (requirement: string, unit: string): Explanation | null =>
    explain(program, facts, context, requirement, units.find(unit)?.code ?? '');
  const counts = (within: ReadonlySet<number>): readonly number[] => {
    const cells = countCells(program, board, within);
    return OUTCOMES.map((_, outcome) => cells.reduce((sum, own) => sum + (own[outcome] ?? 0), 0));
  };
  return { rollup, counts, cell };
}

describe('the demo county', () => {
  const day = judged(TODAY, records);

  it('is the same every time for the same day', () => {
    // One comparison of long texts: comparing value by value takes seconds.
    expect(JSON.stringify(invent(TODAY)) === JSON.stringify(records)).toBe(true);
  });

  it('is as large as a county after a year and a half', () => {
    expect(records.length).toBeGreaterThan(85_000);
    expect(records.length).toBeLessThan(95_000);
    expect(new Set(records.map(({ type }) => type))).toEqual(
      new Set([...types.keys()].filter((id) => id !== 'incident')),
    );
    const activities = records.filter(({ type }) => type === 'activity');
    expect(activities.length * 2).toBeGreaterThan(records.length);
  });

  it('shows all six outcomes', () => {
    for (const sum of day.counts(new Set(layout.units.keys()))) expect(sum).toBeGreaterThan(10);
  });

  it('has one veto at risk and none triggered', () => {
    const vetoes = day.rollup.clauses.flatMap(({ id, veto }) => (veto === null ? [] : [[id, veto]]));
    expect(vetoes).toEqual([
      ['6.1.1', 'unproven'],
      ['6.1.2', 'unproven'],
      ['6.1.3', 'atRisk'],
    ]);
  });

  it('is neither a wall of green nor a wall of red', () => {
    const { met, total, counts } = day.rollup.readiness;
    expect(total).toBe(44);
    expect(met).toBeGreaterThanOrEqual(24);
    expect(met).toBeLessThanOrEqual(34);
    expect(counts[2]).toBeGreaterThan(0);
  });

  it('waits for the second county meeting of the year', () => {
    expect(day.cell('1.1.3.a', '县政府')?.verdict).toMatchObject({ outcome: 'atRisk', measured: 1, required: 2 });
  });

  it('has good towns and towns that are behind', () => {
    const unmet = (town: string): number => {
      const scope = new Set([...layout.units.keys()].filter((at) => isWithin(at, town)));
      return (day.counts(scope)[2] ?? 0) / scope.size;
    };
    expect(unmet('石桥镇')).toBeLessThan(0.1);
    expect(unmet('张家坡镇')).toBeGreaterThan(0.5);
  });

  it('keeps waiting and returned records, all of them of the last weeks', () => {
    for (const state of ['pending', 'returned'] as const) {
      const own = records.filter((record) => record.state === state);
      expect(own.length).toBeGreaterThan(5);
      for (const { submittedAt } of own) expect(submittedAt > '2026-10').toBe(true);
    }
  });

  it('was entered after the start and before today, and approved after it was entered', () => {
    const isPast = (at: string): boolean => at >= '2025-06-01' && at < '2026-11-23T16';
    const wrong = records.filter(
      ({ submittedAt, decidedAt }) =>
        !isPast(submittedAt) || (decidedAt !== null && (decidedAt <= submittedAt || !isPast(decidedAt))),
    );
    expect(wrong).toEqual([]);
  });

  it('is inspected some weeks ahead', () => {
    expect(demoInspectionDay(TODAY)).toBe('2027-01-08');
  });

  it.each(['2025-08-15', '2026-10-05'])('has no veto triggered on %s either', (today) => {
    const { rollup } = judged(today, invent(today));
    expect(rollup.veto).toBe('atRisk');
    expect(rollup.clauses.filter(({ veto }) => veto === 'atRisk').map(({ id }) => id)).toEqual(['6.1.3']);
  });

  it('passes the checks of the forms, every record', () => {
    expect(refusals()).toEqual([]);
  });

  it('names no identity and no mobile number', () => {
    const texts = new Set(
      records.flatMap(({ fields }) => Object.values(fields).filter((value) => typeof value === 'string')),
    );
    expect([...texts].filter((text) => findPersonalData(text) !== null)).toEqual([]);
  });

  it('has a file for every evidence that hangs on a record', () => {
    const used = new Set(records.flatMap(({ evidence }) => evidence));
    for (const type of used) expect(DEMO_FILES[type]).toBeDefined();
  });

  function isWithin(at: number, town: string): boolean {
    const code = units.find(town)?.code ?? '';
    return units.isWithin(layout.units[at]?.code ?? '', code);
  }
});

/** What the forms would refuse, the first few. */
function refusals(): readonly string[] {
  const known = new Map<number, KnownRecord>();
  const world: FieldWorld = {
    unit: (code) => {
      const unit = units.byCode(code);
      return unit === null ? null : { kind: unit.kind, displayName: unit.shortName };
    },
    record: (id) => known.get(id) ?? null,
    recordTypeLabel: (id) => id,
    unitKindLabel: (kind) => kind,
  };
  const found: string[] = [];
  for (const fact of demoFacts(records)) {
    const type = types.get(fact.type);
    const kind = units.byCode(fact.unit)?.kind ?? 'county';
    if (type === undefined || !type.owners.includes(kind)) {
      found.push(`${fact.type} of a ${kind}`);
      continue;
    }
    for (const evidence of fact.evidence)
      if (!type.evidence.includes(evidence)) found.push(`${fact.type}: ${evidence}`);
    const checked = checkFields(type, fact.fields, world);
    if (!checked.ok) found.push(...checked.problems.map(({ message }) => `${fact.type}: ${message}`));
    known.set(fact.id, { type: fact.type, state: 'approved', fields: fact.fields });
  }
  return found.slice(0, 10);
}
