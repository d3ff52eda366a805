/** Reading the columns of a scorecard. */
import { outcomeNamed, type Outcome } from './outcomes';

/** The part of a scorecard that is read here; columns as the server sends them. */
export interface CellColumns {
  readonly outcomes: readonly string[];
  readonly days: readonly string[];
  readonly requirements: readonly string[];
  readonly units: readonly string[];
  readonly cells: {
    readonly requirement: readonly number[];
    readonly unit: readonly number[];
    readonly outcome: readonly number[];
    readonly measured: readonly (number | null)[];
    readonly of: readonly (number | null)[];
    readonly required: readonly (number | null)[];
    readonly due: readonly (number | null)[];
  };
}

export interface CellLine {
  readonly requirementId: string;
  readonly unitCode: string;
  readonly outcome: Outcome;
  readonly measured: number | null;
  readonly of: number | null;
  readonly required: number | null;
  /** Last day on which what is missing can still be done; null when there is none. */
  readonly due: string | null;
}

/** One cell by its row, or null when a column is too short or names something unknown. */
export function cellAt(card: CellColumns, row: number): CellLine | null {
  const { cells } = card;
  const requirementId = card.requirements[cells.requirement[row] ?? -1];
  const unitCode = card.units[cells.unit[row] ?? -1];
  const outcome = outcomeNamed(card.outcomes[cells.outcome[row] ?? -1]);
  if (requirementId === undefined || unitCode === undefined || outcome === null) return null;
  return {
    requirementId,
    unitCode,
    outcome,
    measured: cells.measured[row] ?? null,
    of: cells.of[row] ?? null,
    required: cells.required[row] ?? null,
    due: card.days[cells.due[row] ?? -1] ?? null,
  };
}

/** The cells of some requirements, by requirement, in the order of the units. */
export function cellsByRequirement(card: CellColumns, requirementIds: readonly string[]): Map<string, CellLine[]> {
  const lines = new Map<string, CellLine[]>(requirementIds.map((id) => [id, []]));
  for (let row = 0; row < card.cells.requirement.length; row += 1) {
    const id = card.requirements[card.cells.requirement[row] ?? -1];
    const list = id === undefined ? undefined : lines.get(id);
    if (list === undefined) continue;
    const line = cellAt(card, row);
    if (line !== null) list.push(line);
  }
  return lines;
}

/** Whether somebody still has to do something about it. */
export function isOpen(outcome: Outcome): boolean {
  return outcome === 'unmet' || outcome === 'noData' || outcome === 'atRisk';
}
