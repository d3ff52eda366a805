import type { CaseStep } from '../rule.types.js';
import { found, handled, report, step } from '../testing/cases.js';
import { contextOf, day, explained, judged, type Entry } from '../testing/county.js';
import { dayText } from '../testing/selected.js';

/** No sheet is expected yet unless the day is late: `outcome reason on time/judged by the next limit`. */
function told(steps: readonly CaseStep[], entries: readonly Entry[], asOf: string, outcomes?: readonly string[]) {
  const start = asOf < '2026-11-17' ? '2026-10-09' : '2026-11-01';
  const verdict = judged(handled(steps, outcomes), entries, contextOf(asOf, start), 'b2');
  const due = verdict?.due === null ? '' : ` by ${dayText(verdict?.due)}`;
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.of}${due}`;
}
const within = (number: string, unit: 'minutes' | 'hours' | 'days' | 'workdays', more: Partial<CaseStep> = {}) => ({
  step: '处置',
  from: 'found_at',
  within: { number, unit },
  ...more,
});

describe('the limit of a step', () => {
  it('runs by the minute in minutes and hours', () => {
    const inMinutes = [within('hours', 'minutes')];
    const done = (at: string) => [found('2026-11-20T09:00'), step('处置', `2026-11-20T${at}`)];
    expect(told(inMinutes, done('09:24'), '2026-11-24')).toBe('met fulfilled 1/1');
    expect(told(inMinutes, done('09:25'), '2026-11-24')).toBe('unmet late 0/1');
    const open = (at: string, asOf: string) => told([within('hours', 'hours')], [found(at)], asOf);
    expect(open('2026-11-23T23:59', '2026-11-24')).toBe('notDue stillOpen 0/0 by 2026-11-24');
    expect(open('2026-11-23T23:58', '2026-11-24')).toBe('unmet overdue 0/1');
    expect(open('2026-11-23T23:59', '2026-11-25')).toBe('unmet overdue 0/1');
  });
  it('ends with its last day in days', () => {
    const inDays = [within('days', 'days')];
    const open = [found('2026-11-16T09:00')];
    expect(told(inDays, open, '2026-11-23')).toBe('notDue stillOpen 0/0 by 2026-11-23');
    expect(told(inDays, open, '2026-11-24')).toBe('unmet overdue 0/1');
    expect(told(inDays, [...open, step('处置', '2026-11-23T23:59')], '2026-11-24')).toBe('met fulfilled 1/1');
    expect(told(inDays, [...open, step('处置', '2026-11-24T00:00')], '2026-11-24')).toBe('unmet late 0/1');
  });
  it('leaves out the days off in workdays', () => {
    const seven = handled([within('days', 'workdays')]);
    const on = (asOf: string, ...off: string[]) => {
      const context = contextOf(asOf, '2026-11-01');
      const calendar = { ...context.calendar, holidays: new Set(off.map(day)) };
      const verdict = judged(seven, [found('2026-11-17T09:00')], { ...context, calendar }, 'b2');
      return `${verdict?.reason} ${dayText(verdict?.due ?? undefined)}`;
    };
    expect(on('2026-11-26')).toBe('stillOpen 2026-11-26');
    expect(on('2026-11-27')).toBe('overdue -');
    expect(on('2026-11-27', '2026-11-20')).toBe('stillOpen 2026-11-27');
  });
  it('is the day of the month’s sheet where a step has none; done later it is done, closed without it is overdue', () => {
    const bare = [{ step: '登记' }];
    const case_ = found('2026-10-20T09:00');
    // October ends on a Saturday; its sheet is due after five workdays.
    expect(told(bare, [case_], '2026-11-06')).toBe('notDue stillOpen 0/0 by 2026-11-06');
    expect(told(bare, [case_], '2026-11-07')).toBe('unmet overdue 0/1');
    expect(told(bare, [case_, step('登记', '2026-11-07T09:00')], '2026-11-07')).toBe('met fulfilled 1/1');
    const closed = found('2026-10-20T09:00', { closed_at: '2026-10-25T09:00' });
    expect(told(bare, [closed], '2026-10-24')).toBe('notDue stillOpen 0/0 by 2026-11-06');
    expect(told(bare, [closed], '2026-10-25')).toBe('unmet overdue 0/1');
    expect(told([report], [found('2026-10-25T09:00', { closed_at: '2026-10-25T10:00' })], '2026-10-25')).toBe(
      'notDue stillOpen 0/0 by 2026-10-26',
    );
  });
  it('stands still until the step is done from which it runs; what was done without it is on time', () => {
    const chain = [{ step: '登记' }, within('days', 'days', { from: '登记' })];
    const case_ = found('2026-11-10T09:00');
    expect(told(chain, [case_], '2026-11-24')).toBe('notDue stillOpen 0/0 by 2026-12-07');
    expect(told(chain, [case_, step('登记', '2026-11-20T09:00')], '2026-11-24')).toBe(
      'notDue stillOpen 0/0 by 2026-11-27',
    );
    expect(told(chain, [case_, step('登记', '2026-11-16T09:00')], '2026-11-24')).toBe('unmet overdue 0/1');
    const lone = [within('days', 'days', { from: '登记' })];
    expect(told(lone, [case_], '2026-11-24')).toBe('notDue stillOpen 0/0');
    expect(told(lone, [case_, step('处置', '2026-11-24T09:00')], '2026-11-24')).toBe('met fulfilled 1/1');
  });
  it('is kept by no other step where the form of the steps does not know the one that is asked', () => {
    const unknown = [within('days', 'days', { step: '无此步骤' })];
    const other = [found('2026-11-10T09:00'), step('报告', '2026-11-10T10:00'), step('无此步骤', '2026-11-10T10:00')];
    expect(told(unknown, other, '2026-11-24')).toBe('unmet overdue 0/1');
  });
  it('runs against a field of the case that says when, a day from its first minute', () => {
    const filed = (field: string) => [within('hours', 'hours', { field })];
    const at = (fields: Entry['fields']) => [found('2026-11-20T09:00', fields)];
    expect(told(filed('reported_at'), at({ reported_at: '2026-11-21T09:00' }), '2026-11-24')).toBe('met fulfilled 1/1');
    expect(told(filed('reported_at'), at({ reported_at: '2026-11-21T09:01' }), '2026-11-24')).toBe('unmet late 0/1');
    expect(told(filed('reported_at'), at({ reported_at: '2026-11-22T09:00' }), '2026-11-21')).toBe('unmet overdue 0/1');
    expect(told(filed('accepted_on'), at({ accepted_on: '2026-11-21' }), '2026-11-24')).toBe('met fulfilled 1/1');
    expect(told(filed('accepted_on'), at({ accepted_on: '2026-11-22' }), '2026-11-24')).toBe('unmet late 0/1');
    expect(told(filed('accepted_on'), at({}), '2026-11-24')).toBe('unmet overdue 0/1');
  });
});

describe('a case with several steps', () => {
  const dispose = within('days', 'days', { from: '报告' });
  const on = (asOf: string, ...done: Entry[]) => told([report, dispose], [found('2026-11-16T09:00'), ...done], asOf);
  it('is as its worst step is, and names that one', () => {
    const late = step('报告', '2026-11-17T09:01');
    expect(on('2026-11-24', late)).toBe('unmet late 0/1');
    expect(on('2026-11-25', late)).toBe('unmet overdue 0/1');
    expect(on('2026-11-25', late, step('处置', '2026-11-20T09:00'))).toBe('unmet late 0/1');
    const inTime = step('报告', '2026-11-16T10:00');
    expect(on('2026-11-23', inTime)).toBe('notDue stillOpen 0/0 by 2026-11-23');
    expect(on('2026-11-24', inTime)).toBe('unmet overdue 0/1');
    expect(on('2026-11-24', inTime, step('处置', '2026-11-24T09:00'))).toBe('unmet late 0/1');
    const missing = (...done: Entry[]) =>
      explained(
        handled([report, { step: '登记', from: 'found_at', within: { number: 'hours', unit: 'hours' } }]),
        [found('2026-11-16T09:00'), ...done],
        contextOf('2026-11-24', '2026-11-01'),
        'b2',
      )?.missing;
    expect(missing()).toEqual(['报告']);
    expect(missing(inTime)).toEqual(['登记']);
    expect(missing(inTime, step('登记', '2026-11-16T10:00'))).toEqual([]);
  });
  it('takes the earliest of several doings, and none of another case', () => {
    const twice = [step('报告', '2026-11-18T10:00'), step('报告', '2026-11-16T10:00')];
    expect(told([report], [found('2026-11-16T09:00'), ...twice], '2026-11-24')).toBe('met fulfilled 1/1');
    const other = { ...found('2026-11-16T09:00'), id: 501 };
    expect(told([report], [found('2026-11-16T09:00'), other, ...twice], '2026-11-24')).toBe('unmet overdue 1/2');
  });
  it('asks for the evaluation no later than the registration', () => {
    const evaluate: CaseStep = { step: '评估', before: '登记' };
    const done = (...steps: Entry[]) => told([evaluate], [found('2026-11-16T09:00'), ...steps], '2026-11-24');
    const registered = step('登记', '2026-11-20T09:00');
    expect(done()).toBe('notDue stillOpen 0/0');
    expect(done(step('评估', '2026-11-18T09:00'))).toBe('met fulfilled 1/1');
    expect(done(registered)).toBe('unmet overdue 0/1');
    expect(done(registered, step('评估', '2026-11-20T09:00'))).toBe('met fulfilled 1/1');
    expect(done(registered, step('评估', '2026-11-20T09:01'))).toBe('unmet late 0/1');
  });
  it('asks for the outcome with its last step only', () => {
    const steps = [report, dispose];
    const done = [step('报告', '2026-11-16T10:00'), step('处置', '2026-11-17T10:00')];
    const ends = (fields: Entry['fields'], asOf = '2026-11-24', ...more: Entry[]) =>
      told(steps, [found('2026-11-16T09:00', fields), ...(more.length > 0 ? more : done)], asOf, ['复学']);
    expect(ends({ outcome: '复学' })).toBe('met fulfilled 1/1');
    expect(ends({ outcome: '其他' })).toBe('unmet overdue 0/1');
    expect(ends({})).toBe('unmet overdue 0/1');
    expect(ends({}, '2026-11-23')).toBe('notDue stillOpen 0/0 by 2026-11-23');
    expect(ends({ outcome: '其他' }, '2026-11-23', ...done.slice(0, 1))).toBe('notDue stillOpen 0/0 by 2026-11-23');
  });
});

describe('a step that repeats', () => {
  const repeat: CaseStep = { step: '评估', every: 'repeat' };
  const case_ = (fields: Entry['fields'] = {}) => found('2026-10-20T09:00', fields);
  const on = (asOf: string, ...done: string[]) =>
    told([repeat], [case_(), ...done.map((at) => step('评估', `${at}T09:00`))], asOf);
  it('is open for thirty days, on time with each repeat, and overdue on the thirty-first day', () => {
    expect(on('2026-11-16')).toBe('notDue stillOpen 0/0 by 2026-11-19');
    expect(on('2026-11-16', '2026-10-20')).toBe('notDue stillOpen 0/0 by 2026-11-19');
    expect(on('2026-11-19')).toMatch(/ 0\/0 by 2026-11-19$/);
    expect(on('2026-11-20')).toBe('unmet overdue 0/1');
    expect(on('2026-12-15', '2026-11-15')).toMatch(/ 1\/1$/);
    expect(on('2026-12-16', '2026-11-15')).toBe('unmet overdue 0/1');
    expect(on('2026-12-16', '2026-11-15', '2026-11-16')).toMatch(/ 1\/1$/);
  });
  it('is late where a repeat came after more than thirty days, also once it goes on in time', () => {
    expect(on('2026-11-24', '2026-11-19')).toBe('met fulfilled 1/1');
    expect(on('2026-11-24', '2026-11-20')).toBe('unmet late 0/1');
    expect(on('2026-12-16', '2026-11-20', '2026-12-01')).toMatch(/^unmet late/);
    expect(on('2026-12-21', '2026-11-20')).toBe('unmet overdue 0/1');
  });
  it('ends with the closing of the case: the gap before it counts as lateness, nothing after it', () => {
    const closed = (closed_at: string, asOf = '2026-11-24') => told([repeat], [case_({ closed_at })], asOf);
    expect(closed('2026-11-19T23:59')).toBe('met fulfilled 1/1');
    expect(closed('2026-11-20T00:00')).toBe('unmet late 0/1');
    expect(closed('2026-11-25T00:00')).toBe('unmet overdue 0/1');
    expect(closed('2026-10-25T09:00', '2026-10-24')).toBe('notDue stillOpen 0/0 by 2026-11-19');
  });
  it('waits for its first day where it runs from a field that is not filled in yet', () => {
    const from = [{ ...repeat, from: 'reported_at' }];
    expect(told(from, [case_()], '2026-11-16')).toBe('notDue stillOpen 0/0');
    expect(told(from, [case_({ reported_at: '2026-10-25T09:00' })], '2026-11-24')).toMatch(/ 0\/0 by 2026-11-24$/);
    expect(told(from, [case_({ reported_at: '2026-10-24T09:00' })], '2026-11-24')).toBe('unmet overdue 0/1');
  });
});

describe('a step that no record can name', () => {
  it('is done by none, whatever else was done for the case', () => {
    const done = ['报告', '处置', '登记', '评估', '回访'].map((name) => step(name, '2026-11-20T10:00'));
    expect(told([{ ...report, step: '回访' }], [found('2026-11-20T09:00'), ...done], '2026-11-24')).toBe(
      'unmet overdue 0/1',
    );
  });
});
