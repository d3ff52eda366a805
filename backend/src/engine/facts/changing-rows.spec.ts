import type { RecordFact } from '../facts.types.js';
import type { Selection } from '../rule.types.js';
import { layoutOf } from '../testing/changing-county.js';
import { UNITS, type Entry } from '../testing/county.js';
import { filled, told, viewsOn } from '../testing/selected.js';

const meeting = (date: string, more: Partial<Entry> = {}): Entry => ({ type: 'meeting', fields: { date }, ...more });
const meetings: Selection = { record: 'meeting' };
const record = (id: number, type: string): RecordFact => ({
  id,
  type,
  unit: 'v1',
  fields: { date: '2026-05-01' },
  evidence: [],
  state: 'approved',
  submittedOn: '2026-05-01',
  approvedOn: null,
});

describe('records that change', () => {
  it('take the place of what they were', () => {
    const facts = filled([
      meeting('2026-05-01', { unit: 't1', evidence: ['minutes'] }),
      meeting('2026-06-01', { id: 1, unit: 't2' }),
    ]);
    expect(facts.tables.get('meeting')?.length).toBe(1);
    const selection: Selection = { ...meetings, attachments: ['minutes'] };
    const { approved, lacking } = viewsOn(facts, selection);
    expect([approved.length, told(facts, selection, lacking, 'days')]).toEqual([0, ['1 t2 2026-06-01']]);
  });
  it('keep their rows, however many more follow', () => {
    const many = Array.from({ length: 300 }, (_, at): Entry => ({
      type: 'facility',
      unit: UNITS[at % 8]?.code ?? '',
      fields: { opened_on: '2026-03-01', closed_on: at % 2 === 0 ? '2026-09-01' : null, served_units: ['v1'] },
      evidence: at % 3 === 0 ? ['minutes'] : [],
      state: at % 5 === 0 ? 'pending' : 'approved',
      submittedOn: '2026-03-02',
    }));
    const selection: Selection = {
      record: 'facility',
      attachments: ['minutes'],
      where: { served_units: { any: ['v1'] } },
    };
    const facts = filled(many);
    const { withPending } = viewsOn(facts, selection);
    expect(told(facts, selection, withPending, 'until', 'waitingSince')).toEqual(
      many.flatMap(({ unit, fields, evidence, state }, at) =>
        evidence?.length === 0
          ? []
          : [`${at + 1} ${unit} ${fields['closed_on'] ?? '-'} ${state === 'pending' ? '2026-03-02' : '-'}`],
      ),
    );
  });
  it('are looked through anew only when something changed that the rows rest on', () => {
    const facts = filled([meeting('2026-05-01')]);
    const before = viewsOn(facts, meetings);
    const version = facts.version;
    facts.upsert(record(2, 'other'));
    expect(facts.version).toBe(version);
    facts.upsert(record(3, 'facility'));
    expect(facts.version).toBe(version + 1);
    expect(viewsOn(facts, meetings)).toBe(before);
    expect(viewsOn(facts, { ...meetings })).toBe(before);
    facts.upsert({ ...record(1, 'meeting'), state: 'returned' });
    expect(viewsOn(facts, meetings).approved.length).toBe(0);
  });
  it('have other rows for another line, another wish, another reach and another day', () => {
    const facts = filled(
      [{ type: 'child_stat', unit: 'v1', fields: { quarter: '2026-Q1', done: 5 } }],
      layoutOf(UNITS.map((unit) => (unit.code === 'v1' ? { ...unit, to: '2026-06-30', heir: 'v2' } : unit))),
    );
    const line: Selection = { record: 'child_stat', where: { done: { min: 'line' } } };
    const at = (asOf: string, value: number, selection = line) =>
      told(facts, selection, viewsOn(facts, selection, asOf, { line: value }).approved, 'lacks').join();
    expect(at('2026-06-30', 5)).toBe('1 v1 0');
    expect(at('2026-06-30', 6)).toBe('');
    expect(at('2026-07-01', 5)).toBe('1 v2 0');
    expect(at('2026-06-30', 5)).toBe('1 v1 0');
    const wish: Selection = { record: 'child_stat', wants: { done: { max: 'line' } } };
    expect([at('2026-06-30', 5, wish), at('2026-06-30', 4, wish)]).toEqual(['1 v1 0', '1 v1 1']);
    const plain: Selection = { record: 'child_stat' };
    for (const other of [
      { ...plain, where: { done: { present: true } } },
      { ...plain, attachments: ['minutes'] },
      { ...plain, evidenced: true },
      { ...plain, unitField: 'none' },
      { ...plain, from: 'home' },
      { ...plain, alsoUntil: 'found_on' },
      wish,
    ] as const)
      expect(viewsOn(facts, other).approved).not.toBe(viewsOn(facts, plain).approved);
    expect(viewsOn(facts, { ...plain, from: 'subtree' })).toBe(viewsOn(facts, plain));
  });
  it('have one view where nothing waits, and two where something does', () => {
    const one = (entries: readonly Entry[], selection: Selection) => {
      const { approved, withPending } = viewsOn(filled(entries), selection);
      return approved === withPending;
    };
    const home = (state: Entry['state']): Entry => ({
      type: 'facility',
      id: 50,
      fields: { opened_on: '2026-01-01' },
      state: state ?? 'approved',
    });
    const session: Entry = { type: 'activity', fields: { date: '2026-05-01', home: 50 } };
    const atHome: Selection = { record: 'activity', from: 'home' };
    expect(one([meeting('2026-05-01')], meetings)).toBe(true);
    expect(one([meeting('2026-05-01', { state: 'pending' })], meetings)).toBe(false);
    expect(one([home('approved'), session], atHome)).toBe(true);
    expect(one([home('pending'), session], atHome)).toBe(false);
    expect(one([home('pending'), session], { record: 'activity' })).toBe(true);
    expect(one([home('returned'), session], atHome)).toBe(true);
    const conditions: Selection = { record: 'facility', from: 'home', where: { has_conditions: { is: true } } };
    expect(one([home('pending')], conditions)).toBe(true);
  });
});
