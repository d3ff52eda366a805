import type { Column } from '../facts/column.js';
import type { Table } from '../facts/table.js';
import { NO_DAY } from '../facts.types.js';

/** When a case was closed and opened again, as it stood at one minute (decision 13). */
export class Closing {
  private readonly closed: Column | undefined;
  private readonly reopened: Column | undefined;
  private readonly first: Column | undefined;

  constructor(
    table: Table | undefined,
    /** Minute up to which everything is known. */
    private readonly now: number,
  ) {
    this.closed = table?.columns.get('closed_at');
    this.reopened = table?.columns.get('reopened_at');
    this.first = table?.columns.get('first_closed_at');
  }

  /** Whether the case was opened again at any time, also after now: its outcome then speaks of the second round only. */
  twoRounds(row: number): boolean {
    return minute(this.reopened, row) !== NO_DAY;
  }

  /** Minute of the opening again; NO_DAY where it was not, or not yet. */
  reopenedAt(row: number): number {
    return this.past(minute(this.reopened, row));
  }

  /** Minute in which the case, as it stands now, was closed; NO_DAY while it is open. A closing before the opening again closes nothing. */
  closedAt(row: number): number {
    const again = minute(this.reopened, row);
    if (again === NO_DAY) return this.past(minute(this.closed, row));
    if (again > this.now) return this.firstClosedAt(row);
    const closed = this.past(minute(this.closed, row));
    return closed > again ? closed : NO_DAY;
  }

  /** Minute in which the first round ended; NO_DAY where that is not known or not over. */
  firstClosedAt(row: number): number {
    const again = minute(this.reopened, row);
    const first = minute(this.first, row);
    const closed = minute(this.closed, row);
    if (again === NO_DAY || first !== NO_DAY) return this.past(again === NO_DAY ? closed : first);
    return closed > again ? NO_DAY : this.past(closed);
  }

  private past(at: number): number {
    return at <= this.now ? at : NO_DAY;
  }
}

function minute(column: Column | undefined, row: number): number {
  return column?.kind === 'instant' ? (column.values[row] ?? NO_DAY) : NO_DAY;
}
