/** A stretch of time, as long as an entry of the requirement's `numbers` says. */
export interface Within {
  readonly number: string;
  readonly unit: 'minutes' | 'hours' | 'days' | 'workdays';
}

/** One step that a case must show. `from` is an instant field of the case or the name of an earlier step. */
export interface CaseStep {
  readonly step: string;
  readonly from?: string;
  readonly within?: Within;
  /** Must not be later than this other step, and is due only once that one is done (3.2.2.b). */
  readonly before?: string;
  /** Repeats: a gap of more than this many days between base, repeats and today (or closing) is an overrun. */
  readonly every?: string;
  /** An instant field of the record itself instead of a case_step record (hotline calls). */
  readonly field?: string;
  /** Further steps that show the same, so that they are entered once: who has arrived has taken the report (4.3.2). */
  readonly or?: readonly OtherStep[];
}

export interface OtherStep {
  readonly step: string;
  /** Only where this field of the step is filled in, such as the number of the record. */
  readonly having?: string;
}
