import type { Rule } from './rule.types.js';
import { told } from './testing/changing-county.js';
import { UNITS, type Entry } from './testing/county.js';

describe('a paper that follows another', () => {
  const papers: Rule = { kind: 'documents', period: 'standing', mode: 'all', papers: [{ type: '机制' }] };
  const paper = (from: string, to: string | null, more: Partial<Entry> = {}): Entry => ({
    type: 'document',
    unit: 'v1',
    fields: { doc_type: '机制', issue_date: from, ...(to === null ? {} : { valid_to: to }) },
    evidence: ['minutes'],
    ...more,
  });
  const waits = (from: string, submittedOn: string, to: string | null = null) =>
    paper(from, to, { state: 'pending', submittedOn });
  const said = (...entries: Entry[]) => told(papers, {}, entries, '2027-03-01', 'v1', UNITS);

  it('is handed in on time within the grace days after the one before it ran out', () => {
    const old = paper('2026-04-01', '2026-12-31');
    // Ten days of grace.
    expect(said(old, waits('2027-01-05', '2027-01-10'))).toBe('atRisk waitingForReview 0/1');
    expect(said(old, waits('2027-01-05', '2027-01-11'))).toBe('unmet expired 0/1');
  });
  it('gains no time by another that was never approved', () => {
    const old = paper('2026-04-01', '2026-12-31');
    expect(said(old, waits('2027-01-05', '2027-01-11'), waits('2027-01-06', '2027-01-12', '2027-02-20'))).toBe(
      'unmet expired 0/1',
    );
  });
});

describe('a keeper of a home', () => {
  const keepers: Rule = { kind: 'staffing', period: 'standing', people: { record: 'staff', from: 'home' } };
  const home = (opened_on: string, more: Entry['fields'] = {}, unit = 'v2'): Entry => ({
    type: 'facility',
    unit,
    fields: { facility_type: '儿童之家', opened_on, served_units: ['v1'], ...more },
  });
  const keeper = (start_on: string, more: Entry['fields'] = {}): Entry => ({
    type: 'staff',
    unit: 'v2',
    fields: { start_on, home: 1, ...more },
  });
  const said = (entries: Entry[], asOf: string, units: Parameters<typeof told>[5] = UNITS) =>
    told(keepers, { min: 1 }, entries, asOf, 'v1', units);

  it('never stood in one that opened after the keeper had left, or was closed before the keeper came', () => {
    const left = keeper('2026-02-01', { end_on: '2026-02-28' });
    expect(said([home('2026-02-15'), left], '2026-09-01')).toBe('unmet expired 0');
    expect(said([home('2026-03-01'), left], '2026-09-01')).toBe('unmet nothingReported 0');
    const closed = home('2025-01-01', { closed_on: '2026-01-31' });
    expect(said([closed, keeper('2026-02-01')], '2026-09-01')).toBe('unmet nothingReported 0');
  });
  it('stays no longer than the village that owns the home and was closed', () => {
    const units = UNITS.map((unit) => (unit.code === 'v2' ? { ...unit, to: '2026-08-31' } : unit));
    const entries = [home('2026-01-01'), keeper('2026-02-01')];
    expect(said(entries, '2026-08-31', units)).toBe('met fulfilled 1');
    expect(said(entries, '2026-09-01', units)).toBe('atRisk tolerated 0');
  });
});

describe('a training in a home', () => {
  const yearly: Rule = {
    kind: 'count_per_period',
    period: 'calendar_year',
    count: { record: 'activity', from: 'home' },
  };
  const entries: Entry[] = [
    {
      type: 'facility',
      unit: 'v2',
      fields: { facility_type: '儿童之家', opened_on: '2026-01-01', served_units: ['v1'] },
    },
    { type: 'activity', unit: 't1', fields: { date: '2026-09-10', home: 1 } },
  ];
  it('counts nowhere once the village that owned the home was closed', () => {
    const units = UNITS.map((unit) => (unit.code === 'v2' ? { ...unit, to: '2026-08-31' } : unit));
    expect(told(yearly, { min: 1 }, entries, '2026-09-20', 'v1', UNITS)).toBe('met fulfilled 1');
    expect(told(yearly, { min: 1 }, entries, '2026-09-20', 'v1', units)).toBe('notDue nothingYet 0');
  });
});
