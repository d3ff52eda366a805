/** Record types as data: each field is declared once and drives validation, form, template, import, export and the engine's columns. */

export type PeriodGranularity = 'month' | 'quarter' | 'year' | 'schoolYear';

export type FieldType =
  | 'text'
  | 'longText'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'day'
  | 'instant'
  /** `2026-09`, `2026-Q3`, `2026` or `2025-2026` (school year, 1 September to 31 August), as `granularity` allows. */
  | 'period'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'unit'
  | 'units'
  | 'unitCounts'
  | 'record';

/** One field. Instants are business-time text `YYYY-MM-DDTHH:mm`; days are `YYYY-MM-DD`. */
export interface FieldSpec {
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly options?: readonly string[];
  readonly granularity?: readonly PeriodGranularity[];
  /** Unit of measure shown beside the input, such as 人 or 元. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  /** Unit kinds a unit field may name. */
  readonly unitKinds?: readonly string[];
  /** Record type a `record` field points at. */
  readonly target?: string;
  /** What the record pointed at has to be: one of these options in a choice field of its own, such as a home among the places. */
  readonly targetWhen?: { readonly field: string; readonly any: readonly string[] };
  readonly hint?: string;
  /** Shown (and required, if required) only when another choice field has one of these options. */
  readonly showWhen?: { readonly field: string; readonly any: readonly string[] };
  /** Holds document, work-order or public telephone numbers: the search for identity and mobile numbers leaves it alone. */
  readonly numbersExempt?: boolean;
}

export interface RecordTypeSpec {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly FieldSpec[];
  /** Field that dates the record: a day, an instant or a period (then its last day). */
  readonly dayField: string;
  /** Last day in force of a standing record (post, place, paper); absent for events and statistics. */
  readonly untilField?: string;
  /** Choice field that says what the record is at all (which paper, which post): one with another option is no near miss. */
  readonly kindField?: string;
}
