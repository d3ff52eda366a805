import { explain } from './explain.js';
import { compile } from './program.js';
import { contextOf, day, explained, factsOf, LAYOUT, requirementOf, type Entry } from './testing/county.js';

const yearly = requirementOf(
  { kind: 'count_per_period', period: 'calendar_year', count: { record: 'meeting' } },
  { subjects: ['county', 'bureau:县民政局', 'each_village'] },
  { min: 2 },
);
const meeting = (date: string, more: Partial<Entry> = {}): Entry => ({ type: 'meeting', fields: { date }, ...more });
const nothing = { other: null, counted: [], notCounted: [], missing: [], unknownYears: [], parts: [] };

describe('an explanation', () => {
  const facts = factsOf([meeting('2026-04-02')]);
  const program = compile([yearly], LAYOUT);
  const on = contextOf('2026-11-24');
  it('is given for every unit that the requirement judges', () => {
    for (const unit of ['c', 'b1', 'v1', 'v2', 'v3']) expect(explain(program, facts, on, 'r', unit)).not.toBeNull();
  });
  it('is not given for a unit or a requirement that is not judged or not known', () => {
    for (const unit of ['t1', 'b2', 'x', '']) expect(explain(program, facts, on, 'r', unit)).toBeNull();
    expect(explain(program, facts, on, 'q', 'c')).toBeNull();
  });
  it('says why nothing is judged, and nothing else, before the campaign', () => {
    const blank = { measured: null, of: null, required: null, shortfall: null, from: null, to: null, due: null };
    const told = (asOf: string, start: string | null) =>
      explained(yearly, [meeting('2026-01-02')], contextOf(asOf, start));
    const verdict = { ...blank, outcome: 'notDue', part: null };
    expect(told('2026-11-24', null)).toEqual({ ...nothing, verdict: { ...verdict, reason: 'startUnknown' } });
    expect(told('2026-02-28', '2026-03-01')).toEqual({ ...nothing, verdict: { ...verdict, reason: 'beforeStart' } });
    expect(told('2026-03-01', '2026-03-01')?.counted).toEqual([1]);
  });
  it('tells the closed year beside the running one, and which of them decides', () => {
    const told = (asOf: string) => explained(yearly, [meeting('2026-04-02'), meeting('2027-01-04')], contextOf(asOf));
    expect(told('2027-01-05')).toMatchObject({
      verdict: { outcome: 'atRisk', reason: 'shortInGrace', to: day('2026-12-31'), measured: 1 },
      other: { outcome: 'notDue', reason: 'onPace', to: day('2027-12-31') },
      counted: [1],
    });
    expect(told('2026-11-24')).toMatchObject({
      verdict: { to: day('2026-12-31') },
      other: { outcome: 'notApplicable', to: day('2025-12-31') },
    });
  });
  it('is capped as the cell is', () => {
    const capped = { ...yearly, cap: 'atRisk' as const };
    const told = (requirement: typeof yearly) =>
      explained(requirement, [meeting('2026-04-02')], contextOf('2027-02-01'))?.verdict.outcome;
    expect([told(yearly), told(capped)]).toEqual(['unmet', 'atRisk']);
  });
  it('has no other period for standing duties', () => {
    const posts = requirementOf({ kind: 'staffing', period: 'standing', people: { record: 'staff' } }, {}, { min: 1 });
    const keeper: Entry = { type: 'staff', fields: { start_on: '2026-03-02' } };
    expect(explained(posts, [keeper], on)).toMatchObject({ verdict: { outcome: 'met' }, other: null, counted: [1] });
  });
});

describe('an explanation of a village of the wrong size', () => {
  const large = { ...yearly, subjects: ['each_village_ge100'] as const };
  const children = (children_total: number): Entry => ({
    type: 'child_stat',
    unit: 'v1',
    fields: { quarter: '2025-Q4', children_total },
    submittedOn: '2026-01-05',
  });
  const told = (...entries: readonly Entry[]) =>
    explained(large, [meeting('2026-04-02', { unit: 'v1' }), ...entries], contextOf('2026-11-24'), 'v1');
  it('names no record, because none can matter', () => {
    expect(told(children(99))).toEqual({
      ...nothing,
      verdict: expect.objectContaining({ outcome: 'notApplicable', reason: 'wrongSize' }),
    });
    expect(told()).toEqual({
      ...nothing,
      verdict: expect.objectContaining({ outcome: 'noData', reason: 'sizeUnknown' }),
    });
  });
  it('names the records of one whose size is right', () => {
    expect(told(children(100))?.counted).toEqual([1]);
  });
});
