import { NO_DAY, NONE } from '../facts.types.js';
import type { Column } from './column.js';
import { earlierEnd, endsBefore } from './ends.js';
import type { Homes } from './homes.js';
import type { Picked } from './picked.types.js';
import { untilOf } from './selection.js';
import type { Tree } from './tree.js';

type Lists = Column & { readonly kind: 'units' | 'unitCounts' };

/**
 * To which units rows belong: the unit field, the owner, or the villages that the home serves. Static for given versions
 * of the tables: a home must have been open on the record's day (for standing records both must be in force).
 */
export class Attribution {
  readonly rows: number[] = [];
  readonly units: number[] = [];
  /** The unit each row belonged to first, where another holds its records now (decision 0011). */
  readonly origins: number[] = [];
  readonly weights: number[] = [];
  readonly days: number[] = [];
  readonly untils: number[] = [];
  /** Day on which the home behind the row was handed in, while it waits for review; NO_DAY where none does. */
  readonly homesSince: number[] = [];
  private readonly unitColumn: Column | undefined;

  constructor(
    private readonly tree: Tree,
    private readonly picked: Picked,
    /** The homes behind the records; null where the selection does not ask for them. */
    private readonly homes: Homes | null,
    /** As if the homes that wait for review were approved. */
    private readonly waiting: boolean,
  ) {
    this.unitColumn = picked.table.column(picked.selection.unitField);
  }

  add(row: number): void {
    if (this.picked.reach === 'home') this.addByHome(row);
    else this.addByUnit(row);
  }

  private addByUnit(row: number): void {
    const column = this.unitColumn;
    switch (column?.kind) {
      case undefined:
        return this.put(row, this.picked.table.unit[row] ?? NONE);
      case 'unit':
        return this.put(row, column.values[row] ?? NONE);
      case 'units':
        // Looked at county-wide a record counts once, however many units it names; counts go to their units all the same.
        return this.picked.reach === 'county' ? this.put(row, NONE) : this.addNamed(row, column);
      case 'unitCounts':
        return this.addNamed(row, column);
      default:
        return this.put(row, NONE);
    }
  }

  /** A record that names several predecessors of one unit belongs to it once, with their counts added. */
  private addNamed(row: number, column: Lists): void {
    const weights = new Map<number, number>();
    column.lists[row]?.forEach((unit, at) => {
      const heir = this.tree.heirOf(unit);
      const count = column.kind === 'unitCounts' ? (weights.get(heir) ?? 0) + (column.counts[row]?.[at] ?? 0) : 1;
      weights.set(heir, count);
    });
    for (const [unit, weight] of weights) this.put(row, unit, weight);
  }

  private addByHome(row: number): void {
    const { table } = this.picked;
    const home = this.homes?.behind(row, this.waiting) ?? null;
    if (home === null) return this.put(row, table.unit[row] ?? NONE);
    if (home === 'lost' || endsBefore(home.closed, table.from[row] ?? NO_DAY)) return;
    if (!table.standing && (table.to[row] ?? NO_DAY) < home.opened) return;
    const own = table.day[row] ?? NO_DAY;
    const from = table.standing ? Math.max(own, home.opened) : own;
    // It ends with its home, and, where that unit was closed without an heir, with the unit that it belongs to.
    const unitEnd = this.tree.endOf(table.unit[row] ?? NONE);
    const until = earlierEnd(earlierEnd(untilOf(this.picked, row), unitEnd), home.closed);
    // What ended before its home opened never stood in it.
    if (table.standing && endsBefore(until, from)) return;
    for (const village of home.villages) this.put(row, village, 1, from, until, home.waitingSince);
  }

  private put(
    row: number,
    unit: number,
    weight = 1,
    day = this.picked.table.day[row] ?? NO_DAY,
    until = untilOf(this.picked, row),
    homeSince = NO_DAY,
  ): void {
    if (this.tree.isAhead(unit)) return;
    this.rows.push(row);
    this.units.push(this.tree.heirOf(unit));
    this.origins.push(unit);
    this.weights.push(weight);
    this.days.push(day);
    // What stands in a unit that ended without an heir ends with it.
    this.untils.push(earlierEnd(until, this.tree.endOf(unit)));
    this.homesSince.push(homeSince);
  }
}
