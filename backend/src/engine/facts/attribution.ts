import { NO_DAY } from '../facts.types.js';
import type { Column } from './column.js';
import type { Facts } from './facts.js';
import { untilOf, type Picked } from './selection.js';
import { compileTests, passes } from './tests.js';
import type { Tree } from './tree.js';
import { APPROVED, PENDING, type Table } from './table.js';

/** Field of a record that names the home, and field of a home that names the villages it serves. */
const HOME = 'home';
const SERVED = 'served_units';

/**
 * To which units a row belongs: the unit field, the owner, or the villages that the home serves. Static for given versions
 * of the tables: a home must have been open on the record's day (for standing records both must be in force).
 */
export class Attribution {
  rows: number[] = [];
  units: number[] = [];
  /** The unit each row belonged to first, where another holds its records now (decision 0011). */
  origins: number[] = [];
  weights: number[] = [];
  days: number[] = [];
  untils: number[] = [];
  /** Day on which the home behind the row was handed in, while it waits for review; empty where no home is asked for. */
  homesSince: number[] = [];
  private waiting = false;
  private readonly unitColumn: Column | null;
  private readonly homes: Table | null;
  private readonly link: Column | null;
  private readonly isHome: (row: number) => boolean;

  constructor(
    private readonly facts: Facts,
    private readonly tree: Tree,
    private readonly picked: Picked,
  ) {
    const { table, selection } = picked;
    this.unitColumn = (selection.unitField === undefined ? undefined : table.columns.get(selection.unitField)) ?? null;
    const link = table.columns.get(HOME);
    this.link = link?.kind === 'record' ? link : null;
    const homes = link?.kind === 'record' ? facts.tables.get(link.target) : undefined;
    this.homes = homes ?? (table.columns.has(SERVED) ? table : null);
    this.isHome = homes === undefined ? () => true : homeTest(table, homes, tree);
  }

  /** Whether any unit holds records of another, so that `origins` says more than `units`. */
  get hasHeirs(): boolean {
    return this.tree.hasHeirs;
  }

  /** Whether any home waits for review, so that rows may belong to more villages once it is approved. */
  awaitsHomes(): boolean {
    const { homes } = this;
    if (this.picked.reach !== 'home' || homes === null || homes === this.picked.table) return false;
    return homes.state.subarray(0, homes.length).includes(PENDING);
  }

  /** Starts anew; `waiting`: as if the homes that wait for review were approved. */
  reset(waiting: boolean): void {
    this.waiting = waiting;
    this.homesSince = [];
    this.rows = [];
    this.units = [];
    this.origins = [];
    this.weights = [];
    this.days = [];
    this.untils = [];
  }

  add(row: number): void {
    if (this.picked.reach === 'home') this.addByHome(row);
    else this.addByUnit(row);
  }

  private addByUnit(row: number): void {
    const column = this.unitColumn;
    if (column === null) return this.put(row, this.picked.table.unit[row] ?? -1);
    if (column.kind === 'unit') return this.put(row, column.values[row] ?? -1);
    if (column.kind !== 'units' && column.kind !== 'unitCounts') return this.put(row, -1);
    // Looked at county-wide a record counts once, however many units it names; counts go to their units all the same.
    if (column.kind === 'units' && this.picked.reach === 'county') return this.put(row, -1);
    const list = column.lists[row] ?? [];
    if (this.tree.hasHeirs) return this.addNamed(row, column, list);
    list.forEach((unit, at) => this.put(row, unit, column.kind === 'unitCounts' ? (column.counts[row]?.[at] ?? 0) : 1));
  }

  /** A record that names several predecessors of one unit belongs to it once, with their counts added. */
  private addNamed(
    row: number,
    column: Column & { readonly kind: 'units' | 'unitCounts' },
    list: ArrayLike<number>,
  ): void {
    const weights = new Map<number, number>();
    for (let at = 0; at < list.length; at += 1) {
      const heir = this.tree.heirOf(list[at] ?? -1);
      const weight = column.kind === 'unitCounts' ? (column.counts[row]?.[at] ?? 0) : 1;
      weights.set(heir, column.kind === 'unitCounts' ? (weights.get(heir) ?? 0) + weight : 1);
    }
    for (const [unit, weight] of weights) this.put(row, unit, weight);
  }

  private addByHome(row: number): void {
    const { table } = this.picked;
    const isHome = this.homes === table;
    const home = isHome ? row : this.homeOf(row);
    if (home === null || this.homes === null) return this.put(row, table.unit[row] ?? -1);
    const pending = !isHome && this.waiting && home >= 0 && this.homes.state[home] === PENDING;
    if (home < 0 || !this.isHome(home) || (!isHome && !pending && this.homes.state[home] !== APPROVED)) return;
    const since = pending ? (this.homes.submitted[home] ?? NO_DAY) : NO_DAY;
    const opened = this.homes.day[home] ?? NO_DAY;
    const closed = this.homes.until[home] ?? NO_DAY;
    const own = table.day[row] ?? NO_DAY;
    const ends = untilOf(this.picked, row);
    if (!table.standing) {
      if ((table.to[row] ?? own) < opened || (closed !== NO_DAY && (table.from[row] ?? own) > closed)) return;
    }
    const from = table.standing ? Math.max(own, opened) : own;
    const until = closed === NO_DAY || !table.standing ? ends : ends === NO_DAY ? closed : Math.min(ends, closed);
    for (const village of villagesOf(this.tree, this.homes, home)) this.put(row, village, 1, from, until, since);
  }

  /** Row of the home that the record names; -1 when that home is unknown, null when none is named. */
  private homeOf(row: number): number | null {
    const id = this.link?.kind === 'record' ? (this.link.values[row] ?? -1) : -1;
    return id < 0 ? null : (this.homes?.rowOf.get(id) ?? -1);
  }

  private put(
    row: number,
    unit: number,
    weight = 1,
    day = this.picked.table.day[row] ?? NO_DAY,
    until = untilOf(this.picked, row),
    homeSince = NO_DAY,
  ): void {
    if (this.waiting) this.homesSince.push(homeSince);
    this.rows.push(row);
    this.units.push(this.tree.heirOf(unit));
    this.origins.push(unit);
    this.weights.push(weight);
    this.days.push(day);
    // What stands in a unit that ended without an heir ends with it.
    const end = this.tree.endOf(unit);
    this.untils.push(end === NO_DAY ? until : until === NO_DAY ? end : Math.min(until, end));
  }
}

/** Which places the link may name: a place of another type is no home, whoever it belongs to. */
function homeTest(table: Table, homes: Table, tree: Tree): (row: number) => boolean {
  const asked = table.spec.fields.find((field) => field.id === HOME)?.targetWhen;
  if (asked === undefined) return () => true;
  const [test] = compileTests({ [asked.field]: { any: asked.any } }, homes, tree);
  return (row) => test !== undefined && passes(test, row, () => NaN);
}

/** The villages a home serves: its owner, if that is a village, and those it names. */
function villagesOf(tree: Tree, homes: Table, home: number): readonly number[] {
  const owner = tree.heirOf(homes.unit[home] ?? -1);
  const served = homes.columns.get(SERVED);
  const named = served?.kind === 'units' ? Array.from(served.lists[home] ?? []) : [];
  const list = tree.hasHeirs ? [...new Set(named.map((unit) => tree.heirOf(unit)))] : named;
  return tree.isVillage(owner) && !list.includes(owner) ? [owner, ...list] : list;
}
