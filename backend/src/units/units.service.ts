import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { type Transaction, Transactions } from '../platform/database/index.js';
import { UnitBook } from './history/unit-book.js';
import { foundedCodes, type StoredChange, replayed, storedChanges } from './stored-changes.js';
import { baseHistories, tableChanges } from './unit-table.js';
import { UnitDirectory } from './unit-directory.js';
import { UnitsRepository } from './units.repository.js';
import type { UnitRow } from './units.types.js';

/**
 * The units of the county in time: looked up in memory. The list of the seeds is where they begin, the entered changes say
 * what became of them. Look-ups without a day are those of today, or of the unit's last day.
 */
@Injectable()
export class UnitsService implements OnModuleInit {
  private held: { readonly book: UnitBook; readonly seq: number } | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(UnitDirectory) private readonly list: UnitDirectory,
    private readonly repository: UnitsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.catchUp();
  }

  /**
   * Takes in the changes that were entered since, by whichever process. At the first call also brings the table of units
   * up to the list; writes nothing when they already say the same.
   * @throws StartupError when a stored change no longer fits the list of the seeds
   */
  async catchUp(): Promise<UnitBook> {
    const done = this.turn.catch(() => undefined).then(() => (this.held === null ? this.begin() : this.readOn()));
    this.turn = done;
    await done;
    return this.book;
  }

  /** All units in time, as far as they have been taken in. */
  get book(): UnitBook {
    if (this.held === null) throw new Error('The units were asked for before the start.');
    return this.held.book;
  }

  /** Sequence number of the last change of units taken in; 0 when there was none. */
  get sequence(): number {
    return this.held?.seq ?? 0;
  }

  /** The county as it stands now, and what is stored of it, as one transaction sees them. */
  async within(transaction: Transaction): Promise<UnitBook> {
    const since = storedChanges(await this.repository.changesAfter(this.sequence, transaction));
    return since.length === 0 ? this.book : new UnitBook(replayed(this.book.histories, since));
  }

  /** Keeps first and last days of the table in step, in the transaction that stores a change. */
  async writeTable(book: UnitBook, transaction: Transaction): Promise<void> {
    const rows = tableChanges(book.histories, await this.repository.everKnown(transaction));
    await this.repository.write(rows, transaction);
  }

  /** The directory of a day, `YYYY-MM-DD`; left out: today. */
  on(day: string = this.clock.today()): UnitDirectory {
    return this.book.on(day);
  }

  /** A unit as it is today, or was last; null for an unknown code. */
  byCode(code: string): UnitRow | null {
    return this.book.row(code, this.clock.today());
  }

  /** A unit, what is and was below it, and those for which any of them goes on; only itself for an unknown code. */
  everBelow(code: string): readonly string[] {
    return this.book.everBelow(code, this.clock.today());
  }

  /** What people write: code, `镇/村`, any name ever borne. Null when none or several fit. */
  find(written: string): UnitRow | null {
    const found = this.book.candidates(written, this.clock.today());
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** The unit that ever bore this short name, or who goes on for it, as it is today; null when none or several fit. */
  named(shortName: string): UnitRow | null {
    return this.book.named(shortName, this.clock.today());
  }

  /** Short name on a day (left out: today), with the town before it where it is not unique (decision 17). */
  displayName(code: string, day: string = this.clock.today()): string {
    return this.book.displayName(code, day);
  }

  private async begin(): Promise<void> {
    const stored = await this.repository.everKnown();
    const changes = storedChanges(await this.repository.changesAfter(0));
    const base = baseHistories(this.list.units, stored, foundedCodes(changes), this.clock.today());
    const book = new UnitBook(replayed(base, changes));
    if (tableChanges(book.histories, stored).length > 0)
      await this.transactions.run((transaction) => this.writeTable(book, transaction));
    this.held = { book, seq: lastOf(changes, 0) };
  }

  private async readOn(): Promise<void> {
    const changes = storedChanges(await this.repository.changesAfter(this.sequence));
    if (changes.length === 0) return;
    const book = new UnitBook(replayed(this.book.histories, changes));
    this.held = { book, seq: lastOf(changes, this.sequence) };
  }
}

const lastOf = (changes: readonly StoredChange[], before: number): number => changes.at(-1)?.seq ?? before;
