/**
 * The closed language in which the standard is written: what the eleven kinds may ask of the records.
 * The YAML in `seeds/standard/` has exactly this shape; the schema in the `standard` room checks it.
 */

import type { CaseStep } from './case-step.types.js';

export type { CaseStep, OtherStep, Within } from './case-step.types.js';

/** Which units are judged. `bureau:` is followed by the bureau's short name; `county+each_town` is written as two entries. */
export type Subject =
  | 'county'
  | 'each_town'
  | 'each_town_without_streets'
  | 'each_village'
  | 'each_village_ge100'
  | 'each_village_lt100'
  | `bureau:${string}`;

export type PeriodUnit =
  'standing' | 'calendar_year' | 'school_year' | 'quarter' | 'month' | 'iso_week' | 'rolling_12_months';

/** The day from which the grace days of a closed period run, when it is not the period's last day. */
export type Reporting =
  | { readonly type: 'dayOfLastMonth'; readonly day: number }
  | { readonly type: 'monthDay'; readonly month: number; readonly day: number }
  | { readonly type: 'workdaysAfter'; readonly days: number };

/**
 * A number that decides something. Either dated values (`values`: from-day → value; the newest day not after the as-of day
 * holds) or the id of a global parameter (`use`). `says` is the verbatim word of the clause, or null when it is a declared default.
 */
export interface RuleNumber {
  readonly unit: string;
  readonly says: string | null;
  readonly values?: Readonly<Record<string, number>>;
  readonly use?: string;
}

/** Name of an entry of the requirement's `numbers`. */
export type NumberName = string;

/** A test on one field of a record. */
export type Condition =
  | { readonly any: readonly string[] }
  | { readonly all: readonly string[] }
  | { readonly none: readonly string[] }
  | { readonly is: boolean }
  | { readonly min: NumberName }
  | { readonly max: NumberName }
  | { readonly present: true };

export type Where = Readonly<Record<string, Condition>>;

/** Whose records are looked at: the subject's own, its subtree's, the whole county's, or (for a village) those of the homes that serve it. */
export type Reach = 'own' | 'subtree' | 'county' | 'home';

/** A set of records of one type. Standing types (with an `until` field) are those in force on the as-of day, others those whose day lies in the period. */
export interface Selection {
  readonly record: string;
  readonly where?: Where;
  /** Attributes whose lack leaves the record in, but caps the cell at atRisk (a missing attribute is a declared tolerance). */
  readonly wants?: Where;
  /** Evidence types that all have to hang on the record before it counts. */
  readonly attachments?: readonly string[];
  /** At least one file of any kind has to hang on the record: a paper without one is no paper. The documents kind asks it of every paper. */
  readonly evidenced?: true;
  readonly from?: Reach;
  /** The unit, units or unitCounts field that says which subject a record belongs to; default: the record's own unit. */
  readonly unitField?: string;
  /** A further day field that ends the record, such as the end of its contract; what comes first ends it (5.1.3.b). */
  readonly alsoUntil?: string;
}

export type Measure =
  | { readonly count: Selection }
  | { readonly distinct: Selection; readonly field: string; readonly among: readonly Subject[] }
  | { readonly sum: Selection; readonly field: string }
  /** The latest record of each owning unit inside the period; their values added. */
  | { readonly latest: Selection; readonly field: string }
  | { readonly units: readonly Subject[] }
  | { readonly number: NumberName };

/** One way in which an item of a set counts as covered. */
export interface ItemSource {
  readonly of: Selection;
  /** Options found in this choice/choices field are covered. */
  readonly field?: string;
  /** Any record of `of` covers this one item. */
  readonly item?: string;
  /** item → number field that has to be above zero. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Having {
  readonly attachments?: readonly string[];
  readonly where?: Where;
  /** At least one record of `of` inside the period points at this record through its link field. */
  readonly linked?: { readonly of: Selection; readonly field: string };
}

/** The measure language of decision 7: how a coverage gets its numerator and denominator. */
export type CoverageOf =
  | { readonly type: 'share'; readonly among: Selection; readonly having: Having }
  | { readonly type: 'items'; readonly items: readonly string[]; readonly sources: readonly ItemSource[] }
  /** Numerator and denominator typed on the record; the worst category decides. A zero flag makes its category notApplicable. */
  | {
      readonly type: 'reported';
      readonly of: Selection;
      readonly numerator: string;
      readonly denominator: string;
      readonly zeroFlag?: string;
      readonly by?: { readonly field: string; readonly categories: readonly string[] };
      /** The village must be served by a home in use, otherwise the numerator is 0 (5.2.1.e). */
      readonly needsHome?: readonly string[];
    }
  | {
      readonly type: 'pairs';
      readonly of: Selection;
      readonly zeroFlag?: string;
      readonly pairs: readonly { readonly label: string; readonly numerator: string; readonly denominator: string }[];
    }
  | { readonly type: 'ratio'; readonly numerator: Measure; readonly denominator: Measure };

export type CaseSource =
  | {
      readonly type: 'cases';
      readonly of: Selection;
      readonly base: string;
      readonly steps: readonly CaseStep[];
      readonly outcomes?: readonly string[];
    }
  /** Monthly statistic instead of single cases (4.4.2): handled in time of accepted. */
  | {
      readonly type: 'statistic';
      readonly of: Selection;
      readonly numerator: string;
      readonly denominator: string;
      readonly zeroFlag: string;
    };

export type Reference =
  | { readonly type: 'number'; readonly number: NumberName }
  | { readonly type: 'previousPeriod' }
  | { readonly type: 'benchmarks'; readonly levels: readonly string[]; readonly mode: 'all' | 'any' };

export type Rule =
  | {
      readonly kind: 'documents';
      readonly period: 'standing' | 'calendar_year';
      readonly mode: 'all' | 'any';
      readonly papers: readonly Paper[];
    }
  | {
      readonly kind: 'count_per_period';
      readonly period: PeriodUnit;
      readonly count: Selection;
      readonly covering?: { readonly field: string; readonly items: readonly string[] };
    }
  | {
      readonly kind: 'frequency_coverage';
      readonly period: 'iso_week';
      readonly count: Selection;
      readonly exempt: 'spring_festival' | 'none';
    }
  | { readonly kind: 'staffing'; readonly period: 'standing'; readonly people: Selection }
  | { readonly kind: 'facility'; readonly period: 'standing'; readonly places: Selection; readonly appliesIf?: Where }
  | { readonly kind: 'coverage'; readonly period: PeriodUnit; readonly of: CoverageOf }
  | {
      readonly kind: 'value_compare';
      readonly period: PeriodUnit;
      readonly of: Selection;
      /** `value` reads the field `value`; `ratio` compares numerator × 100 with reference × denominator, in integers. */
      readonly as: 'value' | 'ratio';
      readonly compare: 'atLeast' | 'atMost' | 'above';
      readonly reference: Reference;
      readonly categories?: readonly string[];
      readonly equalIs?: 'atRisk';
    }
  | {
      readonly kind: 'every_case_handled';
      readonly period: 'month';
      readonly source: CaseSource;
      readonly register: string;
    }
  | {
      readonly kind: 'ledger_current';
      readonly period: 'quarter';
      readonly of: Selection;
      readonly field: string;
      readonly ledgers: readonly string[];
    }
  | {
      readonly kind: 'incident_free_window';
      readonly period: 'month';
      readonly incidents: Selection;
      readonly register: string;
      readonly reporters: readonly Subject[];
    }
  | {
      readonly kind: 'no_open_cases';
      readonly period: 'quarter';
      readonly cases: Selection;
      readonly statistic: {
        readonly of: Selection;
        readonly field: string;
        readonly foundOn: string;
        readonly acceptedOn?: string;
      };
      readonly register: string;
      readonly confirmers: readonly Subject[];
    };

export interface Paper {
  readonly type: string;
  readonly where?: Where;
  readonly wants?: Where;
}

export type Kind = Rule['kind'];

/** One atomic, checkable obligation of a clause, as the engine needs it. */
export interface Requirement {
  /** Such as `1.1.3.a`. */
  readonly id: string;
  readonly clause: string;
  readonly subjects: readonly Subject[];
  /** Implied requirements stay out of a clause's state unless the county switches them on (decision 6). */
  readonly strength: 'explicit' | 'implied';
  /** `atRisk`: never worse than atRisk once something is reported. */
  readonly cap: 'none' | 'atRisk';
  readonly veto: boolean;
  readonly rule: Rule;
  readonly numbers: Readonly<Record<NumberName, RuleNumber>>;
  readonly reporting?: Reporting;
}
