import { createFacts } from './create.js';
import { pick } from './selection.js';
import { viewsOf } from './view.js';
import type { FactsLayout, FieldValue } from '../facts.types.js';
import type { FieldSpec, FieldType } from '../record-type.types.js';
import type { Condition, Selection } from '../rule.types.js';
import { UNITS } from '../testing/county.js';

/** One field of every type on one form. */
const field = (id: string, type: FieldType, more: Partial<FieldSpec> = {}): FieldSpec => ({
  id,
  label: id,
  type,
  required: false,
  ...more,
});
const FIELDS: readonly FieldSpec[] = [
  field('date', 'day'),
  field('text', 'text'),
  field('story', 'longText'),
  field('head', 'integer'),
  field('share', 'decimal'),
  field('cost', 'money'),
  field('day', 'day'),
  field('at', 'instant'),
  field('quarter', 'period'),
  field('open', 'flag'),
  field('level', 'choice', { options: ['县级', '镇级', '村级'] }),
  field('topics', 'choices', { options: ['安全', '心理', '法治'] }),
  field('town', 'unit'),
  field('served', 'units'),
  field('awards', 'unitCounts'),
  field('home', 'record', { target: 'form' }),
];
const LAYOUT: FactsLayout = {
  units: UNITS,
  recordTypes: [{ id: 'form', label: 'form', fields: FIELDS, dayField: 'date' }],
  evidenceTypes: [],
};

/** Numbers (from 0) of the forms that pass a selection. */
function found(
  selection: Omit<Selection, 'record'>,
  forms: readonly FieldValue[],
  field: string,
  lines = {},
  units = UNITS,
): number[] {
  const facts = createFacts({ ...LAYOUT, units });
  forms.forEach((value, id) =>
    facts.upsert({
      id,
      type: 'form',
      unit: 'c',
      fields: { date: '2026-05-01', [field]: value },
      evidence: [],
      state: 'approved',
      submittedOn: '2026-05-01',
      approvedOn: '2026-05-01',
    }),
  );
  const numbers: Record<string, number> = lines;
  const picked = pick(facts, { record: 'form', ...selection });
  const { approved } = viewsOf(facts, facts.tree, picked, (name) => numbers[name] ?? NaN);
  return [...approved.rows];
}
const passing = (field: string, condition: Condition, forms: readonly FieldValue[], lines = {}) =>
  found({ where: { [field]: condition } }, forms, field, lines);

describe('what a form holds', () => {
  const present = (field: string, ...values: readonly FieldValue[]) => passing(field, { present: true }, values);
  it('is there or missing, each type of field in its own way', () => {
    expect(present('text', '有', '', '  ', null)).toEqual([0]);
    expect(present('story', '有', ' 有 ', '\n')).toEqual([0, 1]);
    for (const number of ['head', 'share', 'cost']) expect(present(number, 0, null, 12.5)).toEqual([0, 2]);
    expect(present('day', '2026-05-01', '', null, '1970-01-01')).toEqual([0, 3]);
    expect(present('at', '2026-05-01T08:30', '', '1970-01-01T00:00')).toEqual([0, 2]);
    expect(present('quarter', '2026-Q2', '', '2026', '2025-2026', '2026-05')).toEqual([0, 2, 3, 4]);
    expect(present('open', true, false, null)).toEqual([0, 1]);
    expect(present('level', '县级', '', '村级')).toEqual([0, 2]);
    expect(present('topics', ['安全'], [], ['心理', '法治'])).toEqual([0, 2]);
    expect(present('town', 'c', '', 't1')).toEqual([0, 2]);
    expect(present('served', ['c'], [], ['v1', 'v2'])).toEqual([0, 2]);
    expect(present('awards', { c: 2 }, {}, { v1: 0 })).toEqual([0, 2]);
    expect(present('home', 0, null, 7)).toEqual([0, 2]);
  });
  it('is missing where it does not fit the type of the field', () => {
    expect(present('text', 5, true, ['有'], { c: 1 })).toEqual([]);
    expect(present('head', '5', true, [5 as never], { c: 1 })).toEqual([]);
    expect(present('day', 20_000, '2026-02-30', '2026-5-1', ['2026-05-01'])).toEqual([]);
    expect(present('at', '2026-05-01', '2026-05-01T25:00', 5)).toEqual([]);
    expect(present('quarter', '2026-Q5', '2026-13', '2025-2027', 2026)).toEqual([]);
    expect(present('open', 'true', 1, ['是'])).toEqual([]);
    expect(present('level', '省级', 1, true, ['县级'])).toEqual([]);
    expect(present('topics', '安全', ['交通'], { 安全: 1 })).toEqual([]);
    expect(present('town', '甲镇', 3, ['t1'], 'x')).toEqual([]);
    expect(present('served', 't1', ['x'], { t1: 1 })).toEqual([]);
    expect(present('awards', 't1', ['t1'], { x: 1 }, 4, null)).toEqual([]);
    expect(present('home', '7', true, [7 as never])).toEqual([]);
  });
  it('is looked for in vain in a field that the form does not have', () => {
    expect(passing('other', { present: true }, ['有'])).toEqual([]);
    expect(passing('other', { none: ['有'] }, ['有'])).toEqual([]);
  });
});

describe('conditions', () => {
  it('take a box left open for no', () => {
    expect(passing('open', { is: true }, [true, false, null, 'true'])).toEqual([0]);
    expect(passing('open', { is: false }, [true, false, null, 'true'])).toEqual([1, 2, 3]);
    for (const value of [true, false]) expect(passing('text', { is: value }, ['true', '', true])).toEqual([]);
    for (const value of [true, false]) expect(passing('head', { is: value }, [1, 0])).toEqual([]);
  });
  it('look a number up by its name; the line itself is inside', () => {
    for (const number of ['head', 'share', 'cost']) {
      expect(passing(number, { min: 'line' }, [99, 100, 101, null], { line: 100 })).toEqual([1, 2]);
      expect(passing(number, { max: 'line' }, [99, 100, 101, null], { line: 100 })).toEqual([0, 1]);
    }
    expect(passing('share', { min: 'line' }, [69.95, 70], { line: 70 })).toEqual([1]);
  });
  it('count what a list names, each once', () => {
    const topics = [[], ['安全'], ['安全', '安全', '心理'], ['安全', '心理', '法治']];
    expect(passing('topics', { min: 'line' }, topics, { line: 2 })).toEqual([2, 3]);
    expect(passing('topics', { max: 'line' }, topics, { line: 1 })).toEqual([0, 1]);
    const served = [[], ['v1'], ['v1', 'v1', 'v2'], ['v1', 'v2', 'v3', 'x']];
    expect(passing('served', { min: 'line' }, served, { line: 2 })).toEqual([2, 3]);
    expect(passing('served', { max: 'line' }, served, { line: 0 })).toEqual([0]);
    expect(passing('awards', { min: 'line' }, [{}, { v1: 0 }, { v1: 4, v2: 1 }], { line: 1 })).toEqual([1, 2]);
  });
  it('compare no text, day or box with a number', () => {
    for (const [field, value] of [
      ['text', '5'],
      ['day', '2026-05-01'],
      ['open', true],
      ['level', '县级'],
      ['town', 'v3'],
    ] as const) {
      expect(passing(field, { min: 'line' }, [value, null], { line: 0 })).toEqual([]);
      expect(passing(field, { max: 'line' }, [value, null], { line: 30_000 })).toEqual([]);
    }
  });
  it('ask a single choice for one of some options, or for none of them', () => {
    const levels = ['县级', '镇级', '村级', null];
    expect(passing('level', { any: ['县级', '村级'] }, levels)).toEqual([0, 2]);
    expect(passing('level', { all: ['镇级'] }, levels)).toEqual([1]);
    expect(passing('level', { all: [] }, levels)).toEqual([0, 1, 2, 3]);
    expect(passing('level', { none: ['县级', '镇级'] }, levels)).toEqual([2, 3]);
    expect(passing('level', { none: [] }, levels)).toEqual([0, 1, 2, 3]);
    expect(passing('level', { any: [] }, levels)).toEqual([]);
  });
  it('find no form on which two options stand where only one can be chosen', () => {
    expect(passing('level', { all: ['县级', '镇级'] }, ['县级', '镇级', null])).toEqual([]);
  });
  it('do not take an empty choice for an option that nobody knows', () => {
    expect(passing('level', { any: ['省级'] }, ['县级', null])).toEqual([]);
    expect(passing('level', { none: ['省级'] }, ['县级', null])).toEqual([0, 1]);
    expect(passing('topics', { any: ['交通'] }, [['安全'], []])).toEqual([]);
  });
  it('ask several choices for some, for all or for none of the options', () => {
    const topics = [['安全'], ['心理', '法治'], ['安全', '心理', '法治'], []];
    expect(passing('topics', { any: ['安全', '法治'] }, topics)).toEqual([0, 1, 2]);
    expect(passing('topics', { any: [] }, topics)).toEqual([]);
    expect(passing('topics', { all: ['心理', '法治'] }, topics)).toEqual([1, 2]);
    expect(passing('topics', { all: [] }, topics)).toEqual([0, 1, 2, 3]);
    expect(passing('topics', { none: ['安全', '法治'] }, topics)).toEqual([3]);
    expect(passing('topics', { none: [] }, topics)).toEqual([0, 1, 2, 3]);
  });
  it('ask for units by their short name or their code', () => {
    const towns = ['t1', 't2', 'v1', null];
    expect(passing('town', { any: ['甲镇', 'v1'] }, towns)).toEqual([0, 2]);
    expect(passing('town', { all: ['乙街道'] }, towns)).toEqual([1]);
    expect(passing('town', { none: ['甲镇', '乙街道'] }, towns)).toEqual([2, 3]);
    expect(passing('town', { any: ['丙镇'] }, towns)).toEqual([]);
    const served = [['v1'], ['v1', 'v2'], [], ['v2', 'v3']];
    expect(passing('served', { any: ['甲一村', '乙社区'] }, served)).toEqual([0, 1, 3]);
    expect(passing('served', { all: ['甲一村', '甲二村'] }, served)).toEqual([1]);
    expect(passing('served', { none: ['甲一村'] }, served)).toEqual([2, 3]);
    expect(passing('awards', { any: ['甲一村'] }, [{ v1: 3 }, { v2: 1 }, {}])).toEqual([0]);
  });
  it('ask for a unit by any name it ever bore', () => {
    const renamed = UNITS.map((unit) => (unit.code === 't1' ? { ...unit, names: ['甲镇', '甲乡'] } : unit));
    const named = (name: string) => found({ where: { town: { any: [name] } } }, ['t1', 't2'], 'town', {}, renamed);
    expect(['甲镇', '甲乡', 't1', '乙街道', '乙乡'].map(named)).toEqual([[0], [0], [0], [1], []]);
  });
  it('ask no text for options', () => {
    for (const condition of [{ any: ['有'] }, { all: [] }, { none: ['无'] }])
      for (const field of ['text', 'head', 'day', 'home']) expect(passing(field, condition, ['有', 5])).toEqual([]);
  });
  it('have all to be fulfilled', () => {
    const where = { head: { min: 'low' }, share: { max: 'high' } } as const;
    expect(found({ where }, [5], 'head', { low: 1, high: 9 })).toEqual([]);
    expect(found({ where: { head: { min: 'low' }, date: { present: true } } }, [0, 5], 'head', { low: 1 })).toEqual([
      1,
    ]);
  });
});
