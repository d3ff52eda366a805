import type { Selection } from '../rule.types.js';
import { LAYOUT, type Entry } from '../testing/county.js';
import { filled, told, viewsOn } from '../testing/selected.js';

const meeting = (date: string, more: Partial<Entry> = {}): Entry => ({ type: 'meeting', fields: { date }, ...more });
const meetings: Selection = { record: 'meeting' };
const rows = (selection: Selection, ...entries: readonly Entry[]) => {
  const facts = filled(entries);
  const { approved, withPending, lacking } = viewsOn(facts, selection);
  return {
    approved: told(facts, selection, approved),
    withPending: told(facts, selection, withPending),
    lacking: told(facts, selection, lacking),
  };
};

describe('the rows of a selection', () => {
  it('are those approved; those that wait stand beside, those given back or withdrawn nowhere', () => {
    const states = (['approved', 'pending', 'returned', 'withdrawn'] as const).map((state) =>
      meeting('2026-05-01', { state }),
    );
    expect(rows(meetings, ...states)).toEqual({ approved: ['1 c'], withPending: ['1 c', '2 c'], lacking: [] });
  });
  it('stand in the order of their days, then of their numbers', () => {
    expect(rows(meetings, meeting('2026-05-02'), meeting('2026-05-01'), meeting('2026-05-01')).approved).toEqual([
      '2 c',
      '3 c',
      '1 c',
    ]);
    const numbered = [meeting('2026-05-01', { id: 9 }), meeting('2026-05-01', { id: 4 })];
    expect(rows(meetings, ...numbered).approved).toEqual(['4 c', '9 c']);
  });
  it('leave out what has no day', () => {
    expect(rows(meetings, meeting(''), meeting('1969-12-31'), meeting('2026-02-30')).withPending).toEqual(['2 c']);
    const found = (found_at: string): Entry => ({ type: 'case', fields: { found_at } });
    expect(rows({ record: 'case' }, found(''), found('1969-12-31T23:59')).approved).toEqual(['2 c']);
    const undated = LAYOUT.recordTypes.map((type) => ({ ...type, dayField: 'nowhere' }));
    const facts = filled([meeting('2026-05-01')], { ...LAYOUT, recordTypes: undated });
    expect(viewsOn(facts, meetings).withPending.length).toBe(0);
  });
  it('belong to nobody where the unit is unknown, and are none of an unknown type', () => {
    expect(rows(meetings, meeting('2026-05-01', { unit: 'x' })).approved).toEqual(['1 -']);
    expect(rows({ record: 'other' }, meeting('2026-05-01'))).toEqual({ approved: [], withPending: [], lacking: [] });
  });
  it('need all the files that are asked for; approved without them they are lacking', () => {
    const files = [[], ['minutes'], ['signin'], ['minutes', 'signin'], ['photo']];
    const entries = files.map((evidence) => meeting('2026-05-01', { evidence }));
    const waiting = entries.map((entry) => ({ ...entry, state: 'pending' as const }));
    const both = { ...meetings, attachments: ['minutes', 'signin'] };
    expect(rows(both, ...entries)).toEqual({
      approved: ['4 c'],
      withPending: ['4 c'],
      lacking: ['1 c', '2 c', '3 c', '5 c'],
    });
    expect(rows({ ...meetings, attachments: ['minutes'] }, ...waiting)).toEqual({
      approved: [],
      withPending: ['2 c', '4 c'],
      lacking: [],
    });
    expect(rows({ ...meetings, evidenced: true }, ...entries)).toEqual({
      approved: ['2 c', '3 c', '4 c'],
      withPending: ['2 c', '3 c', '4 c'],
      lacking: ['1 c', '5 c'],
    });
    expect(rows(meetings, ...entries).lacking).toEqual([]);
  });
  it('keep what lacks a wished attribute, and say so', () => {
    const wish: Selection = { record: 'staff', wants: { dedicated: { is: true }, role: { any: ['主任'] } } };
    const post = (fields: Entry['fields']): Entry => ({ type: 'staff', fields: { start_on: '2026-05-01', ...fields } });
    const facts = filled([post({ dedicated: true, role: '主任' }), post({ role: '主任' }), post({ dedicated: true })]);
    expect(told(facts, wish, viewsOn(facts, wish).approved, 'lacks')).toEqual(['1 c 0', '2 c 1', '3 c 1']);
  });
  it('say since when they wait for review', () => {
    const facts = filled([
      meeting('2026-05-01', { submittedOn: '2026-05-03' }),
      meeting('2026-05-02', { state: 'pending', submittedOn: '2026-05-09' }),
      meeting('2026-05-03', { state: 'pending', submittedOn: '' }),
    ]);
    const { withPending } = viewsOn(facts, meetings);
    expect(told(facts, meetings, withPending, 'waitingSince')).toEqual(['1 c -', '2 c 2026-05-09', '3 c -']);
  });
});

describe('the day of a row', () => {
  const days = (selection: Selection, ...entries: readonly Entry[]) => {
    const facts = filled(entries);
    return told(facts, selection, viewsOn(facts, selection).approved, 'days', 'from', 'to', 'until');
  };
  const sheet = (quarter: string, submittedOn: string): Entry => ({
    type: 'child_stat',
    unit: 'v1',
    fields: { quarter },
    submittedOn,
  });
  it('is its own for an event, whenever it was handed in', () => {
    const own = '2026-05-01 2026-05-01 2026-05-01 -';
    for (const submittedOn of ['2026-04-01', '2026-05-01', '2026-09-01', ''])
      expect(days(meetings, meeting('2026-05-01', { submittedOn }))).toEqual([`1 c ${own}`]);
  });
  it('is that of its minute for a case, from the first to the last of the day', () => {
    const found = (found_at: string): Entry => ({ type: 'case', fields: { found_at }, submittedOn: '2026-05-09' });
    for (const minute of ['00:00', '23:59'])
      expect(days({ record: 'case' }, found(`2026-05-01T${minute}`))).toEqual([
        '1 c 2026-05-01 2026-05-01 2026-05-01 -',
      ]);
  });
  it('is for a statistic the day on which it was handed in, inside its period', () => {
    const quarter = '2026-04-01 2026-06-30 -';
    const told = (submittedOn: string) => days({ record: 'child_stat' }, sheet('2026-Q2', submittedOn))[0];
    expect(told('2026-05-20')).toBe(`1 v1 2026-05-20 ${quarter}`);
    expect(told('2026-06-30')).toBe(`1 v1 2026-06-30 ${quarter}`);
    expect(told('2026-07-05')).toBe(`1 v1 2026-06-30 ${quarter}`);
    expect(told('2026-03-25')).toBe(`1 v1 2026-04-01 ${quarter}`);
    expect(told('')).toBe(`1 v1 2026-06-30 ${quarter}`);
  });
  it('begins a standing record, which goes on until its last day or one more that ends it', () => {
    const post = (end_on: string | null, contract_to: string | null): Entry => ({
      type: 'staff',
      fields: { start_on: '2026-03-01', end_on, contract_to },
    });
    const until = (selection: Selection, ...entry: Parameters<typeof post>) =>
      days(selection, post(...entry))[0]
        ?.split(' ')
        .at(-1);
    const posts: Selection = { record: 'staff' };
    expect(until(posts, null, '2026-06-30')).toBe('-');
    expect(until(posts, '2026-12-31', '2026-06-30')).toBe('2026-12-31');
    const termed: Selection = { ...posts, alsoUntil: 'contract_to' };
    expect(until(termed, null, null)).toBe('-');
    expect(until(termed, null, '2026-06-30')).toBe('2026-06-30');
    expect(until(termed, '2026-12-31', '2026-06-30')).toBe('2026-06-30');
    expect(until(termed, '2026-05-31', '2026-06-30')).toBe('2026-05-31');
    expect(until(termed, '2026-12-31', null)).toBe('2026-12-31');
    expect(until({ ...posts, alsoUntil: 'role' }, '2026-12-31', '2026-06-30')).toBe('2026-12-31');
  });
});
