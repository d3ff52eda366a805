import { formatDay, NO_DAY, OUTCOMES, REASONS, type Board, type Program } from '../engine/index.js';
import type { ScorecardDto } from './scorecard.schema.js';

type Columns = Pick<ScorecardDto, 'outcomes' | 'reasons' | 'days' | 'requirements' | 'units' | 'cells'>;

/** Gives every value met a number, in the order of first sight. */
class Dictionary<T> {
  readonly values: T[] = [];
  private readonly numbers = new Map<T, number>();

  numberOf(value: T): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    this.numbers.set(value, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}

const amount = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** The cells of the units inside (`inside[unit index]` is 1), column by column with dictionaries for what repeats. */
export function cellsOf(program: Program, board: Board, inside: Uint8Array, codeOf: (unit: number) => string): Columns {
  const requirements = new Dictionary<string>();
  const units = new Dictionary<string>();
  const days = new Dictionary<string>();
  const cells: Columns['cells'] = {
    requirement: [],
    unit: [],
    outcome: [],
    reason: [],
    measured: [],
    of: [],
    required: [],
    due: [],
  };
  for (let cell = 0; cell < board.length; cell += 1) {
    const unit = board.unit[cell] ?? 0;
    if (inside[unit] !== 1) continue;
    const due = board.due[cell] ?? NO_DAY;
    cells.requirement.push(requirements.numberOf(program.requirements[board.requirement[cell] ?? 0]?.id ?? ''));
    cells.unit.push(units.numberOf(codeOf(unit)));
    cells.outcome.push(board.outcome[cell] ?? 0);
    cells.reason.push(board.reason[cell] ?? 0);
    cells.measured.push(amount(board.measured[cell]));
    cells.of.push(amount(board.of[cell]));
    cells.required.push(amount(board.required[cell]));
    cells.due.push(due === NO_DAY ? null : days.numberOf(formatDay(due)));
  }
  return {
    outcomes: [...OUTCOMES],
    reasons: [...REASONS],
    days: days.values,
    requirements: requirements.values,
    units: units.values,
    cells,
  };
}
