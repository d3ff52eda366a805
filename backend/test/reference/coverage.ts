import type {
  CoverageOf,
  Measure,
  RecordFact,
  Requirement,
  Rule,
  Selection,
  UnitFact,
} from '../../src/engine/index.js';
import {
  dayOf,
  fitsAll,
  homesOf,
  inSubtree,
  isVillage,
  num,
  numberOn,
  openOn,
  parameter,
  plusMonths,
  plusDays,
  unitsOf,
  type World,
} from './world.js';
import { boundOf, allNeeded, eventsIn, inForce, waitingIn } from './counting.js';
import { reportingDay, standingWindow, step, windowsOf, worst, type Said, type Window } from './verdict.js';

type CoverageRule = Extract<Rule, { kind: 'coverage' }>;
interface Share {
  readonly measured: number;
  readonly of: number;
}

const newest = (records: readonly RecordFact[], world: World): RecordFact | undefined =>
  [...records]
    .sort((a, b) => {
      const [x, y] = [dayOf(world, a)!, dayOf(world, b)!];
      return x < y ? -1 : x > y ? 1 : a.id - b.id;
    })
    .at(-1);

/** Records of a selection for a window; `union` adds those that wait. */
function take(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  window: Window,
  union: boolean,
): RecordFact[] {
  const found = eventsIn(world, requirement, selection, unit, window, window.at);
  return union ? [...new Set([...found, ...waitingIn(world, requirement, selection, unit, window)])] : found;
}

function isStanding(world: World, record: string): boolean {
  return record !== 'document' && world.layout.recordTypes.find((type) => type.id === record)?.untilField !== undefined;
}

function current(
  world: World,
  requirement: Requirement,
  selection: Selection,
  unit: UnitFact,
  window: Window,
  union: boolean,
): RecordFact[] {
  const paper = selection.record === 'document' && window.from === '0000-01-01';
  if (!paper && !isStanding(world, selection.record)) return take(world, requirement, selection, unit, window, union);
  const held = inForce(
    { ...world, asOf: window.at },
    requirement,
    selection,
    unit,
    union ? ['approved', 'pending'] : ['approved'],
  );
  return held.filter((record) => record.state === 'approved' || record.submittedOn <= window.graceEnd);
}

function measure(
  world: World,
  requirement: Requirement,
  of: Measure,
  unit: UnitFact,
  window: Window,
  union: boolean,
): number | null {
  if ('units' in of) return of.units.flatMap((subject) => unitsOf(world, subject)).length;
  if ('number' in of) return numberOn(world, requirement, of.number, window.at);
  if ('count' in of) return current(world, requirement, of.count, unit, window, union).length;
  if ('distinct' in of) {
    const among = of.among.flatMap((subject) => unitsOf(world, subject)).map(({ code }) => code);
    const named = new Set(
      take(world, requirement, of.distinct, unit, window, union).flatMap((r) =>
        Array.isArray(r.fields[of.field]) ? (r.fields[of.field] as string[]) : [],
      ),
    );
    return among.filter((code) => named.has(code)).length;
  }
  if ('sum' in of) {
    return take(world, requirement, of.sum, unit, window, union).reduce((sum, record) => {
      const value = record.fields[of.field];
      if (typeof value === 'number') return sum + value;
      const counts = (value ?? {}) as Record<string, number>;
      return (
        sum +
        (of.sum.unitField === of.field ? (counts[unit.code] ?? 0) : Object.values(counts).reduce((a, b) => a + b, 0))
      );
    }, 0);
  }
  const rows = current(world, requirement, of.latest, unit, window, union);
  const owners = [...new Set(rows.map((record) => record.unit))];
  const values = owners.map((owner) =>
    num(
      newest(
        rows.filter((record) => record.unit === owner),
        world,
      )!,
      of.field,
    ),
  );
  return values.some((value) => value === null) || values.length === 0 ? null : values.reduce((a, b) => a! + b!, 0);
}

function share(
  world: World,
  requirement: Requirement,
  of: CoverageOf,
  unit: UnitFact,
  window: Window,
  union: boolean,
): Share | null {
  if (of.type === 'items') {
    const covered = of.items.filter((item) =>
      of.sources.some((source) => {
        const rows = take(world, requirement, source.of, unit, window, union);
        if (source.item !== undefined) return source.item === item && rows.length > 0;
        if (source.fields !== undefined)
          return item in source.fields && rows.some((r) => (num(r, source.fields![item]!) ?? 0) > 0);
        return rows.some((r) => [r.fields[source.field!]].flat().includes(item));
      }),
    );
    const any = of.sources.some((source) => take(world, requirement, source.of, unit, window, union).length > 0);
    return any ? { measured: covered.length, of: of.items.length } : null;
  }
  if (of.type === 'ratio') {
    const top = measure(world, requirement, of.numerator, unit, window, union);
    const bottom = measure(world, requirement, of.denominator, unit, window, union);
    return bottom === null || bottom === 0 ? null : { measured: top ?? 0, of: bottom };
  }
  if (of.type !== 'share') return null;
  const rows = current(world, requirement, of.among, unit, window, union);
  const bound = boundOf(world, requirement, window.at);
  const having = rows.filter((record) => {
    const { attachments, where, linked } = of.having;
    if (!(attachments ?? []).every((type) => record.evidence.includes(type)) || !fitsAll(world, where, record, bound))
      return false;
    if (linked === undefined) return true;
    return take(world, requirement, linked.of, unit, window, union).some((r) => r.fields[linked.field] === record.id);
  });
  return rows.length === 0 ? null : { measured: having.length, of: rows.length };
}

/** The denominator is counted from records, not typed. */
const isCounted = (of: CoverageOf): boolean =>
  of.type === 'share' || (of.type === 'ratio' && !('latest' in of.denominator));

/** Something was recorded for either side of a ratio. */
function somebody(
  world: World,
  requirement: Requirement,
  of: CoverageOf,
  unit: UnitFact,
  window: Window,
  union = true,
): boolean {
  if (of.type !== 'ratio') return true;
  return [of.numerator, of.denominator].some((side) => {
    const selection =
      'count' in side
        ? side.count
        : 'distinct' in side
          ? side.distinct
          : 'sum' in side
            ? side.sum
            : 'latest' in side
              ? side.latest
              : null;
    if (selection === null) return false;
    const rows = current(world, requirement, selection, unit, window, union);
    // What should name units and names none of them says nothing.
    if ('distinct' in side) return (measure(world, requirement, side, unit, window, true) ?? 0) > 0;
    // A figure that names nobody was not reported.
    if ('latest' in side)
      return side === of.numerator && (measure(world, requirement, side, unit, window, union) ?? 0) > 0;
    return rows.length > 0;
  });
}

const reaches = (part: Share | null, target: number): boolean =>
  part !== null && part.measured * 100 >= target * part.of;

function judge(
  requirement: Requirement,
  world: World,
  window: Window,
  now: Share | null,
  withWaiting: Share | null,
  nothing: boolean,
): Said {
  const target = numberOn(world, requirement, 'target', window.at);
  const yellow = numberOn(world, requirement, 'yellow', window.at);
  const later = requirement.reporting !== undefined && reportingDay(world, requirement, window) > window.to;
  const outcome = step(
    requirement,
    window.phase,
    {
      fulfilled: reaches(now, target),
      waiting: !reaches(now, target) && reaches(withWaiting, target),
      tolerated: now !== null && now.measured > 0 && reaches(now, yellow),
      nothing,
    },
    later,
  );
  return { outcome, ...(now === null ? {} : now) };
}

function typed(
  world: World,
  requirement: Requirement,
  of: Extract<CoverageOf, { type: 'reported' }>,
  unit: UnitFact,
  window: Window,
): Said {
  const categories = of.by?.categories ?? [null];
  const said = categories.map((category): { said: Said; reported: boolean } => {
    const only = (rows: readonly RecordFact[]) =>
      rows.filter((r) => category === null || r.fields[of.by!.field] === category);
    const rowOf = (union: boolean) => newest(only(take(world, requirement, of.of, unit, window, union)), world);
    const row = rowOf(false);
    if (row !== undefined && of.zeroFlag !== undefined && row.fields[of.zeroFlag] === true)
      return { said: { outcome: 'notApplicable' }, reported: true };
    const read = (record: RecordFact | undefined): Share | null => {
      const [top, bottom] =
        record === undefined ? [null, null] : [num(record, of.numerator), num(record, of.denominator)];
      if (bottom === null || bottom === 0) return null;
      const served =
        of.needsHome === undefined ||
        homesOf(world, unit.code).some(
          (home) =>
            home.state === 'approved' &&
            of.needsHome!.includes(String(home.fields['facility_type'])) &&
            home.fields['status'] === '在用' &&
            openOn(world, home, window.at),
        );
      return { measured: served ? Math.min(top ?? 0, bottom) : 0, of: bottom };
    };
    const nothing = row === undefined && rowOf(true) === undefined;
    // A sheet that speaks of nobody, without saying so by its flag, says nothing.
    if (row !== undefined && read(row) === null) {
      const phased = step(requirement, window.phase, {
        fulfilled: false,
        waiting: false,
        tolerated: false,
        nothing: false,
      });
      return {
        said: { outcome: window.phase === 'grace' || window.phase === 'after' ? 'noData' : phased },
        reported: true,
      };
    }
    return {
      said: judge(requirement, world, window, read(row), read(rowOf(true)), nothing),
      reported: row !== undefined,
    };
  });
  const anyReported = said.some(({ reported }) => reported);
  const parts = said.map(({ said: part, reported }): Said =>
    !reported && anyReported && part.outcome === 'unmet' ? { outcome: 'noData' } : part,
  );
  const found = worst(parts);
  return found.outcome === 'met' && parts.some(({ outcome }) => outcome === 'notDue') ? { outcome: 'notDue' } : found;
}

function pairs(
  world: World,
  requirement: Requirement,
  of: Extract<CoverageOf, { type: 'pairs' }>,
  unit: UnitFact,
  window: Window,
): Said {
  const villages = world.layout.units.filter((entry) => isVillage(entry) && inSubtree(world, entry.code, unit.code));
  const rows = villages.map((v) =>
    newest(
      eventsIn(world, requirement, of.of, unit, window, window.at).filter((r) => r.unit === v.code),
      world,
    ),
  );
  const there = rows.filter((row): row is RecordFact => row !== undefined);
  const counted = there.filter((row) => of.zeroFlag === undefined || row.fields[of.zeroFlag] !== true);
  const sums = of.pairs
    .map(({ numerator, denominator }) => ({
      measured: counted.reduce((sum, r) => sum + Math.min(num(r, numerator) ?? 0, num(r, denominator) ?? 0), 0),
      of: counted.reduce((sum, r) => sum + (num(r, denominator) ?? 0), 0),
    }))
    .filter((sum) => sum.of > 0);
  const yellow = numberOn(world, requirement, 'yellow', window.at);
  if (there.length < villages.length) {
    // Silence of one village: nothing is well, and only what is below the warning line already is short.
    const nothing =
      there.length === 0 &&
      !villages.some((v) => take(world, requirement, of.of, unit, window, true).some((r) => r.unit === v.code));
    const silent = (window.phase === 'grace' || window.phase === 'after') && there.length > 0;
    const found = sums.map((sum): Said => {
      const well = reaches(sum, yellow);
      return {
        outcome:
          silent && well
            ? 'noData'
            : step(requirement, window.phase, { fulfilled: false, waiting: false, tolerated: false, nothing }),
      };
    });
    if (found.length > 0) return worst(found);
    const outcome = step(requirement, window.phase, { fulfilled: false, waiting: false, tolerated: false, nothing });
    return { outcome: silent ? 'noData' : outcome };
  }
  if (counted.length === 0) return { outcome: 'notApplicable' };
  if (sums.length === 0) return { outcome: 'noData' };
  return worst(sums.map((sum) => judge(requirement, world, window, sum, null, false)));
}

/** The last twelve months up to the day; asked for once twelve months of the campaign have gone by. */
function rollingWindow(world: World): Window {
  const due = plusDays(plusMonths(world.start, 12), -1);
  const length = (Date.parse(due) - Date.parse(world.start)) / 86_400_000 + 1;
  const warnFrom = plusDays(due, 1 - Math.ceil((length * parameter(world, 'warn_percent')) / 100));
  const lastGrace = plusDays(due, parameter(world, 'period_grace_days'));
  const phase =
    world.asOf < warnFrom ? 'early' : world.asOf <= due ? 'warn' : world.asOf <= lastGrace ? 'grace' : 'after';
  return {
    from: plusDays(plusMonths(world.asOf, -12), 1),
    to: world.asOf,
    phase,
    graceEnd: world.asOf,
    at: world.asOf,
  };
}

export function coverage(world: World, requirement: Requirement, rule: CoverageRule, unit: UnitFact): Said {
  const one = (window: Window | null): Said => {
    if (window === null) return { outcome: 'notApplicable' };
    if (rule.of.type === 'reported') return typed(world, requirement, rule.of, unit, window);
    if (rule.of.type === 'pairs') return pairs(world, requirement, rule.of, unit, window);
    const now = share(world, requirement, rule.of, unit, window, false);
    const waiting = share(world, requirement, rule.of, unit, window, true);
    const typedNobody = rule.of.type === 'ratio' && somebody(world, requirement, rule.of, unit, window, false);
    const said = judge(
      requirement,
      world,
      window,
      now,
      waiting,
      (now === null && waiting === null) || !somebody(world, requirement, rule.of, unit, window),
    );
    // 0 of 0 says nothing (0002 no. 1); a list of items of which nothing was reported is silence (no. 2).
    return now === null &&
      (isCounted(rule.of) || typedNobody) &&
      !reaches(waiting, numberOn(world, requirement, 'target', window.at)) &&
      (window.phase === 'grace' || window.phase === 'after')
      ? { outcome: 'noData' }
      : said;
  };
  if (rule.period === 'standing') return one(standingWindow(world));
  if (rule.period !== 'rolling_12_months') return worst(windowsOf(world, requirement, rule.period).map(one));
  return one(rollingWindow(world));
}

/** Each ledger for itself: as old as its newest submission. */
export function ledgers(
  world: World,
  requirement: Requirement,
  rule: Extract<Rule, { kind: 'ledger_current' }>,
  unit: UnitFact,
): Said {
  const age = numberOn(world, requirement, 'max_age_days', world.asOf);
  const yellow = numberOn(world, requirement, 'yellow_days', world.asOf);
  const ever = { from: '0000-01-01', to: world.asOf };
  return allNeeded(
    rule.ledgers.map((ledger): Said => {
      const has = (r: RecordFact) => (r.fields[rule.field] as string[]).includes(ledger);
      const row = newest(eventsIn(world, requirement, rule.of, unit, ever, world.asOf).filter(has), world);
      const old = row === undefined ? Infinity : (Date.parse(world.asOf) - Date.parse(dayOf(world, row)!)) / 86_400_000;
      if (old <= age) return { outcome: 'met' };
      const graceEnd =
        row === undefined ? '9999-12-31' : plusDays(dayOf(world, row)!, age + parameter(world, 'period_grace_days'));
      const waits = waitingIn(world, requirement, rule.of, unit, {
        ...ever,
        phase: 'after',
        at: world.asOf,
        graceEnd,
      }).filter((r) => r.state === 'pending' && has(r));
      if (row === undefined && standingWindow(world).phase === 'early') return { outcome: 'notDue' };
      if (waits.some((r) => (Date.parse(world.asOf) - Date.parse(dayOf(world, r)!)) / 86_400_000 <= age))
        return { outcome: 'atRisk' };
      return { outcome: row === undefined ? 'noData' : old <= age + yellow ? 'atRisk' : 'unmet' };
    }),
  );
}

export { parameter };
