import { addWorkdays, formatDay, isWorkday, type Day, type WorkCalendar } from '../../engine/index.js';
import { workdayFrom } from './days.js';
import type { DemoRecord } from './demo.types.js';
import { Random } from './random.js';

const MINUTES_PER_DAY = 1440;
const SHANGHAI_OFFSET_MINUTES = 480;
/** Older returned records would have been mended and sent again long ago. */
const RETURNED_WITHIN_DAYS = 9;

/** What villages send in by the dozen; reviewers find something in it now and then. */
const RETURNABLE: ReadonlySet<string> = new Set(['activity', 'family_training', 'service_stat', 'ledger_submission']);

const RETURN_REASONS = [
  '人数比平时多出不少，请核对后再报。',
  '日期与月计划对不上，请核对后再报。',
  '请补上现场照片或签到表后再报。',
  '同一天已报过一条，请核对是否重复。',
] as const;

/** A record on its way into the book. */
export interface Entry {
  readonly type: string;
  readonly unit: string;
  readonly key?: string;
  readonly fields: DemoRecord['fields'];
  readonly evidence?: readonly string[];
  /** The day of which it speaks, or from which on it could be entered. */
  readonly day: Day;
  /** Workdays until somebody enters it; by default one to three. */
  readonly after?: number;
  /** Entered and looked at on the very days, weekends included. */
  readonly urgent?: boolean;
  /** Workdays until somebody looks at it; by default one to three. */
  readonly review?: number;
}

/** Takes the records in as the clock plays: what would be entered later than yesterday is not there yet. */
export class RecordBook {
  readonly records: DemoRecord[] = [];
  private readonly keys = new Set<string>();
  private readonly random = new Random('record book');

  /** `first`: first day on which anything is entered. `last`: the last one. */
  constructor(
    readonly first: Day,
    readonly last: Day,
    readonly calendar: WorkCalendar,
  ) {}

  /** False when the record is not entered yet, or what it points at is not. */
  add(entry: Entry): boolean {
    const submitted = this.submitDay(entry);
    if (submitted > this.last || entry.day > this.last || !this.linksStand(entry)) return false;
    const decided = this.decisionDay(entry, submitted);
    const waits = decided > this.last;
    const returned = !waits && RETURNABLE.has(entry.type) && this.isReturned(submitted);
    if (entry.key !== undefined) this.keys.add(entry.key);
    const { type, unit: unitCode, key, fields, evidence = [] } = entry;
    this.records.push({
      type,
      unitCode,
      ...(key === undefined ? {} : { key }),
      fields,
      evidence,
      submittedAt: this.instant(submitted, 0),
      state: waits ? 'pending' : returned ? 'returned' : 'approved',
      decidedAt: waits ? null : this.instant(decided, decided === submitted ? 360 : 0),
      ...(returned ? { reason: this.random.pick(RETURN_REASONS) } : {}),
    });
    return true;
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  private submitDay({ day, after = this.random.whole(1, 3), urgent = false }: Entry): Day {
    if (urgent) return day;
    const from = Math.max(day, this.first);
    return after === 0 ? workdayFrom(from, this.calendar) : addWorkdays(from, after, this.calendar);
  }

  private decisionDay({ urgent = false, review = this.random.whole(1, 3) }: Entry, submitted: Day): Day {
    return urgent ? submitted + 1 : addWorkdays(submitted, review, this.calendar);
  }

  private isReturned(submitted: Day): boolean {
    return this.last - submitted <= RETURNED_WITHIN_DAYS && this.random.chance(0.02);
  }

  private linksStand({ fields }: Entry): boolean {
    return Object.values(fields).every(
      (value) => typeof value !== 'object' || value === null || !isLink(value) || this.keys.has(value.key),
    );
  }

  /** An instant in business hours, ISO in UTC; weekends see the people on duty only. `later`: minutes. */
  private instant(day: Day, later: number): string {
    const morning = this.random.chance(0.6);
    const office = isWorkday(day, this.calendar) && later === 0;
    const minute = !office ? 570 + (later > 0 ? later : 0) : morning ? 520 : 850;
    const at = day * MINUTES_PER_DAY + minute + this.random.whole(0, office ? 170 : 90) - SHANGHAI_OFFSET_MINUTES;
    return new Date(at * 60_000 + this.random.whole(0, 59) * 1000).toISOString();
  }
}

/** `{ key }`, the link to another record. */
export function isLink(value: object): value is { readonly key: string } {
  return 'key' in value && typeof value.key === 'string' && Object.keys(value).length === 1;
}

/** `YYYY-MM-DDTHH:mm` of a day and minutes after its midnight. */
export function instantText(day: Day, minute: number): string {
  const at = day * MINUTES_PER_DAY + minute;
  const rest = ((at % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${formatDay(Math.floor(at / MINUTES_PER_DAY))}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
