import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { Clock } from '../platform/clock/index.js';
import { Transactions } from '../platform/database/index.js';
import { SequenceService } from '../platform/sequence/index.js';
import { applyChange } from './history/apply-change.js';
import { changeInWords } from './history/change-words.js';
import { dayBefore } from './history/history.js';
import type { UnitChange } from './history/history.types.js';
import { UnitBook } from './history/unit-book.js';
import { type StoredChange, storedChanges } from './stored-changes.js';
import { unitChangeRefused } from './unit-changes.errors.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';
import type { UnitRow } from './units.types.js';

export interface EnteredChange extends StoredChange {
  readonly sentence: string;
}

/** A unit with its name on the screen. */
export interface ShownUnit extends UnitRow {
  readonly displayName: string;
}

export interface ChangeResult extends EnteredChange {
  /** Units that are otherwise on the day of the change, as they were on the day before, and as they are on that day. */
  readonly before: readonly ShownUnit[];
  readonly after: readonly ShownUnit[];
}

/** Entering changes of units, and the list of those entered. */
@Injectable()
export class UnitChangesService {
  constructor(
    private readonly units: UnitsService,
    private readonly repository: UnitsRepository,
    private readonly transactions: Transactions,
    private readonly sequence: SequenceService,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** All entered changes, oldest first, with what each did. */
  async all(): Promise<readonly EnteredChange[]> {
    const changes = storedChanges(await this.repository.changesAfter(0));
    const { histories } = await this.units.catchUp();
    return changes.map((stored) => ({ ...stored, sentence: changeInWords(histories, stored.change) }));
  }

  /**
   * Stores a change, which from then on holds for every judgement of its day and later ones.
   * @throws DomainError units.changeRefused with a sentence for each thing to be written differently
   */
  async enter(change: UnitChange, actor: { readonly id: string; readonly displayName: string }): Promise<ChangeResult> {
    await this.units.catchUp();
    const result = await this.transactions.run(async (transaction) => {
      // The number first: its row is the lock that keeps two changes apart.
      const seq = await this.sequence.next(transaction);
      const before = await this.units.within(transaction);
      const applied = applyChange(before.histories, change);
      if (!applied.ok) throw unitChangeRefused(applied.problems);
      const { day, type } = change;
      const [at, by] = [this.clock.now(), actor.displayName];
      const content = JSON.stringify(change);
      await this.repository.append({ seq, day, type, content, at, by: actor.id, byName: by }, transaction);
      const after = new UnitBook(applied.histories);
      await this.units.writeTable(after, transaction);
      const sentence = changeInWords(applied.histories, change);
      const { before: old, after: now } = differences(before, after, day);
      await this.trail.tell(transaction, {
        action: 'unit.change',
        object: { kind: 'unit', id: old[0]?.code ?? now[0]?.code ?? null },
        before: { units: named(old) },
        after: { seq, sentence, change, units: named(now) },
        who: { id: actor.id, name: actor.displayName },
      });
      return { seq, at, by, change, sentence, before: old, after: now };
    });
    await this.units.catchUp();
    return result;
  }
}

/** What the change did, looking at its own day with and without it. */
function differences(before: UnitBook, after: UnitBook, day: string): Pick<ChangeResult, 'before' | 'after'> {
  const [old, now] = [shown(before, dayBefore(day)), shown(after, day)];
  const text = (units: readonly ShownUnit[]) => new Map(units.map((unit) => [unit.code, JSON.stringify(unit)]));
  const [oldText, nowText] = [text(old), text(now)];
  return {
    before: old.filter(({ code }) => oldText.get(code) !== nowText.get(code)),
    after: now.filter(({ code }) => oldText.get(code) !== nowText.get(code)),
  };
}

const named = (units: readonly ShownUnit[]) =>
  units.map(({ code, name, kind, parentCode }) => ({ code, name, kind, parentCode }));

function shown(book: UnitBook, day: string): readonly ShownUnit[] {
  const directory = book.on(day);
  return directory.units.map((unit) => ({ ...unit, displayName: directory.displayName(unit.code) }));
}
