import { contextOf, explained, judged, requirementOf, said, type Entry } from '../testing/county.js';
import { found, handled, MONTHLY_NUMBERS, report, step } from '../testing/cases.js';
import type { CaseStep } from '../rule.types.js';

const now = contextOf('2026-11-24', '2026-10-09');

describe('every case handled', () => {
  it('is met when the case of the only expected month was reported in time', () => {
    expect(said(handled([report]), [found('2026-10-20T09:00'), step('报告', '2026-10-21T09:00')], now, 'b2')).toBe(
      'met fulfilled',
    );
  });
  it('is unmet while a step is overdue, however old the case, and late once it was done too late', () => {
    expect(said(handled([report]), [found('2024-05-20T09:00')], now, 'b2')).toBe('unmet overdue');
    expect(said(handled([report]), [found('2026-10-20T09:00'), step('报告', '2026-10-21T09:01')], now, 'b2')).toBe(
      'unmet late',
    );
  });
  it('forgets a case that was done late once it has left the window', () => {
    expect(said(handled([report]), [found('2025-10-20T09:00'), step('报告', '2025-10-25T09:00')], now, 'b2')).toBe(
      'noData sheetMissing',
    );
  });
  it('does not let a change that waits for review hide an overdue case', () => {
    const zero: Entry = {
      type: 'zero_report',
      unit: 'b2',
      fields: { statement: '已更新', month: '2026-10', registers: ['强制报告'] },
      submittedOn: '2026-11-02',
    };
    const changed = { ...found('2026-10-20T09:00'), state: 'pending', submittedOn: '2026-11-20' } as const;
    expect(said(handled([report]), [zero, changed], now, 'b2')).toBe('atRisk waitingForReview');
    const inTime = [zero, changed, step('报告', '2026-10-20T12:00')];
    expect(said(handled([report]), inTime, now, 'b2')).toBe('met fulfilled');
  });
  it('names the step that is overdue', () => {
    const dispose: CaseStep = { step: '处置', from: '报告', within: { number: 'days', unit: 'days' } };
    const entries = [found('2026-10-20T09:00'), step('报告', '2026-10-20T10:00')];
    expect(explained(handled([report, dispose]), entries, now, 'b2')?.missing).toEqual(['处置']);
  });
  it('takes a month as proven in waiting while its only case waits for review', () => {
    const waits = { ...found('2026-10-20T09:00'), state: 'pending', submittedOn: '2026-10-21' } as const;
    expect(said(handled([report]), [waits], now, 'b2')).toBe('atRisk waitingForReview');
  });
  it('needs a zero report for a month without a case: silence is not a pass', () => {
    const zero: Entry = {
      type: 'zero_report',
      unit: 'b2',
      fields: { statement: '零报告', month: '2026-10', registers: ['强制报告'] },
      submittedOn: '2026-11-02',
    };
    expect(said(handled([report]), [], now, 'b2')).toBe('noData sheetMissing');
    expect(said(handled([report]), [zero], now, 'b2')).toBe('met fulfilled');
    expect(said(handled([report]), [{ ...zero, state: 'pending' }], now, 'b2')).toBe('atRisk waitingForReview');
    expect(said(handled([report]), [], contextOf('2026-11-10', '2026-10-09'), 'b2')).toBe('notDue nothingYet');
  });
  it('takes another step that shows the same, the earlier of the two, and only with the field that it needs', () => {
    const accepted = handled([{ ...report, step: '登记', or: [{ step: '处置' }] }]);
    const case_ = found('2026-10-20T09:00');
    expect(said(accepted, [case_, step('处置', '2026-10-21T09:00')], now, 'b2')).toBe('met fulfilled');
    expect(said(accepted, [case_, step('处置', '2026-10-21T09:01')], now, 'b2')).toBe('unmet late');
    expect(said(accepted, [case_, step('登记', '2026-10-22T09:00')], now, 'b2')).toBe('unmet late');
    const both = [case_, step('登记', '2026-10-22T09:00'), step('处置', '2026-10-20T10:00')];
    expect(said(accepted, both, now, 'b2')).toBe('met fulfilled');
    expect(explained(accepted, [case_, step('评估', '2026-10-20T10:00')], now, 'b2')?.missing).toEqual(['登记']);
    const numbered = handled([{ step: '登记', or: [{ step: '处置', having: 'ref_no' }] }]);
    const bare = step('处置', '2026-10-20T10:00');
    expect(said(numbered, [case_, bare], now, 'b2')).toBe('unmet overdue');
    expect(said(numbered, [case_, { ...bare, fields: { ...bare.fields, ref_no: '甲-7' } }], now, 'b2')).toBe(
      'met fulfilled',
    );
  });
  it('starts the clock of the next step when the other one shows the step before it', () => {
    const next: CaseStep = { step: '评估', from: '登记', within: { number: 'hours', unit: 'hours' } };
    const rule = handled([{ step: '登记', or: [{ step: '处置' }] }, next]);
    const arrived = [found('2026-10-20T09:00'), step('处置', '2026-10-20T10:00')];
    expect(said(rule, [...arrived, step('评估', '2026-10-21T10:00')], now, 'b2')).toBe('met fulfilled');
    expect(said(rule, [...arrived, step('评估', '2026-10-21T10:01')], now, 'b2')).toBe('unmet late');
  });
  it('counts a case open inside its limit neither way', () => {
    const dispose: CaseStep = { step: '处置', from: '报告', within: { number: 'days', unit: 'days' } };
    const entries = [found('2026-11-18T09:00'), step('报告', '2026-11-18T10:00')];
    expect(judged(handled([report, dispose]), entries, contextOf('2026-11-24', '2026-11-01'), 'b2')).toMatchObject({
      outcome: 'notDue',
      reason: 'stillOpen',
      of: 0,
    });
    expect(said(handled([report, dispose]), entries, contextOf('2026-11-26', '2026-11-01'), 'b2')).toBe(
      'unmet overdue',
    );
  });
  it('takes a missing step as at risk while it waits for review', () => {
    expect(
      said(
        handled([report]),
        [found('2026-10-20T09:00'), step('报告', '2026-10-20T12:00', { state: 'pending' })],
        now,
        'b2',
      ),
    ).toBe('atRisk waitingForReview');
  });
  it('takes a step that waits at its best, and only if it was handed in within the grace days after its limit', () => {
    const waits = (done: string, submittedOn: string) =>
      said(
        handled([report]),
        [found('2026-10-20T09:00'), step('报告', done, { state: 'pending', submittedOn })],
        now,
        'b2',
      );
    expect(waits('2026-10-21T09:00', '2026-10-31')).toBe('atRisk waitingForReview');
    expect(waits('2026-10-21T09:00', '2026-11-01')).toBe('unmet overdue');
    expect(waits('2026-10-21T09:01', '2026-10-22')).toBe('unmet late');
  });
  it('is unproven while a sheet is missing, also when a case was late or waits: silence is worse', () => {
    const since = contextOf('2026-11-24', '2026-09-01');
    const cases = Array.from({ length: 10 }, (_, at): Entry[] => [
      { ...found('2026-10-20T09:00'), id: 600 + at },
      {
        ...step('报告', ''),
        fields: { case: 600 + at, step: '报告', done_at: at === 0 ? '2026-10-21T09:01' : '2026-10-20T10:00' },
      },
    ]).flat();
    expect(said(handled([report]), cases, now, 'b2')).toBe('atRisk late');
    expect(said(handled([report]), cases, since, 'b2')).toBe('noData sheetMissing');
  });
  it('asks for the evaluation only once the registration is there, and before it', () => {
    const evaluate: CaseStep = { step: '评估', before: '登记' };
    expect(said(handled([evaluate]), [found('2026-10-20T09:00')], now, 'b2')).toBe('met fulfilled');
    expect(said(handled([evaluate]), [found('2026-10-20T09:00'), step('登记', '2026-11-01T09:00')], now, 'b2')).toBe(
      'unmet overdue',
    );
    const inOrder = [step('评估', '2026-10-25T09:00'), step('登记', '2026-11-01T09:00')];
    expect(said(handled([evaluate]), [found('2026-10-20T09:00'), ...inOrder], now, 'b2')).toBe('met fulfilled');
  });
  it('asks for a repeat every thirty days until the case is closed', () => {
    const repeat: CaseStep = { step: '评估', every: 'repeat' };
    const young = [found('2026-10-20T09:00'), step('评估', '2026-11-15T09:00')];
    expect(said(handled([repeat]), young, now, 'b2')).toBe('met fulfilled');
    expect(said(handled([repeat]), [found('2026-10-20T09:00')], now, 'b2')).toBe('unmet overdue');
    expect(said(handled([repeat]), [found('2026-10-20T09:00', { closed_at: '2026-11-01T09:00' })], now, 'b2')).toBe(
      'met fulfilled',
    );
  });
  it('takes the last step as done only with one of the outcomes', () => {
    const done = step('报告', '2026-10-20T10:00');
    expect(said(handled([report], ['复学']), [found('2026-10-20T09:00', { outcome: '复学' }), done], now, 'b2')).toBe(
      'met fulfilled',
    );
    expect(said(handled([report], ['复学']), [found('2026-10-20T09:00', { outcome: '其他' }), done], now, 'b2')).toBe(
      'unmet overdue',
    );
  });
});

describe('monthly statistic', () => {
  const fight = requirementOf(MONTHLY_NUMBERS, { subjects: ['bureau:县公安局'] });
  const month = (fields: Entry['fields']): Entry => ({
    type: 'indicator_value',
    unit: 'b2',
    fields: { period: '2026-10', ...fields },
    submittedOn: '2026-11-03',
  });
  it('proves a month by its numbers or by the word that there was nothing, never by an empty sheet', () => {
    expect(said(fight, [month({ numerator: 2, denominator: 2 })], now, 'b2')).toBe('met fulfilled');
    expect(said(fight, [month({ none_eligible: true })], now, 'b2')).toBe('met fulfilled');
    expect(said(fight, [month({})], now, 'b2')).toBe('noData sheetMissing');
    expect(said(fight, [month({ numerator: 0, denominator: 0 })], now, 'b2')).toBe('noData sheetMissing');
  });
  it('counts only once it is approved, keeps the month at risk while it waits, and does not take back what was proven', () => {
    const waits = (fields: Entry['fields'], submittedOn = '2026-11-03'): Entry => ({
      ...month(fields),
      state: 'pending',
      submittedOn,
    });
    expect(said(fight, [waits({ numerator: 2, denominator: 2 })], now, 'b2')).toBe('atRisk waitingForReview');
    expect(said(fight, [waits({})], now, 'b2')).toBe('noData sheetMissing');
    const proven = month({ numerator: 2, denominator: 2 });
    expect(said(fight, [proven, waits({ numerator: 0, denominator: 2 }, '2026-11-10')], now, 'b2')).toBe(
      'met fulfilled',
    );
    expect(said(fight, [proven, waits({}, '2026-11-10')], now, 'b2')).toBe('met fulfilled');
  });
  it('is unmet when more than a tenth was not handled in time', () => {
    expect(said(fight, [month({ numerator: 9, denominator: 10 })], now, 'b2')).toBe('atRisk late');
    expect(said(fight, [month({ numerator: 8, denominator: 9 })], now, 'b2')).toBe('unmet late');
  });
  it('adds up the months that lie whole in the window, and takes no sheet of a quarter for one', () => {
    const year = contextOf('2026-11-24', '2025-09-01');
    const sums = (entries: readonly Entry[]) => judged(fight, entries, year, 'b2');
    const cut = month({ period: '2025-11', numerator: 0, denominator: 3 });
    const whole = month({ period: '2025-12', numerator: 1, denominator: 3 });
    const running = { ...month({ period: '2026-11', numerator: 0, denominator: 3 }), submittedOn: '2026-11-20' };
    const quarter = month({ period: '2026-Q2', numerator: 0, denominator: 3 });
    expect(sums([cut, whole, running, quarter])).toMatchObject({ outcome: 'unmet', measured: 1, of: 3 });
    expect(explained(fight, [cut, quarter], year, 'b2')?.missing).toEqual([
      '2025-12',
      ...Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`),
    ]);
  });
});
