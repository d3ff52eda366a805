import type { Subject } from '../rule.types.js';
import { contextOf, judged, requirementOf, said, type Entry } from '../testing/county.js';

const children = (unit: string, children_total: number): Entry => ({
  type: 'child_stat',
  unit,
  fields: { quarter: '2025-Q4', children_total },
  submittedOn: '2026-01-05',
});
const keeper = (unit: string): Entry => ({ type: 'staff', unit, fields: { start_on: '2026-03-02' } });
const posts = (subject: Subject, cap: 'none' | 'atRisk' = 'none') =>
  requirementOf(
    { kind: 'staffing', period: 'standing', people: { record: 'staff' } },
    { subjects: [subject], cap },
    { min: 1 },
  );
/** v1 has a keeper and v2 has none. */
const told = (subject: Subject, entries: readonly Entry[], asOf = '2026-11-24') =>
  ['v1', 'v2'].map((unit) => said(posts(subject), [keeper('v1'), ...entries], contextOf(asOf), unit));

describe('a duty of the villages of one size', () => {
  const large = [children('v1', 100), children('v2', 100)];
  const small = [children('v1', 99), children('v2', 99)];
  const judgedAsAny = ['met fulfilled', 'unmet nothingReported'];
  const spared = ['notApplicable wrongSize', 'notApplicable wrongSize'];
  it('is one for these only', () => {
    expect([told('each_village_ge100', large), told('each_village_ge100', small)]).toEqual([judgedAsAny, spared]);
    expect([told('each_village_lt100', large), told('each_village_lt100', small)]).toEqual([spared, judgedAsAny]);
    expect([told('each_village', large), told('each_village', small)]).toEqual([judgedAsAny, judgedAsAny]);
  });
  it('waits for the number of children until it is due, and then lacks it', () => {
    const unknown = (asOf: string) => told('each_village_ge100', [], asOf);
    expect(unknown('2026-05-30')).toEqual(['notDue sizeUnknown', 'notDue sizeUnknown']);
    expect(unknown('2026-05-31')).toEqual(['noData sizeUnknown', 'noData sizeUnknown']);
  });
  it('counts nothing in a village of which it does not know that it has it', () => {
    const nothing = { measured: null, required: null, from: null, to: null, due: null };
    for (const entries of [[], small])
      expect(
        judged(posts('each_village_ge100'), [keeper('v1'), ...entries], contextOf('2026-11-24'), 'v1'),
      ).toMatchObject(nothing);
  });
});

describe('a cap', () => {
  it('softens only what it is written at, and no silence', () => {
    const ended = { ...keeper('v2'), fields: { start_on: '2026-03-02', end_on: '2026-06-30' } };
    const on = (cap: 'none' | 'atRisk', unit: string) =>
      said(posts('each_village', cap), [ended], contextOf('2026-11-24'), unit);
    expect([on('none', 'v2'), on('atRisk', 'v2')]).toEqual(['unmet expired', 'atRisk expired']);
    expect([on('none', 'v1'), on('atRisk', 'v1')]).toEqual(['unmet nothingReported', 'noData nothingReported']);
  });
});
