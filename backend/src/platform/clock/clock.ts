const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day of an instant in Asia/Shanghai (UTC+8 all year), as `YYYY-MM-DD`. */
export function dayOfInstant(instant: string | number): string {
  const millis = typeof instant === 'number' ? instant : Date.parse(instant);
  return new Date(millis + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which a day begins in Asia/Shanghai, in milliseconds since 1970 UTC. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS;
}

/** The only place that knows what time it is. */
export abstract class Clock {
  /** Milliseconds since 1970 UTC. */
  abstract millis(): number;

  /** The instant now, ISO in UTC: `2026-11-24T01:02:03.456Z`. */
  now(): string {
    return new Date(this.millis()).toISOString();
  }

  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  today(): string {
    return dayOfInstant(this.millis());
  }
}

export class SystemClock extends Clock {
  millis(): number {
    return Date.now();
  }
}

/** Time runs, the day stays: for tests and demonstrations on a fixed day. At the day's end time stands still. */
export class FixedDayClock extends Clock {
  private readonly shift: number;
  private readonly end: number;

  constructor(day: string) {
    super();
    this.shift = startOfDay(day) - startOfDay(dayOfInstant(Date.now()));
    this.end = startOfDay(day) + DAY_MS - 1;
  }

  millis(): number {
    return Math.min(Date.now() + this.shift, this.end);
  }
}

/** A clock that stands where it was put: for tests of deadlines. */
export class MovableClock extends Clock {
  private at: number;

  /** `instant`: ISO text with a zone, such as `2026-11-24T09:00:00+08:00`. */
  constructor(instant: string) {
    super();
    this.at = Date.parse(instant);
  }

  millis(): number {
    return this.at;
  }

  /** Puts the clock to an instant (ISO text with a zone). */
  set(instant: string): void {
    this.at = Date.parse(instant);
  }

  advanceMinutes(minutes: number): void {
    this.at += minutes * 60_000;
  }
}
