/** Numerator and denominator of one part of a coverage, indexed by unit. */
export interface Fraction {
  readonly label: string;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  /** Above zero where anything was reported. */
  readonly seen: Float64Array;
  /** Reports that say there is nobody of this category. */
  readonly zero: Float64Array;
  /** Sheets that have to be there before the sum says anything (every village of a subtree); undefined where one is enough. */
  readonly expected?: Float64Array | undefined;
}
