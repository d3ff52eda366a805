import { formatDay } from '../days.js';
import { contextOf, day, explained, judged, requirementOf, type Entry } from '../testing/county.js';
import { dayText } from '../testing/selected.js';

const weekly = requirementOf(
  { kind: 'frequency_coverage', period: 'iso_week', count: { record: 'activity' }, exempt: 'spring_festival' },
  { subjects: ['each_village'] },
  { min_per_week: 2, window_weeks: 4, target: 75, yellow: 50, catch_up_days: 7 },
);
/** On 24 November 2026 the last week whose seven days of catching up are over is that of 9 November. */
const MONDAYS = ['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'];
const session = (date: string, more: Partial<Entry> = {}): Entry => ({
  type: 'activity',
  unit: 'v1',
  fields: { date },
  ...more,
});
/** Two sessions in each of these weeks: on Monday and on Sunday. */
const weeks = (mondays: readonly string[], more: Partial<Entry> = {}) =>
  mondays.flatMap((monday) => [session(monday, more), session(formatDay(day(monday) + 6), more)]);
function told(entries: readonly Entry[], context = contextOf('2026-11-24'), requirement = weekly) {
  const verdict = judged(requirement, entries, context, 'v1');
  const span = [verdict?.from, verdict?.to].map((at) => dayText(at ?? undefined)).join('…');
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.of}/${verdict?.required} ${span}`;
}
const span = '2026-10-19…2026-11-15';

describe('sessions of each week', () => {
  it('make three of four weeks, two at the least, and no less', () => {
    const full = (count: number) => told(weeks(MONDAYS.slice(0, count)));
    expect([4, 3, 2, 1, 0].map(full)).toEqual([
      `met fulfilled 4/4/3 ${span}`,
      `met fulfilled 3/4/3 ${span}`,
      `atRisk tolerated 2/4/3 ${span}`,
      `unmet short 1/4/3 ${span}`,
      `unmet nothingReported 0/4/3 ${span}`,
    ]);
  });
  it('lie from Monday to Sunday, two of them', () => {
    const two = weeks(MONDAYS.slice(1, 3));
    expect(told([...two, session('2026-10-19'), session('2026-10-25')])).toMatch(/^met fulfilled 3/);
    expect(told([...two, session('2026-10-18'), session('2026-10-25')])).toMatch(/^atRisk tolerated 2/);
    expect(told([...two, session('2026-11-09'), session('2026-11-16')])).toMatch(/^atRisk tolerated 2/);
    expect(told([...two, session('2026-11-09')])).toMatch(/^atRisk tolerated 2/);
    expect(told([session('2026-11-09')])).toMatch(/^unmet short 0/);
    expect(told([session('2026-10-18'), session('2026-11-16')])).toMatch(/^unmet nothingReported 0/);
  });
  it('move on with the first day after the days of catching up', () => {
    expect(told([], contextOf('2026-11-22'))).toContain('2026-10-12…2026-11-08');
    expect(told([], contextOf('2026-11-23'))).toContain('2026-10-19…2026-11-15');
    expect(told([], contextOf('2026-11-29'))).toContain('2026-10-19…2026-11-15');
  });
});

describe('weeks that are not asked', () => {
  it('are those that began before the campaign', () => {
    const from = (start: string, entries: readonly Entry[]) => told(entries, contextOf('2026-11-24', start));
    expect(from('2026-10-19', [])).toBe(`unmet nothingReported 0/4/3 ${span}`);
    expect(from('2026-10-20', [])).toBe(`noData nothingReported 0/3/3 ${span}`);
    expect(from('2026-11-09', weeks(MONDAYS.slice(0, 3)))).toBe(`noData nothingReported 0/1/1 ${span}`);
    expect(from('2026-11-09', weeks(MONDAYS.slice(3)))).toBe(`met fulfilled 1/1/1 ${span}`);
    expect(from('2026-11-10', weeks(MONDAYS))).toBe(`notDue nothingYet 0/0/0 ${span}`);
  });
  it('are those with four days of the Spring Festival, where the rule exempts them', () => {
    const off = (days: number) => {
      const context = contextOf('2026-11-24');
      const springFestival = new Set(Array.from({ length: days }, (_, at) => day('2026-10-26') + at));
      return { ...context, calendar: { ...context.calendar, springFestival } };
    };
    const entries = weeks([MONDAYS[0] ?? '', MONDAYS[2] ?? '', MONDAYS[3] ?? '']);
    expect(told(entries, off(4))).toBe(`met fulfilled 3/3/3 ${span}`);
    expect(told(entries, off(3))).toBe(`met fulfilled 3/4/3 ${span}`);
    const strict = { ...weekly, rule: { ...weekly.rule, exempt: 'none' } } as typeof weekly;
    expect(told(entries, off(4), strict)).toBe(`met fulfilled 3/4/3 ${span}`);
  });
});

describe('sessions that wait for review', () => {
  const waits = (submittedOn: string) => weeks(['2026-11-09'], { state: 'pending', submittedOn });
  it('keep the cell at risk if they were handed in within the days of catching up', () => {
    const two = weeks(MONDAYS.slice(0, 2));
    expect(told([...two, ...waits('2026-11-22')])).toMatch(/^atRisk waitingForReview 2/);
    expect(told([...two, ...waits('2026-11-23')])).toMatch(/^atRisk tolerated 2/);
    expect(told([...weeks(MONDAYS.slice(0, 1)), ...waits('2026-11-22')])).toMatch(/^unmet short 1/);
    expect(told(waits('2026-11-22'))).toMatch(/^unmet nothingReported 0/);
  });
});

describe('what is told of weeks', () => {
  it('names those that are short, and counts the sessions of all of them', () => {
    const entries = [
      ...weeks(MONDAYS.slice(0, 2)),
      session('2026-11-02'),
      session('2026-10-18'),
      session('2026-11-16'),
    ];
    const why = explained(weekly, entries, contextOf('2026-11-24'), 'v1');
    expect(why?.missing).toEqual(['2026-11-02', '2026-11-09']);
    expect(why?.counted.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(explained(weekly, entries, contextOf('2026-11-24', '2026-11-05'), 'v1')?.missing).toEqual(['2026-11-09']);
  });
});
