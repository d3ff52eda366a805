import type { Rule } from '../rule.types.js';
import { contextOf, explained, requirementOf, said, type Entry } from '../testing/county.js';

const now = contextOf('2026-11-24', '2026-10-09');
const zero = (unit: string, register: string, more: Entry['fields'] = {}): Entry => ({
  type: 'zero_report',
  unit,
  fields: { statement: '零报告', month: '2026-10', registers: [register], ...more },
  submittedOn: '2026-11-02',
});

describe('incident-free window', () => {
  const free = requirementOf(
    {
      kind: 'incident_free_window',
      period: 'month',
      incidents: { record: 'incident', unitField: 'town' },
      register: '极端事件',
      reporters: ['bureau:县公安局', 'each_town'],
    },
    { subjects: ['county', 'each_town'], veto: true },
    { window_years: 2 },
  );
  const past = (unit: string): Entry =>
    zero(unit, '极端事件', {
      statement: '追溯说明',
      month: '2026-09',
      covers_from: '2024-11-01',
      covers_to: '2026-09-30',
    });
  const proof = ['b2', 't1', 't2'].flatMap((unit) => [zero(unit, '极端事件'), past(unit)]);
  const incident = (occurred_on: string, status: string, rest: Partial<Entry> = {}): Entry => ({
    type: 'incident',
    unit: 'b2',
    fields: { occurred_on, status, town: 't1' },
    ...rest,
  });
  it('is neither triggered nor clear by silence', () => {
    for (const unit of ['c', 't1', 't2']) expect(said(free, [], now, unit)).toBe('noData sheetMissing');
  });
  it('is clear once every reporter has sent sheets and statement', () => {
    expect(said(free, proof, now)).toBe('met fulfilled');
    expect(explained(free, proof.slice(2), now)).toMatchObject({ verdict: { outcome: 'noData' }, missing: ['b2'] });
    expect(explained(free, [zero('t1', '极端事件')], now, 't1')?.missing).toEqual(['追溯说明']);
  });
  it('takes a statement for the months it speaks of, whenever it was handed in', () => {
    const later = proof.map((entry) => ({ ...entry, submittedOn: '2026-12-01' }));
    expect(said(free, later, now, 't1')).toBe('met fulfilled');
  });
  it('is triggered by a confirmed incident in its own town and the county only, from the same date two years earlier', () => {
    const entries = [...proof, incident('2024-11-24', '认定')];
    expect(['c', 't1', 't2'].map((unit) => said(free, entries, now, unit))).toEqual([
      'unmet triggered',
      'unmet triggered',
      'met fulfilled',
    ]);
    expect(said(free, [...proof, incident('2024-11-23', '认定')], now, 't1')).toBe('met fulfilled');
  });
  it('is at risk while an incident is being confirmed or reviewed, and unmoved by a refuted one', () => {
    expect(said(free, [...proof, incident('2026-05-01', '在核')], now, 't1')).toBe('atRisk underConfirmation');
    expect(said(free, [...proof, incident('2026-05-01', '认定', { state: 'pending' })], now, 't1')).toBe(
      'atRisk underConfirmation',
    );
    expect(said(free, [...proof, incident('2026-05-01', '排除')], now, 't1')).toBe('met fulfilled');
    expect(said(free, [...proof, incident('2026-05-01', '排除', { state: 'pending' })], now, 't1')).toBe(
      'atRisk underConfirmation',
    );
  });
});

describe('no open cases', () => {
  const none = requirementOf(
    {
      kind: 'no_open_cases',
      period: 'quarter',
      cases: { record: 'case', where: { register: { any: ['监护未落实'] } }, unitField: 'town' },
      statistic: { of: { record: 'child_stat' }, field: 'unguarded', foundOn: 'found_on' },
      register: '监护未落实',
      confirmers: ['each_village', 'each_town'],
    },
    { subjects: ['county', 'each_town'], veto: true },
    { repair_days: 7, max_age_days: 92 },
  );
  const stat = (unit: string, unguarded = 0, more: Entry['fields'] = {}): Entry => ({
    type: 'child_stat',
    unit,
    fields: { quarter: '2026-Q3', unguarded, ...more },
  });
  const proof = [stat('v1'), stat('v2'), stat('v3'), zero('t1', '监护未落实'), zero('t2', '监护未落实')];
  const open = (found_at: string, more: Entry['fields'] = {}, rest: Partial<Entry> = {}): Entry => ({
    type: 'case',
    unit: 'b1',
    fields: { register: '监护未落实', found_at, town: 't1', ...more },
    ...rest,
  });
  it('is unproven until every village and town has confirmed', () => {
    expect(said(none, [], now)).toBe('noData sheetMissing');
    expect(said(none, proof, now)).toBe('met fulfilled');
    expect(explained(none, proof.slice(1), now, 't1')).toMatchObject({
      verdict: { outcome: 'noData', measured: 2, of: 3 },
      missing: ['v1'],
    });
  });
  it('is at risk inside the repair days and triggered after them', () => {
    expect(said(none, [...proof, open('2026-11-17T09:00')], now, 't1')).toBe('atRisk insideRepair');
    expect(said(none, [...proof, open('2026-11-16T09:00')], now, 't1')).toBe('unmet triggered');
    expect(said(none, [...proof, open('2026-11-16T09:00')], now, 't2')).toBe('met fulfilled');
    expect(said(none, [...proof, open('2026-11-10T09:00', { closed_at: '2026-11-12T09:00' })], now, 't1')).toBe(
      'met fulfilled',
    );
  });
  it('runs the repair days of a case opened again from that day on, by the number of that day', () => {
    const again = (reopened_at: string) =>
      open('2026-08-10T09:00', { first_closed_at: '2026-08-12T09:00', closed_at: '2026-08-12T09:00', reopened_at });
    const on = (entry: Entry, asOf = '2026-11-24') =>
      said(none, [...proof, entry], contextOf(asOf, '2026-10-09'), 't1');
    expect(on(again('2026-11-17T09:00'))).toBe('atRisk insideRepair');
    expect(on(again('2026-11-16T09:00'))).toBe('unmet triggered');
    expect(on(again('2026-11-25T09:00'))).toBe('met fulfilled');
    const closed = again('2026-11-10T09:00');
    expect(on({ ...closed, fields: { ...closed.fields, closed_at: '2026-11-12T09:00' } })).toBe('met fulfilled');
    const changed = { unit: '天', says: null, values: { '2018-01-01': 7, '2026-11-17': 3 } };
    const dated = { ...none, numbers: { ...none.numbers, repair_days: changed } };
    expect(said(dated, [...proof, again('2026-11-16T09:00')], contextOf('2026-11-23', '2026-10-09'), 't1')).toBe(
      'atRisk insideRepair',
    );
    expect(said(dated, [...proof, again('2026-11-17T09:00')], contextOf('2026-11-23', '2026-10-09'), 't1')).toBe(
      'unmet triggered',
    );
  });
  it('is at risk while the registry has accepted the case or the record waits for review', () => {
    const accepted = [...proof, open('2026-06-16T09:00', { accepted_on: '2026-06-20' })];
    const statistic = {
      of: { record: 'child_stat' },
      field: 'unguarded',
      foundOn: 'found_on',
      acceptedOn: 'accepted_on',
    };
    const knowing = { ...none, rule: { ...none.rule, statistic } as Rule };
    expect(said(knowing, accepted, now, 't1')).toBe('atRisk stillOpen');
    // A rule that does not know of acceptance is not eased by it, in cases no more than in counts (6.1.3.Q1).
    expect(said(none, accepted, now, 't1')).toBe('unmet triggered');
    expect(said(none, [...proof, open('2026-06-16T09:00', {}, { state: 'pending' })], now, 't1')).toBe(
      'atRisk stillOpen',
    );
  });
  it('looks at the latest statistic of a village only', () => {
    const entries = [...proof, stat('v1', 2, { found_on: '2026-10-20', quarter: '2026-Q4' })];
    const early = entries.map((entry) => ({ ...entry, submittedOn: entry.submittedOn ?? '2026-11-20' }));
    expect(said(none, early, now, 't1')).toBe('unmet triggered');
    const repaired = [...early, { ...stat('v1', 0, { quarter: '2026-Q4' }), submittedOn: '2026-11-22' }];
    expect(said(none, repaired, now, 't1')).toBe('met fulfilled');
  });
  it('is neither cleared nor confirmed by a sheet that leaves the number out', () => {
    const bad = { ...stat('v1', 1, { quarter: '2026-Q4', found_on: '2026-11-10' }), submittedOn: '2026-11-10' };
    const empty: Entry = { type: 'child_stat', unit: 'v1', fields: { quarter: '2026-Q4' }, submittedOn: '2026-11-20' };
    expect(said(none, [...proof, bad, empty], now, 't1')).toBe('unmet triggered');
    const first = { ...empty, fields: { quarter: '2026-Q3' } };
    expect(said(none, [first, ...proof.slice(1)], now, 't1')).toBe('noData sheetMissing');
  });
  it('asks no sheet of a month that has a case of the register, whatever else the rule asks of a case', () => {
    const where = { register: { any: ['监护未落实'] }, left_behind: { is: true } };
    const behind = { ...none, rule: { ...none.rule, cases: { record: 'case', where, unitField: 'town' } } as Rule };
    const entries = proof.slice(0, 3);
    expect(said(behind, entries, now, 't1')).toBe('noData sheetMissing');
    expect(said(behind, [...entries, open('2026-10-20T09:00', { left_behind: false })], now, 't1')).toBe(
      'met fulfilled',
    );
    const waits = open('2026-10-20T09:00', { left_behind: false }, { state: 'pending', submittedOn: '2026-10-21' });
    expect(said(behind, [...entries, waits], now, 't1')).toBe('atRisk waitingForReview');
  });
  it('is not cleared by a closing that nobody has reviewed', () => {
    const closed = open('2026-06-16T09:00', { closed_at: '2026-11-20T09:00' }, { state: 'pending' });
    expect(said(none, [...proof, closed], now, 't1')).toBe('atRisk stillOpen');
    expect(said(none, [...proof, { ...closed, state: 'approved' }], now, 't1')).toBe('met fulfilled');
  });
  it('counts from the day of the sheet where the day of finding was left out', () => {
    const entries = [...proof, { ...stat('v1', 1, { quarter: '2026-Q4' }), submittedOn: '2026-11-16' }];
    expect(said(none, entries, now, 't1')).toBe('unmet triggered');
    expect(said(none, entries, contextOf('2026-11-23', '2026-10-09'), 't1')).toBe('atRisk insideRepair');
  });
  it('does not trigger while a sheet that says "solved", handed in within the repair days, waits for review', () => {
    const bad = { ...stat('v1', 1, { quarter: '2026-Q4', found_on: '2026-11-10' }), submittedOn: '2026-11-10' };
    const solved = (submittedOn: string): Entry => ({
      ...stat('v1', 0, { quarter: '2026-Q4' }),
      submittedOn,
      state: 'pending',
    });
    expect(said(none, [...proof, bad, solved('2026-11-17')], now, 't1')).toBe('atRisk stillOpen');
    expect(said(none, [...proof, bad, solved('2026-11-18')], now, 't1')).toBe('unmet triggered');
  });
});
