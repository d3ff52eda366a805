import { Env, Run } from '../judge/env.js';
import { windowsOf } from '../judge/window.js';
import type { PeriodUnit, Selection } from '../rule.types.js';
import { contextOf, requirementOf, UNITS, type Entry } from '../testing/county.js';
import { filled } from '../testing/selected.js';
import { hasWaiting, lackingRows } from './gather.js';

const runOf = (entries: readonly Entry[]) =>
  new Run(
    new Env(filled(entries), contextOf('2026-09-30')),
    requirementOf({ kind: 'staffing', period: 'standing', people: { record: 'staff' } }),
    Uint16Array.of(0),
  );
const meeting = (unit: string, more: Partial<Entry> = {}): Entry => ({
  type: 'meeting',
  unit,
  fields: { date: '2026-08-01' },
  ...more,
});
const staff = (unit: string, fields: Entry['fields'] = {}): Entry => ({
  type: 'staff',
  unit,
  fields: { start_on: '2026-03-01', ...fields },
});
const minuted: Selection = { record: 'meeting', attachments: ['minutes'] };
const filed: Selection = { record: 'staff', evidenced: true };

describe('records that lack their file', () => {
  const lacking = (selections: readonly Selection[], entries: readonly Entry[], period: PeriodUnit = 'quarter') => {
    const run = runOf(entries);
    const counts = lackingRows(run, selections, windowsOf(run.env, period, undefined).running);
    return UNITS.flatMap(({ code }, unit) => (counts[unit] === 0 ? [] : [`${code} ${counts[unit]}`]));
  };
  it('are counted for each unit, those of all selections together', () => {
    const entries = [meeting('v1'), meeting('v1'), meeting('v2', { evidence: ['minutes'] }), staff('v1'), staff('v3')];
    expect(lacking([minuted], entries)).toEqual(['v1 2']);
    expect(lacking([minuted, filed], entries)).toEqual(['v1 3', 'v3 1']);
    expect(lacking([filed, { record: 'meeting' }], entries)).toEqual(['v1 1', 'v3 1']);
    expect(lacking([{ ...minuted, from: 'subtree' }], entries)).toEqual(['c 2', 't1 2', 'v1 2']);
    expect(lacking([minuted], [])).toEqual([]);
  });
  it('are those of the period, or in force', () => {
    const before = meeting('v1', { fields: { date: '2026-06-30' } });
    expect(lacking([minuted], [before])).toEqual([]);
    expect(lacking([filed], [staff('v1', { end_on: '2026-09-29' }), staff('v2', { end_on: '2026-09-30' })])).toEqual([
      'v2 1',
    ]);
  });
});

describe('what waits for review', () => {
  it('is asked of any selection', () => {
    const run = runOf([meeting('v1', { state: 'pending', evidence: ['minutes'] }), staff('v1')]);
    expect([[minuted], [filed], [filed, minuted], []].map((selections) => hasWaiting(run, selections))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
