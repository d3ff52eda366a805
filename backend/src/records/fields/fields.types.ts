import type { FieldSpec, FieldValue, RecordTypeSpec } from '../../engine/index.js';
import type { FieldProblem } from '../../platform/errors/index.js';

/** A sense that two figures of one record must make: the sum of `left` is not more than the sum of `right`. */
export interface FieldCheck {
  readonly left: string | readonly string[];
  readonly op: '<=';
  readonly right: string | readonly string[];
  readonly message: string;
}

/** A record type as far as the fields need it. */
export interface FieldsOf extends RecordTypeSpec {
  readonly checks?: readonly FieldCheck[];
}

export interface KnownUnit {
  readonly kind: string;
  readonly displayName: string;
}

export interface KnownRecord {
  readonly type: string;
  readonly state: string;
  readonly fields: FieldValues;
}

/** What a field's value may refer to. Everything is looked up before: the check itself is pure. */
export interface FieldWorld {
  unit(code: string): KnownUnit | null;
  record(id: number): KnownRecord | null;
  /** Name of a record type on the screen. */
  recordTypeLabel(type: string): string;
  /** Name of a kind of unit on the screen. */
  unitKindLabel(kind: string): string;
}

/** One field's value after reading: a value (null = left empty), or the sentence that refuses it. */
export type Reading = { readonly value: FieldValue } | { readonly refused: string };

export type Reader = (field: FieldSpec, input: unknown, world: FieldWorld) => Reading;

export type FieldValues = Readonly<Record<string, FieldValue>>;

export type Checked =
  | { readonly ok: true; readonly fields: FieldValues }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };
