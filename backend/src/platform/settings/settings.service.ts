import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { type Transaction, Transactions } from '../database/transactions.service.js';
import { DomainError } from '../errors/index.js';
import { SequenceService } from '../sequence/index.js';
import type { SettingEntity } from './setting.entity.js';
import { settingProblems } from './settings.policy.js';
import { SettingsRepository } from './settings.repository.js';
import { settingsSchema } from './settings.schema.js';
import { SettingsWitness } from './settings.witness.js';
import { SETTINGS_FRAME, type SettingValues, type SettingsFrame } from './settings.types.js';

/** The county's settings: append-only revisions under the county-wide sequence number. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly settings: SettingsRepository,
    private readonly transactions: Transactions,
    private readonly sequence: SequenceService,
    private readonly clock: Clock,
    private readonly witness: SettingsWitness,
    @Inject(SETTINGS_FRAME) private readonly frame: SettingsFrame,
  ) {}

  /** The values that hold now. */
  async current(transaction?: Transaction): Promise<SettingValues> {
    const revisions = await this.settings.revisions(transaction);
    const written: Record<string, unknown> = {};
    for (const { key, value } of revisions) written[key] = JSON.parse(value);
    return settingsSchema.parse({ ...this.initial(), ...written });
  }

  /** True when a setting was changed after this sequence number. */
  async changedSince(seq: number): Promise<boolean> {
    return (await this.settings.keysAfter(seq)).length > 0;
  }

  /**
   * Stores what differs from the present values; each key takes a sequence number of its own.
   * `by`: id of the account. @throws DomainError `settings.invalid` when the values contradict each other
   */
  update(changes: Partial<SettingValues>, by: string): Promise<SettingValues> {
    return this.transactions.run(async (transaction) => {
      const before = await this.current(transaction);
      const after = { ...before, ...changes };
      const problems = settingProblems(after, this.frame.earliestStart);
      if (problems.length > 0) {
        const message = problems.map((problem) => problem.message).join('；');
        throw new DomainError('invalid', 'settings.invalid', message, { fields: problems });
      }
      for (const [key, old, value] of changedEntries(before, after)) {
        await this.append(transaction, key, JSON.stringify(value), by);
        await this.witness.settingChanged(transaction, { key, before: old, after: value });
      }
      return after;
    });
  }

  /** The newest revision of every key with this beginning, such as `holidays.`, in the order of their numbers. */
  async kept(beginning: string): Promise<readonly SettingEntity[]> {
    const newest = new Map<string, SettingEntity>();
    for (const revision of await this.settings.revisions()) {
      if (revision.key.startsWith(beginning)) newest.set(revision.key, revision);
    }
    return [...newest.values()].sort((one, other) => one.seq - other.seq);
  }

  /** Stores a value of another room as a revision of its own, as JSON, unless the newest one says the same. `by`: account id. */
  keep(key: string, value: unknown, by: string): Promise<void> {
    return this.transactions.run(async (transaction) => {
      const text = JSON.stringify(value);
      const newest = (await this.settings.revisions(transaction)).findLast((revision) => revision.key === key);
      if (newest?.value === text) return;
      await this.append(transaction, key, text, by);
      const before: unknown = newest === undefined ? null : JSON.parse(newest.value);
      await this.witness.settingChanged(transaction, { key, before, after: value });
    });
  }

  private async append(transaction: Transaction, key: string, value: string, by: string): Promise<void> {
    const seq = await this.sequence.next(transaction);
    await this.settings.append(transaction, { seq, key, value, at: this.clock.now(), by });
  }

  private initial(): SettingValues {
    return { campaignStart: null, inspectionDay: null, implied: false, countyName: this.frame.countyName };
  }
}

function changedEntries(before: SettingValues, after: SettingValues): [key: string, old: unknown, value: unknown][] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([key, value]) => (old.get(key) === value ? [] : [[key, old.get(key), value]]));
}
