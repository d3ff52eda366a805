import { applyChange } from '../history/apply-change.js';
import type { Histories } from '../history/history.js';
import type { UnitChange } from '../history/history.types.js';
import { baseHistories } from '../unit-table.js';
import type { UnitRow } from '../units.types.js';

/** A county small enough to see through, and two changes of it. */
export const row = (code: string, shortName: string, kind: UnitRow['kind'], parentCode: string | null): UnitRow => ({
  code,
  name: shortName,
  shortName,
  kind,
  parentCode,
  aliases: [],
});
export const LIST: readonly UnitRow[] = [
  row('c', '县政府', 'county', null),
  row('wj', '县卫计局', 'bureau', 'c'),
  row('yb', '县医保局', 'bureau', 'c'),
  row('t1', '甲镇', 'town', 'c'),
  row('v1', '东村', 'village', 't1'),
  row('v2', '西村', 'village', 't1'),
  row('v3', '南村', 'village', 't1'),
  row('t2', '乙镇', 'town', 'c'),
  row('v4', '北村', 'village', 't2'),
];
export const BASE = baseHistories(LIST, [], new Set(), '2026-11-24');

export const rename = {
  type: 'rename',
  day: '2026-03-01',
  code: 'wj',
  name: '某县卫生健康局',
  shortName: '县卫健局',
} as const satisfies UnitChange;
export const merge = {
  type: 'merge',
  day: '2026-07-01',
  codes: ['v1', 'v2', 'v3'],
  into: { code: 'v9', name: '中村村委会', shortName: '中村' },
} as const satisfies UnitChange;

export function after(...changes: readonly UnitChange[]): Histories {
  return changes.reduce((histories: Histories, change) => {
    const applied = applyChange(histories, change);
    if (!applied.ok) throw new Error(applied.problems.map(({ sentence }) => sentence).join());
    return applied.histories;
  }, BASE);
}
