import type { RecordFact } from '../../engine/index.js';
import { allTimes, done, earliest, ending, repeated, stepTimes, type CaseJudge, type DoneAt } from './case-steps.js';
import type { Day } from './plain-clock.js';
import { is, type Picks } from './plain-county.js';
import { marks, minutes, type PlainRows } from './plain-rows.js';

/** What the steps of some cases are read from. */
export class CaseReader {
  readonly found: Int32Array;
  readonly reported: Int32Array;
  readonly closed: Int32Array;

  constructor(
    readonly rows: PlainRows,
    private readonly steps: readonly RecordFact[],
  ) {
    this.found = minutes(rows, 'found_at');
    this.reported = minutes(rows, 'reported_at');
    this.closed = minutes(rows, 'closed_at');
  }

  step(name: string): DoneAt {
    return done(stepTimes(this.rows, this.steps, name));
  }

  /** A step, or the arrival of the police, which shows the same; `numbered`: only where that bears a number. */
  stepOrArrival(name: string, numbered: boolean): DoneAt {
    const arrived = ({ fields }: RecordFact) =>
      fields.step === '出警到场' && (!numbered || (typeof fields.ref_no === 'string' && fields.ref_no !== ''));
    return done(earliest(this.rows, this.steps, (record) => record.fields.step === name || arrived(record)));
  }

  repeats(name: string, start: DoneAt, every: number): CaseJudge {
    return repeated(allTimes(this.rows, this.steps, name), start, this.closed, every);
  }

  ending(name: string, ...outcomes: readonly string[]): DoneAt {
    return ending(this.step(name), marks(this.rows, is('outcome', ...outcomes)));
  }
}

/** Which cases a requirement looks at, on what they rest, and how their steps are judged. */
export interface Handling {
  readonly id: string;
  readonly register: string;
  readonly office: string;
  readonly takes?: Picks;
  readonly base?: 'found' | 'reported';
  /** The towns as well as the office; or everything that the county has. */
  readonly reach?: 'towns' | 'county';
  readonly cap?: boolean;
  readonly judge: (cases: CaseReader) => (day: Day) => CaseJudge;
}
