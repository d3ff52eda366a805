import { contextOf, day, explained, judged, said, type Entry } from '../testing/county.js';
import { found, handled, report, step } from '../testing/cases.js';
import type { CaseStep } from '../rule.types.js';

const now = contextOf('2026-11-24', '2026-10-09');

describe('a case opened again', () => {
  const dispose: CaseStep = { step: '处置', from: '报告', within: { number: 'days', unit: 'days' } };
  const rule = handled([report, dispose], ['复学']);
  // Handled and closed on 22 October, opened again on 10 November at nine: seven days more, to the 17th.
  const first = [step('报告', '2026-10-20T10:00'), step('处置', '2026-10-22T10:00')];
  const again = (more: Entry['fields'] = {}) =>
    found('2026-10-20T09:00', { first_closed_at: '2026-10-22T10:00', reopened_at: '2026-11-10T09:00', ...more });
  const on = (asOf: string) => contextOf(asOf, '2026-10-09');
  it('is open inside the limit that runs from the opening again, and overdue after it', () => {
    expect(judged(rule, [again(), ...first], on('2026-11-17'), 'b2')).toMatchObject({
      outcome: 'met',
      of: 0,
      due: day('2026-11-17'),
    });
    expect(said(rule, [again(), ...first], on('2026-11-18'), 'b2')).toBe('unmet overdue');
    expect(explained(rule, [again(), ...first], on('2026-11-18'), 'b2')?.missing).toEqual(['处置']);
  });
  it('is closed in time or late by what was done after it only, and with the outcome that is asked', () => {
    const done = (at: string) => [...first, step('处置', at)];
    const right = again({ outcome: '复学', closed_at: '2026-11-20T09:00' });
    expect(said(rule, [right, ...done('2026-11-17T23:59')], now, 'b2')).toBe('met fulfilled');
    expect(said(rule, [right, ...done('2026-11-18T00:00')], now, 'b2')).toBe('unmet late');
    expect(said(rule, [again({ outcome: '其他' }), ...done('2026-11-17T23:59')], now, 'b2')).toBe('unmet overdue');
  });
  it('keeps the lateness of its first round', () => {
    const late = [step('报告', '2026-10-20T10:00'), step('处置', '2026-10-28T10:00')];
    const ended = again({ outcome: '复学', first_closed_at: '2026-10-28T10:00' });
    expect(said(rule, [ended, ...late, step('处置', '2026-11-11T10:00')], now, 'b2')).toBe('unmet late');
  });
  it('is as it was closed on a day between its closing and its opening again', () => {
    expect(judged(rule, [again(), ...first], on('2026-11-09'), 'b2')).toMatchObject({
      outcome: 'met',
      measured: 1,
      of: 1,
    });
  });
  it('is not handled yet by what is done after the as-of day', () => {
    const right = again({ outcome: '复学' });
    expect(said(rule, [right, ...first, step('处置', '2026-11-17T10:00')], on('2026-11-18'), 'b2')).toBe(
      'met fulfilled',
    );
    expect(said(rule, [right, ...first, step('处置', '2026-11-19T10:00')], on('2026-11-18'), 'b2')).toBe(
      'unmet overdue',
    );
  });
  it('repeats from its opening again until it is closed again; the days between are nobody’s', () => {
    const repeat = handled([{ step: '评估', every: 'repeat' }]);
    const zero: Entry = {
      type: 'zero_report',
      unit: 'b2',
      fields: { statement: '零报告', month: '2026-10', registers: ['强制报告'] },
      submittedOn: '2026-11-02',
    };
    const long = (more: Entry['fields'] = {}) =>
      found('2026-07-01T09:00', { first_closed_at: '2026-07-20T09:00', reopened_at: '2026-10-20T09:00', ...more });
    expect(said(repeat, [zero, long()], on('2026-11-19'), 'b2')).toBe('met fulfilled');
    expect(said(repeat, [zero, long()], on('2026-11-20'), 'b2')).toBe('unmet overdue');
    expect(said(repeat, [zero, long({ closed_at: '2026-11-15T09:00' })], on('2026-11-24'), 'b2')).toBe('met fulfilled');
    // A closing that lies before the opening again closes nothing any more.
    const old = { first_closed_at: null, closed_at: '2026-07-20T09:00' };
    expect(said(repeat, [zero, long(old)], on('2026-11-20'), 'b2')).toBe('unmet overdue');
    expect(said(repeat, [zero, long(), step('评估', '2026-11-15T09:00')], on('2026-11-24'), 'b2')).toBe(
      'met fulfilled',
    );
  });
});

describe('a limit that changes on a day', () => {
  it('is that of the day on which the clock starts', () => {
    const rule = handled([report]);
    const changed = { unit: '小时', says: null, values: { '2018-01-01': 24, '2026-11-01': 2 } };
    const dated = { ...rule, numbers: { ...rule.numbers, hours: changed } };
    const after = (day: string) => [found(`${day}T09:00`), step('报告', `${day}T12:00`)];
    expect(said(dated, after('2026-10-31'), now, 'b2')).toBe('met fulfilled');
    expect(said(dated, after('2026-11-01'), now, 'b2')).toBe('unmet late');
  });
  it('asks for repeats by the number of the day on which they start', () => {
    const rule = handled([{ step: '评估', every: 'repeat' }]);
    const changed = { unit: '天', says: null, values: { '2018-01-01': 30, '2026-11-01': 5 } };
    const dated = { ...rule, numbers: { ...rule.numbers, repeat: changed } };
    const context = contextOf('2026-11-18', '2026-10-09');
    expect(said(dated, [found('2026-10-20T09:00')], context, 'b2')).toBe('met fulfilled');
    expect(said(dated, [found('2026-11-02T09:00')], context, 'b2')).toBe('unmet overdue');
  });
});
