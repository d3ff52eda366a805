import { contextOf, explained, judged, requirementOf, type Entry } from '../testing/county.js';
import type { Rule, Selection } from '../rule.types.js';

type FacilityRule = Extract<Rule, { readonly kind: 'facility' }>;

const places = (selection: Partial<Selection> = {}, more: Partial<FacilityRule> = {}, min = 1) =>
  requirementOf(
    {
      kind: 'facility',
      period: 'standing',
      places: { record: 'facility', where: { facility_type: { any: ['儿童之家'] } }, ...selection },
      ...more,
    },
    { subjects: ['each_village', 'each_town', 'county'] },
    { min },
  );
const open = { appliesIf: { has_conditions: { is: true } } } as const;
const place = (fields: Entry['fields'] = {}, more: Partial<Entry> = {}): Entry => ({
  type: 'facility',
  unit: 'v1',
  fields: { facility_type: '儿童之家', status: '在用', opened_on: '2026-03-05', ...fields },
  ...more,
});
function told(requirement: ReturnType<typeof places>, entries: readonly Entry[], unit = 'v1') {
  const verdict = judged(requirement, entries, contextOf('2026-11-24'), unit);
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.required}`;
}

describe('places in use', () => {
  it('are as many as are asked', () => {
    const two = places({}, {}, 2);
    expect(told(two, [place(), place()])).toBe('met fulfilled 2/2');
    expect(told(two, [place(), place({ facility_type: '中心' })])).toBe('unmet short 1/2');
    expect(told(two, [place(), place({}, { state: 'pending' })])).toBe('atRisk waitingForReview 1/2');
  });
  it('are told of with nothing else', () => {
    expect(explained(places(), [place(), place({ closed_on: '2026-11-23' })], contextOf('2026-11-24'), 'v1')).toEqual(
      expect.objectContaining({ counted: [1], missing: [], parts: [] }),
    );
  });
});

describe('places that have to be there under a condition', () => {
  const bearing = { has_conditions: true };
  it('are asked only where one that bears it is in use', () => {
    expect(told(places({}, open), [place(bearing)])).toBe('met fulfilled 1/1');
    expect(told(places({}, open), [place()])).toBe('notApplicable conditionAbsent 0/1');
    expect(told(places({}, open), [place(), place({ ...bearing, closed_on: '2026-11-23' })])).toBe(
      'notApplicable conditionAbsent 0/1',
    );
    expect(told(places({}, open), [place({ closed_on: '2026-11-23' })])).toBe('unmet nothingReported 0/1');
  });
  it('are known without what they must have, file or property', () => {
    const filed = places({ attachments: ['minutes'] }, open);
    expect(told(filed, [place()])).toBe('notApplicable conditionAbsent 0/1');
    expect(told(filed, [place(bearing)])).toBe('unmet short 0/1');
    expect(told(filed, [place(bearing, { evidence: ['minutes'] })])).toBe('met fulfilled 1/1');
    const where = { facility_type: { any: ['儿童之家'] }, opening_hours: { present: true } } as const;
    const capped = { ...places({ where }, open), cap: 'atRisk' } as const;
    expect(told(capped, [place(bearing)])).toBe('atRisk short 0/1');
    expect(told(capped, [place(bearing, { state: 'pending' })])).toBe('noData nothingReported 0/1');
  });
  it('need no kind at all', () => {
    const any: Rule = { kind: 'facility', period: 'standing', places: { record: 'facility' }, ...open };
    const requirement = { ...places(), rule: any };
    expect(told(requirement, [place({ facility_type: '中心' })])).toBe('notApplicable conditionAbsent 0/1');
    expect(told(requirement, [place({ facility_type: '中心', ...bearing })])).toBe('met fulfilled 1/1');
    expect(told(requirement, [])).toBe('unmet nothingReported 0/1');
  });
  it('are looked for as far as the rule reaches', () => {
    const served = { unitField: 'served_units' };
    const elsewhere = [place({ served_units: ['v3'] })];
    expect(told(places(served, open), elsewhere, 'v3')).toBe('notApplicable conditionAbsent 0/1');
    expect(told(places(served, open), elsewhere)).toBe('unmet nothingReported 0/1');
    expect(told(places({ from: 'subtree' }, open), elsewhere, 't1')).toBe('notApplicable conditionAbsent 0/1');
    expect(told(places({}, open), elsewhere, 't1')).toBe('unmet nothingReported 0/1');
  });
});
