import type { CoverageOf, RecordFact, Requirement, UnitFact } from '../../src/engine/index.js';
import { eventsIn } from './events.js';
import { newest, take } from './measures.js';
import { homesOf, num, openOn } from './records.js';
import { type Share, judge, reachesTarget } from './shares.js';
import { type Said, type Window, step, worst } from './verdict.js';
import { type World, inSubtree, isVillage, numberOn } from './world.js';

export function typed(
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
      // Nobody, said by the flag: once approved it makes the category notApplicable, so while it waits it may fulfil.
      if (record !== undefined && of.zeroFlag !== undefined && record.fields[of.zeroFlag] === true)
        return { measured: 0, of: 0 };
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
        said: window.phase === 'grace' || window.phase === 'after' ? { outcome: 'noData' } : phased,
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

export function pairs(
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
      const well = reachesTarget(sum, yellow);
      return silent && well
        ? { outcome: 'noData' }
        : step(requirement, window.phase, { fulfilled: false, waiting: false, tolerated: false, nothing });
    });
    if (found.length > 0) return worst(found);
    const stepped = step(requirement, window.phase, { fulfilled: false, waiting: false, tolerated: false, nothing });
    return silent ? { outcome: 'noData' } : stepped;
  }
  if (counted.length === 0) return { outcome: 'notApplicable' };
  if (sums.length === 0) return { outcome: 'noData' };
  return worst(sums.map((sum) => judge(requirement, world, window, sum, null, false)));
}
