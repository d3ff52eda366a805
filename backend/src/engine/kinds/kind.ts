import type { Day } from '../facts.types.js';
import type { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import type { Selection } from '../rule.types.js';
import type { Verdict } from '../verdict.types.js';

/** Takes the verdict of one subject (its place among the run's subjects), and of the other period where there is one. */
export interface Sink {
  put(place: number, deciding: Draft, other: Draft | null): void;
}

/** Rows of a selection that a verdict looked at. */
export interface Look {
  readonly selection: Selection;
  /** Days looked at, both inside; `inForceOn` for standing records. */
  readonly from: Day;
  readonly to: Day;
  readonly inForceOn: Day | null;
  /** A statistic counts only if it is of just these days, as for months and quarters. */
  readonly exact?: boolean;
}

export interface Part {
  readonly label: string;
  readonly draft: Draft;
}

/** What an explanation adds to the verdict. */
export interface Detail {
  readonly looks: readonly Look[];
  readonly missing: readonly string[];
  readonly parts: readonly {
    readonly label: string;
    readonly outcome: Verdict['outcome'];
    readonly measured: number | null;
    readonly of: number | null;
  }[];
}

/** One kind, bound to one rule. `judge` writes all subjects of the run; an explanation runs it for a single subject. */
export interface Judge {
  judge(run: Run, sink: Sink): void;
  /** Looks, missing things and parts of the run's only subject, whose verdict is given. */
  detail(run: Run, verdict: Verdict): Detail;
}
