import type { Reach, Selection } from '../rule.types.js';
import { found, handled, report, step } from '../testing/cases.js';
import { contextOf, explained, judged, requirementOf, type Entry } from '../testing/county.js';
import { dayText } from '../testing/selected.js';

const told = (verdict: ReturnType<typeof judged>) => {
  const due = verdict?.due === null ? '' : ` by ${dayText(verdict?.due)}`;
  return `${verdict?.reason} ${verdict?.measured}/${verdict?.of}${due}`;
};

describe('the cases that are looked at', () => {
  const on = (entries: readonly Entry[], asOf = '2026-11-24', months = 12, base = 'found_at') => {
    const context = contextOf(asOf, '2026-11-01');
    const parameters = { ...context.parameters, case_window_months: { '2018-01-01': months } };
    const rule = handled([report]);
    const source = { ...(rule.rule as { source: object }).source, base };
    return told(
      judged({ ...rule, rule: { ...rule.rule, source } as never }, entries, { ...context, parameters }, 'b2'),
    );
  };
  const late = (at: string, reported: string, more: Entry['fields'] = {}) => [found(at, more), step('报告', reported)];
  it('are those of the last twelve months, from the day after the same day a year ago', () => {
    expect(on(late('2025-11-24T23:59', '2025-11-30T09:00'))).toBe('nothingYet 0/0');
    expect(on(late('2025-11-25T00:00', '2025-11-30T09:00'))).toBe('late 0/1');
    expect(on(late('2026-08-24T23:59', '2026-08-30T09:00'), '2026-11-24', 3)).toBe('nothingYet 0/0');
    expect(on(late('2026-08-25T00:00', '2026-08-30T09:00'), '2026-11-24', 3)).toBe('late 0/1');
  });
  it('are older ones too as long as they are overdue, or were opened again inside the window', () => {
    expect(on([found('2025-11-24T23:59')])).toBe('overdue 0/1');
    const again = { first_closed_at: '2025-01-10T09:00', reopened_at: '2026-01-10T09:00' };
    const steps = [step('报告', '2025-01-03T09:00'), step('报告', '2026-01-10T10:00')];
    expect(on([found('2025-01-01T09:00', again), ...steps])).toBe('late 0/1');
    const before = { ...again, reopened_at: '2025-06-10T09:00' };
    const twice = [step('报告', '2025-01-03T09:00'), step('报告', '2025-06-10T10:00')];
    expect(on([found('2025-01-01T09:00', before), ...twice])).toBe('nothingYet 0/0');
  });
  it('are those found by the end of the day', () => {
    expect(on([found('2026-11-24T23:59')])).toBe('stillOpen 0/0 by 2026-11-25');
    expect(on([found('2026-11-25T00:00')])).toBe('nothingYet 0/0');
  });
  it('are those whose clock has started where that is another day than that of the case', () => {
    const reported = (reported_at: string | null) => [found('2026-11-20T09:00', { reported_at })];
    expect(on(reported(null), '2026-11-24', 12, 'reported_at')).toBe('nothingYet 0/0');
    expect(on(reported('2026-11-24T23:59'), '2026-11-24', 12, 'reported_at')).toBe('overdue 0/1');
    expect(on(reported('2026-11-25T00:00'), '2026-11-24', 12, 'reported_at')).toBe('nothingYet 0/0');
  });
  it('tell the earliest day that is due among those open', () => {
    const other = (at: string, id: number) => ({ ...found(at), id });
    const both = [found('2026-11-24T09:00'), other('2026-11-23T23:59', 501), other('2026-11-24T20:00', 502)];
    expect(on(both)).toBe('stillOpen 0/0 by 2026-11-24');
    expect(on([...both, step('报告', '2026-11-24T10:00')])).toBe('fulfilled 1/1 by 2026-11-24');
  });
});

describe('a case that waits for review', () => {
  const on = (...entries: Entry[]) =>
    told(judged(handled([report]), entries, contextOf('2026-11-24', '2026-11-01'), 'b2'));
  const waits = { state: 'pending', submittedOn: '2026-11-21' } as const;
  const case_ = { ...found('2026-11-20T09:00'), ...waits };
  it('proves nothing well, and is at risk where it would be overdue or late', () => {
    expect(on({ ...found('2026-11-24T09:00'), ...waits })).toBe('nothingYet 0/0');
    expect(on(case_, step('报告', '2026-11-20T10:00'))).toBe('nothingYet 0/0');
    expect(on(case_)).toBe('waitingForReview 0/1');
    expect(on(case_, step('报告', '2026-11-22T10:00'))).toBe('waitingForReview 0/1');
  });
  it('stands beside those that are approved', () => {
    const approved = { ...found('2026-11-20T09:00'), id: 501 };
    expect(on(approved, case_)).toBe('overdue 0/2');
  });
});

describe('whose case it is', () => {
  const rule = (from: Reach | undefined, unitField?: string) => {
    const of: Selection = {
      record: 'case',
      where: { register: { any: ['强制报告'] } },
      ...(from === undefined ? {} : { from }),
      ...(unitField === undefined ? {} : { unitField }),
    };
    return requirementOf(
      {
        kind: 'every_case_handled',
        period: 'month',
        register: '强制报告',
        source: { type: 'cases', of, base: 'found_at', steps: [report] },
      },
      { subjects: ['county', 'bureau:县公安局', 'each_town', 'each_village'] },
      { hours: 24 },
    );
  };
  const now = contextOf('2026-11-24', '2026-11-01');
  const of = (unit: string, at: string, id = 500, fields: Entry['fields'] = {}) => ({
    ...found(at, fields),
    unit,
    id,
  });
  const all = (from: Reach | undefined, entries: readonly Entry[], unitField?: string) =>
    ['c', 'b2', 't1', 'v1', 't2'].map((unit) => told(judged(rule(from, unitField), entries, now, unit)));
  const none = 'nothingYet 0/0';
  it('is the unit’s own, its subtree’s or the whole county’s, as the rule says, overdue or open', () => {
    const overdue = [of('v1', '2026-11-20T09:00')];
    const bad = 'overdue 0/1';
    expect(all(undefined, overdue)).toEqual([none, none, none, bad, none]);
    expect(all('subtree', overdue)).toEqual([bad, none, bad, bad, none]);
    expect(all('county', overdue)).toEqual([bad, bad, bad, bad, bad]);
    const open = [of('v1', '2026-11-24T09:00'), of('t1', '2026-11-24T20:00', 501)];
    const still = 'stillOpen 0/0 by 2026-11-25';
    expect(all(undefined, open)).toEqual([none, none, still, still, none]);
    expect(all('subtree', open)).toEqual([still, none, still, still, none]);
    expect(all('county', open)).toEqual([still, still, still, still, still]);
  });
  it('is that of the town it names; one that names none is seen by the county and its bureaus', () => {
    const named = [of('b1', '2026-11-20T09:00', 500, { town: 't1' })];
    expect(all('county', named, 'town')).toEqual(['overdue 0/1', 'overdue 0/1', 'overdue 0/1', none, none]);
    const nameless = [of('b1', '2026-11-20T09:00')];
    expect(all('county', nameless, 'town')).toEqual(['overdue 0/1', 'overdue 0/1', none, none, none]);
    expect(all('county', [...named, of('b1', '2026-11-20T09:00', 501)], 'town')[0]).toBe('overdue 0/2');
  });
  it('is named as overdue only to those who see it', () => {
    const missing = (from: Reach | undefined, unit: string) =>
      explained(rule(from), [of('v1', '2026-11-20T09:00')], now, unit)?.missing;
    expect(['v1', 't1'].map((unit) => missing(undefined, unit))).toEqual([['报告'], []]);
    expect(['v1', 't1', 't2', 'c'].map((unit) => missing('subtree', unit))).toEqual([['报告'], ['报告'], [], ['报告']]);
    expect(['v1', 't2'].map((unit) => missing('county', unit))).toEqual([['报告'], ['报告']]);
  });
});
