import {
  addWorkdays,
  instantDay,
  lastDayOfMonth,
  parseInstant,
  type RecordFact,
  type WorkCalendar,
} from '../../engine/index.js';
import type { PlainRows } from './plain-rows.js';

const MINUTES = 1440;

/** Minute of the earliest doing of a step by case: approved only, and with waiting ones. */
export interface StepTimes {
  readonly approved: Int32Array;
  readonly withWaiting: Int32Array;
}

/** Minute in which a step was done; 0 where it does not say. */
export function doneMinute({ fields }: RecordFact): number {
  return typeof fields.done_at === 'string' ? (parseInstant(fields.done_at) ?? 0) : 0;
}

/** The earliest doing of a step by case number. */
export function stepTimes(rows: PlainRows, steps: readonly RecordFact[], step: string): StepTimes {
  return earliest(rows, steps, ({ fields }) => fields.step === step);
}

/** The same for all entries that show the step. */
export function earliest(
  rows: PlainRows,
  steps: readonly RecordFact[],
  isStep: (record: RecordFact) => boolean,
): StepTimes {
  const place = new Map(rows.placed.map(({ record }, at) => [record.id, at]));
  const times = { approved: new Int32Array(rows.length), withWaiting: new Int32Array(rows.length) };
  for (const record of steps) {
    const at = place.get(Number(record.fields.case));
    const minute = doneMinute(record);
    if (at === undefined || minute === 0 || !isStep(record)) continue;
    if (record.state !== 'approved' && record.state !== 'pending') continue;
    const before = times.withWaiting[at] ?? 0;
    if (before === 0 || minute < before) times.withWaiting[at] = minute;
    const approved = times.approved[at] ?? 0;
    if (record.state === 'approved' && (approved === 0 || minute < approved)) times.approved[at] = minute;
  }
  return times;
}

/** On time, open, late, overdue – from best to worst. */
export type State = 0 | 1 | 2 | 3;

export function stateOf(done: number, limit: number, now: number): State {
  if (done > 0 && done <= now) return done <= limit ? 0 : 2;
  return now > limit ? 3 : 1;
}

/** How a case stands: the worse of its steps. */
export type CaseJudge = (at: number, waiting: boolean, now: number) => State;

/** Minute in which a step was done by now; 0 while it is not. */
export type DoneAt = (at: number, waiting: boolean, now: number) => number;

export function done({ approved, withWaiting }: StepTimes): DoneAt {
  return (at, waiting, now) => {
    const minute = (waiting ? withWaiting[at] : approved[at]) ?? 0;
    return minute <= now ? minute : 0;
  };
}

/** A step that stands in a field of the case itself. */
export function noted(minutes: Int32Array): DoneAt {
  return (at, _waiting, now) => {
    const minute = minutes[at] ?? 0;
    return minute <= now ? minute : 0;
  };
}

/** A step that is done only with one of the right outcomes. */
export function ending(step: DoneAt, right: Uint8Array): DoneAt {
  return (at, waiting, now) => (right[at] === 1 ? step(at, waiting, now) : 0);
}

/** Where a clock starts: a field of the case, known beforehand. */
export function since(minutes: Int32Array): DoneAt {
  return (at) => minutes[at] ?? 0;
}

export type Limit = (start: number) => number;

export const minutesOn =
  (count: number): Limit =>
  (start) =>
    start + count;

export const daysOn =
  (count: number): Limit =>
  (start) =>
    (instantDay(start) + count + 1) * MINUTES - 1;

export const workdaysOn =
  (count: number, calendar: WorkCalendar): Limit =>
  (start) =>
    (addWorkdays(instantDay(start), count, calendar) + 1) * MINUTES - 1;

/** Done within its limit; as long as its clock stands it is open. */
export function inTime(step: DoneAt, start: DoneAt, limit: Limit): CaseJudge {
  return (at, waiting, now) => {
    const minute = step(at, waiting, now);
    const from = start(at, waiting, now);
    if (from === 0) return minute > 0 ? 0 : 1;
    return stateOf(minute, limit(from), now);
  };
}

/** Without a limit of its own: there once the case is closed or the month's sheet is due. */
export function recorded(step: DoneAt, start: DoneAt, closed: Int32Array, calendar: WorkCalendar): CaseJudge {
  return (at, waiting, now) => {
    if (step(at, waiting, now) > 0) return 0;
    const from = start(at, waiting, now);
    if (from === 0) return 1;
    const ended = closed[at] ?? 0;
    const due = (addWorkdays(lastDayOfMonth(instantDay(from)), 5, calendar) + 1) * MINUTES - 1;
    return (ended > 0 && ended <= now) || now > due ? 3 : 1;
  };
}

/** Due only once the other step is done, and not later than it. */
export function earlier(step: DoneAt, other: DoneAt): CaseJudge {
  return (at, waiting, now) => {
    const minute = step(at, waiting, now);
    const limit = other(at, waiting, now);
    if (limit === 0) return minute > 0 ? 0 : 1;
    return minute === 0 ? 3 : minute <= limit ? 0 : 2;
  };
}

/** Repeated at least every so many days from the start until the case is closed. */
export function repeated(
  repeats: readonly (readonly StepTime[])[],
  start: DoneAt,
  closed: Int32Array,
  every: number,
): CaseJudge {
  return (at, waiting, now) => {
    const from = start(at, waiting, now);
    if (from === 0) return 1;
    const ended = (closed[at] ?? 0) > 0 && (closed[at] ?? 0) <= now;
    const first = instantDay(from);
    let previous = first;
    let late = false;
    for (const { minute, waits } of repeats[at] ?? []) {
      if (minute > now || (waits && !waiting)) continue;
      if (instantDay(minute) - previous > every) late = true;
      previous = Math.max(previous, instantDay(minute));
    }
    if (instantDay(ended ? (closed[at] ?? 0) : now) - previous > every) return ended ? 2 : 3;
    return late ? 2 : !ended && previous === first ? 1 : 0;
  };
}

/** One doing of a step. */
export interface StepTime {
  readonly minute: number;
  readonly waits: boolean;
}

/** All doings of a step by case, earliest first. */
export function allTimes(
  rows: PlainRows,
  steps: readonly RecordFact[],
  step: string,
): readonly (readonly StepTime[])[] {
  const times = rows.placed.map((): StepTime[] => []);
  const place = new Map(rows.placed.map(({ record }, at) => [record.id, at]));
  for (const record of steps) {
    const minute = doneMinute(record);
    if (record.fields.step !== step || minute === 0) continue;
    if (record.state !== 'approved' && record.state !== 'pending') continue;
    times[place.get(Number(record.fields.case)) ?? -1]?.push({ minute, waits: record.state === 'pending' });
  }
  for (const list of times) list.sort((a, b) => a.minute - b.minute);
  return times;
}

/** The worst step decides. */
export function worst(...judges: readonly CaseJudge[]): CaseJudge {
  return (at, waiting, now) => {
    let state: State = 0;
    for (const judge of judges) {
      const one = judge(at, waiting, now);
      if (one > state) state = one;
    }
    return state;
  };
}
