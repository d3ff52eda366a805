import { cellOf, evaluate, verdictAt } from '../evaluate.js';
import { createFacts } from '../facts/create.js';
import { compile } from '../program.js';
import type { PeriodUnit, Reporting } from '../rule.types.js';
import { layoutOf } from '../testing/changing-county.js';
import { contextOf, day, judged, requirementOf, toRecord, UNITS, type Entry } from '../testing/county.js';
import { dayText } from '../testing/selected.js';

const meeting = (date: string, more: Partial<Entry> = {}): Entry => ({ type: 'meeting', fields: { date }, ...more });
interface Told {
  readonly reporting?: Reporting;
  readonly start?: string;
  readonly entries?: readonly Entry[];
  readonly parameters?: Readonly<Record<string, number>>;
  readonly holidays?: readonly string[];
}
/** One meeting in each period is asked: `outcome reason from…to by due`. */
function told(period: PeriodUnit, asOf: string, more: Told = {}): string {
  const { reporting, start = '2020-01-01', entries = [], parameters = {}, holidays = [] } = more;
  const requirement = requirementOf(
    { kind: 'count_per_period', period, count: { record: 'meeting' } },
    reporting === undefined ? {} : { reporting },
    { min: 1 },
  );
  const context = contextOf(asOf, start);
  const dated = Object.entries(parameters).map(([name, value]) => [name, { '2018-01-01': value }]);
  const verdict = judged(requirement, entries, {
    ...context,
    parameters: { ...context.parameters, ...Object.fromEntries(dated) },
    calendar: { ...context.calendar, holidays: new Set(holidays.map(day)) },
  });
  const span = [verdict?.from, verdict?.to].map((at) => dayText(at ?? undefined)).join('…');
  return `${verdict?.outcome} ${verdict?.reason} ${span} by ${dayText(verdict?.due ?? undefined)}`;
}

describe('the running period', () => {
  const on = (period: PeriodUnit, asOf: string, start: string, more: Told = {}) =>
    told(period, asOf, { start, ...more });
  it('warns from the first day of its last quarter, whatever its length', () => {
    const from = (period: PeriodUnit, start: string, days: readonly string[]) =>
      days.map((asOf) => on(period, asOf, start).split(' ').slice(0, 3).join(' '));
    expect(from('calendar_year', '2026-01-01', ['2026-09-30', '2026-10-01'])).toEqual([
      'notDue nothingYet 2026-01-01…2026-12-31',
      'atRisk shortInLastQuarter 2026-01-01…2026-12-31',
    ]);
    // A quarter of 92 days has 23 days in its last one; of 90, 22.5 become 23.
    expect(from('quarter', '2026-10-01', ['2026-12-08', '2026-12-09'])).toEqual([
      'notDue nothingYet 2026-10-01…2026-12-31',
      'atRisk shortInLastQuarter 2026-10-01…2026-12-31',
    ]);
    expect(from('quarter', '2026-01-01', ['2026-03-08', '2026-03-09'])).toEqual([
      'notDue nothingYet 2026-01-01…2026-03-31',
      'atRisk shortInLastQuarter 2026-01-01…2026-03-31',
    ]);
    expect(from('month', '2026-11-01', ['2026-11-22', '2026-11-23'])).toEqual([
      'notDue nothingYet 2026-11-01…2026-11-30',
      'atRisk shortInLastQuarter 2026-11-01…2026-11-30',
    ]);
    expect(from('school_year', '2026-09-01', ['2027-05-31', '2027-06-01'])).toEqual([
      'notDue nothingYet 2026-09-01…2027-08-31',
      'atRisk shortInLastQuarter 2026-09-01…2027-08-31',
    ]);
  });
  it('warns in the stretch that the parameter says, down to none at all', () => {
    const warned = (asOf: string, warn_percent: number) =>
      on('month', asOf, '2026-11-01', { parameters: { warn_percent } }).split(' ')[0];
    expect([warned('2026-11-15', 50), warned('2026-11-16', 50)]).toEqual(['notDue', 'atRisk']);
    expect(warned('2026-11-01', 100)).toBe('atRisk');
    expect(warned('2026-11-30', 0)).toBe('notDue');
  });
  it('is due on its own last day, and after that by the last of its grace days', () => {
    const days = ['2026-12-31', '2027-01-01', '2027-01-10', '2027-01-11'];
    expect(days.map((asOf) => on('quarter', asOf, '2026-10-01'))).toEqual([
      'atRisk shortInLastQuarter 2026-10-01…2026-12-31 by 2026-12-31',
      'noData nothingReported 2026-10-01…2026-12-31 by 2027-01-10',
      'noData nothingReported 2026-10-01…2026-12-31 by 2027-01-10',
      'unmet nothingReported 2026-10-01…2026-12-31 by 2027-01-10',
    ]);
  });
  it('counts what happened on its first and on its last day, and nothing of the days around it', () => {
    const quarter = (date: string) => on('quarter', '2026-12-31', '2026-10-01', { entries: [meeting(date)] });
    expect(['2026-09-30', '2026-10-01', '2026-12-31'].map((date) => quarter(date).split(' ')[0])).toEqual([
      'atRisk',
      'met',
      'met',
    ]);
    const closed = on('quarter', '2027-01-20', '2026-10-01', { entries: [meeting('2027-01-01')] });
    expect(closed).toMatch(/^unmet nothingReported 2026-10-01…2026-12-31/);
  });
});

describe('a period and the start of the campaign', () => {
  const state = (asOf: string, start: string, more: Told = {}) => told('quarter', asOf, { start, ...more });
  it('is not asked when it ended the day before the start, and asked whole when it ended on that day', () => {
    expect(state('2026-10-20', '2026-10-01')).toMatch(/^notDue nothingYet 2026-10-01/);
    expect(state('2026-10-20', '2026-09-30')).toMatch(/^unmet nothingReported 2026-07-01/);
    expect(state('2026-10-20', '2026-09-30', { entries: [meeting('2026-07-01')] })).toMatch(
      /^met fulfilled 2026-07-01/,
    );
  });
  it('counts the first year from its first day, or only from the start where the county reads it so', () => {
    const year = (asOf: string, first_year_whole: number, date: string, period: PeriodUnit = 'calendar_year') =>
      told(period, asOf, {
        start: '2026-03-01',
        parameters: { first_year_whole },
        entries: [meeting(date)],
      });
    expect(year('2026-11-24', 1, '2026-02-28')).toBe('met fulfilled 2026-01-01…2026-12-31 by 2026-12-31');
    expect(year('2026-11-24', 0, '2026-02-28')).toBe('atRisk shortInLastQuarter 2026-03-01…2026-12-31 by 2026-12-31');
    expect(year('2026-11-24', 0, '2026-03-01')).toBe('met fulfilled 2026-03-01…2026-12-31 by 2026-12-31');
    expect(year('2027-10-05', 0, '2026-03-01')).toBe('atRisk shortInLastQuarter 2027-01-01…2027-12-31 by 2027-12-31');
    expect(year('2026-03-31', 0, '2026-02-28', 'quarter')).toBe('met fulfilled 2026-01-01…2026-03-31 by 2026-03-31');
  });
});

describe('the day on which a sheet has to be in', () => {
  const due = (period: PeriodUnit, asOf: string, reporting: Reporting, more: Told = {}) =>
    told(period, asOf, { reporting, start: `${asOf.slice(0, 4)}-01-01`, ...more }).replace(/^.* by /, '');
  it('is a day of the last month, or its last day where the month is shorter', () => {
    const type = 'dayOfLastMonth';
    expect(due('quarter', '2026-11-24', { type, day: 25 }, { start: '2026-10-01' })).toBe('2026-12-25');
    expect(due('month', '2026-04-02', { type, day: 31 }, { start: '2026-04-01' })).toBe('2026-04-30');
    expect(due('month', '2028-02-02', { type, day: 30 }, { start: '2028-02-01' })).toBe('2028-02-29');
  });
  it('is the next such date after the end of the period', () => {
    const on = (month: number, date: number): Reporting => ({ type: 'monthDay', month, day: date });
    expect(due('calendar_year', '2026-05-01', on(3, 31))).toBe('2027-03-31');
    expect(due('calendar_year', '2026-05-01', on(12, 31))).toBe('2027-12-31');
    expect(due('quarter', '2026-02-01', on(4, 15))).toBe('2026-04-15');
    expect(due('school_year', '2026-09-02', on(10, 31), { start: '2026-09-01' })).toBe('2027-10-31');
    expect(due('calendar_year', '2027-05-01', on(2, 30))).toBe('2028-02-29');
    expect(due('calendar_year', '2026-05-01', on(2, 30))).toBe('2027-02-28');
    expect(due('month', '2026-01-02', on(2, 30))).toBe('2026-02-28');
  });
  it('is so many workdays after the end, holidays left out', () => {
    const reporting = { type: 'workdaysAfter', days: 5 } as const;
    expect(due('month', '2026-09-02', reporting, { start: '2026-09-01' })).toBe('2026-10-07');
    expect(due('month', '2026-09-02', reporting, { start: '2026-09-01', holidays: ['2026-10-01'] })).toBe('2026-10-08');
  });
  it('starts the grace days, which never end before the period does', () => {
    const early = (asOf: string, period_grace_days: number) =>
      told('quarter', asOf, {
        reporting: { type: 'dayOfLastMonth', day: 25 },
        start: '2026-10-01',
        parameters: { period_grace_days },
      });
    expect(early('2026-12-31', 10)).toMatch(/^atRisk shortInLastQuarter .* by 2026-12-25$/);
    expect(early('2027-01-04', 10)).toMatch(/^noData nothingReported .* by 2027-01-04$/);
    expect(early('2027-01-05', 10)).toMatch(/^unmet nothingReported/);
    expect(early('2026-12-31', 3)).toMatch(/^atRisk shortInLastQuarter/);
    expect(early('2027-01-01', 3)).toMatch(/^unmet nothingReported .* by 2026-12-31$/);
  });
  it('spares an empty period the warning only where it lies behind its end', () => {
    const empty = (asOf: string, reporting: Reporting) => told('month', asOf, { reporting, start: '2026-12-01' });
    expect(empty('2026-12-31', { type: 'dayOfLastMonth', day: 31 })).toMatch(/^atRisk shortInLastQuarter/);
    expect(empty('2026-12-31', { type: 'workdaysAfter', days: 1 })).toMatch(/^notDue nothingYet/);
  });
});

describe('a unit founded in the middle of a period', () => {
  /** 丁镇 is founded without a predecessor. */
  const founded = (from: string, asOf: string, period: PeriodUnit, reporting?: Reporting) => {
    const layout = layoutOf([
      ...UNITS,
      { code: 't9', shortName: '丁镇', kind: 'town', parentCode: 'c', from, newborn: true },
    ]);
    const rule = { kind: 'count_per_period', period, count: { record: 'meeting' } } as const;
    const more = { subjects: ['each_town'] as const, ...(reporting === undefined ? {} : { reporting }) };
    const requirement = requirementOf(rule, more, { min: 2 });
    const facts = createFacts(layout);
    facts.upsert(toRecord({ type: 'meeting', unit: 't9', fields: { date: from } }, 1));
    const program = compile([requirement], layout, day(asOf));
    const board = evaluate(program, facts, contextOf(asOf, '2026-01-01'));
    const { outcome, reason, from: first } = verdictAt(board, cellOf(program, 'r', facts.unitIndex('t9') ?? -1));
    return `${outcome} ${reason} ${dayText(first ?? undefined)}`;
  };
  it('is not asked for the period that began before it, neither while that runs nor afterwards', () => {
    expect(founded('2026-10-02', '2026-12-31', 'quarter')).toBe('notDue onPace 2026-10-01');
    expect(founded('2026-10-02', '2027-01-05', 'quarter')).toBe('notDue nothingYet 2027-01-01');
    expect(founded('2026-10-02', '2027-02-24', 'quarter')).toBe('notDue nothingYet 2027-01-01');
    const later = { type: 'workdaysAfter', days: 5 } as const;
    expect(founded('2026-10-02', '2027-01-05', 'quarter', later)).toBe('notDue nothingYet 2027-01-01');
  });
  it('is asked for the period that began with it', () => {
    expect(founded('2026-10-01', '2026-12-08', 'quarter')).toBe('notDue onPace 2026-10-01');
    expect(founded('2026-10-01', '2026-12-09', 'quarter')).toBe('atRisk shortInLastQuarter 2026-10-01');
    expect(founded('2026-10-01', '2027-01-11', 'quarter')).toBe('unmet short 2026-10-01');
  });
});

describe('standing duties and the last twelve months', () => {
  it('gives a standing duty its days from the start, its grace days, and no period', () => {
    const days = ['2026-05-30', '2026-05-31', '2026-06-09', '2026-06-10'];
    const post = requirementOf({ kind: 'staffing', period: 'standing', people: { record: 'staff' } }, {}, { min: 1 });
    const state = (asOf: string) => {
      const verdict = judged(post, [], contextOf(asOf));
      return `${verdict?.outcome} ${verdict?.from} ${verdict?.to} ${dayText(verdict?.due ?? undefined)}`;
    };
    expect(days.map(state)).toEqual([
      'notDue null null 2026-05-30',
      'noData null null 2026-06-09',
      'noData null null 2026-06-09',
      'unmet null null 2026-06-09',
    ]);
  });
  it('lets the first twelve months after the start run like a period', () => {
    const on = (asOf: string) => told('rolling_12_months', asOf, { start: '2026-03-01' });
    // 365 days: the last quarter has 92 of them.
    expect(['2026-11-28', '2026-11-29', '2027-02-28', '2027-03-01', '2027-03-10', '2027-03-11'].map(on)).toEqual([
      'notDue nothingYet 2025-11-29…2026-11-28 by 2027-02-28',
      'atRisk shortInLastQuarter 2025-11-30…2026-11-29 by 2027-02-28',
      'atRisk shortInLastQuarter 2026-03-01…2027-02-28 by 2027-02-28',
      'noData nothingReported 2026-03-02…2027-03-01 by 2027-03-10',
      'noData nothingReported 2026-03-11…2027-03-10 by 2027-03-10',
      'unmet nothingReported 2026-03-12…2027-03-11 by 2027-03-11',
    ]);
  });
  it('counts back from the day itself: the same day a year earlier is out, the day after it in', () => {
    const held = (date: string) => told('rolling_12_months', '2026-11-24', { entries: [meeting(date)] }).split(' ')[0];
    expect(['2025-11-24', '2025-11-25', '2026-11-24'].map(held)).toEqual(['unmet', 'met', 'met']);
  });
});
