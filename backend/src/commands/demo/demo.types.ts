import type { FactsLayout, FieldValue, WorkCalendar } from '../../engine/index.js';

/** A record of another type in the same county, by its key. */
export interface DemoLink {
  readonly key: string;
}

/** An invented record with its own past. Instants ISO in UTC. */
export interface DemoRecord {
  readonly type: string;
  readonly unitCode: string;
  /** What links of other records call this one; it stands before them. */
  readonly key?: string;
  readonly fields: Readonly<Record<string, FieldValue | DemoLink>>;
  /** Evidence types; each hangs on the record as a real small file. */
  readonly evidence: readonly string[];
  readonly submittedAt: string;
  readonly state: 'approved' | 'pending' | 'returned';
  /** When it was approved or returned; null while it waits. */
  readonly decidedAt: string | null;
  /** Why it was returned. */
  readonly reason?: string;
}

/** What the generator has to know. `today`: `YYYY-MM-DD`. */
export interface DemoBase {
  readonly layout: FactsLayout;
  readonly today: string;
  readonly calendar: WorkCalendar;
}
