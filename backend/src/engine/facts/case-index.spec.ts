import fc from 'fast-check';
import { formatInstant } from '../instants.js';
import type { FactsLayout } from '../facts.types.js';
import type { FieldSpec } from '../record-type.types.js';
import { LAYOUT, toRecord, type Entry } from '../testing/county.js';
import { holds } from '../testing/property.js';
import { dayText, filled } from '../testing/selected.js';
import { caseIndex } from './case-index.js';
import type { Facts } from './facts.js';

const found = (id: number): Entry => ({ type: 'case', id, fields: { found_at: '2026-05-01T08:00' } });
const step = (id: number, of: number | null, done_at: string, more: Partial<Entry> = {}): Entry => ({
  type: 'case_step',
  id,
  fields: { case: of, step: '报告', done_at },
  submittedOn: '2026-05-20',
  ...more,
});
const tableOf = (facts: Facts, type: string) => {
  const table = facts.tables.get(type);
  if (table === undefined) throw new Error(type);
  return table;
};
/** The steps of each case, in the order of the cases. */
function steps(facts: Facts): readonly (readonly string[])[] {
  const cases = tableOf(facts, 'case');
  const { offsets, codes, doneAt, waitingSince } = caseIndex(facts, cases);
  return Array.from({ length: cases.length }, (_, row) =>
    Array.from({ length: (offsets[row + 1] ?? 0) - (offsets[row] ?? 0) }, (_step, at) => {
      const place = (offsets[row] ?? 0) + at;
      return `${codes[place]} ${formatInstant(doneAt[place] ?? 0)} ${dayText(waitingSince[place])}`;
    }),
  );
}

describe('the steps of the cases', () => {
  it('stand with their case, the earliest first', () => {
    const facts = filled([
      found(5),
      found(3),
      found(9),
      step(20, 9, '2026-05-03T10:00'),
      step(21, 5, '2026-05-02T10:00'),
      step(22, 9, '2026-05-01T23:00', { fields: { case: 9, step: '登记', done_at: '2026-05-01T23:00' } }),
    ]);
    expect(steps(facts)).toEqual([['0 2026-05-02T10:00 -'], [], ['2 2026-05-01T23:00 -', '0 2026-05-03T10:00 -']]);
  });
  it('stand in the order of their numbers where they were done in the same minute', () => {
    const at = '2026-05-02T10:00';
    const later = step(31, 5, at, { fields: { case: 5, step: '处置', done_at: at } });
    expect(steps(filled([found(5), later, step(30, 5, at)]))).toEqual([[`0 ${at} -`, `1 ${at} -`]]);
  });
  const NAMES = ['报告', '处置', '登记', '评估'] as const;
  const done = fc.record({
    id: fc.integer({ min: 20, max: 40 }),
    of: fc.constantFrom(5, 3, 9),
    name: fc.nat(3),
    minute: fc.nat(2).map((minute) => `2026-05-02T10:0${minute}`),
  });
  holds(
    'lists the steps of each case by minute, then by number, however they came in',
    fc.property(fc.uniqueArray(done, { selector: ({ id }) => id }), (all) => {
      const entries = all.map(({ id, of, name, minute }) =>
        step(id, of, minute, { fields: { case: of, step: NAMES[name] ?? '', done_at: minute } }),
      );
      const inOrder = [...all].sort((a, b) => (a.minute < b.minute ? -1 : a.minute > b.minute ? 1 : a.id - b.id));
      expect(steps(filled([found(5), found(3), found(9), ...entries]))).toEqual(
        [5, 3, 9].map((of) => inOrder.filter((one) => one.of === of).map(({ name, minute }) => `${name} ${minute} -`)),
      );
    }),
    { runs: 100 },
  );
  it('say since when they wait for review; those given back or withdrawn are none', () => {
    const states = (['pending', 'approved', 'returned', 'withdrawn'] as const).map((state, at) =>
      step(20 + at, 5, `2026-05-0${at + 2}T10:00`, { state }),
    );
    expect(steps(filled([found(5), ...states]))).toEqual([['0 2026-05-02T10:00 2026-05-20', '0 2026-05-03T10:00 -']]);
    expect(steps(filled([found(5), step(20, 5, '2026-05-02T10:00', { state: 'pending', submittedOn: '' })]))).toEqual([
      ['0 2026-05-02T10:00 -'],
    ]);
  });
  it('are none without a time, without a case or of an unknown one; an unknown step keeps its place', () => {
    const entries = [step(20, 5, ''), step(21, null, '2026-05-02T10:00'), step(22, 77, '2026-05-02T10:00')];
    expect(steps(filled([found(5), ...entries]))).toEqual([[]]);
    const unknown = step(20, 5, '', { fields: { case: 5, step: '回访', done_at: '2026-05-02T10:00' } });
    expect(steps(filled([found(5), unknown]))).toEqual([['-1 2026-05-02T10:00 -']]);
  });
  it('are looked for anew once a case or a step changes, and only then', () => {
    const facts = filled([found(5), step(20, 5, '2026-05-02T10:00')]);
    const ask = () => caseIndex(facts, tableOf(facts, 'case'));
    const before = ask();
    facts.upsert(toRecord({ type: 'meeting', fields: { date: '2026-05-01' } }, 40));
    expect(ask()).toBe(before);
    facts.upsert(toRecord(step(21, 5, '2026-05-03T10:00'), 41));
    const after = ask();
    expect([before.doneAt.length, after.doneAt.length]).toEqual([1, 2]);
    facts.upsert(toRecord(found(6), 42));
    expect([after.offsets.length, ask().offsets.length]).toEqual([2, 3]);
  });
  it('are none where steps point at no case, or at records of another type', () => {
    const without = (change: (type: (typeof LAYOUT.recordTypes)[number]) => readonly (typeof type)[]): FactsLayout => ({
      ...LAYOUT,
      recordTypes: LAYOUT.recordTypes.flatMap(change),
    });
    const entries = [found(5), step(20, 5, '2026-05-02T10:00')];
    const sizes = (layout: FactsLayout, type = 'case') => {
      const facts = filled(entries, layout);
      const { offsets, codes, doneAt, waitingSince } = caseIndex(facts, tableOf(facts, type));
      return [offsets, codes, doneAt, waitingSince].map(({ length }) => length);
    };
    expect(sizes(LAYOUT)).toEqual([2, 1, 1, 1]);
    expect(sizes(LAYOUT, 'meeting')).toEqual([0, 0, 0, 0]);
    expect(sizes(without((type) => (type.id === 'case_step' ? [] : [type])))).toEqual([0, 0, 0, 0]);
    for (const field of ['case', 'step', 'done_at']) {
      const changed = (change: (one: FieldSpec) => readonly FieldSpec[]) =>
        without((type) => [
          { ...type, fields: type.fields.flatMap((one) => (one.id === field ? change(one) : [one])) },
        ]);
      expect(sizes(changed((one) => [{ ...one, type: 'text' }]))).toEqual([0, 0, 0, 0]);
      expect(sizes(changed(() => []))).toEqual([0, 0, 0, 0]);
    }
  });
});
