import { contextOf, day, explained, judged, requirementOf, type Entry } from '../testing/county.js';
import { dayText } from '../testing/selected.js';

const posts = (min: number) =>
  requirementOf(
    { kind: 'staffing', period: 'standing', people: { record: 'staff' } },
    { subjects: ['each_village'] },
    { min },
  );
const post = (start_on: string, end_on: string | null = null, unit = 'v1', more: Partial<Entry> = {}): Entry => ({
  type: 'staff',
  unit,
  fields: { start_on, end_on },
  ...more,
});
/** Outcome, reason, how many there are and the last day on which it can still be mended. */
function told(min: number, entries: readonly Entry[], asOf = '2026-11-24', unit = 'v1') {
  const verdict = judged(posts(min), entries, contextOf(asOf), unit);
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured} ${dayText(verdict?.due ?? undefined)}`;
}

describe('a vacancy', () => {
  it('is tolerated for thirty days from the last day on which there were enough', () => {
    const left = [post('2026-03-01', '2026-06-01'), post('2026-03-01', '2026-11-01')];
    expect(told(1, left, '2026-12-01')).toBe('atRisk tolerated 0 2026-12-01');
    expect(told(1, left, '2026-12-02')).toBe('unmet expired 0 2026-06-09');
    expect(told(1, left.toReversed())).toBe('atRisk tolerated 0 2026-12-01');
    expect(told(2, [post('2026-03-01'), ...left])).toBe('atRisk tolerated 1 2026-12-01');
  });
  it('did not end while others came and went who were too few', () => {
    const both = [post('2026-03-01', '2026-11-01'), post('2026-03-01', '2026-11-01')];
    const short = [post('2026-11-05', '2026-11-10'), post('2026-11-12', '2026-11-15'), post('2026-11-18')];
    expect(told(2, [...both, ...short])).toBe('atRisk tolerated 1 2026-12-01');
    expect(told(2, [...both, ...short], '2026-12-02')).toBe('unmet short 1 2026-06-09');
    expect(told(3, [...both, ...short])).toBe('unmet short 1 2026-06-09');
  });
  it('began later where one came on the last day of another', () => {
    const first = post('2026-03-01', '2026-11-05');
    expect(told(2, [first, post('2026-11-05', '2026-11-20')])).toBe('atRisk tolerated 0 2026-12-05');
    expect(told(2, [first, post('2026-11-06', '2026-11-20')])).toBe('unmet expired 0 2026-06-09');
  });
  it('is told of each village by itself', () => {
    const entries = [
      post('2026-03-01', '2026-11-10'),
      post('2026-03-01', '2026-11-20', 'v2'),
      post('2026-03-01', '2026-10-01', 'v3'),
    ];
    expect(['v1', 'v2', 'v3'].map((unit) => told(1, entries, '2026-11-24', unit))).toEqual([
      'atRisk tolerated 0 2026-12-10',
      'atRisk tolerated 0 2026-12-20',
      'unmet expired 0 2026-06-09',
    ]);
  });
  it('has until the end of the grace days where these are not over', () => {
    expect(told(1, [post('2026-03-01', '2026-05-20')], '2026-06-09')).toBe('atRisk shortInGrace 0 2026-06-09');
    expect(told(1, [post('2026-03-01', '2026-05-20')], '2026-06-10')).toBe('atRisk tolerated 0 2026-06-19');
  });
  it('keeps its days while a successor waits for review', () => {
    const next = post('2026-11-20', null, 'v1', { state: 'pending', submittedOn: '2026-11-20' });
    expect(told(1, [post('2026-03-01', '2026-11-10'), next])).toBe('atRisk waitingForReview 0 2026-12-10');
  });
  it('is none as long as there are enough, also on the last day of one of them', () => {
    expect(told(1, [post('2026-03-01', '2026-11-10'), post('2026-11-15')])).toBe('met fulfilled 1 2026-06-09');
    expect(told(1, [post('2026-03-01', '2026-11-24')])).toBe('atRisk expiring 1 2026-11-24');
    expect(told(2, [post('2026-03-01', '2026-11-24')])).toBe('unmet short 1 2026-06-09');
  });
});

describe('what is told of posts', () => {
  it('names those in post and those who left, and nothing else', () => {
    const entries = [post('2026-03-01'), post('2026-03-01', '2026-11-10'), post('2026-11-25')];
    expect(explained(posts(2), entries, contextOf('2026-11-24'), 'v1')).toMatchObject({
      verdict: { outcome: 'atRisk', due: day('2026-12-10') },
      counted: [1],
      missing: [],
      parts: [],
    });
  });
});
