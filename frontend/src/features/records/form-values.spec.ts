import { expect, it } from 'vitest';
import type { FieldSpec } from '../../api';
import { formValues, missingFields, problemsByField, readPrefill, shownFields, toFields } from './form-values';

const field = (id: string, type: FieldSpec['type'], more: Partial<FieldSpec> = {}): FieldSpec => ({
  id,
  label: id,
  type,
  required: false,
  ...more,
});
const type = {
  fields: [
    field('role', 'choice', { required: true, options: ['儿童主任', '儿童社工'] }),
    field('source', 'choice', { required: true, showWhen: { field: 'role', any: ['儿童社工'] } }),
    field('subjects', 'choices', { required: true }),
    field('people', 'integer'),
    field('counts', 'unitCounts'),
    field('open', 'flag'),
  ],
};

it('starts empty and takes over only what the type has', () => {
  expect(formValues(type, { role: '儿童主任', subjects: '困境儿童', nonsense: 1, open: 'yes' })).toEqual({
    role: '儿童主任',
    source: null,
    subjects: ['困境儿童'],
    people: null,
    counts: {},
    open: null,
  });
});

it('shows a field only while its condition holds, and sends nothing that is hidden', () => {
  const values = { ...formValues(type), role: '儿童主任', source: '在编' };
  expect(shownFields(type, values).map(({ id }) => id)).not.toContain('source');
  expect(toFields(type, values)).toEqual({ role: '儿童主任' });
  expect(toFields(type, { ...values, role: '儿童社工' })).toEqual({ role: '儿童社工', source: '在编' });
});

it('sends numbers as typed, full-width digits too, and leaves blanks out', () => {
  expect(toFields(type, { ...formValues(type), people: '１２', open: false })).toEqual({ people: '１２', open: false });
  expect(toFields(type, { ...formValues(type), people: '  ' })).toEqual({});
});

it('names every required field without a value', () => {
  expect(missingFields(type, formValues(type)).map(({ message }) => message)).toEqual([
    '请选择「role」。',
    '请选择「subjects」。',
  ]);
});

it('keeps the first sentence of a field', () => {
  const problems = problemsByField([
    { field: 'a', label: 'A', message: '一' },
    { field: 'a', label: 'A', message: '二' },
  ]);
  expect(problems.get('a')).toBe('一');
});

it('reads a prefill and ignores what is none', () => {
  expect(readPrefill('{"level":"县政府"}')).toEqual({ level: '县政府' });
  expect([readPrefill('[1]'), readPrefill('{'), readPrefill(undefined)]).toEqual([{}, {}, {}]);
});
