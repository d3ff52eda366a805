import { cellOf, evaluate, verdictAt } from '../evaluate.js';
import { explain } from '../explain.js';
import { createFacts } from '../facts/create.js';
import type { FactsLayout, UnitFact } from '../facts.types.js';
import { compile } from '../program.js';
import type { Requirement, Rule } from '../rule.types.js';
import { contextOf, day, LAYOUT, requirementOf, toRecord, UNITS, type Entry } from './county.js';

/** 甲一村 and 甲二村 become 新村 on 1 July 2026; their last day is 30 June. */
export const MERGED: readonly UnitFact[] = [
  ...UNITS.map((unit) => (unit.code === 'v1' || unit.code === 'v2' ? { ...unit, to: '2026-06-30', heir: 'v9' } : unit)),
  { code: 'v9', shortName: '新村', kind: 'village', parentCode: 't1', from: '2026-07-01' },
];
/** The small county with other units. */
export const layoutOf = (units: readonly UnitFact[]): FactsLayout => ({ ...LAYOUT, units });

/** `outcome reason measured/of` of one cell; the explanation has to say the same. */
export function told(
  rule: Rule,
  numbers: Record<string, number>,
  entries: readonly Entry[],
  asOf: string,
  unit: string,
  units = MERGED,
  more: Partial<Requirement> = {},
) {
  const requirement = requirementOf(rule, { subjects: ['each_village', 'each_town', 'county'], ...more }, numbers);
  const layout = layoutOf(units);
  const facts = createFacts(layout);
  entries.forEach((entry, at) => facts.upsert(toRecord(entry, at + 1)));
  const program = compile([requirement], layout, day(asOf));
  const board = evaluate(program, facts, contextOf(asOf));
  const cell = cellOf(program, 'r', facts.unitIndex(unit) ?? -1);
  if (cell < 0) return 'no cell';
  const verdict = verdictAt(board, cell);
  expect(explain(program, facts, contextOf(asOf), 'r', unit)?.verdict).toEqual(verdict);
  const fraction = verdict.of === null ? verdict.measured : `${verdict.measured}/${verdict.of}`;
  return `${verdict.outcome} ${verdict.reason} ${fraction}`;
}
