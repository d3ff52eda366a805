/** What the county decides for itself. Days are `YYYY-MM-DD`. */
export interface SettingValues {
  /** Day on which the campaign started; null: not told yet, and nothing is judged. */
  readonly campaignStart: string | null;
  readonly inspectionDay: string | null;
  /** Implied requirements count toward the state of their clause (decision 6). */
  readonly implied: boolean;
  readonly countyName: string;
}

export type SettingKey = keyof SettingValues;

/** What holds before anybody has decided, and how far a campaign's start may reach back. */
export interface SettingsFrame {
  readonly countyName: string;
  /** First day for which the standard has numbers. */
  readonly earliestStart: string;
}

export const SETTINGS_FRAME = Symbol('SettingsFrame');
