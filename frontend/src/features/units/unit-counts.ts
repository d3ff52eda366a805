/** Counts of outcomes per unit, from the columns of a scorecard. */
import { OUTCOMES, type Counts } from '../../shared/outcomes';
import { cellAt, type CellColumns, type CellLine } from '../../shared/scorecard-cells';

/** The counts of the cells of each unit itself, not of what belongs to it. */
export function countsByUnit(card: CellColumns): ReadonlyMap<string, Counts> {
  const counts = new Map<string, number[]>();
  for (let row = 0; row < card.cells.requirement.length; row += 1) {
    const cell = cellAt(card, row);
    if (cell === null) continue;
    const own = counts.get(cell.unitCode) ?? OUTCOMES.map(() => 0);
    const at = OUTCOMES.indexOf(cell.outcome);
    own[at] = (own[at] ?? 0) + 1;
    counts.set(cell.unitCode, own);
  }
  return counts;
}

/** The sum of several counts. */
export function sumOfCounts(parts: readonly Counts[]): Counts {
  return OUTCOMES.map((_, at) => parts.reduce((sum, part) => sum + (part[at] ?? 0), 0));
}

export interface Matrix {
  /** Requirements that at least one of the units has a cell of, in the order of the table. */
  readonly requirementIds: readonly string[];
  readonly cell: (unitCode: string, requirementId: string) => CellLine | null;
}

/** Units × requirements. */
export function matrixOf(card: CellColumns, unitCodes: ReadonlySet<string>): Matrix {
  const cells = new Map<string, CellLine>();
  const used = new Set<string>();
  for (let row = 0; row < card.cells.requirement.length; row += 1) {
    const cell = cellAt(card, row);
    if (cell === null || !unitCodes.has(cell.unitCode)) continue;
    cells.set(`${cell.unitCode}|${cell.requirementId}`, cell);
    used.add(cell.requirementId);
  }
  return {
    requirementIds: card.requirements.filter((id) => used.has(id)),
    cell: (unitCode, requirementId) => cells.get(`${unitCode}|${requirementId}`) ?? null,
  };
}
