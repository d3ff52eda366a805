import type { RecordTypeSpec } from './record-type.types.js';

/** A calendar day as whole days since 1970-01-01; `NO_DAY` where there is none. */
export type Day = number;
export const NO_DAY = -2147483648;
/** An index that stands for nothing: no unit, no option, no record. */
export const NONE = -1;
/** The code of an option that a field does not have: unlike the `NONE` of a field left open, no row bears it. */
export const NO_OPTION = -2;

export type UnitKind = 'county' | 'bureau' | 'town' | 'street' | 'village' | 'community';

/** A unit in the order of the list; its index is its number in every column. */
export interface UnitFact {
  readonly code: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parentCode: string | null;
  /** First and last day, `YYYY-MM-DD`; left out: always. */
  readonly from?: string;
  readonly to?: string;
  /** All short names ever borne; left out: `shortName` alone. */
  readonly names?: readonly string[];
  /** Later states, oldest first; what one leaves out stays as it was. */
  readonly states?: readonly UnitStateFact[];
  /** Code of the unit that goes on with its records after `to`. */
  readonly heir?: string;
  /** Began without a predecessor: its duties begin on `from`. */
  readonly newborn?: true;
}

export interface UnitStateFact {
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly shortName?: string;
  readonly kind?: UnitKind;
  readonly parentCode?: string | null;
}

export type ReviewState = 'pending' | 'approved' | 'returned' | 'withdrawn';

/** Field values as they are stored. `unitCounts` maps unit code → count. */
export type FieldValue = string | number | boolean | null | readonly string[] | Readonly<Record<string, number>>;

/** One record as the engine takes it in. */
export interface RecordFact {
  /** County-wide number of the record; also what `record` fields refer to. */
  readonly id: number;
  readonly type: string;
  readonly unit: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Evidence types attached, such as `minutes`. */
  readonly evidence: readonly string[];
  readonly state: ReviewState;
  /** `YYYY-MM-DD`, business time: when it was last submitted, and approved. */
  readonly submittedOn: string;
  readonly approvedOn: string | null;
}

export interface FactsLayout {
  readonly units: readonly UnitFact[];
  readonly recordTypes: readonly RecordTypeSpec[];
  readonly evidenceTypes: readonly string[];
}
