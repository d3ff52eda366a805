import type { UnitFact } from '../facts.types.js';
import { layoutOf, MERGED } from '../testing/changing-county.js';
import { contextOf, day, factsOf, requirementOf, UNITS, type Entry } from '../testing/county.js';
import { dayText, filled } from '../testing/selected.js';
import { Env, Run } from './env.js';
import {
  expectedOf,
  monthBit,
  monthLabels,
  monthsSince,
  sheetMasks,
  sheetMasksWaiting,
  sheetSelections,
  statementsOver,
} from './sheets.js';

const REQUIREMENT = requirementOf({ kind: 'facility', period: 'standing', places: { record: 'facility' } });
const about = sheetSelections('强制报告');
const runOn = (asOf: string, entries: readonly Entry[] = [], start = '2026-09-09') => {
  const env = new Env(factsOf(entries), contextOf(asOf, start));
  return new Run(env, REQUIREMENT, env.every);
};
const sheet = (month: string, fields: Entry['fields'] = {}, more: Partial<Entry> = {}): Entry => ({
  type: 'zero_report',
  unit: 't1',
  fields: { statement: '零报告', month, registers: ['强制报告'], ...fields },
  ...more,
});
const past = (covers_from: string | null, covers_to: string | null, more: Partial<Entry> = {}): Entry =>
  sheet('2026-09', { statement: '追溯说明', covers_from, covers_to }, more);

describe('the months whose sheets are expected', () => {
  const expected = (asOf: string, windowFrom = '2025-01-01', start = '2026-09-09') => {
    const { env } = runOn(asOf, [], start);
    const months = monthsSince(env, day(windowFrom));
    return monthLabels(months, months.expected);
  };
  it('are those since the campaign’s first month whose reporting and grace days are over', () => {
    // October: five workdays after its end, 6 November, and ten days more.
    expect(expected('2026-11-16')).toEqual(['2026-09']);
    expect(expected('2026-11-17')).toEqual(['2026-09', '2026-10']);
    expect(expected('2026-09-10')).toEqual([]);
  });
  it('begin with the month in which the window begins where that is later', () => {
    expect(expected('2026-11-24', '2026-10-31')).toEqual(['2026-10']);
    expect(expected('2026-11-24', '2026-11-01')).toEqual([]);
  });
  it('reach over the end of a year, and are kept for all who ask', () => {
    const { env } = runOn('2027-02-24', [], '2026-11-01');
    const months = monthsSince(env, day('2026-01-01'));
    expect(monthLabels(months, months.expected)).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(Array.from(months.starts, dayText)).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
      '2027-03-01',
    ]);
    expect(monthsSince(env, day('2026-03-01'))).toBe(months);
    expect(monthsSince(env, day('2026-12-01'))).not.toBe(months);
  });
  it('have the running month among them from its first day', () => {
    const starts = (asOf: string) => Array.from(monthsSince(runOn(asOf).env, day('2025-01-01')).starts, dayText);
    expect(starts('2026-10-31')).toEqual(['2026-09-01', '2026-10-01', '2026-11-01']);
    expect(starts('2026-11-01')).toEqual(['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01']);
  });
  it('are thirty at the most', () => {
    const { env } = runOn('2029-12-31', [], '2026-01-01');
    expect(monthsSince(env, day('2026-01-01')).count).toBe(30);
  });
  it('are, for a new unit, those that began with it or after it', () => {
    const of = (from: string) => {
      const town: UnitFact = { code: 't9', shortName: '丁镇', kind: 'town', parentCode: 'c', from, newborn: true };
      const env = new Env(filled([], layoutOf([...UNITS, town])), contextOf('2026-11-24', '2026-09-09'));
      const months = monthsSince(env, day('2025-01-01'));
      return monthLabels(months, expectedOf(env, months, UNITS.length));
    };
    expect([of('2026-10-01'), of('2026-10-02')]).toEqual([['2026-10'], []]);
    const { env } = runOn('2026-11-24');
    const months = monthsSince(env, day('2025-01-01'));
    expect(expectedOf(env, months, 0)).toBe(months.expected);
  });
  it('tell of each day in which of them it lies', () => {
    const { env } = runOn('2027-03-15', [], '2026-01-01');
    const months = monthsSince(env, day('2026-01-01'));
    const names = (date: string) => monthLabels(months, monthBit(months, day(date))).join();
    const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-12-31'];
    expect(days.map(names)).toEqual(['', '2026-01', '2026-01', '2026-02', '2026-02', '2026-03', '2026-12']);
    expect(['2027-03-01', '2027-03-31', '2027-04-01'].map(names)).toEqual(['2027-03', '2027-03', '']);
  });
});

describe('the months that a unit has proven by sheets', () => {
  const proven = (entries: readonly Entry[], waiting = false, asOf = '2026-11-24') => {
    const run = runOn(asOf, entries);
    const months = monthsSince(run.env, day('2025-01-01'));
    const own = sheetMasks(run, about, months, false);
    const masks = waiting ? sheetMasksWaiting(run, about, months, own) : own;
    return monthLabels(months, masks[run.env.facts.unitIndex('t1') ?? -1] ?? 0);
  };
  it('are those of its sheets, of whichever statement, for this register', () => {
    expect(proven([sheet('2026-09'), sheet('2026-10', { statement: '已更新' })])).toEqual(['2026-09', '2026-10']);
    expect(proven([sheet('2026-10', { registers: ['极端事件'] })])).toEqual([]);
    expect(proven([sheet('2026-10', { registers: ['极端事件', '强制报告'] })])).toEqual(['2026-10']);
    expect(proven([sheet('2026-10', {}, { unit: 't2' }), sheet('2026-08')])).toEqual([]);
  });
  it('are those of a waiting sheet only if it was handed in before its month was due', () => {
    const waits = (submittedOn: string) => [sheet('2026-10', {}, { state: 'pending', submittedOn })];
    expect(proven(waits('2026-11-16'))).toEqual([]);
    expect(proven(waits('2026-11-16'), true)).toEqual(['2026-10']);
    expect(proven(waits('2026-11-17'), true)).toEqual([]);
    expect(proven([sheet('2026-09'), ...waits('2026-11-16')], true)).toEqual(['2026-09', '2026-10']);
  });
  it('are those that a statement covers whole', () => {
    expect(proven([past('2026-09-01', '2026-10-31')])).toEqual(['2026-09', '2026-10']);
    expect(proven([past('2026-09-02', '2026-10-30')])).toEqual([]);
    expect(proven([past('2026-08-15', '2026-10-30')])).toEqual(['2026-09']);
    expect(proven([past(null, '2026-10-31')])).toEqual([]);
    expect(proven([past('2026-09-01', null)])).toEqual([]);
  });
  it('are those of a waiting statement only if it was handed in before their own sheets were due', () => {
    const waits = (submittedOn: string) => [past('2026-09-01', '2026-10-31', { state: 'pending', submittedOn })];
    // September: five workdays after its end, 7 October, and ten days more.
    expect(proven(waits('2026-10-17'), true)).toEqual(['2026-09', '2026-10']);
    expect(proven(waits('2026-10-18'), true)).toEqual(['2026-10']);
    expect(proven(waits('2026-11-16'), true)).toEqual(['2026-10']);
    expect(proven(waits('2026-11-17'), true)).toEqual([]);
    expect(proven(waits('2026-10-17'))).toEqual([]);
  });
});

describe('a statement over the time before the campaign', () => {
  const covered = (entries: readonly Entry[], waiting = false, asOf = '2026-11-24') => {
    const run = runOn(asOf, entries);
    const units = statementsOver(run, about, day('2024-11-24'), day('2026-08-31'), waiting);
    return run.env.tree.units.filter((_, unit) => units[unit] === 1).map(({ code }) => code);
  };
  it('has to reach over all of it, to the day', () => {
    expect(covered([past('2024-11-24', '2026-08-31')])).toEqual(['t1']);
    expect(covered([past('2024-01-01', '2026-09-30')])).toEqual(['t1']);
    expect(covered([past('2024-11-25', '2026-08-31')])).toEqual([]);
    expect(covered([past('2024-11-24', '2026-08-30')])).toEqual([]);
    expect(covered([past('2024-11-24', '2025-08-31'), past('2025-09-01', '2026-08-31')])).toEqual([]);
  });
  it('counts from the day on which it is handed in', () => {
    const late = past('2024-11-24', '2026-08-31', { submittedOn: '2026-11-20' });
    const november = { ...late, fields: { ...late.fields, month: '2026-11' } };
    expect(covered([november], false, '2026-11-20')).toEqual(['t1']);
    expect(covered([november], false, '2026-11-19')).toEqual([]);
  });
  it('is that of all predecessors together, and not asked of a unit that is new', () => {
    const on = (units: readonly UnitFact[], entries: readonly Entry[]) => {
      const env = new Env(filled(entries, layoutOf(units)), contextOf('2026-11-24', '2026-09-09'));
      const said = statementsOver(
        new Run(env, REQUIREMENT, env.every),
        about,
        day('2024-11-24'),
        day('2026-08-31'),
        false,
      );
      return said[units.length - 1];
    };
    const of = (unit: string) => past('2024-11-24', '2026-08-31', { unit });
    expect(on(MERGED, [of('v1'), of('v2')])).toBe(1);
    expect(on(MERGED, [of('v1')])).toBe(0);
    expect(on(MERGED, [of('v9')])).toBe(1);
    const town = (from: string): UnitFact => ({
      code: 't9',
      shortName: '丁镇',
      kind: 'town',
      parentCode: 'c',
      from,
      newborn: true,
    });
    expect(on([...UNITS, town('2024-11-25')], [])).toBe(1);
    expect(on([...UNITS, town('2024-11-24')], [])).toBe(0);
  });
  it('counts once it is approved, and as waiting before', () => {
    const waits = past('2024-11-24', '2026-08-31', { state: 'pending', submittedOn: '2026-11-20' });
    expect([covered([waits]), covered([waits], true)]).toEqual([[], ['t1']]);
    expect(covered([past(null, '2026-08-31')])).toEqual([]);
  });
});
