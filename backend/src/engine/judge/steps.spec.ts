import type { Requirement } from '../rule.types.js';
import { contextOf, judged, requirementOf, type Entry } from '../testing/county.js';
import { dayText } from '../testing/selected.js';

/** Two meetings a quarter, with their minutes, by the day on which the quarter ends: `outcome reason of the period from … by …`. */
const twice = (more: Partial<Requirement> = {}) =>
  requirementOf(
    {
      kind: 'count_per_period',
      period: 'quarter',
      count: { record: 'meeting', attachments: ['minutes'], wants: { level: { any: ['县政府'] } } },
    },
    more,
    { min: 2 },
  );
const meeting = (date: string, more: Partial<Entry> = {}, level = '县政府'): Entry => ({
  type: 'meeting',
  fields: { date, level },
  evidence: ['minutes'],
  ...more,
});
function told(entries: readonly Entry[], asOf: string, more: Partial<Requirement> = {}, start = '2026-07-01') {
  const verdict = judged(twice(more), entries, contextOf(asOf, start));
  return `${verdict?.outcome} ${verdict?.reason} from ${dayText(verdict?.from ?? undefined)} by ${dayText(verdict?.due ?? undefined)}`;
}
const waits = (date: string, submittedOn = date) => meeting(date, { state: 'pending', submittedOn });
const inAugust = [meeting('2026-08-03'), meeting('2026-08-04')];
const autumn = [meeting('2026-10-12'), waits('2026-10-13')];

describe('a running period', () => {
  const [early, late] = ['2026-12-08', '2026-12-09'];
  const on = (...entries: Entry[]) =>
    [early, late].map((asOf) => told(entries, asOf, {}, '2026-10-01').replace(/ from .*/, ''));
  it('says that something waits, and warns of it only in its last quarter', () => {
    expect(on(...autumn)).toEqual(['notDue waitingForReview', 'atRisk waitingForReview']);
    expect(on(meeting('2026-10-12'))).toEqual(['notDue onPace', 'atRisk shortInLastQuarter']);
    expect(on()).toEqual(['notDue nothingYet', 'atRisk shortInLastQuarter']);
  });
  it('says that a meeting lacks something before it says that one waits', () => {
    const lower = meeting('2026-10-14', {}, '镇街');
    expect(on(meeting('2026-10-12'), lower)).toEqual(['notDue attributeMissing', 'atRisk attributeMissing']);
    expect(on(...autumn, lower)).toEqual(['notDue attributeMissing', 'atRisk attributeMissing']);
    const bare = meeting('2026-10-14', { evidence: [] });
    expect(on(meeting('2026-10-12'), bare)).toEqual(['notDue attributeMissing', 'atRisk attributeMissing']);
  });
});

describe('the grace days, and the time after them', () => {
  // The third quarter ended on 30 September; its grace days end on 10 October.
  const on = (...entries: Entry[]) =>
    ['2026-10-10', '2026-10-11'].map((asOf) => told(entries, asOf).replace(/ from .*/, ''));
  it('holds what waits at risk, also afterwards, if it was handed in within the grace days', () => {
    const one = meeting('2026-08-03');
    expect(on(one, waits('2026-08-04', '2026-10-10'))).toEqual(['atRisk waitingForReview', 'atRisk waitingForReview']);
    expect(on(one, waits('2026-08-04', '2026-10-11'))).toEqual(['atRisk shortInGrace', 'unmet short']);
  });
  it('takes silence for want of data and then for a shortfall, and what is short for a shortfall then only', () => {
    expect(on()).toEqual(['noData nothingReported', 'unmet nothingReported']);
    expect(on(meeting('2026-08-03'))).toEqual(['atRisk shortInGrace', 'unmet short']);
  });
  it('holds a meeting of another level at risk in both, one without its minutes only in the grace days', () => {
    const one = meeting('2026-08-03');
    expect(on(one, meeting('2026-08-04', {}, '镇街'))).toEqual(['atRisk attributeMissing', 'atRisk attributeMissing']);
    expect(on(one, meeting('2026-08-04', { evidence: [] }))).toEqual(['atRisk attributeMissing', 'unmet short']);
  });
  it('is eased by a cap only where something was reported', () => {
    const capped = (...entries: Entry[]) => told(entries, '2026-10-11', { cap: 'atRisk' }).replace(/ from .*/, '');
    expect(capped(meeting('2026-08-03'))).toBe('atRisk short');
    expect(capped()).toBe('noData nothingReported');
  });
});

describe('which of two periods is shown', () => {
  const both = (entries: readonly Entry[], asOf: string, more: Partial<Requirement> = {}) => told(entries, asOf, more);
  const later = { reporting: { type: 'workdaysAfter', days: 5 } } as const;
  it('is the running one, unless the closed one is worse', () => {
    expect(both([...inAugust, ...autumn], '2026-12-20')).toBe('atRisk waitingForReview from 2026-10-01 by 2026-12-31');
    expect(both(autumn, '2026-12-20')).toBe('unmet nothingReported from 2026-07-01 by 2026-10-10');
  });
  it('is the closed one while neither is due: its sheet is still to come', () => {
    expect(both([], '2026-10-05', later)).toBe('notDue nothingYet from 2026-07-01 by 2026-10-07');
    expect(both([], '2026-10-05')).toBe('noData nothingReported from 2026-07-01 by 2026-10-10');
  });
  it('is the one that is due where the other one is not', () => {
    const done = [meeting('2026-10-01'), meeting('2026-10-02')];
    expect(both(done, '2026-10-05', later)).toBe('met fulfilled from 2026-10-01 by 2027-01-07');
    expect(both(inAugust, '2026-10-05', later)).toBe('met fulfilled from 2026-07-01 by 2026-10-07');
    expect(both(inAugust, '2026-11-24')).toBe('met fulfilled from 2026-07-01 by 2026-10-10');
  });
});
