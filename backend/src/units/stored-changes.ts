import { StartupError } from '../platform/errors/index.js';
import { applyChange } from './history/apply-change.js';
import type { Histories } from './history/history.js';
import type { UnitChange } from './history/history.types.js';
import type { UnitChangeEntity } from './unit-change.entity.js';
import { unitChangeSchema } from './unit-changes.schema.js';

export interface StoredChange {
  readonly seq: number;
  readonly at: string;
  /** Name of the account that entered it. */
  readonly by: string;
  readonly change: UnitChange;
}

/** Rows as changes, in the order given. */
export function storedChanges(rows: readonly UnitChangeEntity[]): readonly StoredChange[] {
  return rows.map(({ seq, at, byName, content }) => {
    const change: UnitChange = unitChangeSchema.parse(JSON.parse(content));
    return { seq, at, by: byName, change };
  });
}

/** Codes of the units that begin with one of these changes. */
export function foundedCodes(changes: readonly StoredChange[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ change }) => {
      switch (change.type) {
        case 'found':
          return [change.code];
        case 'merge':
          return change.codes.includes(change.into.code) ? [] : [change.into.code];
        case 'split':
          return change.parts.map(({ code }) => code).filter((code) => code !== change.code);
        default:
          return [];
      }
    }),
  );
}

/**
 * The units after stored changes, one after the other. They fitted when they were entered; they stop fitting only when a
 * unit that they name is taken out of, or changed in, the list of the seeds.
 * @throws StartupError that says which change, and what to do
 */
export function replayed(base: Histories, changes: readonly StoredChange[]): Histories {
  return changes.reduce((histories, { seq, change }) => {
    const applied = applyChange(histories, change);
    if (applied.ok) return applied.histories;
    const why = applied.problems.map(({ sentence }) => sentence).join('');
    throw new StartupError(
      `units.csv 与已登记的第 ${seq} 号单位变更对不上，没有启动：${why}请在 units.csv 里保留变更前的单位，变更后的样子由变更登记给出 (units.csv no longer fits a stored change of units).`,
    );
  }, base);
}
