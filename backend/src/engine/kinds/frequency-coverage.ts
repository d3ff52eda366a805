import { isoMonday } from '../days.js';
import { NO_DAY, NONE, type Day } from '../facts.types.js';
import { lowerBound } from '../facts/view.js';
import type { View } from '../facts/view.types.js';
import { AT_RISK, MET, NO_DATA, NOT_DUE, UNMET } from '../judge/codes.js';
import { Draft } from '../judge/draft.js';
import type { Run } from '../judge/env.js';
import { formatDay } from '../days.js';
import type { Rule } from '../rule.types.js';
import { springFestivalDays } from '../workdays.js';
import type { Detail, Judge, Sink } from './kind.js';

type FrequencyRule = Rule & { readonly kind: 'frequency_coverage' };

/** A week with at least this many days of the Spring Festival holiday is left out. */
const EXEMPT_DAYS = 4;

/** The weeks looked at: Mondays, newest last. */
interface Weeks {
  readonly first: Day;
  readonly count: number;
  /** Places of those that are judged. */
  readonly judged: readonly number[];
  /** The run of each week, with the numbers of its Sunday: what a session is, and how many make a week. */
  readonly runs: readonly Run[];
  readonly min: Float64Array;
  /** Per cent of the weeks that are wanted and tolerated, as of the as-of day. */
  readonly target: number;
  readonly yellow: number;
  /** The campaign is older than the whole window. */
  readonly whole: boolean;
}

/** Share of the last complete ISO weeks with at least `min_per_week` sessions (5.2.1.c). */
export function frequencyCoverage(rule: FrequencyRule): Judge {
  return {
    judge: (run, sink) => judge(rule, run, sink),
    detail: (run) => detail(rule, run),
  };
}

function weeksOf(rule: FrequencyRule, run: Run): Weeks {
  const { env } = run;
  const count = Math.max(0, Math.trunc(run.number('window_weeks')));
  // A week is complete once its Sunday and the catch-up days have passed.
  const last = isoMonday(env.asOf - run.number('catch_up_days') - 7);
  const first = last - (count - 1) * 7;
  const isExempt = (monday: Day) =>
    rule.exempt === 'spring_festival' && springFestivalDays(monday, env.calendar) >= EXEMPT_DAYS;
  const mondays = Array.from({ length: count }, (_, week) => first + week * 7);
  const judged = [...mondays.keys()].filter((week) => {
    const monday = mondays[week] ?? NO_DAY;
    return monday >= env.start && !isExempt(monday);
  });
  const runs = mondays.map((monday) => run.on(monday + 6));
  const min = Float64Array.from(runs, (one) => one.number('min_per_week'));
  const wanted = { target: run.number('target'), yellow: run.number('yellow') };
  return { first, count, judged, runs, min, ...wanted, whole: first >= env.start };
}

function judge(rule: FrequencyRule, run: Run, sink: Sink): void {
  const weeks = weeksOf(rule, run);
  const views = weeks.runs.map((one) => one.views(rule.count));
  const sessions = sessionsIn(
    run,
    views.map(({ approved }) => approved),
    weeks,
  );
  const waits = views.some(({ approved, withPending }) => approved !== withPending);
  const waiting = waits
    ? sessionsIn(
        run,
        views.map(({ withPending }) => withPending),
        weeks,
      )
    : sessions;
  const draft = new Draft();
  run.subjects.forEach((unit, place) => {
    sink.put(place, judgeUnit(weeks, sessions, waiting, unit, draft), null);
  });
}

/** Sessions by unit and week (unit × weeks + week). */
function sessionsIn(run: Run, views: readonly View[], weeks: Weeks): Float64Array {
  const sessions = run.env.take(run.env.units * weeks.count);
  const catchUp = run.number('catch_up_days');
  views.forEach(({ days, units, waitingSince }, week) => {
    const monday = weeks.first + week * 7;
    const high = lowerBound(days, monday + 7);
    for (let at = lowerBound(days, monday); at < high; at += 1) {
      const unit = units[at] ?? NONE;
      const since = waitingSince[at] ?? NO_DAY;
      if (since > monday + 6 + catchUp) continue;
      const place = unit * weeks.count + week;
      sessions[place] = (sessions[place] ?? 0) + 1;
    }
  });
  return sessions;
}

function judgeUnit(weeks: Weeks, sessions: Float64Array, waiting: Float64Array, unit: number, draft: Draft): Draft {
  const { target, judged } = weeks;
  const total = judged.length;
  const enough = fullWeeks(weeks, sessions, unit);
  draft.clear().count(enough, total, Math.ceil((target * total) / 100));
  draft.span(weeks.first, weeks.first + weeks.count * 7 - 1, NO_DAY);
  if (total === 0) return draft.say(NOT_DUE, 'nothingYet');
  draft.any = judged.some((week) => (sessions[unit * weeks.count + week] ?? 0) > 0);
  if (enough * 100 >= target * total) return draft.say(MET, 'fulfilled');
  if (fullWeeks(weeks, waiting, unit) * 100 >= target * total) return draft.say(AT_RISK, 'waitingForReview');
  if (!draft.any) return weeks.whole ? draft.say(UNMET, 'nothingReported') : draft.say(NO_DATA, 'nothingReported');
  return enough * 100 >= weeks.yellow * total ? draft.say(AT_RISK, 'tolerated') : draft.say(UNMET, 'short');
}

function fullWeeks(weeks: Weeks, sessions: Float64Array, unit: number): number {
  let enough = 0;
  for (const week of weeks.judged) if (isFull(weeks, sessions, unit, week)) enough += 1;
  return enough;
}

function isFull({ min, count }: Weeks, sessions: Float64Array, unit: number, week: number): boolean {
  return (sessions[unit * count + week] ?? 0) >= (min[week] ?? NaN);
}

function detail(rule: FrequencyRule, run: Run): Detail {
  const weeks = weeksOf(rule, run);
  const unit = run.subjects[0] ?? 0;
  const approved = weeks.runs.map((one) => one.views(rule.count).approved);
  const sessions = sessionsIn(run, approved, weeks);
  const missing = weeks.judged
    .filter((week) => !isFull(weeks, sessions, unit, week))
    .map((week) => formatDay(weeks.first + week * 7));
  const to = weeks.first + weeks.count * 7 - 1;
  return { looks: [{ selection: rule.count, from: weeks.first, to, inForceOn: null }], missing, parts: [] };
}
