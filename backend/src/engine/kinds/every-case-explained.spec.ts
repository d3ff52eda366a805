import { cellOf, evaluate, verdictAt } from '../evaluate.js';
import { compile } from '../program.js';
import { contextOf, explained, factsOf, judged, LAYOUT, requirementOf, type Entry } from '../testing/county.js';
import { found, handled, report, step } from '../testing/cases.js';

const rule = handled([report]);
const zero = (month: string, more: Partial<Entry> = {}): Entry => ({
  type: 'zero_report',
  unit: 'b2',
  fields: { statement: '零报告', month, registers: ['强制报告'] },
  ...more,
});
function told(entries: readonly Entry[], asOf = '2026-11-24', start = '2026-10-09', more: Record<string, number> = {}) {
  const context = contextOf(asOf, start);
  const dated = Object.entries(more).map(([name, value]) => [name, { '2018-01-01': value }]);
  const parameters = { ...context.parameters, ...Object.fromEntries(dated) };
  const verdict = judged(rule, entries, { ...context, parameters }, 'b2');
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.of}/${verdict?.required}`;
}
/** All cases of the county, as far as they name a unit. */
const wide = requirementOf(
  {
    kind: 'every_case_handled',
    period: 'month',
    register: '强制报告',
    source: { type: 'cases', of: { record: 'case', from: 'county', unitField: 'town' }, base: 'found_at', steps: [] },
  },
  { subjects: ['county', 'bureau:县公安局', 'each_town'] },
);
/** So many cases of October, of which so many were reported late. */
const cases = (all: number, late: number) =>
  Array.from({ length: all }, (_, at): Entry[] => [
    { ...found('2026-10-20T09:00'), id: 600 + at },
    step('报告', '', {
      fields: { case: 600 + at, step: '报告', done_at: at < late ? '2026-10-22T09:00' : '2026-10-20T10:00' },
    }),
  ]).flat();

describe('late cases', () => {
  it('are at risk up to a tenth and unmet beyond it', () => {
    expect(told(cases(10, 0))).toBe('met fulfilled 10/10/10');
    expect(told(cases(10, 1))).toBe('atRisk late 9/10/10');
    expect(told(cases(9, 1))).toBe('unmet late 8/9/9');
    expect(told(cases(10, 2))).toBe('unmet late 8/10/10');
    expect(told(cases(5, 1), '2026-11-24', '2026-10-09', { late_case_yellow_percent: 20 })).toBe('atRisk late 4/5/5');
    expect(told(cases(10, 1), '2026-11-24', '2026-10-09', { late_case_yellow_percent: 0 })).toBe('unmet late 9/10/10');
  });
  it('are less than an overdue one, and more than a missing sheet', () => {
    const overdue = found('2026-10-20T09:00');
    expect(told([...cases(9, 9), overdue])).toBe('unmet overdue 0/10/10');
    expect(told(cases(9, 9), '2026-11-24', '2026-09-01')).toBe('unmet late 0/9/9');
  });
});

describe('the months of a register', () => {
  it('need a sheet once their days are over, and none where a case was found', () => {
    expect(told([], '2026-11-16')).toBe('notDue nothingYet 0/0/0');
    expect(told([], '2026-11-17')).toBe('noData sheetMissing 0/0/0');
    expect(told([zero('2026-10')], '2026-11-17')).toBe('met fulfilled 0/0/0');
    const inOctober = (at: string) => told([{ ...found(at), unit: 'b2' }, step('报告', at)], '2026-11-24');
    expect(inOctober('2026-10-01T00:00')).toBe('met fulfilled 1/1/1');
    expect(inOctober('2026-10-31T23:59')).toBe('met fulfilled 1/1/1');
    expect(inOctober('2026-09-30T23:59')).toBe('noData sheetMissing 1/1/1');
    expect(inOctober('2026-11-01T00:00')).toBe('noData sheetMissing 1/1/1');
  });
  it('are proven by a case of the register that is of another sort than the rule asks', () => {
    const narrow = { register: { any: ['强制报告'] }, outcome: { any: ['复学'] } };
    const source = {
      type: 'cases',
      of: { record: 'case', where: narrow, from: 'county' },
      base: 'found_at',
      steps: [report],
    } as const;
    const only = requirementOf(
      { kind: 'every_case_handled', period: 'month', register: '强制报告', source },
      { subjects: ['bureau:县公安局'] },
      { hours: 24 },
    );
    const said = (fields: Entry['fields']) =>
      judged(only, [found('2026-10-20T09:00', fields)], contextOf('2026-11-24', '2026-10-09'), 'b2');
    expect(said({ outcome: '其他' })).toMatchObject({ outcome: 'met', of: 0 });
    expect(said({ outcome: '复学' })).toMatchObject({ outcome: 'unmet', of: 1 });
    expect(said({ outcome: '其他', register: '监护未落实' })).toMatchObject({ outcome: 'noData', of: 0 });
  });
  it('are proven each by its own cases, several of one month among them', () => {
    const inMonths = ['2026-09-20T09:00', '2026-10-20T09:00', '2026-10-21T09:00', '2026-08-20T09:00'].map(
      (at, index) => ({
        ...found(at, { closed_at: at }),
        id: 600 + index,
      }),
    );
    const closed = requirementOf(
      {
        kind: 'every_case_handled',
        period: 'month',
        register: '强制报告',
        source: { type: 'cases', of: { record: 'case', from: 'subtree' }, base: 'found_at', steps: [] },
      },
      { subjects: ['county', 'each_town'] },
    );
    const missing = (unit: string) => explained(closed, inMonths, contextOf('2026-11-24', '2026-07-09'), unit)?.missing;
    expect([missing('c'), missing('t1')]).toEqual([['2026-07'], ['2026-07']]);
    expect(missing('t2')).toEqual(['2026-07', '2026-08', '2026-09', '2026-10']);
  });
  it('are proven, looked at county-wide, for the towns that a case names, and for the county and its bureaus by any', () => {
    const of = (town: string | null) => found('2026-10-20T09:00', { town, closed_at: '2026-10-20T09:00' });
    const missing = (town: string | null) =>
      ['c', 'b2', 't1', 't2'].map(
        (unit) => explained(wide, [of(town)], contextOf('2026-11-24', '2026-10-09'), unit)?.missing.length,
      );
    expect([missing('t1'), missing(null)]).toEqual([
      [0, 0, 0, 1],
      [0, 0, 1, 1],
    ]);
  });
  it('are each register’s own, though several are judged together', () => {
    const other = { ...wide, id: 'other', rule: { ...wide.rule, register: '极端事件' } };
    const facts = factsOf([{ ...zero('2026-10'), unit: 't1' }]);
    const program = compile([wide, other], LAYOUT);
    const board = evaluate(program, facts, contextOf('2026-11-24', '2026-10-09'));
    const outcome = (id: string) => verdictAt(board, cellOf(program, id, facts.unitIndex('t1') ?? -1)).outcome;
    expect([outcome('r'), outcome('other')]).toEqual(['met', 'noData']);
  });
  it('wait where the sheet or the case waits that was handed in before the month was due', () => {
    const waits = (entry: Entry, submittedOn: string): Entry => ({ ...entry, state: 'pending', submittedOn });
    expect(told([waits(zero('2026-10'), '2026-11-16')])).toBe('atRisk waitingForReview 0/0/0');
    expect(told([waits(zero('2026-10'), '2026-11-17')])).toBe('noData sheetMissing 0/0/0');
    const done = step('报告', '2026-10-20T10:00');
    expect(told([waits(found('2026-10-20T09:00'), '2026-11-16'), done])).toBe('atRisk waitingForReview 0/0/0');
    expect(told([waits(found('2026-10-20T09:00'), '2026-11-17'), done])).toBe('noData sheetMissing 0/0/0');
    // Two months, of which only one waits.
    const both = [waits(zero('2026-10'), '2026-11-16')];
    expect(told(both, '2026-11-24', '2026-09-09')).toBe('noData sheetMissing 0/0/0');
    expect(told([zero('2026-09'), ...both], '2026-11-24', '2026-09-09')).toBe('atRisk waitingForReview 0/0/0');
  });
  it('go on when cases are open: no sheet is expected and none judged yet', () => {
    expect(told([found('2026-11-24T09:00')], '2026-11-24', '2026-11-01')).toBe('notDue stillOpen 0/0/0');
    expect(told([found('2026-11-24T09:00'), zero('2026-10')])).toBe('met fulfilled 0/0/0');
  });
  it('stay without data under a cap only where nothing at all was said', () => {
    const capped = (entries: readonly Entry[]) =>
      judged({ ...rule, cap: 'atRisk' }, entries, contextOf('2026-11-24', '2026-10-09'), 'b2')?.outcome;
    expect(capped([found('2026-10-20T09:00')])).toBe('atRisk');
    expect(capped([])).toBe('noData');
  });
});

describe('what is told of a register', () => {
  const why = (entries: readonly Entry[], start = '2026-10-09') =>
    explained(rule, entries, contextOf('2026-11-24', start), 'b2');
  it('names the steps that are overdue, then the months that are missing', () => {
    expect(why([], '2026-08-09')?.missing).toEqual(['2026-08', '2026-09', '2026-10']);
    expect(why([zero('2026-09')], '2026-08-09')?.missing).toEqual(['2026-08', '2026-10']);
    expect(why([found('2026-09-20T09:00')], '2026-08-09')?.missing).toEqual(['报告', '2026-08', '2026-10']);
  });
  it('counts the cases, however old, and the sheets since the first month', () => {
    const entries = [zero('2026-10'), zero('2026-09'), { ...found('2018-10-20T09:00'), id: 7 }];
    expect(why(entries)?.counted.toSorted()).toEqual([1, 7]);
    expect(why(entries)?.parts).toEqual([]);
    expect(why(entries)?.verdict).toMatchObject({ from: expect.any(Number) as number, due: null });
  });
  it('counts the statement that stands for several months', () => {
    const over: Entry = zero('2026-10', {
      fields: {
        statement: '追溯说明',
        month: '2026-10',
        registers: ['强制报告'],
        covers_from: '2026-08-01',
        covers_to: '2026-10-31',
      },
    });
    expect(why([over], '2026-08-09')).toMatchObject({ verdict: { outcome: 'met' }, missing: [], counted: [1] });
  });
});
