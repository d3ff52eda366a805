import type { Transaction } from '../database/transactions.service.js';

/** One setting before and after; `before`: null when nothing was kept. */
export interface SettingChange {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Whoever has to be told of changed settings; the platform does not know the room that is. */
export abstract class SettingsWitness {
  /** Called in the transaction of the change; what it throws undoes the change. */
  abstract settingChanged(transaction: Transaction, change: SettingChange): Promise<void>;
}
