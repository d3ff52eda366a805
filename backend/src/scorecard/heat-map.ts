import { countsOf, OUTCOMES, worstOf, type Board, type Outcome } from '../engine/index.js';
import { fractionOf } from './fraction.js';
import type { UnitRow } from '../units/units.types.js';
import type { ScorecardDto } from './scorecard.schema.js';

type HeatMap = ScorecardDto['heatMap'];
type HeatCell = HeatMap['rows'][number]['cells'][number];

export interface HeatMapInput {
  readonly board: Board;
  /** Topic names in the order of the table. */
  readonly topics: readonly string[];
  /** Topic number of each requirement index; -1 for one that does not count (implied and switched off). */
  readonly topicOf: readonly number[];
  /** Row number of each unit index; -1 for units outside the map. */
  readonly rowOf: Int16Array;
  readonly rows: readonly { readonly unit: UnitRow; readonly name: string }[];
  /** Outcome of one requirement over several units, by the one roll-up rule. */
  readonly outcomeOf: (counts: readonly number[]) => Outcome;
}

/**
 * Units × topics. A cell counts what is judged of the unit and of what lies below it; its outcome is the worst of the
 * topic's requirements, so that one requirement missed by every village is not drowned by the others. Rows keep the list's order.
 */
export function heatMapOf(input: HeatMapInput): HeatMap {
  const perRow = countByRequirement(input);
  const width = input.topicOf.length * OUTCOMES.length;
  const members = input.topics.map((_, topic) =>
    input.topicOf.flatMap((of, requirement) => (of === topic ? [requirement] : [])),
  );
  return {
    topics: [...input.topics],
    rows: input.rows.map(({ unit, name }, row) => ({
      unitCode: unit.code,
      name,
      kind: unit.kind,
      cells: input.topics.map((topic, index) =>
        heatCell(input, perRow.subarray(row * width, (row + 1) * width), topic, members[index] ?? []),
      ),
    })),
  };
}

/** Row × requirement × outcome. */
function countByRequirement({ board, topicOf, rowOf, rows }: HeatMapInput): Int32Array {
  const counts = new Int32Array(rows.length * topicOf.length * OUTCOMES.length);
  for (let cell = 0; cell < board.length; cell += 1) {
    const row = rowOf[board.unit[cell] ?? -1] ?? -1;
    if (row < 0) continue;
    const at = (row * topicOf.length + (board.requirement[cell] ?? 0)) * OUTCOMES.length + (board.outcome[cell] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** `members`: indices of the topic's requirements. */
function heatCell({ outcomeOf }: HeatMapInput, row: Int32Array, topic: string, members: readonly number[]): HeatCell {
  const each = members.flatMap((requirement) => {
    const counts = [...row.subarray(requirement * OUTCOMES.length, (requirement + 1) * OUTCOMES.length)];
    return counts.some((count) => count > 0) ? [counts] : [];
  });
  const counts = OUTCOMES.map((_, outcome) => each.reduce((sum, one) => sum + (one[outcome] ?? 0), 0));
  return { topic, outcome: worstOf(countsOf(each.map(outcomeOf))), ...fractionOf(counts), counts };
}
