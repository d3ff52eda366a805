/** What has to be done next: the open cells of a scorecard, grouped by requirement and day. */
import { isOpen, cellAt, type CellColumns } from '../../shared/scorecard-cells';
import type { Outcome } from '../../shared/outcomes';

export interface Step {
  readonly requirementId: string;
  readonly outcome: Outcome;
  /** Last day to do it; null when it is long overdue or has none. */
  readonly due: string | null;
  readonly late: boolean;
  /** In the order of the list. */
  readonly unitCodes: readonly string[];
}

const WORSE: readonly Outcome[] = ['atRisk', 'noData', 'unmet'];
const worse = (a: Outcome, b: Outcome): Outcome => (WORSE.indexOf(a) >= WORSE.indexOf(b) ? a : b);

/** Groups open cells that share requirement and day. `counts` says which requirements take part. */
function groupsOf(card: CellColumns, asOf: string, counts: (requirementId: string) => boolean): Step[] {
  const groups = new Map<string, Step & { unitCodes: string[] }>();
  for (let row = 0; row < card.cells.requirement.length; row += 1) {
    const cell = cellAt(card, row);
    if (cell === null || !isOpen(cell.outcome) || !counts(cell.requirementId)) continue;
    const { requirementId, outcome, due, unitCode } = cell;
    const late = due === null || due < asOf;
    const key = late ? requirementId : `${requirementId}|${due}`;
    const group = groups.get(key);
    const unitCodes = group?.unitCodes ?? [];
    unitCodes.push(unitCode);
    groups.set(key, {
      requirementId,
      due: group?.due ?? due,
      late,
      unitCodes,
      outcome: worse(outcome, group?.outcome ?? outcome),
    });
  }
  return [...groups.values()];
}

/**
 * The steps, soonest day first and in the table's order on the same day; what is past its day stands apart, in the
 * table's order, so that it does not hide what can still be done in time.
 */
export function nextSteps(
  card: CellColumns,
  asOf: string,
  counts: (requirementId: string) => boolean,
): { readonly coming: Step[]; readonly late: Step[] } {
  const order = new Map(card.requirements.map((id, place) => [id, place]));
  const placeOf = (step: Step) => order.get(step.requirementId) ?? 0;
  const steps = groupsOf(card, asOf, counts).sort((a, b) => placeOf(a) - placeOf(b));
  return {
    coming: steps.filter((step) => !step.late).sort((a, b) => (a.due ?? '').localeCompare(b.due ?? '')),
    late: steps.filter((step) => step.late),
  };
}

/** “鲁村镇”, “鲁村镇、东里镇”, “鲁村镇等 5 个”. */
export function unitsInWords(names: readonly string[]): string {
  return names.length <= 2 ? names.join('、') : `${names[0]}等 ${names.length} 个`;
}
