import type { UnitKind } from '../units.types.js';

/** What a unit is from a day on. `from` null: from the beginning. */
export interface UnitState {
  /** `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  /** Null for the county only. */
  readonly parentCode: string | null;
}

/** How a unit ended; `close` also for one that left the list of the seeds. */
export type UnitEnding = 'merge' | 'split' | 'close';

/** A unit in time: the unit is its code, everything else holds from a day on. Days are `YYYY-MM-DD`. */
export interface UnitHistory {
  readonly code: string;
  readonly aliases: readonly string[];
  /** First day; null: older than the system. */
  readonly from: string | null;
  /** Last day; null while it exists. */
  readonly to: string | null;
  /** At least one, oldest first, the first one from the unit's own first day. */
  readonly states: readonly [UnitState, ...UnitState[]];
  /** Who goes on with its records after `to`; null: nobody, or it still exists. */
  readonly heir: string | null;
  readonly ended: UnitEnding | null;
  /** Began without a predecessor: its duties begin with its first day. */
  readonly newborn: boolean;
  /** Day of its last change; a later change cannot have an earlier day. */
  readonly lastChange: string | null;
}

/** A unit that begins with a change. Kind and parent default to those of the unit it comes from. */
export interface NewUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind?: UnitKind | undefined;
  readonly parentCode?: string | undefined;
}

/** The unit that a merger leads to: a new one, or one of the merged that goes on, perhaps under a new name. */
export interface MergedUnit {
  readonly code: string;
  readonly name?: string | undefined;
  readonly shortName?: string | undefined;
  readonly kind?: UnitKind | undefined;
  readonly parentCode?: string | undefined;
}

interface Dated {
  /** First day of the new state, `YYYY-MM-DD`. */
  readonly day: string;
}

/** One change of units; the day is the first one on which it holds. */
export type UnitChange =
  | (Dated & Required<NewUnit> & { readonly type: 'found' })
  | (Dated & { readonly type: 'rename'; readonly code: string; readonly name: string; readonly shortName: string })
  | (Dated & {
      readonly type: 'kind';
      readonly code: string;
      readonly kind: UnitKind;
      readonly name?: string | undefined;
      readonly shortName?: string | undefined;
    })
  | (Dated & { readonly type: 'move'; readonly code: string; readonly parentCode: string })
  | (Dated & { readonly type: 'merge'; readonly codes: readonly string[]; readonly into: MergedUnit })
  | (Dated & {
      readonly type: 'split';
      readonly code: string;
      /** New units; the split one among them if it goes on. */
      readonly parts: readonly NewUnit[];
      /** Code of the part that goes on with the records. */
      readonly heir: string;
    })
  | (Dated & { readonly type: 'close'; readonly code: string });

export type UnitChangeType = UnitChange['type'];

/** Why a change cannot be entered, and what to write instead. `conflict`: it contradicts what is stored. */
export interface UnitChangeProblem {
  readonly field: string;
  readonly sentence: string;
  readonly kind: 'invalid' | 'conflict';
}
