import type { CaseStep, FieldValue, RecordFact, RecordTypeSpec, Requirement } from '../../src/engine/index.js';
import { groupBy, once } from './book.js';
import { ofType, text, typeOf } from './records.js';
import { daysBetween, periodAround, plusDays } from './time.js';
import { reportingDay } from './verdict.js';
import { numberOn, parameter, plusWorkdays, type World } from './world.js';

/** How a step, and with it a case, stands: what is handled late can be eased, what is overdue cannot. */
export type Standing = 'onTime' | 'open' | 'late' | 'overdue';

const WORST: readonly Standing[] = ['overdue', 'late', 'open', 'onTime'];
export const worstStanding = (all: readonly Standing[]): Standing => WORST.find((one) => all.includes(one)) ?? 'open';

/** One case looked at: with the steps that count, or also with those that wait for review. */
export interface Look {
  readonly world: World;
  readonly requirement: Requirement;
  readonly record: RecordFact;
  /** The instant of the case on which the rule rests. */
  readonly base: string;
  readonly waiting: boolean;
  /** Last minute of the day judged. */
  readonly end: string;
  /** Only what was done after this minute counts: the second round of a case opened again. */
  readonly after: string | null;
}

const stepsByCase = once((steps: readonly RecordFact[]) => groupBy(steps, ({ fields }) => String(fields['case'])));

function plusMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(`${instant}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

const fieldsOf = once((type: RecordTypeSpec) => type.fields.map(({ id }) => id));

interface Limit {
  readonly last: string;
  readonly lastDay: string;
}

/** The last minute in which a step is on time, by the number of the day on which its clock starts (0012). */
function limitOf(look: Look, step: CaseStep, from: string): Limit | null {
  if (step.within === undefined) return null;
  const day = from.slice(0, 10);
  const number = numberOn(look.world, look.requirement, step.within.number, day);
  const { unit } = step.within;
  if (unit === 'minutes' || unit === 'hours') {
    const last = plusMinutes(from, unit === 'hours' ? number * 60 : number);
    return { last, lastDay: last.slice(0, 10) };
  }
  const lastDay = unit === 'days' ? plusDays(day, number) : plusWorkdays(look.world, day, number);
  return { last: `${lastDay}T23:59`, lastDay };
}

const given = (value: FieldValue | undefined) => value !== undefined && value !== null && value !== '';

/** When a step was done, in order: by its own records, by others that show the same, or by a field of the case. */
export function doneAt(look: Look, step: CaseStep, handedInBy: string | null): string[] {
  const { world, record, end, after } = look;
  const counts = (at: string | null): at is string => at !== null && at <= end && (after === null || at > after);
  if (step.field !== undefined) return [text(record, step.field)].filter(counts);
  const rows = (stepsByCase(ofType(world, 'case_step')).get(String(record.id)) ?? []).filter((row) => {
    const named =
      row.fields['step'] === step.step ||
      (step.or ?? []).some(
        (other) => row.fields['step'] === other.step && (other.having === undefined || given(row.fields[other.having])),
      );
    const waits = look.waiting && row.state === 'pending' && (handedInBy === null || row.submittedOn <= handedInBy);
    return named && (row.state === 'approved' || waits);
  });
  return rows
    .map((row) => text(row, 'done_at'))
    .filter(counts)
    .sort();
}

/** The last day on which what waits was handed in on time: the end of the limit and the grace days. */
const onTimeBy = (look: Look, lastDay: string): string => plusDays(lastDay, parameter(look.world, 'period_grace_days'));

/** Where the clock of a step starts: at an instant of the case, or when an earlier step was done; in the second round all start with it. */
function startOf(look: Look, steps: readonly CaseStep[], step: CaseStep): string | null {
  if (look.after !== null) return look.after;
  const from = step.from ?? look.base;
  const isField = fieldsOf(typeOf(look.world, look.record)).includes(from);
  const earlier = steps.find((one) => one.step === from) ?? { step: from };
  const at = isField ? text(look.record, from) : (doneAt(look, earlier, null)[0] ?? null);
  return at;
}

/** When the round that is looked at was closed; null while it is open, or where that was not written down. */
function closingOf({ record, end, after }: Look): string | null {
  const [closed, reopened] = [text(record, 'closed_at'), text(record, 'reopened_at')];
  if (after !== null) return closed !== null && closed > after && closed <= end ? closed : null;
  const first = reopened !== null && closed !== null && closed > reopened ? null : closed;
  const at = reopened === null ? closed : (text(record, 'first_closed_at') ?? first);
  return at !== null && at <= end ? at : null;
}

/** A step without a limit is asked once the case is closed, or the sheet of the month in which its clock started is due. */
function withoutLimit(look: Look, step: CaseStep, start: string | null, settled: boolean): Standing {
  const due =
    start === null ? null : reportingDay(look.world, look.requirement, periodAround('month', start.slice(0, 10)));
  const by = due === null ? null : onTimeBy(look, due);
  if (settled && doneAt(look, step, by).length > 0) return 'onTime';
  if (due === null) return 'open';
  return closingOf(look) !== null || look.end.slice(0, 10) > due ? 'overdue' : 'open';
}

/**
 * A step that repeats: no gap between its start, its repeats and today (or the closing) is longer than so many days. What
 * comes after the closing makes no gap.
 */
function repeats(look: Look, step: CaseStep, start: string): Standing {
  const reopened = text(look.record, 'reopened_at');
  const firstOfTwo = look.after === null && reopened !== null && reopened <= look.end;
  const most = numberOn(look.world, look.requirement, step.every!, start.slice(0, 10));
  const closing = closingOf(look);
  let previous = start.slice(0, 10);
  let late = false;
  for (const at of doneAt(look, step, null)) {
    if ((firstOfTwo && at > reopened) || (closing !== null && at > closing)) continue;
    const day = at.slice(0, 10);
    if (daysBetween(previous, day) > most) late = true;
    if (day > previous) previous = day;
  }
  // Where the end of the first round was not written down, its last repeat is as good as its end.
  if (firstOfTwo && closing === null) return late ? 'late' : 'onTime';
  if (daysBetween(previous, (closing ?? look.end).slice(0, 10)) > most) return closing === null ? 'overdue' : 'late';
  if (late) return 'late';
  return closing === null && previous === start.slice(0, 10) ? 'open' : 'onTime';
}

/** Must not be later than another step, and is due only once that one is done. */
function notAfter(look: Look, step: CaseStep, before: string, settled: boolean): Standing {
  const other = doneAt(look, { step: before }, null)[0];
  const by = other === undefined ? null : onTimeBy(look, other.slice(0, 10));
  const done = settled ? doneAt(look, step, by)[0] : undefined;
  if (other === undefined) return done === undefined ? 'open' : 'onTime';
  if (done === undefined) return 'overdue';
  return done <= other ? 'onTime' : 'late';
}

/** How one step stands. `settled`: the case has one of the outcomes without which this step does not count. */
export function standingOf(look: Look, steps: readonly CaseStep[], step: CaseStep, settled: boolean): Standing {
  const start = startOf(look, steps, step);
  if (step.every !== undefined) return start === null ? 'open' : repeats(look, step, start);
  if (step.before !== undefined) return notAfter(look, step, step.before, settled);
  if (step.within === undefined) return withoutLimit(look, step, start, settled);
  const limit = start === null ? null : limitOf(look, step, start);
  const done = settled ? doneAt(look, step, limit === null ? null : onTimeBy(look, limit.lastDay))[0] : undefined;
  // A clock that never started cannot run out; what is missing is asked where its own step is.
  if (limit === null) return done === undefined ? 'open' : 'onTime';
  if (done !== undefined) return done <= limit.last ? 'onTime' : 'late';
  return look.end > limit.last ? 'overdue' : 'open';
}
