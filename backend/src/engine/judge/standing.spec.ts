import type { Selection } from '../rule.types.js';
import { contextOf, judged, requirementOf, type Entry } from '../testing/county.js';
import { dayText } from '../testing/selected.js';

const posts = (min: number, people: Partial<Selection> = {}) =>
  requirementOf(
    { kind: 'staffing', period: 'standing', people: { record: 'staff', ...people } },
    { subjects: ['county', 'each_town', 'each_village'] },
    { min },
  );
const post = (end_on: string | null = null, fields: Entry['fields'] = {}, more: Partial<Entry> = {}): Entry => ({
  type: 'staff',
  unit: 'v1',
  fields: { start_on: '2026-03-02', end_on, ...fields },
  ...more,
});
function told(requirement: ReturnType<typeof posts>, entries: readonly Entry[], asOf = '2026-11-24', unit = 'v1') {
  const verdict = judged(requirement, entries, contextOf(asOf), unit);
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.required} by ${dayText(verdict?.due ?? undefined)}`;
}
const due = 'by 2026-06-09';

describe('what ends soon', () => {
  it('is warned of in the last thirty days, by the day on which the duty is broken', () => {
    expect(told(posts(1), [post('2026-12-25')])).toBe(`met fulfilled 1/1 ${due}`);
    expect(told(posts(1), [post('2026-12-24')])).toBe('atRisk expiring 1/1 by 2026-12-24');
    expect(told(posts(1), [post('2026-12-24'), post('2026-12-10')])).toBe('atRisk expiring 2/1 by 2026-12-24');
    expect(told(posts(1), [post('2026-12-10'), post('2026-12-24')])).toBe('atRisk expiring 2/1 by 2026-12-24');
    expect(told(posts(1), [post('2026-12-10'), post('2026-12-25')])).toBe(`met fulfilled 2/1 ${due}`);
  });
  it('breaks a duty of two on the day on which the first of them ends', () => {
    expect(told(posts(2), [post('2026-12-24'), post('2026-12-10')])).toBe('atRisk expiring 2/2 by 2026-12-10');
    expect(told(posts(2), [post('2026-12-10'), post('2026-12-24')])).toBe('atRisk expiring 2/2 by 2026-12-10');
    expect(told(posts(2), [post('2026-12-24'), post()])).toBe('atRisk expiring 2/2 by 2026-12-24');
    expect(told(posts(2), [post('2026-12-24'), post(), post('2026-12-25')])).toBe(`met fulfilled 3/2 ${due}`);
  });
  it('is nobody’s worry where it lacks an attribute', () => {
    const full = posts(1, { wants: { dedicated: { is: true } } });
    const whole = post(null, { dedicated: true });
    expect(told(full, [post('2026-12-10'), whole])).toBe(`met fulfilled 2/1 ${due}`);
    expect(told(full, [post('2026-12-10', { dedicated: true }), post()])).toBe('atRisk expiring 2/1 by 2026-12-10');
    const two = posts(2, { wants: { dedicated: { is: true } } });
    expect(told(two, [whole, post('2026-12-10')])).toBe(`atRisk attributeMissing 2/2 ${due}`);
    expect(told(two, [whole])).toBe(`unmet short 1/2 ${due}`);
  });
});

describe('what has ended or never was', () => {
  it('is told apart: ended, short, and nothing at all', () => {
    const out = post('2026-09-01');
    expect(told(posts(1), [out])).toBe(`unmet expired 0/1 ${due}`);
    expect(told(posts(2), [out, post()])).toBe(`unmet short 1/2 ${due}`);
    expect(told(posts(1), [])).toBe(`unmet nothingReported 0/1 ${due}`);
    expect(told(posts(1), [post(null, { start_on: '2026-11-25' })])).toBe(`unmet nothingReported 0/1 ${due}`);
    expect(told(posts(1), [{ ...out, unit: 'v2' }])).toBe(`unmet nothingReported 0/1 ${due}`);
  });
  it('is short, not ended, while something is there without its file', () => {
    const filed = posts(1, { attachments: ['minutes'] });
    const withFile = { evidence: ['minutes'] };
    expect(told(filed, [post()])).toBe(`unmet short 0/1 ${due}`);
    expect(told(filed, [post('2026-09-01', {}, withFile)])).toBe(`unmet expired 0/1 ${due}`);
    expect(told(filed, [post('2026-09-01', {}, withFile), post()])).toBe(`unmet short 0/1 ${due}`);
    expect(told(filed, [post('2026-09-01')])).toBe(`unmet nothingReported 0/1 ${due}`);
    expect(told(filed, [post(null, {}, withFile)])).toBe(`met fulfilled 1/1 ${due}`);
  });
  it('is in grace after ninety days and unmet ten days later', () => {
    const gone = [post('2026-05-01')];
    expect(told(posts(1), gone, '2026-05-30')).toBe('notDue onPace 0/1 by 2026-05-30');
    expect(told(posts(1), gone, '2026-06-09')).toBe('atRisk shortInGrace 0/1 by 2026-06-09');
    expect(told(posts(1), [], '2026-06-09')).toBe('noData nothingReported 0/1 by 2026-06-09');
  });
});

describe('what waits for review', () => {
  const waits = (submittedOn: string, end_on: string | null = null) =>
    post(end_on, {}, { state: 'pending', submittedOn });
  it('was handed in on time until the grace days are over', () => {
    expect(told(posts(1), [waits('2026-06-09')])).toBe(`atRisk waitingForReview 0/1 ${due}`);
    expect(told(posts(1), [waits('2026-06-10')])).toBe(`unmet nothingReported 0/1 ${due}`);
    expect(told(posts(2), [post(), waits('2026-06-09')])).toBe(`atRisk waitingForReview 1/2 ${due}`);
    expect(told(posts(2), [waits('2026-06-09')])).toBe(`unmet short 0/2 ${due}`);
    expect(told(posts(1), [waits('2026-06-09', '2026-11-23')])).toBe(`unmet nothingReported 0/1 ${due}`);
  });
  it('keeps a day gone by at risk where it was handed in after that day, but on time', () => {
    expect(told(posts(1), [waits('2026-06-09')], '2026-06-01')).toBe(`atRisk waitingForReview 0/1 ${due}`);
    expect(told(posts(1), [waits('2026-06-10')], '2026-06-01')).toBe(`noData nothingReported 0/1 ${due}`);
    const ended = [post('2026-09-01'), waits('2026-10-01')];
    expect(told(posts(1), ended, '2026-09-10')).toBe('atRisk waitingForReview 0/1 by 2026-10-01');
  });
  it('was reported, though it is too few: short in the grace days, not without data', () => {
    expect(told(posts(2), [waits('2026-06-05')], '2026-06-05')).toBe(`atRisk shortInGrace 0/2 ${due}`);
    expect(told(posts(2), [], '2026-06-05')).toBe(`noData nothingReported 0/2 ${due}`);
  });
  it('was handed in on time within thirty days after the last one before it ended', () => {
    const handed = (submittedOn: string) =>
      told(posts(1), [post('2026-08-01'), post('2026-09-01'), waits(submittedOn)]);
    expect(handed('2026-10-01')).toBe(`atRisk waitingForReview 0/1 ${due}`);
    expect(handed('2026-10-02')).toBe(`unmet expired 0/1 ${due}`);
    expect(told(posts(1), [{ ...post('2026-09-01'), unit: 'v2' }, waits('2026-10-01')])).toBe(
      `unmet nothingReported 0/1 ${due}`,
    );
  });
  it('follows nothing that has not ended yet', () => {
    expect(told(posts(2), [post('2026-11-24'), waits('2026-11-20')])).toBe(`unmet short 1/2 ${due}`);
    expect(told(posts(2), [post('2026-11-23'), waits('2026-11-20'), waits('2026-11-21')])).toBe(
      `atRisk waitingForReview 0/2 ${due}`,
    );
  });
  it('was handed in on time within the grace days after a place was closed', () => {
    const home = (closed_on: string | null, more: Partial<Entry> = {}): Entry => ({
      type: 'facility',
      unit: 'v1',
      fields: { facility_type: '儿童之家', opened_on: '2026-03-02', closed_on },
      ...more,
    });
    const places = requirementOf(
      { kind: 'facility', period: 'standing', places: { record: 'facility' } },
      { subjects: ['each_village'] },
      { min: 1 },
    );
    const handed = (submittedOn: string) =>
      told(places, [home('2026-09-01'), home(null, { state: 'pending', submittedOn })]);
    expect(handed('2026-09-11')).toBe(`atRisk waitingForReview 0/1 ${due}`);
    expect(handed('2026-09-12')).toBe(`unmet expired 0/1 ${due}`);
  });
});

describe('a vacancy', () => {
  it('is tolerated for thirty days after the last day on which there were enough, in the grace days as well', () => {
    expect(told(posts(1), [post('2026-10-25')])).toBe('atRisk tolerated 0/1 by 2026-11-24');
    expect(told(posts(1), [post('2026-10-24')])).toBe(`unmet expired 0/1 ${due}`);
    expect(told(posts(1), [post('2026-09-01'), post('2026-10-25')])).toBe('atRisk tolerated 0/1 by 2026-11-24');
    expect(told(posts(1), [post('2026-10-25'), post('2026-09-01')])).toBe('atRisk tolerated 0/1 by 2026-11-24');
    expect(told(posts(1), [post('2026-05-20')], '2026-06-05')).toBe('atRisk shortInGrace 0/1 by 2026-06-09');
  });
  it('is that of the last day with two where two are needed', () => {
    expect(told(posts(2), [post('2026-10-25'), post('2026-11-10')])).toBe('atRisk tolerated 0/2 by 2026-11-24');
    expect(told(posts(2), [post('2026-10-24'), post('2026-11-10')])).toBe(`unmet expired 0/2 ${due}`);
    expect(told(posts(2), [post('2026-10-24'), post('2026-10-30'), post()])).toBe('atRisk tolerated 1/2 by 2026-11-29');
    expect(told(posts(2), [post('2026-11-10')])).toBe(`unmet expired 0/2 ${due}`);
    const later = post('2026-11-10', { start_on: '2026-10-26' });
    expect(told(posts(2), [post('2026-10-25'), later])).toBe(`unmet expired 0/2 ${due}`);
  });
});

describe('for whom it counts', () => {
  const all = (people: Partial<Selection>, entries: readonly Entry[]) =>
    ['c', 't1', 'v1', 'v3'].map((unit) => told(posts(1, people), entries, '2026-11-24', unit).split(' by')[0]);
  const [yes, no] = ['met fulfilled 1/1', 'unmet nothingReported 0/1'];
  it('is the unit itself, those above it, or everybody, as the rule says', () => {
    expect(all({}, [post()])).toEqual([no, no, yes, no]);
    expect(all({ from: 'subtree' }, [post()])).toEqual([yes, yes, yes, no]);
    expect(all({ from: 'county' }, [post()])).toEqual([yes, yes, yes, yes]);
  });
  describe('where a record names nobody, or several', () => {
    const places = (entries: readonly Entry[], more: Partial<Selection> = {}) =>
      ['c', 't1', 'v1', 'v3'].map((unit) => {
        const of: Selection = { record: 'facility', from: 'county', unitField: 'served_units', ...more };
        const requirement = requirementOf(
          { kind: 'facility', period: 'standing', places: of },
          { subjects: ['county', 'each_town', 'each_village'] },
          { min: 1 },
        );
        return told(requirement, entries, '2026-11-24', unit).split(' by')[0];
      });
    const place = (served_units: readonly string[], closed_on: string | null = null): Entry => ({
      type: 'facility',
      unit: 'b1',
      fields: { opened_on: '2026-03-02', served_units, closed_on },
    });
    const ofCounty = (said: string) => [said, no, no, no];
    it('is the county', () => {
      expect(places([place([])])).toEqual(ofCounty(yes));
      expect(places([place([], '2026-12-10')])).toEqual(ofCounty('atRisk expiring 1/1'));
      expect(places([place([], '2026-11-23')])).toEqual(ofCounty('unmet expired 0/1'));
      // One that names several is looked at once for the whole county.
      expect(places([place(['v1', 'v3'])])).toEqual(ofCounty(yes));
    });
    it('is the county for what waits, lacks its file or an attribute, too', () => {
      const waits = (submittedOn: string): Entry => ({ ...place([]), state: 'pending', submittedOn });
      expect(places([waits('2026-06-09')])).toEqual(ofCounty('atRisk waitingForReview 0/1'));
      expect(places([waits('2026-06-10')])).toEqual(ofCounty(no));
      expect(places([place([])], { attachments: ['minutes'] })).toEqual(ofCounty('unmet short 0/1'));
      const wants = { wants: { has_conditions: { is: true } } } as const;
      expect(places([place([])], wants)).toEqual(ofCounty('atRisk attributeMissing 1/1'));
    });
  });
});
