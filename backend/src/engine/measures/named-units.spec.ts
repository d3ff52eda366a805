import type { CoverageOf, Rule, Selection } from '../rule.types.js';
import { AWARD, award } from '../testing/awards.js';
import { found, report, step } from '../testing/cases.js';
import { contextOf, explained, requirementOf, type Entry } from '../testing/county.js';
import { measured } from '../testing/measured.js';
import { dayText } from '../testing/selected.js';

/** Records of the whole county that say themselves whose they are: towns and villages see those that name them. */

describe('items that such records cover', () => {
  const present = { present: true } as const;
  const items = (more: Partial<Selection>): CoverageOf => ({
    type: 'items',
    items: ['重大', '重要'],
    sources: [
      { of: { record: 'award', from: 'county', where: { to: present }, ...more }, item: '重大' },
      { of: { record: 'award', from: 'county', where: { place: present }, ...more }, item: '重要' },
    ],
  });
  const given = (town: string | null, more: Entry['fields'] = {}) => award({ town, place: '甲', ...more }, 'b1');
  const entries = [given('v1', { to: '2026-12-31' }), given('t2'), given(null)];
  const told = (of: CoverageOf) => measured(of, entries, { types: [AWARD] })[0];
  it('are covered where they are named, in what lies above it, and for the county and its bureaus', () => {
    expect(told(items({ unitField: 'town' }))).toEqual(['c 2/2', 'b1 2/2', 'b2 2/2', 't1 2/2', 't2 1/2', 'v1 2/2']);
    expect(new Set(told(items({}))?.map((line) => line.slice(-3)))).toEqual(new Set(['2/2']));
  });
});

describe('cases that such records tell of', () => {
  const of: Selection = {
    record: 'case',
    where: { register: { any: ['强制报告'] } },
    from: 'county',
    unitField: 'town',
  };
  const rule: Rule = {
    kind: 'every_case_handled',
    period: 'month',
    register: '强制报告',
    source: { type: 'cases', of, base: 'found_at', steps: [report] },
  };
  const handled = requirementOf(
    rule,
    { subjects: ['county', 'bureau:县公安局', 'each_town', 'each_village'] },
    { hours: 24 },
  );
  const told = (entries: readonly Entry[], asOf: string, unit: string) => {
    const why = explained(handled, entries, contextOf(asOf, '2026-10-09'), unit);
    const { outcome, reason, due } = why?.verdict ?? {};
    return `${outcome} ${reason} ${dayText(due ?? undefined)} ${why?.missing.join()}`;
  };
  const units = ['c', 'b2', 't1', 't2', 'v1', 'v2'];
  it('spare nobody else the zero report of their month', () => {
    const entries = [found('2026-10-20T09:00', { town: 'v1' }), step('报告', '2026-10-20T10:00')];
    expect(units.map((unit) => told(entries, '2026-11-24', unit))).toEqual([
      'met fulfilled - ',
      'met fulfilled - ',
      'met fulfilled - ',
      'noData sheetMissing - 2026-10',
      'met fulfilled - ',
      'noData sheetMissing - 2026-10',
    ]);
  });
  it('are nobody else’s to handle, by when and by which step', () => {
    const overdue = [found('2026-10-20T09:00', { town: 'v1' })];
    expect(units.map((unit) => told(overdue, '2026-10-24', unit))).toEqual([
      'unmet overdue - 报告',
      'unmet overdue - 报告',
      'unmet overdue - 报告',
      'notDue nothingYet - ',
      'unmet overdue - 报告',
      'notDue nothingYet - ',
    ]);
    expect(units.map((unit) => told(overdue, '2026-10-20', unit))).toEqual([
      'notDue stillOpen 2026-10-21 ',
      'notDue stillOpen 2026-10-21 ',
      'notDue stillOpen 2026-10-21 ',
      'notDue nothingYet - ',
      'notDue stillOpen 2026-10-21 ',
      'notDue nothingYet - ',
    ]);
  });
});
