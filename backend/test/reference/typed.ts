import type { CoverageOf, RecordFact, Requirement, UnitFact } from '../../src/engine/index.js';
import { statements, take } from './measures.js';
import { homesOf, num, openOn } from './records.js';
import { type Share, judge, reachesTarget } from './shares.js';
import { type Said, type Window, step, worst } from './verdict.js';
import { type World, inSubtree, numberOn, unitsOf } from './world.js';

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
    // Several predecessors speak only together (0011, 3).
    const sheetsOf = (union: boolean): readonly RecordFact[] | null => {
      const rows = statements(world, unit.code, only(take(world, requirement, of.of, unit, window, union)));
      return rows.every((row) => row !== null) ? rows : null;
    };
    const isZero = (row: RecordFact) => of.zeroFlag !== undefined && row.fields[of.zeroFlag] === true;
    const sheets = sheetsOf(false);
    if (sheets?.every(isZero)) return { said: { outcome: 'notApplicable' }, reported: true };
    // A home that waits for review serves as much as a record that waits.
    const served = (union: boolean) =>
      of.needsHome === undefined ||
      homesOf(world, unit.code).some(
        (home) =>
          (home.state === 'approved' || (union && home.state === 'pending' && home.submittedOn <= window.graceEnd)) &&
          of.needsHome!.includes(String(home.fields['facility_type'])) &&
          home.fields['status'] === '在用' &&
          openOn(world, home, window.at),
      );
    const read = (rows: readonly RecordFact[] | null, union: boolean): Share | null => {
      // Nobody, said by the flag: once approved it makes the category notApplicable, so while it waits it may fulfil.
      if (rows?.every(isZero)) return { measured: 0, of: 0 };
      const speaking = (rows ?? []).filter((row) => !isZero(row));
      const below = speaking.reduce((sum, row) => sum + (num(row, of.denominator) ?? 0), 0);
      const above = speaking.reduce(
        (sum, row) => sum + Math.min(num(row, of.numerator) ?? 0, num(row, of.denominator) ?? 0),
        0,
      );
      return below === 0 ? null : { measured: served(union) ? above : 0, of: below };
    };
    const nothing = sheets === null && sheetsOf(true) === null;
    const then = read(sheetsOf(true), true);
    const waits = reachesTarget(then, numberOn(world, requirement, 'target', window.at));
    // A sheet that speaks of nobody, without saying so by its flag, says nothing.
    if (sheets !== null && read(sheets, false) === null && !waits) {
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
      said: judge(requirement, world, window, read(sheets, false), then, nothing),
      reported: sheets !== null,
    };
  });
  const anyReported = said.some(({ reported }) => reported);
  const parts = said.map(({ said: part, reported }): Said =>
    !reported && anyReported && part.outcome === 'unmet' ? { outcome: 'noData' } : part,
  );
  return keptBack(parts);
}

/** The worst part; one that is not due yet keeps the cell from being met. */
function keptBack(parts: readonly Said[]): Said {
  const found = worst(parts);
  return found.outcome === 'met' ? (parts.find(({ outcome }) => outcome === 'notDue') ?? found) : found;
}

export function pairs(
  world: World,
  requirement: Requirement,
  of: Extract<CoverageOf, { type: 'pairs' }>,
  unit: UnitFact,
  window: Window,
): Said {
  const villages = unitsOf(world, 'each_village').filter(({ code }) => inSubtree(world, code, unit.code));
  const now = spoken(world, requirement, of, unit, window, villages, false);
  const then = spoken(world, requirement, of, unit, window, villages, true);
  const target = numberOn(world, requirement, 'target', window.at);
  const yellow = numberOn(world, requirement, 'yellow', window.at);
  // Whether a pair would be well, or stand back, if the sheets that wait were approved.
  const waits = (index: number) => {
    const sum = then.sums[index]!;
    return then.complete && (sum.of > 0 ? reachesTarget(sum, target) : then.nobody);
  };
  const silent = (window.phase === 'grace' || window.phase === 'after') && now.any;
  const stepped = (index: number) =>
    step(requirement, window.phase, {
      fulfilled: false,
      waiting: waits(index),
      tolerated: false,
      nothing: !now.any && !then.any,
    });
  const speaking = now.sums.flatMap((sum, index) => (sum.of > 0 ? [index] : []));
  const asked = speaking.length > 0 ? speaking : now.sums.map((_, index) => index);
  if (!now.complete)
    // Silence of one village: nothing is well, and only what is below the warning line already is short.
    return worst(
      asked.map((index): Said => {
        const well = now.sums[index]!.of === 0 || reachesTarget(now.sums[index]!, yellow);
        return silent && well && !waits(index) ? { outcome: 'noData' } : stepped(index);
      }),
    );
  if (now.nobody) return { outcome: 'notApplicable' };
  if (speaking.length === 0)
    return worst(asked.map((index): Said => (silent && !waits(index) ? { outcome: 'noData' } : stepped(index))));
  return keptBack(
    speaking.map((index) =>
      judge(requirement, world, window, now.sums[index]!, waits(index) ? { measured: 1, of: 1 } : null, false),
    ),
  );
}

interface Spoken {
  /** Every village has spoken; `any`: one has. */
  readonly complete: boolean;
  readonly any: boolean;
  /** All that spoke said that there is nobody. */
  readonly nobody: boolean;
  readonly sums: readonly Share[];
}

/** What the villages below a unit have said, with or without the sheets that wait. */
function spoken(
  world: World,
  requirement: Requirement,
  of: Extract<CoverageOf, { type: 'pairs' }>,
  unit: UnitFact,
  window: Window,
  villages: readonly UnitFact[],
  union: boolean,
): Spoken {
  const all = take(world, requirement, of.of, unit, window, union);
  const rows = villages.map(({ code }) =>
    statements(
      world,
      code,
      all.filter((r) => r.unit === code),
    ),
  );
  const speaking = rows.filter((sheets) => sheets.every((sheet) => sheet !== null));
  // What a village said that was closed stays with the units above it (0011, 5).
  const closed = world.layout.units
    .filter(({ code }) => world.gone?.has(code) && inSubtree(world, code, unit.code))
    .map(({ code }) =>
      statements(
        world,
        code,
        all.filter((r) => r.unit === code),
      ),
    )
    .filter((sheets) => sheets.every((sheet) => sheet !== null));
  const there = [...speaking, ...closed].flat().filter((sheet) => sheet !== null);
  const counted = there.filter((row) => of.zeroFlag === undefined || row.fields[of.zeroFlag] !== true);
  const sums = of.pairs.map(({ numerator, denominator }) => ({
    measured: counted.reduce((sum, r) => sum + Math.min(num(r, numerator) ?? 0, num(r, denominator) ?? 0), 0),
    of: counted.reduce((sum, r) => sum + (num(r, denominator) ?? 0), 0),
  }));
  return { complete: speaking.length === villages.length, any: there.length > 0, nobody: counted.length === 0, sums };
}
