import {
  compile,
  type Context,
  createFacts,
  evaluate,
  explain,
  formatDay,
  OUTCOMES,
  parseDay,
  type Requirement,
  type Verdict,
} from '../../engine/index.js';
import type { UnitDirectory } from '../../units/index.js';
import type { StandardService } from '../standard.service.js';
import type { ExampleSpec, RequirementSpec } from '../standard.types.js';
import { type Variant, variantOf } from '../variants/variant.js';
import { exampleFacts } from './example-facts.js';

/**
 * Plays one worked example: its records go through the engine, and the cell of its unit is judged on its day.
 * @returns what differs from `expect`, one Chinese sentence each; empty when the example holds
 */
export function runExample(
  standard: StandardService,
  units: UnitDirectory,
  requirement: RequirementSpec,
  example: ExampleSpec,
): readonly string[] {
  const subject = subjectOf(requirement, example, units);
  if (subject === null) return [`找不到要考核的单位“${example.unit ?? ''}”`];
  const { requirements, parameters, faults } = judgedUnder(standard, example);
  if (faults.length > 0) return faults;
  const rule = requirements.find((entry) => entry.id === requirement.id);
  if (rule === undefined) return [`按所选读法不再有检查点 ${requirement.id}`];
  const layout = standard.layout(units);
  const facts = createFacts(layout);
  const types = new Map(standard.standard.recordTypes.map((type) => [type.id, type]));
  for (const record of exampleFacts(example, subject, types, units)) facts.upsert(record);
  const context = contextOf(standard, parameters, example);
  const program = compile([rule], layout);
  const explanation = explain(program, facts, context, rule.id, subject);
  if (explanation === null) return [`“${units.displayName(subject)}”不在这个检查点的考核对象里`];
  const batch = outcomeOnBoard(rule, subject, { program, facts, context });
  const told = explanation.verdict.outcome;
  return [
    ...(batch === told ? [] : [`总表判为 ${batch ?? '（没有这一格）'}，说明里判为 ${told}`]),
    ...differences(explanation.verdict, example.expect),
  ];
}

/** Code of the judged unit: the named one, or the only subject there is. */
function subjectOf(requirement: RequirementSpec, example: ExampleSpec, units: UnitDirectory): string | null {
  if (example.unit !== undefined) return units.find(example.unit)?.code ?? null;
  const [only] = requirement.subjects;
  if (only === 'county') return units.county?.code ?? null;
  return only?.startsWith('bureau:') ? (units.byShortName(only.slice('bureau:'.length))?.code ?? null) : null;
}

/** The standard as the example wants it read: as in force, or under its own readings and parameters. */
function judgedUnder(
  standard: StandardService,
  { readings, parameters }: ExampleSpec,
): Pick<Variant, 'requirements' | 'parameters' | 'faults'> {
  if (readings !== undefined || parameters !== undefined) return variantOf(standard.standard, { readings, parameters });
  return { requirements: standard.requirements, parameters: standard.parameters, faults: [] };
}

function contextOf(standard: StandardService, parameters: Context['parameters'], example: ExampleSpec): Context {
  return {
    asOf: parseDay(example.asOf) ?? 0,
    start: example.start === null ? null : parseDay(example.start),
    parameters,
    calendar: standard.calendar,
  };
}

interface Played {
  readonly program: ReturnType<typeof compile>;
  readonly facts: ReturnType<typeof createFacts>;
  readonly context: Context;
}

/** The same cell as the batch judging sees it: both ways have to agree. */
function outcomeOnBoard(rule: Requirement, subject: string, { program, facts, context }: Played): string | null {
  const board = evaluate(program, facts, context);
  const unit = facts.unitIndex(subject);
  for (let row = 0; row < board.length; row += 1) {
    const here = program.requirements[board.requirement[row] ?? -1]?.id === rule.id && board.unit[row] === unit;
    if (here) return OUTCOMES[board.outcome[row] ?? -1] ?? null;
  }
  return null;
}

function differences(verdict: Verdict, expected: ExampleSpec['expect']): readonly string[] {
  const actual: Readonly<Record<keyof ExampleSpec['expect'], unknown>> = {
    outcome: verdict.outcome,
    reason: verdict.reason,
    measured: verdict.measured,
    of: verdict.of,
    required: verdict.required,
    shortfall: verdict.shortfall,
    due: verdict.due === null ? null : formatDay(verdict.due),
  };
  const got = `（判为 ${verdict.outcome}，原因 ${verdict.reason}，实有 ${verdict.measured ?? '无'}／${verdict.of ?? '无'}，应有 ${verdict.required ?? '无'}）`;
  const { outcome, reason, measured, of, required, shortfall, due } = expected;
  return Object.entries({ outcome, reason, measured, of, required, shortfall, due })
    .filter(([name, value]) => value !== undefined && !sameValue(value, valueOf(actual, name)))
    .map(([name, value]) => `${name} 应为 ${String(value)}，实为 ${String(valueOf(actual, name))}${got}`);
}

function valueOf(actual: Readonly<Record<string, unknown>>, name: string): unknown {
  return actual[name];
}

function sameValue(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') return Math.abs(expected - actual) < 1e-9;
  return expected === actual;
}
