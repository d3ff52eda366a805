import { NO_DAY, NONE, type Day } from '../facts.types.js';
import type { Reason } from '../verdict.types.js';

/** What was found for one cell (or one part of it) in one window, before the steps of decision 3 are taken. */
export class Finding {
  fulfilled = false;
  /** Anything of the kind was reported, even if it does not count. */
  any = false;
  /** Something was reported that does not count, for want of its file; it is no silence. */
  lacking = false;
  /** Would be fulfilled if the records handed in on time were approved. */
  waiting = false;
  /** Would be fulfilled but for an attachment or a wished attribute. */
  attribute = false;
  /** Short inside a tolerance that the requirement declares. */
  tolerated = false;
  /** Fulfilled, but only by what ends within `expiry_warn_days`. */
  expiring = false;
  /** Last day on which it is still fulfilled, where it is expiring; NO_DAY where that is not known. */
  until: Day = NO_DAY;
  /** Was fulfilled once and has ended. */
  expired = false;
  /** Not applicable, with this reason. */
  absent: Reason | null = null;
  /** Cannot be judged after the grace days, with this reason (0/0, a missing category, a missing benchmark). */
  unknown: Reason | null = null;
  /** Reason of a tolerated shortfall. */
  toleratedAs: Reason = 'tolerated';
  measured = NaN;
  of = NaN;
  required = NaN;
  part = NONE;

  clear(): this {
    this.fulfilled = this.any = this.waiting = this.attribute = this.tolerated = false;
    this.expiring = this.expired = this.lacking = false;
    this.until = NO_DAY;
    this.absent = this.unknown = null;
    this.toleratedAs = 'tolerated';
    this.measured = this.of = this.required = NaN;
    this.part = NONE;
    return this;
  }
}
