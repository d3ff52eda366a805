import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { Transactions } from '../platform/database/index.js';
import { UnitDirectory } from './unit-directory.js';
import { unitChanges } from './unit-changes.js';
import { UnitsRepository } from './units.repository.js';
import type { UnitRow } from './units.types.js';

/** The units of the county: looked up in memory, kept in step with the `unit` table at start. */
@Injectable()
export class UnitsService implements OnModuleInit {
  constructor(
    @Inject(UnitDirectory) readonly directory: UnitDirectory,
    private readonly repository: UnitsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Brings the table up to the list of the seeds; writes nothing when they already say the same. */
  async onModuleInit(): Promise<void> {
    const stored = await this.repository.everKnown();
    const changes = unitChanges(this.directory.units, stored, this.clock.today());
    if (changes.length === 0) return;
    await this.transactions.run((transaction) => this.repository.write(changes, transaction));
  }

  /** All units in list order: county, bureaus, towns and streets, villages and communities. */
  all(): readonly UnitRow[] {
    return this.directory.units;
  }

  /** Null for an unknown code. */
  byCode(code: string): UnitRow | null {
    return this.directory.byCode(code);
  }

  /** The unit and everything below it, parents first; empty for an unknown code. */
  subtree(code: string): readonly UnitRow[] {
    return this.directory.subtree(code);
  }

  /** Direct children in list order. */
  children(code: string): readonly UnitRow[] {
    return this.directory.children(code);
  }

  /** The unit with this short name, or `历山街道/和源` where it is not unique; null when none or several fit. */
  byShortName(shortName: string): UnitRow | null {
    return this.directory.byShortName(shortName);
  }

  /** What people write: code, short or full name, alias, `镇/村`. Null when none or several fit. */
  find(written: string): UnitRow | null {
    return this.directory.find(written);
  }

  /** Short name, with the town before it where it is not unique (decision 17). */
  displayName(code: string): string {
    return this.directory.displayName(code);
  }
}
