import { fileURLToPath } from 'node:url';
import { compile, createFacts, evaluate, parseDay, verdictAt, cellOf } from '../../src/engine/index.js';
import { type ExampleRecord, loadStandard, StandardService, writtenFacts } from '../../src/standard/index.js';

const loaded = loadStandard(fileURLToPath(new URL('../../../seeds', import.meta.url)));
if (!loaded.ok) throw new Error('the seeds do not load');
const { units } = loaded;
/** The standard of the seeds. */
export const standard = new StandardService(loaded.standard);
const layout = standard.layout(units);
const types = new Map(loaded.standard.recordTypes.map((type) => [type.id, type]));

/** A record written as in the worked examples. */
export type Written = Partial<ExampleRecord> & { readonly type: string };

/** `outcome reason` of one cell, judged by the seeds as they are in force. */
export function said(
  id: string,
  unit: string,
  asOf: string,
  records: readonly Written[],
  start = '2026-01-01',
): string {
  const rule = standard.requirements.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no requirement ${id}`);
  const facts = createFacts(layout);
  const whole = records.map((one) => ({ fields: {}, evidence: [], review: 'approved' as const, ...one }));
  const subject = units.find(unit)?.code ?? '';
  for (const fact of writtenFacts(whole, { subject, asOf, knownOn: null }, types, units)) facts.upsert(fact);
  const context = {
    asOf: parseDay(asOf) ?? 0,
    start: parseDay(start),
    parameters: standard.parameters,
    calendar: standard.calendar,
  };
  const program = compile([rule], layout);
  const cell = cellOf(program, id, facts.unitIndex(subject) ?? -1);
  if (cell < 0) throw new Error(`${id} does not judge ${unit}`);
  const verdict = verdictAt(evaluate(program, facts, context), cell);
  return `${verdict.outcome} ${verdict.reason}`;
}
