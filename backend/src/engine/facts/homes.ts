import { NO_DAY, NONE, type Day } from '../facts.types.js';
import { kept } from '../kept.js';
import { earlierEnd } from './ends.js';
import { APPROVED, PENDING, type Table } from './table.js';
import { compileTests, passes, type Test } from './tests.js';
import type { Tree } from './tree.js';

/** Field of a record that names the home, and field of a home that names the villages it serves. */
export const HOME = 'home';
const SERVED = 'served_units';

/** A home as far as the records behind which it stands are concerned. */
export interface Home {
  readonly opened: Day;
  /** Last day; NO_DAY where it is open. */
  readonly closed: Day;
  /** Day on which it was handed in, while it waits for review; NO_DAY otherwise. */
  readonly waitingSince: Day;
  readonly villages: readonly number[];
}

/** The homes that the records of a table name; those of the places themselves are the places. */
export class Homes {
  private readonly known = new Map<number, Home>();
  /** The numbers of the homes that the records name; null where the records are the homes. */
  private readonly named: Int32Array | null;
  private readonly tests: readonly Test[];

  constructor(
    private readonly places: Table,
    table: Table,
    private readonly tree: Tree,
  ) {
    const link = table.columns.get(HOME);
    this.named = link?.kind === 'record' ? link.values : null;
    // A place of another type is no home, whoever it belongs to.
    const asked = table.spec.fields.find((field) => field.id === HOME)?.targetWhen;
    this.tests = asked === undefined ? [] : compileTests({ [asked.field]: { any: asked.any } }, places, tree);
  }

  /** Whether any home waits for review, so that records may belong to more villages once it is approved. */
  await(): boolean {
    return this.named !== null && this.places.state.subarray(0, this.places.length).includes(PENDING);
  }

  /** The home behind a record: null where the record names none, `lost` where what it names is no home that counts. */
  behind(row: number, waiting: boolean): Home | 'lost' | null {
    const id = this.named?.[row] ?? 0;
    if (id < 0) return null;
    const place = this.named === null ? row : this.places.rowOf.get(id);
    if (place === undefined || !this.tests.every((test) => passes(test, place, noNumber))) return 'lost';
    const state = this.places.state[place];
    if (state !== APPROVED && !(waiting && state === PENDING)) return 'lost';
    return kept(this.known, place, () => this.homeAt(place));
  }

  private homeAt(place: number): Home {
    const { state, submitted, day, until, unit } = this.places;
    return {
      opened: day[place] ?? NO_DAY,
      // A home ends with the unit it belongs to, where that was closed without an heir (decision 0011, 5).
      closed: earlierEnd(until[place] ?? NO_DAY, this.tree.endOf(unit[place] ?? NONE)),
      waitingSince: state[place] === PENDING ? (submitted[place] ?? NO_DAY) : NO_DAY,
      villages: this.villagesOf(place),
    };
  }

  /** The villages a home serves: its owner, if that is a village, and those it names. */
  private villagesOf(place: number): readonly number[] {
    const owner = this.tree.heirOf(this.places.unit[place] ?? NONE);
    const served = this.places.columns.get(SERVED);
    const villages = new Set(this.tree.isVillage(owner) ? [owner] : []);
    if (served?.kind === 'units') served.lists[place]?.forEach((unit) => villages.add(this.tree.heirOf(unit)));
    return [...villages];
  }
}

const noNumber = () => NaN;

/** The table of the homes behind the records of a table; null where they have nothing to do with homes. */
export function placesBehind(tables: ReadonlyMap<string, Table>, table: Table): Table | null {
  const link = table.columns.get(HOME);
  if (link?.kind === 'record') return tables.get(link.target) ?? null;
  return table.columns.has(SERVED) ? table : null;
}
