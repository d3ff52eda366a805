import type { CoverageOf, Requirement, UnitFact } from '../../src/engine/index.js';
import { boundOf } from './events.js';
import { current, measure, take } from './measures.js';
import { fitsAll, num } from './records.js';
import { type Said, type Window, reportingDay, step } from './verdict.js';
import { type World, numberOn } from './world.js';

export interface Share {
  readonly measured: number;
  readonly of: number;
}

export function share(
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
    // More than everybody is everybody (0010).
    return bottom === null || bottom === 0 ? null : { measured: Math.min(top ?? 0, bottom), of: bottom };
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
export const isCounted = (of: CoverageOf): boolean =>
  of.type === 'share' || (of.type === 'ratio' && !('latest' in of.denominator));

export const reachesTarget = (part: Share | null, target: number): boolean =>
  part !== null && part.measured * 100 >= target * part.of;

export function judge(
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
  const stepped = step(
    requirement,
    window.phase,
    {
      fulfilled: reachesTarget(now, target),
      waiting: !reachesTarget(now, target) && reachesTarget(withWaiting, target),
      tolerated: now !== null && now.measured > 0 && reachesTarget(now, yellow),
      nothing,
    },
    later,
  );
  return { ...stepped, ...(now === null ? {} : { ...now, required: Math.ceil((target * now.of) / 100) }) };
}
